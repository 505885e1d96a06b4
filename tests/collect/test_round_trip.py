"""Whatever is filled in stands in the data afterwards, with every comment and nothing else new."""

import string
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kommunvision import pipeline
from kommunvision.amend import comments
from kommunvision.collect import Round
from kommunvision.collect.columns import KINDS, PARTS, Fill
from kommunvision.collect.measured import ValueKind
from kommunvision.collect.texts import same
from kommunvision.report import severity
from kommunvision.swedish.problems import Severity
from tests.collect.filling import WITH_MORE, asked_of, filled, put, read, site, written

WORDS = st.text("abcåäöABC :#'\"-,.!?[]{}&*|>\n0123456789", min_size=1, max_size=40).map(
    lambda text: " ".join(f"x{text}".split(" "))
)
DAYS = st.dates(min_value=date(2020, 1, 1), max_value=date(2029, 12, 31))
# The words of a scale: three that differ in more than their capitals.
SCALES = st.lists(
    st.text("abcdeåäö", min_size=2, max_size=12), min_size=3, max_size=3, unique=True
).map(lambda words: [f"läge {word}" for word in words])


def answers(row, column):
    """What a body may put in a cell."""
    choices = row.choices.get(column.name)
    if choices and column.fill is not Fill.SOURCES:
        return st.sampled_from([one.word for one in choices.words])
    if column.fill is Fill.SOURCES:
        ids = [one.word for one in choices.words]
        places = st.sampled_from(["", ", sidan 3", ", § 12, bilaga 1"])
        line = st.tuples(st.sampled_from(ids), places).map("".join)
        return st.lists(line, min_size=1, max_size=3, unique=True).map("\n".join)
    if column.fill is Fill.DATE:
        return DAYS
    if column.fill is Fill.VALUE:
        kind, decimals = row.measured.kind, row.measured.decimals
        if kind is ValueKind.WORDS:
            return st.text(string.ascii_letters, min_size=1, max_size=20).map(
                lambda text: f"x{text}"
            )
        places = 1 if decimals is None else decimals
        return st.decimals(0, 100, places=places, allow_nan=False)
    return WORDS


@st.composite
def fillings(draw, asked, who):
    """Some cells of a template, and what is put in them."""
    rows = [one for one in asked.rows if who in one.who]
    rows = [one for one in rows if not (one.measured and one.measured.fetched)]
    found = {}
    for row in draw(st.lists(st.sampled_from(rows), max_size=4, unique_by=id)):
        columns = [one for one in row.kind.filled if one.name not in {"missing", "preliminary"}]
        if row.measured:
            columns = [one for one in columns if one.name in {"value", "note", "sources"}]
            value = draw(answers(row, columns[0]))
            found[row.kind.sheet, row.key, columns[0].heading.text] = (row, columns[0], value)
            columns = columns[1:]
        columns = [one for one in columns if not one.name.startswith(("planned", "actual"))]
        some = st.lists(st.sampled_from(columns), max_size=3, unique_by=id)
        for column in draw(some) if columns else ():
            value = draw(answers(row, column))
            found[row.kind.sheet, row.key, column.heading.text] = (row, column, value)
    return found


def as_data(value):
    """What a data file has for what was put in a cell."""
    text = str(value)
    return text.replace(".", ",") if not isinstance(value, str) and "-" not in text else text


def all_comments(root: Path) -> list[str]:
    files = sorted((root / "data").rglob("*.yml"))
    return [one for path in files for one in comments(path.read_text("utf-8"))]


def see_that_it_comes_back(root: Path, asked: Round, who: str | None, chosen) -> None:
    edits = [
        put(sheet, key, heading, value) for (sheet, key, heading), (*_, value) in chosen.items()
    ]
    changes, problems = read(asked, filled(asked, *edits, who=who))
    assert [one for one in problems if severity(one) is Severity.ERROR] == []
    before = all_comments(root)
    written(root, asked, changes)
    assert all_comments(root) == before
    now = asked_of(root, asked.kommun.slug, asked.occasion.id)
    after = {(one.kind.name, one.key): one.now for kind in KINDS for one in now.rows_of(kind)}
    for row in asked.rows:
        wanted = dict(row.now)
        for other, column, value in chosen.values():
            if other is row:
                wanted[column.name] = as_data(value)
            of_it = other is row or (other.kind is PARTS and other.key[:-1] == row.key)
            if of_it and column.name == "value":
                wanted.pop("missing", None)
        found = after[row.kind.name, row.key]
        assert found.keys() == wanted.keys()
        for name, text in wanted.items():
            assert same(row, row.kind.column(name), found[name], text), (name, found[name], text)
    # What is read once more says nothing new.
    assert read(now, filled(now, who=who)) == ((), ())


@settings(max_examples=8, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_a_made_up_kommun_gets_exactly_what_was_filled_in(data):
    with TemporaryDirectory() as place:
        text = WITH_MORE["data/nyby/uppfoljning.yml"]
        for own, word in zip(("på väg", "osäkert", "långt kvar"), data.draw(SCALES), strict=True):
            text = text.replace(own, word)
        root = site(Path(place), WITH_MORE | {"data/nyby/uppfoljning.yml": text})
        asked = asked_of(root)
        see_that_it_comes_back(root, asked, "bun", data.draw(fillings(asked, "bun")))
        found = pipeline.check(root).problems
        assert {one.code for one in found if severity(one) is Severity.ERROR} <= {"KV511"}


@pytest.mark.full
@settings(max_examples=60, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_the_example_gets_exactly_what_was_filled_in(data, repository):
    with TemporaryDirectory() as place:
        root = Path(place)
        files = {
            path.relative_to(repository).as_posix(): path.read_bytes()
            for path in (repository / "data" / "exempelby").rglob("*.yml")
            # A locked occasion holds figures of the same year.
            if path.name != "las.yml"
        }
        site(root, {})
        for name, content in files.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_bytes(content)
        asked = asked_of(root, "exempelby", "delarsrapport-2024")
        who = data.draw(st.sampled_from(asked.bodies))
        see_that_it_comes_back(root, asked, who, data.draw(fillings(asked, who)))
