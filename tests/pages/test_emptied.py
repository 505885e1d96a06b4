"""An overview that has been published stays when it is emptied, with a plain sentence."""

from pathlib import Path

import pytest

from kommunvision import pipeline
from kommunvision.driver.record import record
from kommunvision.load import LEDGER
from tests.helpers import write_files
from tests.projects import GOALS, project

NEWS = "aktuellt:\n- {id: ny, rubrik: Ny bro, datum: 2026-03-02, källa: budget}\n"
EMPTY = {"data/exempelby/aktuellt.yml": "# Inget just nu.\n"}
GONE = "borttagna:\n- {adress: exempelby/aktuellt/ny/, rubrik: Ny bro, datum: 2026-03-09, skäl: Fel.}\n"


def note(root: Path) -> None:
    """Build, as far as the ledger is concerned."""
    outcome = pipeline.produce(root)
    assert not outcome.stopped, [(p.code, dict(p.details)) for p in outcome.problems]
    record(root, outcome.kommuner, outcome.edited, (page.url for page in outcome.pages))


def test_the_page_of_news_stays_when_the_last_news_is_removed(tmp_path):
    root = project(tmp_path, {"data/exempelby/aktuellt.yml": NEWS})
    note(root)
    assert "- exempelby/aktuellt/\n" in (root / LEDGER).read_text("utf-8")
    write_files(root, {**EMPTY, "data/exempelby/borttagna.yml": GONE})
    made = pipeline.produce(root)
    assert not made.stopped
    (page,) = (one for one in made.pages if one.url == "exempelby/aktuellt/")
    assert page.heading == "Aktuellt"
    assert "Inga nyheter just nu." in page.body
    assert not page.indexed
    # It is no way in any longer.
    (start,) = (one for one in made.pages if one.url == "exempelby/")
    assert "aktuellt/" not in start.body


def test_the_word_list_stays_when_its_last_word_is_removed(tmp_path):
    words = "ordlista: [{ord: bro, förklaring: En väg över vatten.}]\n"
    root = project(tmp_path, {"data/exempelby/ordlista.yml": words})
    note(root)
    write_files(root, {"data/exempelby/ordlista.yml": "# Inget just nu.\n"})
    made = pipeline.produce(root)
    (page,) = (one for one in made.pages if one.url == "exempelby/ordlista/")
    assert "Inga ord är förklarade just nu." in page.body


def test_an_overview_that_has_never_been_published_is_not_made(tmp_path):
    made = pipeline.produce(project(tmp_path))
    assert not [one.url for one in made.pages if one.url == "exempelby/aktuellt/"]


def test_a_ledger_from_before_knows_the_overview_by_the_pages_below_it(tmp_path):
    root = project(tmp_path, {"data/exempelby/borttagna.yml": GONE})
    write_files(root, {LEDGER: "adresser:\n- exempelby/aktuellt/ny/\n"})
    made = pipeline.produce(root)
    assert [one.url for one in made.pages if one.url.startswith("exempelby/aktuellt/")] == [
        "exempelby/aktuellt/ny/",
        "exempelby/aktuellt/",
    ]


def test_pages_of_global_goals_and_themes_stay_when_no_goal_is_theirs(tmp_path):
    with_both = GOALS.replace("  nivå: mal\n", "  nivå: mal\n  globala_mål: [4]\n  teman: skola\n")
    themes = {"data/exempelby/teman.yml": "teman:\n- {id: skola, namn: Skola}\n"}
    root = project(tmp_path, {"data/exempelby/mal.yml": with_both, **themes})
    note(root)
    (root / "data/exempelby/teman.yml").unlink()
    gone = "borttagna:\n- {adress: tema/skola/, rubrik: Skola, datum: 2026-03-09, skäl: Används inte.}\n"
    write_files(root, {"data/exempelby/mal.yml": GOALS, "data/borttagna.yml": gone})
    made = pipeline.produce(root)
    assert not made.stopped, [(p.code, dict(p.details)) for p in made.problems]
    pages = {one.url: one for one in made.pages}
    assert "Inget mål är kopplat hit." in pages["globala-mal/4/"].body
    assert "Inget mål är kopplat hit." in pages["globala-mal/"].body
    assert "Inga teman just nu." in pages["tema/"].body
    assert "Används inte." in pages["tema/skola/"].body


@pytest.mark.parametrize("site_url", ["", "https://prov.example/"])
def test_the_embed_of_a_whole_chain_stays_when_the_chain_is_empty(tmp_path, site_url):
    root = project(tmp_path, {"content/exempelby/om-malen.md": None})
    note(root)
    gone = "".join(
        f"- {{adress: exempelby/mal/{one}/, rubrik: Mål, datum: 2026-03-09, skäl: Upphört.}}\n"
        for one in ("larande", "utb-1", "utb-2")
    )
    empty = {
        "data/exempelby/mal.yml": "# Inga.\n",
        "data/exempelby/borttagna.yml": f"borttagna:\n{gone}",
    }
    write_files(root, {**empty, "content/index.md": "# Provplatsen\n"})
    made = pipeline.produce(root, site_url=site_url)
    assert not made.stopped, [(p.code, dict(p.details)) for p in made.problems]
    files = {one.path: one.content for one in made.artifacts}
    shown = files["exempelby/inbaddad/v1/malkedja/index.html"]
    assert "Ingen målkedja just nu." in shown
    assert ("exempelby/inbaddad/v1/malkedja/oembed.json" in files) == bool(site_url)
