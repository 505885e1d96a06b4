"""One file a page: what it shows, and what that is linked with, by title and address."""

import json
from pathlib import Path
from typing import Any

import pytest

from kommunvision import pipeline
from kommunvision.chain import GoalSystem, Site
from kommunvision.export import DataFile, Form, Setting, files_of
from tests.helpers import LEVELS, WHO, kommun_from, loaded_from
from tests.projects import project

TEXT = """
visioner:
- {id: v, rubrik: Vision 2035, status: gällande, text: Vi vågar.}
mål:
- {id: larande, nivå: omrade, rubrik: Lärande, överordnade: v}
- id: utb-2
  tidigare_id: utb-1
  nivå: mal
  rubrik: Fler klarar skolan
  överordnade: [larande]
  ansvariga: [bun, {namn: Regionen}]
  källa: {id: budget, plats: sidan 8}
- {id: bun-1, nivå: namndmal, rubrik: Läsa med flyt, överordnade: utb-2}
- {id: gammalt, nivå: mal, rubrik: Det gamla, överordnade: larande, status: ersatt}
- {id: nytt, nivå: mal, rubrik: Det nya, överordnade: larande, ersätter: gammalt}
organisation: [{id: bun, namn: Barnnämnden, slag: nämnd}]
källor: [{id: budget, titel: Budget 2026}]
indikatorer:
- {id: ind, namn: Andel, hör_till: utb-2, värden: [{period: 2024, värde: "81,5"}]}
mätvärden:
- {indikator: ind, grupp: Alla kommuner, värden: [{period: 2024, värde: 80}]}
uppföljningar:
- id: ar-2023
  namn: Årsredovisning 2023
  period: 2023
  omdömen: [{om: utb-2, status: inte uppfyllt}]
- id: ar-2024
  namn: Årsredovisning 2024
  period: 2024
  omdömen: [{om: utb-2, status: delvis, kommentar: På väg.}]
skalor:
- {id: s, namn: S, steg: [{id: ja, ord: uppfyllt}, {id: delvis, ord: delvis uppfyllt},
   {id: nej, ord: inte uppfyllt}]}
"""


def files_from(text: str) -> dict[str, DataFile]:
    system = GoalSystem(kommun_from(text))
    setting = Setting(Site([system]), "https://prov.example/")
    return {file.path: file for file in files_of(setting, system)}


def shown(path: str, text: str = TEXT) -> Any:
    return json.loads(files_from(text)[f"exempelby/{path}"].content)


def test_a_goals_file_says_what_its_page_says():
    told = shown("mal/utb-2.json")
    assert told["kommun"]["namn"] == "Exempelby kommun"
    assert (told["typ"], told["nivå"], told["titel"]) == ("mål", "mål", "Fler klarar skolan")
    assert told["sida"] == "https://prov.example/exempelby/mal/utb-2/"
    assert told["villkor"] == "https://prov.example/exempelby/oppna-data/#villkor"
    assert told["uppgifter"]["källa"] == [{"id": "budget", "plats": "sidan 8"}]


def test_a_goals_file_has_the_way_up_and_what_stands_below():
    told = shown("mal/utb-2.json")
    (way,) = told["vägar_upp"]
    assert [step["titel"] for step in way] == ["Vision 2035", "Lärande"]
    assert [(one["titel"], one["nivå"], one["överordnade"]) for one in told["underordnade"]] == [
        ("Läsa med flyt", "nämndmål", ["utb-2"])
    ]
    below_vision = shown("vision/v.json")["underordnade"]
    assert [one["id"] for one in below_vision] == ["larande", "utb-2", "gammalt", "nytt", "bun-1"]


def test_a_goals_file_has_its_indicators_with_their_values_and_those_of_others():
    (indicator,) = shown("mal/utb-2.json")["indikatorer"]
    assert indicator["sida"] == "https://prov.example/exempelby/indikatorer/ind/"
    assert indicator["uppgifter"]["värden"] == [{"period": "2024", "värde": 81.5}]
    (series,) = indicator["mätvärden"]
    assert series["grupp"] == "Alla kommuner"
    assert series["värden"] == [{"period": "2024", "värde": 80}]


def test_a_goals_file_has_every_statement_the_newest_first_in_the_words_of_its_scale():
    newest, before = shown("mal/utb-2.json")["omdömen"]
    assert newest["uppföljning"]["titel"] == "Årsredovisning 2024"
    assert newest["omdöme"]["kommentar"] == "På väg."
    assert newest["steg"]["ord"] == "delvis uppfyllt"
    assert before["steg"]["ord"] == "inte uppfyllt"


def test_what_is_referred_to_has_its_title_and_address():
    referred = {one["id"]: one for one in shown("mal/utb-2.json")["hänvisar_till"]}
    assert referred["bun"]["titel"] == "Barnnämnden"
    assert referred["budget"] == {
        "id": "budget",
        "typ": "källa",
        "titel": "Budget 2026",
        "sida": "https://prov.example/exempelby/kallor/#budget",
    }
    assert referred["larande"]["typ"] == "mål"


def test_a_reference_to_another_kommun_leads_there():
    goals = "mål: [{id: m, nivå: mal, rubrik: Vatten, ansvariga: [beby/kf]}]"
    other = WHO.replace("Exempelby", "Beby") + LEVELS
    loaded = loaded_from(
        {
            "data/aby/kommun.yml": WHO + LEVELS,
            "data/aby/mal.yml": goals,
            "data/beby/kommun.yml": other,
            "data/beby/org.yml": "organisation: [{id: kf, namn: Fullmäktige, slag: fullmäktige}]",
        }
    )
    site = Site(map(GoalSystem, loaded.kommuner))
    system = site.system("aby")
    assert system is not None
    files = {file.path: file for file in files_of(Setting(site), system)}
    (referred,) = json.loads(files["aby/mal/m.json"].content)["hänvisar_till"]
    assert (referred["id"], referred["sida"]) == ("beby/kf", "beby/organisation/kf/")


def test_an_indicators_file_has_all_its_values_and_an_occasions_all_its_figures():
    assert shown("indikatorer/ind.json")["mätvärden"][0]["grupp"] == "Alla kommuner"
    told = shown("uppfoljning/ar-2024.json")
    assert told["föregående_uppföljning"]["id"] == "ar-2023"
    assert [(one["id"], one["steg"]["ord"]) for one in told["bedömt"]] == [
        ("utb-2", "delvis uppfyllt")
    ]
    (figure,) = told["värden"]
    assert figure["indikator"]["titel"] == "Andel"
    assert figure["värden"] == [{"period": "2024", "värde": 81.5}]


def test_a_replaced_goals_file_leads_to_its_successor():
    assert [one["id"] for one in shown("mal/gammalt.json")["ersätts_av"]] == ["nytt"]


def test_an_address_from_before_a_change_of_id_gives_the_same_file():
    files = files_from(TEXT)
    assert files["exempelby/mal/utb-1.json"].content == files["exempelby/mal/utb-2.json"].content
    # Only the present page leads to it.
    assert files["exempelby/mal/utb-1.json"].page is None
    assert files["exempelby/mal/utb-2.json"].page == "exempelby/mal/utb-2/"


def addresses(told: object) -> set[str]:
    """Every address of a page in a file."""
    if isinstance(told, list):
        return {url for one in told for url in addresses(one)}
    if not isinstance(told, dict):
        return set()
    own = {told["sida"]} if "sida" in told else set()
    return own | {url for one in told.values() for url in addresses(one)}


@pytest.mark.full
def test_every_page_of_the_four_kinds_has_its_file_and_every_address_leads_to_a_page(repository):
    outcome = pipeline.produce(repository)
    pages = {page.url for page in outcome.pages}
    kinds = ("/mal/", "/vision/", "/indikatorer/", "/uppfoljning/")
    own = {url for url in pages if any(f"{kind}" in f"/{url}"[:-1] for kind in kinds)}
    own = {url for url in own if url.count("/") == 3}
    written = [file for file in outcome.data if file.form is Form.JSON]
    files = {file.page: file for file in written if file.page}
    assert own - {page.url for page in outcome.pages if page.kicker == "Borttagen sida"} <= set(
        files
    )
    for file in written:
        led = {url.partition("#")[0] for url in addresses(json.loads(file.content))}
        assert led <= pages, file.path


def test_the_same_data_gives_the_same_bytes(tmp_path: Path):
    root = project(tmp_path)
    first, second = (pipeline.produce(root, site_url="https://prov.example/") for _ in range(2))
    assert first.data == second.data
    assert set(first.data) <= set(first.artifacts)
