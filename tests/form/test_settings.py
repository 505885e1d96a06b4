"""The settings of the form editor follow the key tables, and are such as the editor takes."""

import json
import re

import pytest
from jsonschema import Draft7Validator

from kommunvision.form import backend_of, settings_text
from kommunvision.load import load_site
from kommunvision.swedish.keys import RECORDS, SECTIONS, Kind
from tests.helpers import loaded_from, standard_files


def told(kommuner, chosen="lokalt", repo_url=None) -> dict:
    text = settings_text(
        kommuner,
        backend_of(chosen, repo_url),
        title="Redigera Provplatsen",
        home="/",
        icon="/i.svg",
    )
    return json.loads(text)


def of(text: str) -> dict:
    loaded = loaded_from(standard_files(text))
    assert not loaded.problems
    return told(loaded.kommuner)


@pytest.fixture(scope="module")
def everything(repository) -> dict:
    """The settings for all kommuner of the repository."""
    return told(load_site(repository).kommuner)


def forms(settings: dict) -> dict[str, dict]:
    """Every form by the path of its file."""
    return {
        form["file"]: form
        for collection in settings["config"]["collections"]
        for form in collection["files"]
    }


def every_field(found: dict):
    """A field and all within it."""
    yield found
    for inner in [*found.get("fields", []), *([found["field"]] if "field" in found else [])]:
        yield from every_field(inner)


def field(settings: dict, path: str, *keys: str) -> dict:
    """The field that a row of keys leads to in the form of a file."""
    fields = forms(settings)[path]["fields"]
    for key in keys:
        found = next(one for one in fields if one["name"] == key)
        fields = found.get("fields", [])
    return found


@pytest.fixture(scope="module")
def validator(repository) -> Draft7Validator:
    """The schema that the editor brings for its own settings."""
    schema = repository / "editor/node_modules/@sveltia/cms/schema/sveltia-cms.json"
    return Draft7Validator(json.loads(schema.read_text("utf-8")))


def one_of_each(settings: dict) -> list[dict]:
    """Fields that differ in what is said of them, each without those within it."""
    inner = {"name": "text", "label": "Text", "widget": "string"}
    found: dict[tuple, dict] = {}
    for form in forms(settings).values():
        for whole in form["fields"]:
            for one in every_field(whole):
                alone = dict(one)
                if "fields" in one:
                    alone["fields"] = [inner]
                if "field" in one:
                    alone["field"] = inner
                found.setdefault((one["widget"], *sorted(one)), alone)
    return list(found.values())


def test_the_settings_are_such_as_the_editor_takes(everything, validator):
    form = {
        "name": "mal",
        "file": "data/mal.yml",
        "format": "mal",
        "fields": one_of_each(everything),
    }
    collection = {"name": "exempelby", "label": "Exempelby", "files": [form]}
    config = {**everything["config"], "collections": [collection]}
    assert len(form["fields"]) > 8
    assert [error.message for error in validator.iter_errors(config)] == []
    wrong = {**form, "fields": [{"name": "text", "widget": "string", "mandatory": True}]}
    config["collections"] = [{**collection, "files": [wrong]}]
    assert list(validator.iter_errors(config))


@pytest.mark.full
def test_the_settings_of_the_whole_site_are_such_as_the_editor_takes(everything, validator):
    assert [error.message for error in validator.iter_errors(everything["config"])] == []


def test_every_kommun_has_a_form_for_each_file_that_people_write(everything, repository):
    written = {
        path.relative_to(repository).as_posix() for path in (repository / "data").rglob("*.yml")
    }
    machine = {"data/adresser.yml", "data/exempelby/las.yml"}
    fetched = {path for path in written if "/statistik/" in path}
    assert set(forms(everything)) == written - machine - fetched


def test_every_key_of_the_tables_has_a_field_with_help_in_swedish(everything):
    for section in SECTIONS:
        shown = [
            one
            for form in forms(everything).values()
            for one in form["fields"]
            if one["name"] == section.key
        ]
        assert shown, section.key
        keys = [one.key for one in RECORDS[section.record].fields]
        assert sorted(one["name"] for one in shown[0]["fields"]) == sorted(keys)
    for form in forms(everything).values():
        for whole in form["fields"]:
            for one in list(every_field(whole))[1:]:
                assert re.match("[A-ZÅÄÖ]", one["label"]), one
                assert "_" not in one["label"]


def test_what_an_occasion_said_before_a_correction_is_left_to_the_file(everything):
    correction = field(
        everything, "data/exempelby/uppfoljning/2024.yml", "uppföljningar", "rättelser"
    )
    former = [one.key for one in RECORDS["correction"].fields if one.kind is Kind.FORMER]
    assert former
    assert not {one["name"] for one in correction["fields"]} & set(former)


def test_a_reference_is_picked_among_the_kommuns_own_objects_of_the_right_kind():
    settings = of("""
        visioner:
        - {id: vision-2035, rubrik: Hela livets kommun, status: gällande, text: Här bor vi.}
        mål:
        - {id: larande, nivå: omrade, rubrik: Nyfikna hela livet, överordnade: [vision-2035]}
        organisation:
        - {id: ks, namn: Kommunstyrelsen, slag: styrelse}
        """)
    path = "data/exempelby/mal.yml"
    parents = field(settings, path, "mål", "överordnade", "id")
    assert parents["options"] == [
        {"label": "Nyfikna hela livet (larande)", "value": "larande"},
        {"label": "Hela livets kommun (vision-2035)", "value": "vision-2035"},
        {"label": "framgår inte av källan", "value": "framgår inte av källan"},
    ]
    responsible = field(settings, path, "mål", "ansvariga", "id")
    assert [one["value"] for one in responsible["options"]] == [
        "ks",
        "framgår inte av källan",
        "alla",
    ]


def test_levels_statuses_and_trends_are_picked_among_the_kommuns_own_words():
    settings = of("""
        skalor:
        - id: ljus
          namn: Trafikljus
          används_för: [mål]
          steg: [{id: gront, ord: grönt}, {id: rott, ord: rött}]
        mål:
        - {id: larande, nivå: omrade, rubrik: Nyfikna hela livet}
        uppföljningar:
        - id: delar-2024
          namn: Delårsrapport
          period: 2024
          omdömen: [{om: larande, status: grönt}]
        """)
    path = "data/exempelby/mal.yml"
    levels = field(settings, path, "mål", "nivå")
    assert [one["label"] for one in levels["options"]] == [
        "område (omrade)",
        "mål (mal)",
        "nämndmål (namndmal)",
    ]
    words = [
        one["value"]
        for one in field(settings, path, "uppföljningar", "omdömen", "status")["options"]
    ]
    assert words[:2] == ["grönt", "rött"]
    assert "inte mätt ännu" in words
    trends = field(settings, path, "uppföljningar", "omdömen", "trend")
    assert [one["value"] for one in trends["options"]] == ["bättre", "oförändrat", "sämre"]


@pytest.mark.parametrize(
    ("keys", "good", "bad", "says"),
    [
        (("mål", "id"), "utb-2", "Utbildning 2", "små bokstäver"),
        (("mål", "ordning"), "3", "tre", "heltal"),
        (("indikatorer", "målvärden", "minst"), "13 000,5", "mycket", "tal med siffror"),
        (("indikatorer", "målvärden", "period"), "andra tertialet 2024", "i fjol", "Skriv året"),
        (("beslut", "adress"), "https://exempelby.example/a", "exempelby.example", "https://"),
        (("källor", "adress"), "framgår inte av källan", "vet ej", "https://"),
    ],
)
def test_a_value_that_cannot_be_read_is_told_of_in_swedish(everything, keys, good, bad, says):
    for form in forms(everything).values():
        if form["fields"][0]["name"] == keys[0] or any(
            one["name"] == keys[0] for one in form["fields"]
        ):
            pattern, message = field(everything, form["file"], *keys)["pattern"]
            assert re.search(pattern, good)
            assert not re.search(pattern, bad)
            assert says in message


def test_a_number_and_a_flag_are_kept_as_they_are_written(everything):
    kinds = {
        one["widget"]
        for form in forms(everything).values()
        for whole in form["fields"]
        for one in every_field(whole)
    }
    assert kinds == {"list", "object", "select", "string", "text"}
    own = field(everything, "data/exempelby/mal.yml", "mål", "egen_rubrik")
    assert [one["value"] for one in own["options"]] == ["ja", "nej"]


@pytest.mark.parametrize(
    ("chosen", "repo_url", "settings", "hosts"),
    [
        ("github", "https://github.com/exempelby/mal", {"name": "github", "repo": "exempelby/mal"}, ("https://api.github.com",)),
        ("gitlab", "https://gitlab.com/exempelby/webb/mal.git", {"name": "gitlab", "repo": "exempelby/webb/mal"}, ("https://gitlab.com",)),
        ("gitlab", "https://git.exempelby.example:8443/webb/mal/", {"api_root": "https://git.exempelby.example:8443/api/v4"}, ("https://git.exempelby.example:8443",)),
        ("github", "https://git.exempelby.example/webb/mal", {"api_root": "https://git.exempelby.example/api/v3"}, ("https://git.exempelby.example",)),
        ("github", "https://git.exempelby.example:8443/webb/mal", {"graphql_api_root": "https://git.exempelby.example:8443/api/graphql"}, ("https://git.exempelby.example:8443",)),
        ("lokalt", None, {"name": "github"}, ()),
    ],
)  # fmt: skip
def test_the_repository_says_where_to_save_and_whom_the_page_may_ask(
    chosen, repo_url, settings, hosts
):
    backend = backend_of(chosen, repo_url)
    assert backend.settings.items() >= settings.items()
    assert backend.hosts == hosts


def test_what_is_saved_is_proposed_where_that_is_asked_for_and_there_is_somewhere_to(everything):
    assert everything["config"]["publish_mode"] == "simple"
    address = "https://github.com/exempelby/mal"
    proposing = backend_of("github", address, "redaktionen", proposals=True)
    text = settings_text([], proposing, title="", home="/", icon="/i.svg")
    config = json.loads(text)["config"]
    assert config["publish_mode"] == "editorial_workflow"
    assert config["backend"]["branch"] == "redaktionen"
    # Nothing is taken in before the check has judged it, so nothing is published from the forms.
    assert {one["publish"] for one in everything["config"]["collections"]} == {False}
    assert not backend_of("lokalt", None, "redaktionen", proposals=True).proposals


@pytest.mark.parametrize(
    "repo_url",
    [None, "https://github.com/", "http://github.com/a/b", "https://x y/a/b", "https://a;b/c/d"],
)
def test_an_address_that_is_no_repository_is_no_place_to_save_in(repo_url):
    assert backend_of("github", repo_url) is None
