"""No text of the data can become a formula in a spreadsheet, however the file is opened."""

import csv
import re
from decimal import Decimal
from io import BytesIO, StringIO
from zipfile import ZipFile

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from kommunvision.export.tables.csv_text import STANDARD, SWEDISH_EXCEL, Dialect, csv_bytes
from kommunvision.export.tables.table import Column, Table, Type
from kommunvision.export.tables.workbook import workbook
from tests.export.test_tables import made, read, restored, sheet
from tests.helpers import kommun_from

SIGNS = "=+-@\uff1d\uff0b\uff0d\uff20"
HOSTILE = st.text(f"{SIGNS}\t\r\n;,|\"' a1(!)", max_size=12)
A_NUMBER = re.compile(r"-\d+([.,]\d+)?")

COLUMNS = (
    Column("text", Type.TEXT, "T"),
    Column("tal", Type.NUMBER, "T"),
    Column("mer", Type.TEXT, "T"),
)


def table(*rows: tuple[str, Decimal, str]) -> Table:
    return Table("varden", COLUMNS, rows)


def as_taken(text: str, delimiter: str) -> list[str]:
    """The cells that a program finds which takes another sign for the border of cells."""
    return [
        cell for row in csv.reader(StringIO(text, newline=""), delimiter=delimiter) for cell in row
    ]


@settings(max_examples=400)
@given(text=HOSTILE, more=HOSTILE)
@example(text="=1+1", more="-2+3+cmd|' /C calc'!A0")
@example(text="a;=1+1;b", more='a;"=1+1;b')
@example(text="a\n=1+1", more="\t=1+1")
@example(text='"=1+1', more="'=1+1")
@example(text="\uff1d1+1", more="\r@SUM(1)")
@pytest.mark.parametrize("dialect", [STANDARD, SWEDISH_EXCEL])
def test_no_cell_of_a_csv_file_begins_like_a_formula(dialect: Dialect, text, more):
    content = csv_bytes(table((text, Decimal("-3.5"), more)), dialect).decode(dialect.encoding)
    for cell in as_taken(content, dialect.delimiter):
        assert not cell.startswith(tuple(f"{SIGNS}\t\r\n")) or A_NUMBER.fullmatch(cell)
    for delimiter in ",;\t|":
        for cell in as_taken(content, delimiter):
            seen = cell.lstrip("\t\r\n")
            assert not seen.startswith(tuple(SIGNS)) or A_NUMBER.fullmatch(seen)


@settings(max_examples=400)
@given(text=HOSTILE, more=HOSTILE)
@example(text="'=1", more="''=1")
def test_a_text_comes_back_when_the_apostrophes_are_taken_away(text, more):
    content = csv_bytes(table((text, Decimal(1), more))).decode()
    _, (found, _, other) = csv.reader(StringIO(content, newline=""))
    assert (restored(found), restored(other)) == (text, more)


@pytest.mark.parametrize(
    "text", ["5 = 5", "A-B", "E-post: a@b.se", "före – efter", "−5", "'citat'", ""]
)
def test_an_ordinary_text_is_left_as_it_is(text):
    content = csv_bytes(table((text, Decimal(1), "")))
    assert content == f"text,tal,mer\r\n{text},1,\r\n".encode()


@settings(max_examples=60, deadline=None)
@given(texts=st.lists(HOSTILE.filter(bool), min_size=1, max_size=8))
@example(texts=[f"{sign}1+1" for sign in f"{SIGNS}\t\r"])
def test_no_cell_of_the_workbook_is_a_formula(texts):
    content = workbook(
        [table(*((text, Decimal("-3.5"), text) for text in texts))],
        title="=1+1",
        publisher="=1+1",
        about="=1+1",
    )
    (found,) = load_workbook(BytesIO(content)).worksheets
    for text, row in zip(texts, found.iter_rows(min_row=2), strict=True):
        assert [cell.data_type for cell in row] == ["s", "n", "s"]
        # XML has one kind of line break, which is what a reader sees.
        assert re.sub("\r\n?", "\n", row[0].value) == re.sub("\r\n?", "\n", text)
        assert row[1].value == -3.5
        # What is marked as text stays text when somebody edits the cell.
        assert [cell.quotePrefix for cell in row] == [True, False, True]
    with ZipFile(BytesIO(content)) as parts:
        for name in parts.namelist():
            assert b"<f>" not in parts.read(name)


def test_hostile_texts_of_a_kommun_stay_texts_in_every_file():
    found = made(
        kommun_from(
            """
            mål: [{id: m, nivå: mal, rubrik: "=HYPERLINK(1)", text: "+1", anmärkning: "-1"}]
            indikatorer:
            - id: i
              namn: "@SUM(A1)"
              enhet: "=1"
              värden: [{period: 2023, värde: "-5", anmärkning: "=1+1"}]
            uppföljningar:
            - {id: u, namn: "=U", period: 2023, omdömen: [{om: m, status: uppfyllt, kommentar: "- ett"}]}
            """
        )
    )
    value = read(found["varden.csv"].content)[0]
    assert (value["namn"], value["enhet"], value["värde"]) == ("'@SUM(A1)", "'=1", "-5")
    assert read(found["mal.csv"].content)[0]["rubrik"] == "'=HYPERLINK(1)"
    assert read(found["bedomningar.csv"].content)[0]["kommentar"] == "'- ett"
    own = read(found["indikatorer/i.csv"].content)[0]
    assert own == value
    (row,) = sheet(found["malsystem.xlsx"].content, "Värden")
    assert (row["namn"], row["enhet"], row["värde"]) == ("@SUM(A1)", "=1", -5)
