"""A published address goes on leading somewhere, or the check says which one does not."""

from datetime import date
from pathlib import Path

import pytest

from kommunvision import pipeline
from kommunvision.driver.record import record
from kommunvision.edition import Edition
from kommunvision.load import LEDGER, load_site
from kommunvision.swedish.problems import PROBLEMS, Severity
from tests.helpers import LEVELS, WHO, write_files
from tests.projects import project

GOALS = """
mål:
- {id: utb-1, nivå: mal, rubrik: Ett, källa: framgår inte av källan}
- {id: utb-2, nivå: mal, rubrik: Två, källa: framgår inte av källan}
"""


def site(root: Path, goals: str) -> None:
    write_files(
        root,
        {
            "data/by/kommun.yml": WHO,
            "data/by/styrmodell.yml": LEVELS,
            "data/by/mal.yml": goals,
        },
    )


def lost(root: Path) -> list[tuple[str, str]]:
    problems = pipeline.check(root).problems
    return [(str(p.origin), p.details["address"]) for p in problems if p.code == "KV806"]


def test_a_changed_id_is_found_where_the_new_one_stands(tmp_path):
    site(tmp_path, GOALS)
    record(tmp_path, load_site(tmp_path).kommuner)
    assert lost(tmp_path) == []
    site(tmp_path, GOALS.replace("utb-2", "utbildning-2"))
    assert lost(tmp_path) == [("data/by/mal.yml:3:8", "by/mal/utb-2/")]
    site(tmp_path, GOALS.replace("id: utb-2", "id: utbildning-2, tidigare_id: utb-2"))
    assert lost(tmp_path) == []


def test_a_removed_object_is_found_in_the_ledger(tmp_path):
    site(tmp_path, GOALS)
    record(tmp_path, load_site(tmp_path).kommuner)
    site(tmp_path, GOALS.replace("- {id: utb-2", "# {id: utb-2"))
    line = (tmp_path / LEDGER).read_text("utf-8").split("\n").index("- by/mal/utb-2/") + 1
    assert lost(tmp_path) == [(f"{LEDGER}:{line}:3", "by/mal/utb-2/")]


@pytest.mark.parametrize(
    ("changed", "found"),
    [
        (
            {"data/exempelby/nytt.yml": "aktuellt: [{id: fest, rubrik: Fest, visas_från: 2026-12-01}]\n"},
            ("KV790", "data/exempelby/nytt.yml:1:49"),
        ),
        (
            {"data/exempelby/nytt.yml": "aktuellt: [{id: fest, rubrik: Fest, utkast: ja}]\n"},
            ("KV782", "data/adresser.yml:2:3"),
        ),
        (
            {"content/exempelby/plan.md": "---\nvisas_från: 2026-12-01\n---\n\n# Plan\n"},
            ("KV790", "content/exempelby/plan.md:1:1"),
        ),
        (
            {"content/exempelby/plan.md": "---\nutkast: ja\n---\n\n# Plan\n"},
            ("KV782", "content/exempelby/plan.md:1:1"),
        ),
    ],
)  # fmt: skip
def test_what_is_there_but_is_not_shown_is_told_of_as_that(tmp_path, changed, found):
    root = project(
        tmp_path,
        {
            "data/exempelby/nytt.yml": "aktuellt: [{id: fest, rubrik: Fest}]\n",
            "content/exempelby/plan.md": "# Plan\n",
            "data/adresser.yml": "adresser:\n- exempelby/aktuellt/fest/\n- exempelby/plan/\n",
            **changed,
        },
    )
    edition = Edition(date(2026, 6, 1))
    told = [(one.code, str(one.origin)) for one in pipeline.check(root, edition=edition).problems]
    assert told == [found]


def test_a_removed_object_whose_page_is_withdrawn_with_a_reason_is_no_loss(tmp_path):
    site(tmp_path, GOALS)
    record(tmp_path, load_site(tmp_path).kommuner)
    gone = """
    borttagna:
    - {adress: by/mal/utb-2/, rubrik: Två, datum: 2026-03-02, skäl: Dubblett.}
    """
    site(tmp_path, GOALS.replace("- {id: utb-2", "# {id: utb-2"))
    write_files(tmp_path, {"data/by/borttagna.yml": gone})
    assert lost(tmp_path) == []
    assert graver(tmp_path) == []


def test_a_file_that_cannot_be_read_is_the_only_thing_reported(tmp_path):
    site(tmp_path, GOALS)
    write_files(
        tmp_path,
        {
            "data/by/indikatorer.yml": """
            indikatorer:
            - {id: i, namn: Mått, hör_till: utb-1, källa: framgår inte av källan}
            """
        },
    )
    record(tmp_path, load_site(tmp_path).kommuner)
    site(tmp_path, GOALS.replace("rubrik: Ett", "rubrik: Ett: två"))
    assert graver(tmp_path) == ["KV003"]
    (tmp_path / "data/by/mal.yml").write_bytes(GOALS.encode("utf-16"))
    assert graver(tmp_path) == ["KV001"]
    site(tmp_path, GOALS)
    (tmp_path / "data/by/kommun.yml").write_text(WHO.replace("namn:", "namn: By:", 1), "utf-8")
    assert graver(tmp_path) == ["KV003"]


def test_a_shared_file_that_cannot_be_read_is_the_only_thing_reported(tmp_path):
    site(tmp_path, GOALS.replace("rubrik: Ett", "rubrik: Ett, teman: klimat"))
    write_files(tmp_path, {"data/teman.yml": "teman:\n- {id: klimat, namn: Klimat}\n"})
    assert graver(tmp_path) == []
    record(tmp_path, load_site(tmp_path).kommuner)
    write_files(tmp_path, {"data/teman.yml": "teman:\n- {id: klimat, namn: [Klimat}\n"})
    assert graver(tmp_path) == ["KV003"]


def graver(root: Path) -> list[str]:
    found = pipeline.check(root).problems
    return [p.code for p in found if PROBLEMS[p.code].severity is Severity.ERROR]


def test_the_ledger_only_grows_and_is_left_alone_without_news(tmp_path):
    site(tmp_path, GOALS)
    assert record(tmp_path, load_site(tmp_path).kommuner) > 0
    first = (tmp_path / LEDGER).stat().st_mtime_ns
    site(tmp_path, GOALS.replace("utb-2", "utb-3"))
    assert record(tmp_path, load_site(tmp_path).kommuner) == 1
    text = (tmp_path / LEDGER).read_text("utf-8")
    assert "- by/mal/utb-2/\n" in text
    assert "- by/mal/utb-3/\n" in text
    second = (tmp_path / LEDGER).stat().st_mtime_ns
    assert second != first
    assert record(tmp_path, load_site(tmp_path).kommuner) == 0
    assert (tmp_path / LEDGER).stat().st_mtime_ns == second


def note(root: Path) -> None:
    """Build, as far as the ledger is concerned."""
    outcome = pipeline.check(root)
    record(root, outcome.kommuner, outcome.edited)


def told(root: Path) -> list[tuple[str, str]]:
    """Code and what it is about, of what would be lost."""
    found = pipeline.check(root).problems
    wanted = {"KV806", "KV811", "KV813", "KV814", "KV815"}
    return [
        (p.code, p.details.get("address") or p.details["slug"]) for p in found if p.code in wanted
    ]


def test_a_source_that_pages_point_at_is_kept_by_its_place_on_the_page(tmp_path):
    site(tmp_path, GOALS)
    files = {"data/by/kallor.yml": "källor:\n- {id: budget, titel: Budget}\n"}
    write_files(tmp_path, files)
    note(tmp_path)
    (tmp_path / "data/by/kallor.yml").unlink()
    assert told(tmp_path) == [("KV814", "by/kallor/#budget")]
    renamed = files["data/by/kallor.yml"].replace("budget,", "budget-2, tidigare_id: budget,")
    write_files(tmp_path, {"data/by/kallor.yml": renamed})
    assert told(tmp_path) == []


def test_a_source_that_is_withdrawn_says_why_where_old_links_lead(tmp_path):
    root = project(tmp_path)
    note(root)
    gone = "borttagna:\n- {adress: exempelby/kallor/#budget, rubrik: Budget 2026, datum: 2026-03-02, skäl: Dubblett.}\n"
    write_files(root, {"data/exempelby/borttagna.yml": gone})
    assert told(root) == [("KV811", "exempelby/kallor/#budget")]
    goals = (root / "data/exempelby/mal.yml").read_text("utf-8")
    write_files(
        root,
        {"data/exempelby/mal.yml": goals.replace("källa: budget", "källa: framgår inte av källan")},
    )
    (root / "data/exempelby/kallor.yml").unlink()
    assert told(root) == []
    made = pipeline.produce(root)
    assert not made.stopped
    (page,) = (one for one in made.pages if one.url == "exempelby/kallor/")
    assert 'id="budget"' in page.body
    assert "Uppgiften finns inte kvar. Den togs bort 2 mars 2026." in page.body
    assert "Dubblett." in page.body
    assert not [one.url for one in made.pages if "#" in one.url]


def test_an_editors_page_that_is_renamed_leads_on_when_its_new_page_says_so(tmp_path):
    root = project(tmp_path)
    note(root)
    page = root / "content/exempelby/om-malen.md"
    text = page.read_text("utf-8")
    page.unlink()
    assert told(root) == [("KV813", "exempelby/om-malen/")]
    front = "---\ntidigare_adress: exempelby/om-malen/\n"
    write_files(root, {"content/exempelby/nya.md": text.replace("---\n", front, 1)})
    assert told(root) == []
    made = pipeline.produce(root)
    assert not made.stopped
    assert [(one.url, one.target, one.title) for one in made.redirects][-1] == (
        "exempelby/om-malen/",
        "exempelby/nya/",
        "Om målen",
    )
    # What has led on once leads on for ever.
    note(root)
    write_files(root, {"content/exempelby/nya.md": text})
    assert told(root) == [("KV813", "exempelby/om-malen/")]


def test_an_editors_page_that_is_withdrawn_says_why(tmp_path):
    root = project(tmp_path)
    note(root)
    gone = "borttagna:\n- {adress: exempelby/om-malen/, rubrik: Om, datum: 2026-03-02, skäl: Inaktuell.}\n"
    write_files(root, {"data/exempelby/borttagna.yml": gone})
    assert told(root) == [("KV811", "exempelby/om-malen/")]
    (root / "content/exempelby/om-malen.md").unlink()
    assert told(root) == []
    made = pipeline.produce(root)
    (page,) = (one for one in made.pages if one.url == "exempelby/om-malen/")
    assert "Inaktuell." in page.body


def test_a_page_that_only_took_the_place_of_a_generated_one_may_go(tmp_path):
    root = project(tmp_path, {"content/exempelby/mal/utb-2.md": "# Ett mål\n"})
    note(root)
    (root / "content/exempelby/mal/utb-2.md").unlink()
    assert told(root) == []


def test_a_kommun_that_is_removed_or_renamed_is_one_fault_and_not_hundreds(tmp_path):
    root = project(tmp_path)
    write_files(
        root, {"data/by/kommun.yml": WHO.replace("Exempelby", "By"), "content/by/om.md": "# Om\n"}
    )
    note(root)
    (root / "data/exempelby").rename(root / "data/nytt")
    (root / "content/exempelby").rename(root / "content/nytt")
    assert told(root) == [("KV815", "exempelby")]
    (root / "data/nytt").rename(root / "data/exempelby")
    (root / "content/nytt").rename(root / "content/exempelby")
    assert told(root) == []


def test_a_folder_of_pages_that_is_no_kommun_is_told_page_by_page(tmp_path):
    root = project(tmp_path, {"content/hjalp/index.md": "# Hjälp\n", "content/hjalp/a.md": "# A\n"})
    note(root)
    for name in ("index", "a"):
        (root / f"content/hjalp/{name}.md").unlink()
    assert told(root) == [("KV813", "hjalp/"), ("KV813", "hjalp/a/")]


@pytest.mark.parametrize(
    "written", ["/gammal", "../gammal/", "https://ond.example/", "exempelby/Å/", "a//b/"]
)
def test_an_old_address_leads_nowhere_but_within_the_site(tmp_path, written):
    front = f"---\ntidigare_adress: {written}\n---\n# Ny\n"
    root = project(tmp_path, {"content/exempelby/ny.md": front})
    assert [p.code for p in pipeline.check(root).problems] == ["KV816"]


@pytest.mark.parametrize(
    ("old", "new", "codes"),
    [
        ("id: utb-2", "id: utbildning-å", ["KV109"]),
        ("id: utb-2", "id: utb-1", ["KV201"]),
        (", rubrik: Två", "", ["KV102"]),
        ("mål:", "målen:", ["KV020"]),
        ("- {id: utb-2, nivå: mal,", "  utb-2", ["KV003"]),
    ],
)
def test_an_address_is_not_missed_while_the_mistake_that_hides_it_stands(tmp_path, old, new, codes):
    site(tmp_path, GOALS)
    record(tmp_path, load_site(tmp_path).kommuner)
    site(tmp_path, GOALS.replace(old, new))
    assert [one.code for one in pipeline.check(tmp_path).problems if grave(one)] == codes


def test_what_stands_on_a_level_that_cannot_be_read_is_no_mistake_of_its_own(tmp_path):
    site(tmp_path, GOALS)
    record(tmp_path, load_site(tmp_path).kommuner)
    levels = LEVELS.replace("bestämd: målet, plural: mål,", "bestämd: målet,")
    assert levels != LEVELS
    write_files(tmp_path, {"data/by/styrmodell.yml": levels})
    assert [one.code for one in pipeline.check(tmp_path).problems if grave(one)] == ["KV102"]


def grave(found):
    return PROBLEMS[found.code].severity is Severity.ERROR
