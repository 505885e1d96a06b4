"""Pages, files and pictures speak of a vision where there is one, and of goals where there are."""

import re
from pathlib import Path
from zipfile import ZipFile

import pytest

from kommunvision import driver
from kommunvision.chain import GoalSystem, Site
from kommunvision.pages.sharing import card
from kommunvision.subject import heading_of
from tests.helpers import LEVELS, kommun_from
from tests.projects import project

BESIDE = """
aktuellt: [{id: n, rubrik: Ny buss, datum: 2024-05-02, text: Linje 7.}]
källor: [{id: k, titel: Mål och budget}]
ordlista: [{ord: buss, förklaring: En lång bil.}]
"""
ALLMAL, LILLVIK = (
    f"format: 1\nkommun: {{namn: {name}, formellt_namn: {name}s kommun, påhittad: ja}}\n"
    for name in ("Allmal", "Lillvik")
)

# What is said of the formats as such, and parts of words for the search ("Kommunvision" has one).
FORMATS = ("-metadata.json", "malsystem.json", "sok/index/main.json")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A kommun with goals and no vision, and one with a vision and no goals."""
    root = project(
        tmp_path_factory.mktemp("amne"),
        {
            "data/allmal/kommun.yml": ALLMAL,
            "data/allmal/styrmodell.yml": LEVELS,
            "data/allmal/mal.yml": "mål: [{id: a, nivå: mal, rubrik: Alla läser, källa: k}]\n",
            "data/allmal/resten.yml": BESIDE,
            "data/lillvik/kommun.yml": LILLVIK,
            "data/lillvik/visioner.yml": (
                "visioner: [{id: v, rubrik: Alla får plats, text: Alla., status: gällande}]\n"
            ),
            "data/lillvik/resten.yml": BESIDE,
        },
    )
    report = driver.build_sites(root, site_dir=root / "ut")
    assert report.published, report.problems
    return root / "ut"


def told_in(site: Path, slug: str, wanted: str) -> list[str]:
    """Return what the files of a kommun say with the words."""
    found = []
    for path in sorted((site / slug).rglob("*")):
        if path.suffix in {".html", ".json", ".xml", ".csv"} and not path.as_posix().endswith(
            FORMATS
        ):
            text = path.read_text(encoding="utf-8")
            found += [f"{path.name}: {hit}" for hit in re.findall(wanted, text)]
    return found


def test_nothing_that_is_published_of_a_kommun_without_a_vision_speaks_of_one(site):
    assert told_in(site, "allmal", r"(?i).{0,40}\bvision(?:en|er|erna)?\b.{0,20}") == []
    with ZipFile(site / "allmal/data/v1/malsystem.xlsx") as book:
        assert "Mål i Allmals kommun" in book.read("docProps/core.xml").decode()


def test_nothing_that_is_published_of_a_kommun_with_a_vision_alone_speaks_of_its_goals(site):
    assert told_in(site, "lillvik", r"(?i).{0,40}vision(?:er)? och mål.{0,20}") == []
    assert told_in(site, "lillvik", r".{0,20}\bom vision\b.{0,20}") == []
    assert told_in(site, "lillvik", "Aktuellt om visionen i Lillviks kommun")
    page = (site / "lillvik/om/index.html").read_text(encoding="utf-8")
    assert "Här kan du läsa visionen för Lillviks kommun." in page
    assert "Tillgänglighet för Vision för Lillviks kommun" in (
        site / "lillvik/tillganglighet/index.html"
    ).read_text(encoding="utf-8")


def test_the_catalogue_for_the_data_portal_tells_of_what_there_is(site):
    goals = (site / "allmal/data/v1/dcat.rdf").read_text(encoding="utf-8")
    assert "Öppna data om mål</" in goals
    assert "Mål och uppföljning</" in goals
    assert not re.search(r"(?i)\bvision\b|visioner", goals)
    vision = (site / "lillvik/data/v1/dcat.rdf").read_text(encoding="utf-8")
    assert "Öppna data om visionen</" in vision
    assert ">vision</dcat:keyword>" in vision


def test_the_picture_for_links_and_the_document_are_called_as_the_pages_are():
    without = kommun_from("mål: [{id: a, nivå: mal, rubrik: A}]\n")
    assert card(Site([GoalSystem(without)]), GoalSystem(without)).kicker == "Mål"
    both = kommun_from(
        "visioner: [{id: v, rubrik: V, text: T., status: gällande}]\n"
        "mål: [{id: a, nivå: mal, rubrik: A}]\n"
    )
    assert card(Site([GoalSystem(both)]), GoalSystem(both)).kicker == "Vision och mål"
    assert heading_of(both) == "Vision och mål i Exempelby kommun"


def test_a_vision_with_a_level_below_it_awaits_its_goals():
    awaiting = kommun_from("visioner: [{id: v, rubrik: V, text: T., status: gällande}]\n")
    assert heading_of(awaiting) == "Vision och mål i Exempelby kommun"
