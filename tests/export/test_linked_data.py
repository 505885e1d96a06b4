"""What search engines read in pages: true, complete, and nothing that the page could break on."""

import json
from typing import Any

import pytest

from kommunvision.artifact import Crumb
from kommunvision.chain import GoalSystem, Site
from kommunvision.export import Setting, files_of, linked_data
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


def told(text: str, url: str, site_url: str = "https://prov.example/") -> list[dict[str, Any]]:
    system = GoalSystem(kommun_from(text))
    setting = Setting(Site([system]), site_url)
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
    assert (data["@type"], data["name"]) == ("Dataset", "Vision och mål i Aby kommun")
    assert data["license"] == "https://prov.example/exempelby/oppna-data/#villkor"
    files = {one["contentUrl"]: one["encodingFormat"] for one in data["distribution"]}
    assert files["https://prov.example/exempelby/data/v1/malsystem.json"] == "application/json"
    assert files["https://prov.example/exempelby/data/v1/varden.csv"] == "text/csv"
    assert not any("metadata" in one or one.endswith(".atom") for one in files)


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
