"""What search engines read in pages: true, complete, and nothing that the page could break on."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from kommunvision.artifact import Crumb
from kommunvision.chain import GoalSystem, Site
from kommunvision.export import (
    Beside,
    Setting,
    SitePublisher,
    files_of,
    shared_files,
)
from kommunvision.export.linked_data import linked_data
from kommunvision.model import PublisherKind
from tests.helpers import kommun_from

CRUMBS = (Crumb("Alla kommuner", ""), Crumb("Aby", "aby/"), Crumb("Mål", None))

REAL = """
kommun:
  namn: Aby
  formellt_namn: Aby kommun
  webbplats: https://aby.example
  organisationsnummer: "212000-0000"
  kontakt: {telefon: 0980-31 92 00, epost: post@aby.example}
"""


def told(
    text: str,
    url: str,
    site_url: str = "https://prov.example/",
    day_of: Callable[[str], str | None] = lambda _path: None,
) -> list[dict[str, Any]]:
    system = GoalSystem(kommun_from(text))
    setting = Setting(Site([system]), site_url, Beside(day_of=day_of))
    made = linked_data(setting, url, system, CRUMBS, tuple(files_of(setting, system)))
    return json.loads(made)["@graph"] if made else []


def test_every_page_says_the_way_to_it_as_it_shows_it():
    (way,) = told(REAL, "exempelby/mal/a/")
    assert way["@type"] == "BreadcrumbList"
    assert [(one["position"], one["name"], one.get("item")) for one in way["itemListElement"]] == [
        (1, "Alla kommuner", "https://prov.example/"),
        (2, "Aby", "https://prov.example/aby/"),
        (3, "Mål", None),
    ]


def test_the_start_page_is_about_the_kommun_in_its_own_words():
    _, page = told(REAL, "exempelby/")
    assert (page["@type"], page["url"]) == ("WebPage", "https://prov.example/exempelby/")
    assert page["about"] == page["publisher"] == {
        "@type": "GovernmentOrganization",
        "name": "Aby kommun",
        "alternateName": "Aby",
        "url": "https://aby.example",
        "identifier": "212000-0000",
        "telephone": "0980-31 92 00",
        "email": "post@aby.example",
    }  # fmt: skip


def test_whoever_publishes_in_the_kommuns_place_is_named():
    _, page = told(f"{REAL}  utgivare: Föreningen\n", "exempelby/")
    assert page["publisher"] == {"@type": "Organization", "name": "Föreningen"}


def test_the_page_on_open_data_is_a_data_set_with_every_file_that_it_offers():
    _, data = told(REAL, "exempelby/oppna-data/")
    assert (data["@type"], data["name"]) == ("Dataset", "Mål i Aby kommun")
    assert data["license"] == "https://prov.example/exempelby/oppna-data/#villkor"
    files = {one["contentUrl"]: one["encodingFormat"] for one in data["distribution"]}
    assert files["https://prov.example/exempelby/data/v1/malsystem.json"] == "application/json"
    assert files["https://prov.example/exempelby/data/v1/varden.csv"] == "text/csv"
    assert not any("metadata" in one or one.endswith((".atom", ".rdf")) for one in files)


VALUES = """
visioner: [{id: v, rubrik: Vision, status: gällande, text: T}]
indikatorer: [{id: i, namn: N, värden: [{period: 2019, värde: 1}, {period: 2024-03, värde: 2}]}]
"""


def test_a_data_set_tells_its_time_its_day_its_catalogue_and_every_form_of_the_data():
    _, data = told(
        f"{REAL}{VALUES}", "exempelby/oppna-data/", day_of={"data/exempelby/": "2026-01-02"}.get
    )
    assert (data["temporalCoverage"], data["dateModified"]) == (
        "2019-01-01/2024-03-31",
        "2026-01-02",
    )
    catalogue = "https://prov.example/exempelby/data/v1/dcat.rdf"
    assert data["includedInDataCatalog"] == {"@type": "DataCatalog", "url": catalogue}
    forms = {one["contentUrl"]: one["encodingFormat"] for one in data["distribution"]}
    assert forms["https://prov.example/exempelby/data/v1/stratml.xml"] == "application/xml"


def test_what_is_not_known_of_a_data_set_is_left_out():
    _, data = told(REAL, "exempelby/oppna-data/")
    assert not {"temporalCoverage", "dateModified"} & data.keys()
    unsaid = f"{REAL}  utgivare: Föreningen\n"
    _, data = told(unsaid, "exempelby/oppna-data/")
    assert "includedInDataCatalog" not in data


def test_the_page_of_the_site_on_open_data_has_the_table_of_all_kommuner():
    system = GoalSystem(kommun_from(f"{REAL}{VALUES}"))
    beside = Beside(SitePublisher("Öppna mål", PublisherKind.NON_PROFIT))
    setting = Setting(Site([system]), "https://prov.example/", beside)
    data = tuple(shared_files(setting, [(system.kommun, tuple(files_of(setting, system)))]))
    made = linked_data(setting, "oppna-data/", None, CRUMBS, data)
    assert made is not None
    _, found = json.loads(made)["@graph"]
    assert (found["@type"], found["publisher"]["name"]) == ("Dataset", "Öppna mål")
    assert [one["contentUrl"] for one in found["distribution"]] == [
        "https://prov.example/data/v1/varden.csv",
        "https://prov.example/data/v1/varden-excel.csv",
    ]
    assert found["includedInDataCatalog"]["url"] == "https://prov.example/data/v1/dcat.rdf"
    # Search engines leave out a description that is shorter.
    assert len(found["description"]) >= 50
    assert linked_data(setting, "oppna-data/", None, CRUMBS[:1]) is None


@pytest.mark.parametrize("url", ["exempelby/", "exempelby/oppna-data/"])
def test_a_made_up_kommun_is_never_said_to_be_an_organisation(url):
    made_up = f"{REAL}  påhittad: ja\n"
    assert [one["@type"] for one in told(made_up, url)] == ["BreadcrumbList"]


def test_a_site_without_an_address_says_nothing():
    assert told(REAL, "exempelby/", site_url="") == []


def test_words_of_the_data_can_not_end_the_script_or_hide_what_follows():
    name = "</script><!--<script>&amp;\u2028"
    system = GoalSystem(kommun_from(REAL))
    crumbs = (Crumb("Alla", ""), Crumb(name, None))
    made = linked_data(Setting(Site([system]), "https://prov.example/"), "x/", system, crumbs)
    assert made is not None
    assert not set(made) & set("<>&\u2028")
    assert json.loads(made)["@graph"][0]["itemListElement"][1]["name"] == name
