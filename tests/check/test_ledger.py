"""A published address goes on leading somewhere, or the check says which one does not."""

from pathlib import Path

from kommunvision import pipeline
from kommunvision.driver.record import record
from kommunvision.load import LEDGER, load_site
from kommunvision.swedish.problems import PROBLEMS, Severity
from tests.helpers import LEVELS, WHO, write_files

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
