"""The workbook: sheets that can be filtered, read aloud and counted with, and always the same."""

import os
import re
import subprocess
import sys
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from kommunvision.export.tables.table import Column, Table, Type
from kommunvision.export.tables.workbook import around, packed, workbook
from kommunvision.swedish.workbook import SHEETS as NAMES
from tests.export.test_tables import SHEETS, SLUGS, made, of_the_site, sheet
from tests.helpers import kommun_from

TEXT = """
visioner: [{id: v, rubrik: Vision, status: gällande, text: T}]
indikatorer:
- id: i
  namn: Läsning
  målvärden: [{period: 2026, minst: "-1,5"}]
  värden:
  - {period: 2023, värde: "12345,60"}
  - {period: 1850, värde: "123456789012345,678"}
  - {period: 2024, värde: ja}
"""


@pytest.mark.parametrize("slug", SLUGS)
def test_each_sheet_has_one_table_with_headings_that_stay_and_can_be_filtered(repository, slug):
    _, _, found = of_the_site(repository)[slug]
    book = load_workbook(BytesIO(found[f"{slug}/data/v1/malsystem.xlsx"]))
    assert book.sheetnames[: len(SHEETS)] == SHEETS
    assert all(name.startswith("Data ") for name in book.sheetnames[len(SHEETS) :])
    for one in book.worksheets:
        headings = [cell.value for cell in one[1]]
        assert all(isinstance(heading, str) for heading in headings)
        assert len(set(headings)) == len(headings)
        assert one.freeze_panes == "B2"
        assert one.print_title_rows == "$1:$1"
        assert not one.merged_cells.ranges
        assert all(8 <= width.width <= 60 for width in one.column_dimensions.values())
        tables = list(one.tables.values())
        assert len(tables) == (1 if one.max_row > 1 else 0)
        for table in tables:
            assert table.ref == one.dimensions
            assert table.autoFilter.ref == table.ref
            assert [column.name for column in table.tableColumns] == headings


def test_every_column_of_every_sheet_is_explained():
    content = made(kommun_from(TEXT))["malsystem.xlsx"].content
    assert isinstance(content, bytes)
    book = load_workbook(BytesIO(content))
    explained = sheet(content, "Fältförklaring")
    assert [(row["blad"], row["kolumn"]) for row in explained] == [
        (one.title, cell.value)
        for one in book.worksheets
        if one.title != "Fältförklaring"
        for cell in one[1]
    ]
    assert all(row["typ"] and row["förklaring"] for row in explained)


def test_numbers_are_numbers_and_days_are_days():
    content = made(kommun_from(TEXT))["malsystem.xlsx"].content
    assert isinstance(content, bytes)
    long, usual, answer, awaited = sheet(content, "Värden")
    assert (usual["värde"], usual["första_dag"]) == (12345.6, datetime(2023, 1, 1))  # noqa: DTZ001
    assert (answer["värde"], answer["värde_i_ord"]) == (None, "ja")
    assert (awaited["värde"], awaited["målvärde"]) == (None, "minst −1,5")
    assert sheet(content, "Målvärden")[0]["minst"] == -1.5
    # Spreadsheets keep fifteen digits, and their calendar begins in 1900.
    assert (long["värde"], long["första_dag"]) == ("123456789012345.678", "1850-01-01")
    cells = load_workbook(BytesIO(content))["Värden"]
    shown = [
        cell.number_format for cell in next(cells.iter_rows(min_row=3)) if cell.data_type != "s"
    ]
    assert "#,##0.00" in shown
    assert "yyyy-mm-dd" in shown


def test_it_says_what_it_is_in_which_language_and_on_what_terms():
    content = made(kommun_from(TEXT))["malsystem.xlsx"].content
    assert isinstance(content, bytes)
    told = load_workbook(BytesIO(content)).properties
    assert told.title == "Vision och mål i Exempelby kommun"
    assert told.creator == "Exempelby kommun"
    assert told.language == "sv"
    assert told.description.endswith("https://prov.example/exempelby/oppna-data/#villkor")


def test_the_same_data_gives_the_same_bytes_at_any_time():
    first, second = (made(kommun_from(TEXT))["malsystem.xlsx"].content for _ in range(2))
    assert first == second
    assert isinstance(first, bytes)
    with ZipFile(BytesIO(first)) as parts:
        assert {one.date_time for one in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"W3CDTF" not in parts.read("docProps/core.xml")


def test_the_bytes_do_not_depend_on_what_else_is_installed():
    """Without lxml openpyxl writes its XML in another way."""
    program = (
        "from hashlib import sha256; from tests.export.test_workbook import TEXT;"
        "from tests.export.test_tables import made; from tests.helpers import kommun_from;"
        "print(sha256(made(kommun_from(TEXT))['malsystem.xlsx'].content).hexdigest())"
    )
    found = {
        subprocess.run(
            [sys.executable, "-c", program],
            capture_output=True,
            check=True,
            text=True,
            cwd=Path(__file__).parents[2],
            env={**os.environ, "OPENPYXL_LXML": with_lxml},
        ).stdout
        for with_lxml in ("True", "False")
    }
    assert len(found) == 1


def test_what_other_packages_have_registered_does_not_reach_the_workbook(monkeypatch):
    """A package for SVG, as that for documents has, takes the empty prefix for itself."""
    clean = made(kommun_from(TEXT))["malsystem.xlsx"].content
    registered = ET._namespace_map  # noqa: SLF001 - register_namespace cannot be undone
    monkeypatch.setitem(registered, "http://www.w3.org/2000/svg", "")
    around.cache_clear()
    found = made(kommun_from(TEXT))["malsystem.xlsx"].content
    assert found == clean
    assert load_workbook(BytesIO(found)).sheetnames[0] == "Innehåll"


def test_every_part_is_written_as_openpyxl_would_write_it():
    values = [
        *("Text", " i mitten ", "två\nrader", "=1+1", "#N/A", "<b> & co", "å" * 61, "x" * 32_768),
        *("", "_x000D_", "mynt\x00", "rad\rrad", True, False, 0, -7, 10**15, Decimal("-0.10")),
        *(Decimal("81.50"), Decimal(123456789012345678), date(1899, 12, 31), date(1900, 1, 31)),
        *(date(1900, 3, 1), date(2026, 12, 31), None),
    ]
    columns = tuple(Column(f'k{number} & "<n>"', Type.TEXT, "") for number, _ in enumerate(values))
    filled = Table("varden", columns, (tuple(values), tuple(reversed(values))))
    as_openpyxl_has_it(
        workbook([filled, Table("mal", columns, ())], title="t", publisher="p", about="a")
    )


def test_what_is_kept_of_a_workbook_fits_the_next():
    """All that is around sheets is made once for workbooks that have the same sheets and looks."""
    column = (Column("k", Type.TEXT, ""),)
    text, whole, number, day, long = (
        Table("varden", column, ((value,),))
        for value in ("a", 1, Decimal("1.5"), date(2026, 1, 2), "å" * 61)
    )
    empty, more = Table("mal", column, ()), Table("indikatorer", column, (("b",),))
    books = (
        *([text], [empty], [text, empty], [empty, text], [more], [text, more], [more, text]),
        *([whole], [number], [day], [long], [number, more], [more, number]),
    )
    for place, tables in enumerate((*books, *reversed(books))):
        content = workbook(tables, title=f"t{place}", publisher=f"p{place}", about=f"a{place}")
        as_openpyxl_has_it(content)
        book = load_workbook(BytesIO(content))
        assert book.sheetnames == [NAMES[table.id].sheet for table in tables]
        told = book.properties
        assert (told.title, told.creator) == (f"t{place}", f"p{place}")
        assert told.description == f"a{place}"


def as_openpyxl_has_it(content: bytes) -> None:
    again = packed(load_workbook(BytesIO(content)))
    ours, theirs = (ZipFile(BytesIO(one)) for one in (content, again))
    assert ours.namelist() == theirs.namelist()
    # What it has read it says of the cell that is marked in parts that are not marked.
    marked = re.compile(b"<selection[^>]*></selection>")
    for part in ours.namelist():
        assert marked.sub(b"", ours.read(part)) == marked.sub(b"", theirs.read(part)), part
