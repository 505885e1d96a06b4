"""The schemas for editors: what they stop the loader stops too, and they know what it knows."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from kommunvision.export.editors import schemas
from kommunvision.export.editors.portable import portable
from kommunvision.export.schema import definition
from kommunvision.export.yaml_text import yaml_text
from kommunvision.load.located import parse
from kommunvision.load.reader import Reader
from kommunvision.load.tree import Mapping, Node, Sequence
from kommunvision.swedish.editors import ANY_FILE, BEGINNINGS, escaped, modeline
from kommunvision.swedish.keys import CHOICES, RECORDS, Kind
from kommunvision.swedish.problems import PROBLEMS, Severity
from tests.export.random_kommuner import example, lines, records

SCHEMAS = {Path(one.path).name: json.loads(str(one.content)) for one in schemas()}
VALID = {name: Draft202012Validator(one) for name, one in SCHEMAS.items()}
ANY = VALID[f"{ANY_FILE[0]}.schema.json"]

# What YAML 1.2 takes for something else than text, which is what editors go by.
GUESSES = (
    (re.compile(r"~|null|Null|NULL|"), lambda _: None),
    (re.compile(r"true|True|TRUE|false|False|FALSE"), lambda text: text.lower() == "true"),
    (re.compile(r"[-+]?[0-9]+"), int),
    (re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+"), lambda text: int(text, 0)),
    (re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?"), float),
)

SOME = settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))


def as_editors_read(node: Node | None) -> Any:
    """A file as an editor's YAML reads it: a value without quotation marks may be a number."""
    if isinstance(node, Mapping):
        return {key.text: as_editors_read(value) for key, value in node.entries}
    if isinstance(node, Sequence):
        return [as_editors_read(item) for item in node.items]
    text, plain = (node.text, node.plain) if node else ("", True)
    guesses = (made(text) for form, made in GUESSES if plain and form.fullmatch(text))
    return next(guesses, text)


def squiggles(text: str, valid: Draft202012Validator = ANY) -> list[str]:
    """What an editor complains about in a file that it can read."""
    node, _ = parse(text, "a.yml")
    return [
        f"{one.json_path}: {one.message[:200]}" for one in valid.iter_errors(as_editors_read(node))
    ]


def faults(name: str, text: str) -> set[str]:
    """The codes of the errors that the loader finds in an object of a kind."""
    node, found = parse(text, "a.yml")
    assert node is not None
    reader = Reader(found)
    reader.values(name, node) if name == "kommun" else reader.record(name, node)
    return {one.code for one in found if PROBLEMS[one.code].severity is Severity.ERROR}


def has_bare_words(text: str) -> bool:
    """Whether a text has the words that are text to the loader and something else to editors."""

    def within(read: Any) -> bool:
        if isinstance(read, dict):
            return any(map(within, read.values()))
        if isinstance(read, list):
            return any(map(within, read))
        return read is None or isinstance(read, bool)

    return within(as_editors_read(parse(text, "a.yml")[0]))


@pytest.mark.parametrize("name", SCHEMAS)
def test_each_schema_is_itself_valid_and_leads_to_nothing_outside_itself(name):
    Draft202012Validator.check_schema(SCHEMAS[name])
    references = re.findall(r'"\$ref": ?"([^"]*)"', json.dumps(SCHEMAS[name]))
    assert all(one.startswith("#/$defs/") for one in references)
    assert all(one.removeprefix("#/$defs/") in SCHEMAS[name]["$defs"] for one in references)


def test_the_committed_schemas_are_those_of_the_tables(repository):
    for one in schemas():
        assert (repository / one.path).read_text("utf-8") == str(one.content), "kommunvision schema"
    assert {path.name for path in (repository / "schema").iterdir()} == set(SCHEMAS)


def of(name: str) -> Draft202012Validator:
    """What an editor goes by within an object of a kind."""
    schema = {"$ref": f"#/$defs/{definition(name)}", "$defs": ANY.schema["$defs"]}
    return Draft202012Validator(schema)


def two_ways(told: object) -> list[str]:
    """A value as YAML with as many quotation marks as there can be, and with as few."""
    few = yaml_text({"x": told}).removeprefix("x:")
    return [json.dumps(told, ensure_ascii=False), dedent(few)]


# Of values the others are inherited, or belong to an object alone.
kinds = pytest.mark.parametrize("name", [one for one in RECORDS if one != "validity"])


@kinds
@SOME
@given(data=st.data())
def test_what_the_loader_takes_no_editor_complains_about(name, data):
    told = data.draw(records(name))
    for text in two_ways(told):
        if not faults(name, text) and not has_bare_words(text):
            assert squiggles(text, of(name)) == [], text


# Where what an editor stops is all that the loader stops, but for the lengths of texts.
EXACT = {Kind.FLAG, Kind.WHOLE, Kind.CHOICE, Kind.COLOUR, Kind.CODE, Kind.EMAIL, Kind.NUMBER}
ODD = {"KV003", "KV005", "KV008", "KV009", "KV115", "KV119", "KV123", "KV131"}

anything = st.one_of(
    lines,
    st.sampled_from(["ja", "3", "81,5", "13.000", "2024", "#0b5a6b", "a b", "http://", "§", " "]),
    st.just([]),
    st.lists(lines, min_size=1, max_size=2),
    st.just({}),
    st.dictionaries(st.sampled_from(["id", "text", "okänd"]), lines, min_size=1, max_size=2),
)


def needed(name: str) -> dict[str, object]:
    """An object with what it must have, as the handbook shows it."""
    told = {field.key: example(field) for field in RECORDS[name].fields if field.required}
    return {**told, "id": "x"} if name == "reference" else told


@kinds
@SOME
@given(data=st.data())
def test_what_an_editor_complains_about_the_loader_does_not_take(name, data):
    field = data.draw(st.sampled_from(RECORDS[name].fields))
    told = {**needed(name), field.key: data.draw(anything)}
    for text in two_ways(told):
        if squiggles(text, of(name)) and not has_bare_words(text):
            assert faults(name, text), text
    quoted = two_ways(told)[0]
    if field.kind in EXACT and faults(name, quoted) - ODD:
        assert squiggles(quoted, of(name)), quoted


# One field of each kind, with what it is read as.
LOOKS = {
    (field.kind, field.of, field.many, field.unstated, field.word): (name, field)
    for name, record in RECORDS.items()
    if name != "validity"
    for field in record.fields
}
WRONG = [
    "",
    " ",
    "3",
    "-3",
    "3,5",
    "a",
    "Å",
    "a\nb",
    "ja",
    "#12345",
    "a@b",
    "§",
    [],
    {},
    ["a"],
    [{}],
]


@pytest.mark.parametrize("name", sorted({name for name, _ in LOOKS.values()}))
def test_what_is_wrong_under_a_key_is_wrong_to_both(name):
    for of_record, field in LOOKS.values():
        for value in WRONG if of_record == name else []:
            text = json.dumps({**needed(name), field.key: value}, ensure_ascii=False)
            stopped, refused = squiggles(text, of(name)), faults(name, text) - ODD
            assert refused or not stopped, text
            alone = not isinstance(value, str) or field.kind in EXACT
            assert stopped or not (refused and alone and field.kind is not Kind.FORMER), text


@kinds
def test_a_key_that_is_unknown_and_one_that_is_missing_are_known_to_an_editor_too(name):
    told = needed(name)
    assert squiggles(json.dumps(told), of(name)) == []
    wrong = [{**told, "okänd": "x"}, {**told, "Id": "x"}]
    wrong += [{key: value for key, value in told.items() if key != one} for one in told]
    for one in wrong:
        assert squiggles(json.dumps(one), of(name)), one
        assert faults(name, json.dumps(one)), one


# What an editor can know of what the check knows: the shape, not what objects say of each other,
# and not how a number is written (KV118), for 13.000 is one to an editor.
SHAPE = ["KV014", "KV018", "KV020", *(f"KV1{number:02}" for number in (1, 2, 3, 4, 5, 6, 7, 8, 9))]
SHAPE += ["KV110", "KV111", "KV112", "KV113", "KV114", "KV116", "KV117", "KV119", "KV120", "KV122"]
SHAPE += ["KV401", "KV408"]
# Files that the engine writes have a shape of their own.
APART = {"adresser.yml", "las.yml"}


def data_files(files: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for name, text in files.items():
        is_data = name.startswith("data/") and name.endswith(".yml")
        if is_data and Path(name).name not in APART and isinstance(text, str):
            yield name, text


def test_a_mended_example_has_no_squiggle_and_a_faulty_one_only_where_the_check_has_an_error():
    for code, text in PROBLEMS.items():
        for _, content in data_files(text.good):
            assert squiggles(content) == [], code
        found = [one for _, content in data_files(text.bad) for one in squiggles(content)]
        if found:
            assert text.severity is Severity.ERROR, (code, found)
        if code in SHAPE:
            assert found, code


def test_every_data_file_of_the_repository_says_by_which_schema_it_is_written(repository):
    for path in sorted((repository / "data").rglob("*.yml")):
        name = path.relative_to(repository).as_posix()
        text = path.read_text("utf-8")
        if path.name in APART:
            assert squiggles(text, VALID[f"{path.stem}.schema.json"]) == []
        else:
            node, _ = parse(text, name)
            first = text.partition("\n")[0]
            assert first == modeline(name, [key.text for key, _ in node.entries]), name
            schema = (path.parent / first.partition("$schema=")[2]).resolve()
            assert schema.is_file()
            assert squiggles(text, VALID[schema.name]) == [], name


def test_a_file_of_one_kind_gets_its_schema_and_one_of_several_gets_that_for_any():
    assert modeline("data/a/egna.yml", ["format", "mål"]).endswith("=../../schema/mal.schema.json")
    assert modeline("data/mal.yml", ["mål", "källor"]).endswith("=../schema/datafil.schema.json")


def test_what_is_offered_whole_has_all_that_it_must_have_and_is_good_data():
    for name, (label, attributes) in BEGINNINGS.items():
        snippet = ANY.schema["$defs"][definition(name)]["defaultSnippets"][0]
        assert snippet["label"] == label
        body = json.loads(re.sub(r"\$\{\d+:([^}]*)\}", r"\1", json.dumps(snippet["body"])))
        assert faults(name, json.dumps(body)) == set(), name
        assert squiggles(json.dumps(body), of(name)) == [], name
        wanted = {field.attribute for field in RECORDS[name].fields if field.required}
        assert wanted <= set(attributes.split()), name


def test_every_word_of_a_choice_is_offered_and_every_key_is_explained():
    for name, record in RECORDS.items():
        keys = ANY.schema["$defs"][definition(name)]["properties"]
        for field in record.fields:
            told = keys[field.key]
            assert told["title"] == field.key
            assert told["markdownDescription"].startswith(escaped(field.help))
            assert f"{field.key}: {field.example}" in told["markdownDescription"]
            if field.kind is Kind.CHOICE:
                offered = [one["label"] for one in told["defaultSnippets"]]
                assert set(CHOICES[field.of]) <= set(offered), field.key


def test_a_pattern_means_the_same_without_flags():
    pattern = portable(re.compile(r"(?P<day>\d+) maj", re.IGNORECASE), re.compile(r"a\"b[ -]?c"))
    assert all(re.fullmatch(pattern, text) for text in ("3 MAJ", "30  Maj", 'a"bc', 'a"b-c'))
    assert not any(re.fullmatch(pattern, text) for text in ("maj", "3 mar", 'A"bc'))
    assert "?P<" not in pattern
