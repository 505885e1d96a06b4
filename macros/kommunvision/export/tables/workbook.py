"""The tables of a kommun as sheets of a workbook, the same bytes whenever they are written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from io import BytesIO
from types import MappingProxyType
from typing import Any, Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from lxml import etree
from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.worksheet.filters import AutoFilter
from openpyxl.worksheet.table import Table as SheetTable
from openpyxl.worksheet.table import TableColumn, TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter
from openpyxl.xml.constants import DCTERMS_NS

from kommunvision.export.tables.cells import WIDEST, Cells
from kommunvision.export.tables.table import Cell, Table
from kommunvision.swedish.workbook import SHEETS

_NARROWEST: Final = 8
_EPOCH = (1980, 1, 1, 0, 0, 0)
_CORE = "docProps/core.xml"
_ROWS = re.compile(rb"(?<=<sheetData>).*(?=</sheetData>)", re.DOTALL)


def workbook(tables: Iterable[Table], *, title: str, publisher: str, about: str) -> bytes:
    """Return a workbook with a sheet for each table.

    Args:
        tables: The tables.
        title: What it is called.
        publisher: Who publishes it.
        about: On what terms it may be used.
    """
    book = Workbook()
    book.remove(book.worksheets[0])
    writer, cells = Cells(book), {}
    for number, table in enumerate(tables, start=1):
        _fill(book.create_sheet(SHEETS[table.id].sheet), table)
        cells[f"xl/worksheets/sheet{number}.xml"] = writer.of(table)
    book.properties.title = title
    book.properties.creator = publisher
    book.properties.description = about
    book.properties.language = "sv"
    return packed(book, cells)


def packed(book: Workbook, cells: Mapping[str, bytes] = MappingProxyType({})) -> bytes:
    """Return a workbook as a file, the same bytes whenever it is written.

    Args:
        book: The workbook.
        cells: The rows of sheets, by the names of their parts, in place of those of the workbook.
    """
    found = BytesIO()
    _Writer(book, _Parts(found, cells)).save()
    return found.getvalue()


class _Writer(ExcelWriter):
    """Writes sheets in memory; openpyxl's own writes each to a file, and reads that again."""

    def __init__(self, book: Workbook, parts: ZipFile) -> None:
        super().__init__(book, parts)
        self._parts = parts

    def write_worksheet(self, ws: Any) -> None:  # noqa: ANN401 - has more than is told of it
        """Write a sheet that has neither pictures nor charts."""
        sheet: Any = WorksheetWriter(ws, BytesIO())
        sheet.write()
        ws._rels = sheet._rels  # noqa: SLF001 - as the method does that this one stands for
        self._parts.writestr(ws.path[1:], sheet.read())
        self.manifest.append(ws)


class _Parts(ZipFile):
    """The parts of a workbook in a file, the same bytes whatever wrote them, and when."""

    def __init__(self, file: BytesIO, cells: Mapping[str, bytes]) -> None:
        super().__init__(file, "w", ZIP_DEFLATED)
        self._cells = cells

    def writestr(self, name: Any, data: Any, *_others: Any) -> None:  # noqa: ANN401 - as theirs
        """Write a part as canonical XML, with its rows, and without the time."""
        part = etree.fromstring(data.encode() if isinstance(data, str) else data)
        for time in part.findall(f"{{{DCTERMS_NS}}}*") if name == _CORE else ():
            part.remove(time)
        # openpyxl writes XML with lxml where it is installed, which words it otherwise.
        # Python's own canonicalize trips over prefixes that other packages have registered.
        canonical = etree.tostring(part, method="c14n", exclusive=True)
        if name in self._cells:
            canonical = self._cells[name].join(_ROWS.split(canonical))
        super().writestr(ZipInfo(name, _EPOCH), canonical, ZIP_DEFLATED)


def _fill(sheet: Worksheet, table: Table) -> None:
    """Make all of a sheet but its cells; openpyxl only knows of the first and the last."""
    lines, columns = len(table.rows) + 1, len(table.columns)
    sheet.cell(1, 1)
    sheet.cell(lines, columns)
    sheet.freeze_panes = "B2"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    for place, column in enumerate(table.columns, start=1):
        longest = max((_width(row[place - 1]) for row in table.rows), default=0)
        width = min(max(longest, len(column.heading) + 4, _NARROWEST), WIDEST)
        sheet.column_dimensions[get_column_letter(place)].width = width
    if table.rows:
        _as_table(sheet, table)


def _as_table(sheet: Worksheet, table: Table) -> None:
    """Let programs know the cells as one table with headings, with a filter on each of them."""
    headings = [column.heading for column in table.columns]
    ref = f"A1:{get_column_letter(len(headings))}{len(table.rows) + 1}"
    found = SheetTable(
        displayName=table.id,
        ref=ref,
        autoFilter=AutoFilter(ref=ref),
        tableColumns=[TableColumn(number, name=name) for number, name in enumerate(headings, 1)],
        tableStyleInfo=TableStyleInfo(name="TableStyleLight1", showRowStripes=True),
    )
    sheet.add_table(found)


def _width(value: Cell) -> int:
    return max(map(len, str(value).split("\n"))) + 2 if value is not None else 0
