"""Random data by the key tables: whatever may stand in a data file, as hypothesis finds it."""

import json
from collections.abc import Callable

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from kommunvision.load.located import parse
from kommunvision.load.tree import Mapping, Node, Sequence
from kommunvision.swedish.keys import CHOICES, NOT_STATED, RECORDS, Field, Kind, former

LETTERS = "abcdefghijåäöÅÄÖ é0123456789 -–:#'\"\\/{}[]()&*!%@,.;?<>~`|=+^_§€"

ids = st.from_regex(r"[a-z0-9]{1,4}(-[a-z0-9]{1,4}){0,2}", fullmatch=True)
lines = st.text(LETTERS, min_size=1, max_size=30).map(str.strip).filter(bool)
prose = st.lists(lines, min_size=1, max_size=3).map("\n\n".join)
years = st.integers(1000, 9998).map(str)
months = st.integers(1, 12)
numbers = st.builds(
    lambda sign, whole, part: f"{sign}{whole}{part}",
    st.sampled_from(["", "-"]),
    st.integers(0, 10**15 - 1),
    st.just("") | st.from_regex(r",[0-9]{1,15}", fullmatch=True),
)
points = st.one_of(
    years,
    st.builds("{}-{:02d}".format, years, months),
    st.builds("{}-{:02d}-{:02d}".format, years, months, st.integers(1, 28)),
    st.builds("{} {}".format, st.sampled_from(["våren", "maj", "3 maj", "Hösten"]), years),
    st.sampled_from(["sommaren", "december", "24 december"]),
)
dates = st.one_of(
    points,
    st.builds("{} – {}".format, points, points),
    st.builds("{}–{} maj {}".format, st.integers(1, 9), st.integers(10, 31), years),
    st.builds("maj–november {}".format, years),
)
periods = st.one_of(
    years,
    st.integers(1000, 9998).map(lambda year: f"{year}/{(year + 1) % 100:02d}"),
    st.integers(1000, 9998).map(lambda year: f"{year}–{year + 2}"),
    st.builds("andra tertialet {}".format, years),
    st.builds("{}-K4".format, years),
    st.builds("H1 {}".format, years),
    st.builds("mars {}".format, years),
    st.builds("januari–augusti {}".format, years),
    st.builds("{}-02-28".format, years),
)

_BY_KIND: dict[Kind, SearchStrategy[object]] = {
    Kind.ID: ids,
    Kind.LINE: lines,
    Kind.PROSE: prose,
    Kind.FLAG: st.sampled_from(["ja", "nej"]),
    Kind.WHOLE: st.integers(-999_999_999, 999_999_999).map(str),
    Kind.URL: st.sampled_from(["https://a.example/ö?b=c#d", "http://b.example"]),
    Kind.EMAIL: st.just("a.b@c.example"),
    Kind.COLOUR: st.from_regex(r"#[0-9a-fA-F]{6}", fullmatch=True),
    Kind.NUMBER: numbers,
    Kind.VALUE: st.one_of(
        numbers, st.sampled_from(["ja", "nej", "på väg", "true", "E5", "färre än 5", "> 0,125"])
    ),
    Kind.PERIOD: periods,
    Kind.CODE: st.from_regex(r"[0-9]{1,6}(-[0-9]{4})?", fullmatch=True),
    Kind.DATE: dates,
    Kind.DATE_OR_WORDS: st.one_of(dates, st.sampled_from(["när det går", "2026 eller 2027"])),
}


def plain(node: Node) -> object:
    """What stands in a data file as lists, dicts and texts."""
    if isinstance(node, Mapping):
        return {key.text: plain(value) for key, value in node.entries}
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return node.text


def example(field: Field) -> object:
    """The example that the handbook has for a key."""
    node, _ = parse(f"x: {field.example}", "x.yml")
    assert isinstance(node, Mapping)
    return plain(node.entries[0][1])


def _value(field: Field) -> SearchStrategy[object]:
    if field.kind is Kind.RECORD:
        return records(field.of)
    if field.kind in {Kind.REFERENCE, Kind.VALIDITY}:
        return records(field.kind.name.lower())
    if field.kind is Kind.CHOICE:
        return st.sampled_from(list(CHOICES[field.of]))
    # A kind that is newer than this file is tried with what the handbook shows.
    return _BY_KIND[field.kind] if field.kind in _BY_KIND else st.just(example(field))


def _field(field: Field) -> SearchStrategy[object]:
    one = _value(field)
    found = st.lists(one, min_size=1, max_size=2) if field.many else one
    words = [NOT_STATED] if field.unstated else []
    if field.word:
        words.append(field.word[0])
    return st.one_of(found, st.sampled_from(words)) if words else found


@st.composite
def records(draw: Callable, name: str) -> dict[str, object]:
    """A random object: what it must have, and some of what it may have."""
    fields = RECORDS[name].fields
    optional = [field for field in fields if not field.required]
    chosen = draw(st.lists(st.sampled_from(optional), unique=True, max_size=6)) if optional else []
    told: dict[str, object] = {}
    for field in fields:
        if field.kind is Kind.FORMER and field in chosen:
            part = CHOICES["corrected"][str(told["vad"])]
            if read_as := former(part, of_statement="om" in told):
                told[field.key] = draw(_field(read_as))
        elif field.required or field in chosen:
            told[field.key] = draw(_field(field))
    # A reference leads somewhere, or has a name.
    return told if name != "reference" or {"id", "namn"} & told.keys() else {**told, "id": "x"}


def as_text(sections: dict[str, object]) -> str:
    """A data file in JSON, which YAML can read."""
    return json.dumps(sections, ensure_ascii=False)
