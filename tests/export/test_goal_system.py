"""The whole goal system as JSON: nothing is lost on the way there and back."""

import dataclasses

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from kommunvision.chain import Site
from kommunvision.export import Setting
from kommunvision.export.goal_system import document
from kommunvision.export.json_text import json_text
from kommunvision.export.records import Writer
from kommunvision.load import load_site, read_json
from kommunvision.load.classes import CLASSES
from kommunvision.load.located import parse
from kommunvision.load.reader import Reader
from kommunvision.model import Item, Kommun
from kommunvision.problem import Problems
from kommunvision.swedish.keys import RECORDS, SECTIONS, Kind
from kommunvision.swedish.open_data import PAGE_KEY
from tests.export.random_kommuner import as_text, example, records
from tests.helpers import WHO, kommun_from, loaded_from

SETTING = Setting(Site(()), "https://prov.example/")


def there_and_back(kommun: Kommun) -> Kommun:
    """The kommun as somebody reads it from its file."""
    text = json_text(document(SETTING, kommun))
    found, problems = read_json(text)
    assert not problems, [(one.code, str(one.origin), dict(one.details)) for one in problems]
    assert found is not None
    # Digit by digit: 81.50 and 81.5 are equal, and are not shown alike.
    assert json_text(document(SETTING, found)) == text
    return found


@pytest.mark.parametrize("slug", ["exempelby", "nora", "norberg", "sandviken", "smedjebacken"])
def test_every_kommun_of_the_site_comes_back_as_it_was(repository, slug):
    kommuner = {kommun.slug: kommun for kommun in load_site(repository).kommuner}
    kommun = kommuner[slug]
    assert there_and_back(kommun) == kommun


@pytest.mark.parametrize("section", [one for one in SECTIONS if one.many], ids=lambda one: one.key)
@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(data=st.data())
def test_whatever_may_stand_in_a_file_comes_back_as_it_was(section, data):
    objects = data.draw(st.lists(records(section.record), min_size=1, max_size=2))
    files = {"data/aby/kommun.yml": WHO, "data/aby/b.yml": as_text({section.key: objects})}
    loaded = loaded_from(files)
    # Some dates are of no calendar, and some end before they begin.
    assume({one.code for one in loaded.problems} <= {"KV402", "KV403", "KV408"})
    assume(not loaded.problems)
    (kommun,) = loaded.kommuner
    assert there_and_back(kommun) == kommun


@settings(max_examples=15)
@given(told=records("kommun"))
def test_whatever_a_kommun_says_of_itself_comes_back_as_it_was(told):
    loaded = loaded_from({"data/aby/kommun.yml": as_text({"kommun": told})})
    assume({one.code for one in loaded.problems} <= {"KV402", "KV403", "KV408"})
    assume(not loaded.problems)
    (kommun,) = loaded.kommuner
    assert there_and_back(kommun) == kommun


@pytest.mark.parametrize(
    ("name", "key"),
    [(name, field.key) for name, record in RECORDS.items() for field in record.fields],
)
def test_every_key_of_a_data_file_is_a_key_of_the_json_too(name, key):
    told = {
        field.key: example(field)
        for field in RECORDS[name].fields
        if field.required or field.key == key
    }
    if name == "reference" and not {"id", "namn"} & told.keys():
        told["id"] = "x"
    if name == "correction":
        # What stood before is read as the key that is corrected, of a statement or of the whole.
        told["om"] = "x"
    assert key in Writer(SETTING, kommun_from("mål: []")).record(name, made(name, told))


def made(name: str, told: dict[str, object]) -> object:
    """The object that the reader makes of a mapping."""
    node, _ = parse(as_text(told), "x.yml")
    problems = Problems()
    reader = Reader(problems)
    assert node is not None
    if name != "kommun":
        found = reader.record(name, node)
    else:
        values = reader.values(name, node)
        assert values is not None
        found = Kommun(slug="aby", folder="data/aby", **values)
    assert not problems, [(one.code, dict(one.details)) for one in problems]
    return found


def test_nothing_that_the_model_knows_is_outside_the_key_tables():
    """Else it would be lost: what is written to JSON is what the tables name."""
    # What every object with an id has is no key of all of them.
    beside = {"where", "not_stated", *(field.name for field in dataclasses.fields(Item))}
    found_out = {("picture", "size"), ("withdrawn", "timed")}
    of_the_folder = {
        "slug",
        "folder",
        "locks",
        "unread",
        "drafts",
        *(one.attribute for one in SECTIONS),
    }
    for name, kind in {**CLASSES, "kommun": Kommun}.items():
        fields = RECORDS[name].fields
        known = {field.attribute for field in fields} | {one.word[1] for one in fields if one.word}
        if name == "kommun":
            known |= of_the_folder
        for field in dataclasses.fields(kind):
            if field.name not in known | beside:
                assert (name, field.name) in found_out


def test_a_flag_that_is_left_out_means_no():
    """Only flags that are set are written."""
    for name, kind in {**CLASSES, "kommun": Kommun}.items():
        defaults = {field.name: field.default for field in dataclasses.fields(kind)}
        flags = [one.attribute for one in RECORDS[name].fields if one.kind is Kind.FLAG]
        assert not [flag for flag in flags if defaults[flag] is not False]


def test_keys_that_only_the_json_has_are_keys_of_nothing_else():
    in_data_files = {field.key for record in RECORDS.values() for field in record.fields}
    assert PAGE_KEY not in in_data_files


def test_the_file_says_things_in_the_words_of_the_data_files():
    told = document(
        SETTING,
        kommun_from(
            """
            mål:
            - id: utb-2
              nivå: mal
              rubrik: Fler klarar skolan
              status: gällande
              gäller: framgår inte av källan
              ansvariga: alla
              överordnade: {id: larande, vår_tolkning: ja}
              underordnade_totalt: 13
            - {id: larande, nivå: omrade, rubrik: Lärande}
            mätvärden:
            - indikator: i
              värden:
              - {period: andra tertialet 2024, värde: "0,125"}
              - {period: maj 2024, värde: "81,50", preliminärt: ja}
              - {period: 2023, värde: ja}
              - {period: 2022, värde: 13 000}
            """
        ),
    )
    assert told["kommun"]["sida"] == "https://prov.example/exempelby/"
    assert told["mål"][0] == {
        "id": "utb-2",
        "sida": "https://prov.example/exempelby/mal/utb-2/",
        "nivå": "mal",
        "rubrik": "Fler klarar skolan",
        "överordnade": [{"id": "larande", "vår_tolkning": True}],
        "status": "gällande",
        "gäller": "framgår inte av källan",
        "ansvariga": "alla",
        "underordnade_totalt": 13,
    }
    values = json_text(told["mätvärden"][0]["värden"])
    assert values.split() == [
        *["[", "{", '"period":', '"tertial', "2", '2024",', '"värde":', "0.125", "},"],
        *["{", '"period":', '"2024-05",', '"värde":', "81.50,", '"preliminärt":', "true", "},"],
        *["{", '"period":', '"2023",', '"värde":', "true", "},"],
        *["{", '"period":', '"2022",', '"värde":', "13000", "}", "]"],
    ]


@pytest.mark.parametrize("text", ["[]", "text", "", "{", "{}", '{"kommun": {"namn": "Åby"}}'])
def test_a_file_that_is_no_goal_system_is_a_problem_and_no_kommun(text):
    kommun, problems = read_json(text)
    assert kommun is None
    assert problems
