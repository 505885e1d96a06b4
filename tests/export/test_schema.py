"""The JSON Schema: it says what the files are, and keeps what the first version promised."""

import json
import os
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from kommunvision.chain import Site
from kommunvision.export import Setting, goal_system, schema
from kommunvision.export.json_text import json_text
from kommunvision.load import load_site
from kommunvision.swedish.keys import RECORDS, SECTIONS
from tests.export.random_kommuner import as_text, records
from tests.helpers import WHO, kommun_from, loaded_from

SETTING = Setting(Site(()), "https://prov.example/")
SCHEMA = json.loads(json_text(schema.document(SETTING)))
VALID = Draft202012Validator(SCHEMA)

PROMISED = Path(__file__).parent / "data-v1.txt"
UPDATE = "UPDATE_SNAPSHOTS" in os.environ

KOMMUN = kommun_from(
    """
    mål:
    - {id: a, nivå: mal, rubrik: Fler klarar skolan, ordning: 1, ansvariga: alla}
    indikatorer:
    - {id: i, namn: Andel, hör_till: a, värden: [{period: 2024, värde: "81,5"}]}
    """
)


def read_as_json(kommun: Any) -> Any:
    return json.loads(json_text(goal_system.document(SETTING, kommun)))


def faults(told: Any) -> list[str]:
    return [f"{one.json_path}: {one.message}" for one in VALID.iter_errors(told)]


def test_the_schema_is_itself_valid():
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$id"] == "https://prov.example/data/v1/malsystem.schema.json"


@pytest.mark.parametrize("slug", ["exempelby", "nora", "norberg", "sandviken", "smedjebacken"])
def test_every_kommuns_file_follows_the_schema(repository, slug):
    kommuner = {kommun.slug: kommun for kommun in load_site(repository).kommuner}
    assert faults(read_as_json(kommuner[slug])) == []


@pytest.mark.parametrize("section", [one for one in SECTIONS if one.many], ids=lambda one: one.key)
@settings(max_examples=8, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(data=st.data())
def test_whatever_may_stand_in_a_data_file_follows_the_schema(section, data):
    objects = data.draw(st.lists(records(section.record), min_size=1, max_size=1))
    files = {"data/aby/kommun.yml": WHO, "data/aby/b.yml": as_text({section.key: objects})}
    loaded = loaded_from(files)
    assume(not loaded.problems)
    (kommun,) = loaded.kommuner
    assert faults(read_as_json(kommun)) == []


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (lambda told: told["mål"][0].update(rubriken="Fel"), "'rubriken' was unexpected"),
        (lambda told: told["mål"][0].pop("rubrik"), "'rubrik' is a required property"),
        (lambda told: told["mål"][0].update(ordning="ett"), "'ett' is not of type 'integer'"),
        (lambda told: told["mål"][0].update(nivå=2), "2 is not of type 'string'"),
        (lambda told: told["mål"][0].update(ansvariga="några"), "'några' is not valid"),
        (lambda told: told["mål"][0].update(status="kanske"), "'kanske' is not one of"),
        (lambda told: told["mål"][0].update(id="Å"), "'Å' does not match"),
        (lambda told: told["indikatorer"][0].update(hör_till="a"), "'a' is not valid under any"),
        (lambda told: told["indikatorer"][0]["värden"][0].update(period=2024), "2024 is not of"),
        (lambda told: told["indikatorer"][0]["värden"][0].update(prognos="ja"), "'ja' is not of"),
        (lambda told: told["indikatorer"][0]["värden"][0].update(källa=[]), "should be non-empty"),
        (lambda told: told.pop("kommun"), "'kommun' is a required property"),
        (lambda told: told.update(version=2), "1 was expected"),
        (lambda told: told.update(goals=[]), "'goals' was unexpected"),
    ],
)
def test_a_wrong_key_or_kind_of_value_does_not_follow_the_schema(change, fault):
    told = read_as_json(KOMMUN)
    assert faults(told) == []
    wrong = deepcopy(told)
    change(wrong)
    assert any(fault in one for one in faults(wrong)), faults(wrong)


def test_every_key_is_described_in_the_words_of_the_handbook():
    for name, record in RECORDS.items():
        told = SCHEMA["$defs"][schema.definition(name)]
        assert told["description"] == record.help
        for field in record.fields:
            assert told["properties"][field.key]["description"] == field.help, (name, field.key)


def test_every_kind_of_object_has_a_part_of_its_own():
    assert len({schema.definition(name) for name in RECORDS}) == len(RECORDS)
    assert all(one.isascii() for one in SCHEMA["$defs"])


def promises() -> set[str]:
    """What a program may rely on: each key with its kind of value, and whether it always stands."""
    found = set()
    for name, record in RECORDS.items():
        for field in record.fields:
            value = f"{field.kind.name.lower()} {field.of}".strip()
            found.add(f"{name}.{field.key}: {value}{' list' if field.many else ''}")
            if field.required:
                found.add(f"{name}.{field.key}: always")
    return found


def test_nothing_that_version_1_has_promised_is_broken():
    """A broken line needs a new version, with new addresses; new keys are free to come.

    Before a release UPDATE_SNAPSHOTS=1 adds the promise of the keys that are new in it.
    """
    before = set(PROMISED.read_text("utf-8").splitlines()) if PROMISED.is_file() else set()
    if UPDATE:
        PROMISED.write_text("\n".join(sorted(before | promises())) + "\n", encoding="utf-8")
    assert before - promises() == set()
    assert before
