"""The tables of a kommun as sheets of a workbook, the same bytes whenever they are written."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Any, Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from lxml import etree
from openpyxl import Workbook
from openpyxl.packaging.relationship import get_rels_path
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.worksheet.table import Table as SheetTable
from openpyxl.writer.excel import ExcelWriter
from openpyxl.xml.constants import DCTERMS_NS

from kommunvision.export.tables.cells import Cells
from kommunvision.export.tables.sheet_xml import as_table, link, reference, sheet
from kommunvision.export.tables.table import Table
from kommunvision.swedish.workbook import SHEETS

_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
_CORE: Final = "docProps/core.xml"


def workbook(tables: Iterable[Table], *, title: str, publisher: str, about: str) -> bytes:
    """Return a workbook with a sheet for each table.

    Args:
        tables: The tables.
        title: What it is called.
        publisher: Who publishes it.
        about: On what terms it may be used.
    """
    book, shown = Workbook(), tuple(tables)
    book.remove(book.worksheets[0])
    for table in shown:
        book.create_sheet(SHEETS[table.id].sheet).print_title_rows = "1:1"
    book.properties.title = title
    book.properties.creator = publisher
    book.properties.description = about
    book.properties.language = "sv"
    found = BytesIO()
    _TableWriter(book, _Parts(found), shown).save()
    return found.getvalue()


def packed(book: Workbook) -> bytes:
    """Return a workbook as a file, the same bytes whenever it is written."""
    found = BytesIO()
    _Writer(book, _Parts(found)).save()
    return found.getvalue()


class _Parts(ZipFile):
    """The parts of a workbook in a file, the same bytes whatever wrote them, and when."""

    def __init__(self, file: BytesIO) -> None:
        super().__init__(file, "w", ZIP_DEFLATED)

    def writestr(self, name: Any, data: Any, *_others: Any) -> None:  # noqa: ANN401 - as theirs
        """Write a part as canonical XML, and without the time."""
        part = etree.fromstring(data.encode() if isinstance(data, str) else data)
        for time in part.findall(f"{{{DCTERMS_NS}}}*") if name == _CORE else ():
            part.remove(time)
        # openpyxl writes XML with lxml where it is installed, which words it otherwise.
        # Python's own canonicalize trips over prefixes that other packages have registered.
        self.write_canonical(name, etree.tostring(part, method="c14n", exclusive=True))

    def write_canonical(self, name: str, part: bytes) -> None:
        """Write a part that is canonical XML already."""
        super().writestr(ZipInfo(name, _EPOCH), part, ZIP_DEFLATED)


class _Writer(ExcelWriter):
    """Writes sheets in memory; openpyxl's own writes each to a file, and reads that again."""

    def __init__(self, book: Workbook, parts: _Parts) -> None:
        super().__init__(book, parts)
        self._parts = parts

    def write_worksheet(self, ws: Any) -> None:  # noqa: ANN401 - has more than is told of it
        """Write a sheet that has neither pictures nor charts."""
        made: Any = WorksheetWriter(ws, BytesIO())
        made.write()
        ws._rels = made._rels  # noqa: SLF001 - as the method does that this one stands for
        self._parts.writestr(ws.path[1:], made.read())
        self.manifest.append(ws)


class _TableWriter(_Writer):
    """Writes sheets that are a table each, of which openpyxl knows the names alone."""

    def __init__(self, book: Workbook, parts: _Parts, tables: Sequence[Table]) -> None:
        super().__init__(book, parts)
        self._shown = tables

    def _write_worksheets(self) -> None:
        cells, tables = Cells(self.workbook), 0
        worksheets: Sequence[Any] = self.workbook.worksheets
        for number, (ws, table) in enumerate(zip(worksheets, self._shown, strict=True), start=1):
            ws._id = number  # noqa: SLF001 - as above
            self._parts.write_canonical(ws.path[1:], sheet(table, cells.of(table)))
            self.manifest.append(ws)
            if table.rows:
                tables += 1
                known: Any = SheetTable(id=tables, displayName=table.id, ref=reference(table))
                self._parts.write_canonical(known.path[1:], as_table(table, tables))
                links = get_rels_path(ws.path)  # type: ignore[no-untyped-call] # openpyxl's
                self._parts.write_canonical(links[1:], link(known.path))
                self.manifest.append(known)
