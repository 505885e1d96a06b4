"""The tables of a kommun as sheets of a workbook, the same bytes whenever they are written."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from lxml import etree
from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.cell.cell import Cell as SheetCell
from openpyxl.packaging.core import DocumentProperties
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.table import Table as SheetTable
from openpyxl.worksheet.table import TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.xml.constants import DCTERMS_NS
from openpyxl.xml.functions import tostring

from kommunvision.export.tables.table import DIGITS, Cell, Table
from kommunvision.swedish.quantities import ANSWERS, decimals_in
from kommunvision.swedish.workbook import SHEETS

_LONGEST: Final = 32_767
"""The most characters that a cell may have."""
_FIRST_YEAR: Final = 1900
"""The calendar of Excel begins with it."""
_NARROWEST, _WIDEST = 8, 60
_TOP = Alignment(vertical="top")
_WRAPPED = Alignment(vertical="top", wrap_text=True)
_CODED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
"""What a spreadsheet program would take for the code of a letter."""
_EPOCH = (1980, 1, 1, 0, 0, 0)
_CORE = "docProps/core.xml"


def workbook(tables: Iterable[Table], *, title: str, publisher: str, about: str) -> bytes:
    """Return a workbook with a sheet for each table.

    Args:
        tables: The tables.
        title: What it is called.
        publisher: Who publishes it.
        about: On what terms it may be used.

    Raises:
        OSError: There is no room for what is written on the way.
    """
    book = Workbook()
    book.remove(book.worksheets[0])
    for table in tables:
        _fill(book.create_sheet(SHEETS[table.id].sheet), table)
    book.properties.title = title
    book.properties.creator = publisher
    book.properties.description = about
    book.properties.language = "sv"
    return packed(book)


def packed(book: Workbook) -> bytes:
    """Return a workbook as a file, the same bytes whenever it is written.

    Raises:
        OSError: There is no room for what is written on the way.
    """
    found = BytesIO()
    try:
        book.save(found)
    except etree.SerialisationError as error:
        # The sheets are written in temporary files on the way; a disk may be full there too.
        number = getattr(errno, str(error).removeprefix("IO_"), errno.EIO)
        raise OSError(number, os.strerror(number)) from error
    return _without_clock(found.getvalue(), book.properties)


def _fill(sheet: Worksheet, table: Table) -> None:
    sheet.append([column.heading for column in table.columns])
    for heading in sheet[1]:
        heading.font = Font(bold=True)
    for row in table.rows:
        sheet.append([None if value is None else _cell(sheet, value) for value in row])
    sheet.freeze_panes = "B2"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    for place, column in enumerate(table.columns, start=1):
        longest = max((_width(row[place - 1]) for row in table.rows), default=0)
        width = min(max(longest, len(column.heading) + 4, _NARROWEST), _WIDEST)
        sheet.column_dimensions[get_column_letter(place)].width = width
    if table.rows:
        _as_table(sheet, table)


def _as_table(sheet: Worksheet, table: Table) -> None:
    """Let programs know the cells as one table with headings, with a filter on each of them."""
    last = get_column_letter(len(table.columns))
    found = SheetTable(displayName=table.id, ref=f"A1:{last}{len(table.rows) + 1}")
    found.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=True)
    sheet.add_table(found)


def _cell(sheet: Worksheet, value: Cell) -> SheetCell:
    match value:
        case bool():
            return _text(sheet, ANSWERS[value])
        case Decimal() if len(value.as_tuple().digits) <= DIGITS:
            decimals = decimals_in(value)
            return _number(sheet, value, f"#,##0.{'0' * decimals}" if decimals else "#,##0")
        case Decimal():
            return _text(sheet, f"{value:f}")
        case date() if value.year >= _FIRST_YEAR:
            return _number(sheet, value, "yyyy-mm-dd")
        case int():
            return _number(sheet, value, "0")
    return _text(sheet, str(value))


def _number(sheet: Worksheet, value: Decimal | date | int, form: str) -> SheetCell:
    cell = SheetCell(sheet, 1, 1, value)
    cell.number_format = form
    cell.alignment = _TOP
    return cell


def put_text(cell: SheetCell, text: str) -> None:
    """Put text in a cell as text, whatever it begins with, also after somebody has edited it."""
    kept = _CODED.sub("_x005F_", ILLEGAL_CHARACTERS_RE.sub("", text))
    cell.value = kept[:_LONGEST]
    cell.data_type = "s"
    cell.quotePrefix = True


def _text(sheet: Worksheet, text: str) -> SheetCell:
    cell = SheetCell(sheet, 1, 1)
    put_text(cell, text)
    cell.alignment = _WRAPPED if len(text) > _WIDEST else _TOP
    return cell


def _width(value: Cell) -> int:
    return max(map(len, str(value).split("\n"))) + 2 if value is not None else 0


def _without_clock(content: bytes, properties: DocumentProperties) -> bytes:
    """Return a workbook without the time at which it was made."""
    core = properties.to_tree()
    for time in [one for one in core if one.tag.startswith(f"{{{DCTERMS_NS}}}")]:
        core.remove(time)
    found = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(found, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            kept = tostring(core) if name == _CORE else old.read(name)
            # openpyxl writes XML with lxml where it is installed, which words it otherwise.
            # Python's own canonicalize trips over prefixes that other packages have registered.
            canonical = etree.tostring(etree.fromstring(kept), method="c14n", exclusive=True)
            new.writestr(ZipInfo(name, _EPOCH), canonical, ZIP_DEFLATED)
    return found.getvalue()
