"""The pages on open data: what there is, how it is written, what may change, on what terms."""

from kommunvision import pipeline
from kommunvision.artifact import Page
from tests.helpers import WHO
from tests.pages.reading import read
from tests.projects import KOMMUN, project

SERIES = """
indikatorer:
- {id: i, namn: Andel, hör_till: utb-2}
mätvärden:
- {indikator: i, utgivare: Kolada, värden: [{period: 2024, värde: 81}]}
- {indikator: i, grupp: Alla, utgivare: Kolada, värden: [{period: 2024, värde: 80}]}
- {indikator: i, grupp: Riket, utgivare: SCB, värden: [{period: 2024, värde: 80}]}
"""

FILES = [
    "malsystem.json",
    "malsystem.xlsx",
    "mal.csv",
    "indikatorer.csv",
    "varden.csv",
    "varden-excel.csv",
    "malvarden.csv",
    "bedomningar.csv",
    "kopplingar.csv",
    "objekt.csv",
    "stratml.xml",
]


def pages_of(root, **settings) -> dict[str, Page]:
    outcome = pipeline.produce(root, **settings)
    assert not outcome.stopped, outcome.problems
    return {page.url: page for page in outcome.pages}


def test_a_kommuns_page_lists_its_files_with_format_and_size(tmp_path):
    found = read(pages_of(project(tmp_path))["exempelby/oppna-data/"])
    files = found.section("Filer")
    assert files.links == [f"exempelby/data/v1/{name}" for name in FILES]
    assert "Arbetsbok (Excel, " in files.words
    assert "Värden för svenskt Excel (CSV, " in files.words
    assert "Hela målsystemet (JSON, " in files.words
    assert "kB)" in files.words
    shared = found.section("Filer som gäller alla").links
    names = (
        "kommuner.json",
        "varden.csv",
        "varden-excel.csv",
        "malsystem.schema.json",
        "openapi.json",
    )
    assert shared == [f"data/v1/{name}" for name in names]


def test_a_kommuns_feed_is_listed_where_it_is_published(tmp_path):
    news = "aktuellt: [{id: n, rubrik: Ny vision, datum: 2025-06-01}]"
    root = project(tmp_path, {"data/exempelby/aktuellt.yml": news})
    page = pages_of(root, site_url="https://prov.example/")["exempelby/oppna-data/"]
    files = read(page).section("Filer")
    assert "exempelby/data/v1/nytt.atom" in files.links
    assert "Nytt och ändrat (Atom, " in files.words


def test_the_page_leads_to_the_catalogue_for_the_data_portal(tmp_path):
    pages = pages_of(project(tmp_path), site_url="https://prov.example/")
    files = read(pages["exempelby/oppna-data/"]).section("Filer")
    assert files.links[-1] == "exempelby/data/v1/dcat.rdf"
    assert "Katalog för Sveriges dataportal (RDF/XML, " in files.words
    assert "Det finns ingen katalog" not in files.words


def test_the_page_says_why_there_is_no_catalogue(tmp_path):
    own = read(pages_of(project(tmp_path / "a"))["exempelby/oppna-data/"]).section("Filer").words
    assert "ingen katalog för Sveriges dataportal, för webbplatsens adress är inte inställd" in own
    other = KOMMUN.replace("  påhittad: ja\n", "  påhittad: ja\n  utgivare: Öppna mål\n")
    root = project(tmp_path / "b", {"data/exempelby/kommun.yml": other})
    page = pages_of(root, site_url="https://prov.example/")["exempelby/oppna-data/"]
    assert (
        "Den ska tala om vad Öppna mål är för slags organisation"
        in read(page).section("Filer").words
    )


def test_every_file_that_a_page_leads_to_is_published(tmp_path):
    outcome = pipeline.produce(project(tmp_path))
    published = {one.path for one in outcome.artifacts}
    for page in outcome.pages:
        if page.url.endswith("oppna-data/"):
            files = {link for link in read(page).links if link.endswith((".json", ".csv", ".xlsx"))}
            assert files, page.url
            assert files <= published


def test_the_page_shows_how_one_page_is_found_as_data(tmp_path):
    found = read(pages_of(project(tmp_path))["exempelby/oppna-data/"])
    assert found.section("En sida i taget").links == ["exempelby/mal/larande.json"]


def test_a_kommun_with_nothing_to_show_offers_no_page_as_data(tmp_path):
    files = {"data/exempelby/mal.yml": None, "content/exempelby/om-malen.md": None}
    page = pages_of(project(tmp_path, files))["exempelby/oppna-data/"]
    assert "En sida i taget" not in [section.title for section in read(page).sections]


def test_the_page_says_what_may_change_within_the_version(tmp_path):
    words = read(pages_of(project(tmp_path))["exempelby/oppna-data/"]).section("Vad som kan").words
    assert "Nya nycklar, kolumner" in words
    assert "Ingen nyckel eller kolumn tas bort" in words
    assert "v2" in words


def test_values_of_others_are_not_given_away(tmp_path):
    own = read(pages_of(project(tmp_path / "a"))["exempelby/oppna-data/"]).section("Villkor")
    assert "https://creativecommons.org/publicdomain/zero/1.0/deed.sv" in own.links
    assert "utgivarens villkor" not in own.words
    root = project(tmp_path / "b", {"data/exempelby/indikatorer.yml": SERIES})
    terms = read(pages_of(root)["exempelby/oppna-data/"]).section("Villkor").words
    assert "I filerna står utgivaren vid varje serie: Kolada och SCB." in terms


def test_the_example_of_a_source_names_the_publisher_and_the_whole_address(tmp_path):
    published = KOMMUN.replace("  påhittad: ja\n", "  påhittad: ja\n  utgivare: Föreningen\n")
    root = project(tmp_path, {"data/exempelby/kommun.yml": published})
    page = pages_of(root, site_url="https://prov.example/")["exempelby/oppna-data/"]
    words = read(page).section("Ange källan").words
    assert "Utgivare: Föreningen." in words
    assert "https://prov.example/exempelby/oppna-data/" in words


def test_the_page_of_the_site_leads_to_that_of_every_kommun(tmp_path):
    other = WHO.replace("Exempelby", "Beby") + KOMMUN[KOMMUN.index("  tillgänglighet") :]
    pages = pages_of(project(tmp_path, {"data/beby/kommun.yml": other}))
    links = read(pages["oppna-data/"]).section("Kommunernas filer").links
    assert links == ["beby/oppna-data/", "exempelby/oppna-data/"]


def test_the_page_of_the_site_says_what_the_table_of_all_has(tmp_path):
    found = read(pages_of(project(tmp_path))["oppna-data/"])
    assert "data/v1/varden.csv" in found.section("Filer som gäller alla").links
    words = found.section("Tabeller").words
    assert "samma rader som kommunernas egna" in words
    assert "ingen arbetsbok för alla kommuner" in words


def test_the_page_of_the_site_says_why_it_has_no_catalogue(tmp_path):
    root = project(tmp_path)
    words = read(pages_of(root)["oppna-data/"]).section("Filer som gäller alla").words
    assert "webbplatsens adress är inte inställd" in words
    found = pages_of(root, site_url="https://prov.example/")
    assert "påhittade." in read(found["oppna-data/"]).section("Filer som gäller alla").words


def test_a_kommun_that_has_the_site_for_itself_has_one_page_with_everything(tmp_path):
    files = dict.fromkeys(("data/exempelby/kommun.yml", "data/exempelby/styrmodell.yml")) | {
        "data/exempelby/mal.yml": None,
        "data/exempelby/kallor.yml": None,
    }
    files |= {"content/exempelby/om-malen.md": None, "data/kommun.yml": KOMMUN}
    pages = pages_of(project(tmp_path, files))
    links = read(pages["oppna-data/"]).section("Filer").links
    # Without goals there is nothing to tell in StratML.
    assert links == [f"data/v1/{name}" for name in FILES if name != "stratml.xml"]


def test_a_kommun_without_indicators_is_not_told_of_the_files_of_each(tmp_path):
    sentence = "Varje indikators värden finns också för sig."
    for folder, more, told in (
        ("utan", "", False),
        ("med", "indikatorer: [{id: i, namn: Betyg, enhet: procent}]", True),
    ):
        root = project(tmp_path / folder, {"data/exempelby/mer.yml": more})
        words = read(pages_of(root)["exempelby/oppna-data/"]).words
        assert (sentence in words) is told
