"""The tables of a kommun as sheets of a workbook, the same bytes whenever they are written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from io import BytesIO
from typing import Any, Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from lxml import etree
from openpyxl import Workbook
from openpyxl.packaging.core import DocumentProperties
from openpyxl.packaging.relationship import get_rels_path
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.worksheet.table import Table as SheetTable
from openpyxl.writer.excel import ExcelWriter
from openpyxl.xml.constants import DCTERMS_NS
from openpyxl.xml.functions import tostring

from kommunvision.export.tables.cells import Cells, style
from kommunvision.export.tables.sheet_xml import as_table, link, sheet
from kommunvision.export.tables.table import Table
from kommunvision.swedish.workbook import SHEETS

_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
_CORE: Final = "docProps/core.xml"
_SHEET: Final = "xl/worksheets/sheet{}.xml"
_TABLE: Final = "xl/tables/table{}.xml"


def workbook(tables: Iterable[Table], *, title: str, publisher: str, about: str) -> bytes:
    """Return a workbook with a sheet for each table.

    Args:
        tables: The tables.
        title: What it is called.
        publisher: Who publishes it.
        about: On what terms it may be used.
    """
    shown, cells = tuple(tables), Cells()
    filled = [table for table in shown if table.rows]
    told = DocumentProperties(title=title, creator=publisher, description=about, language="sv")
    own = {
        **{_SHEET.format(number): sheet(one, cells.of(one)) for number, one in _counted(shown)},
        **{_TABLE.format(number): as_table(one, number) for number, one in _counted(filled)},
        _CORE: _canonical(_CORE, tostring(told.to_tree())),
    }
    names = tuple((SHEETS[table.id].sheet, bool(table.rows)) for table in shown)
    found = BytesIO()
    with _Parts(found) as parts:
        for name, part in around(names, cells.looks).items():
            parts.write_canonical(name, own.get(name, part))
    return found.getvalue()


@lru_cache(maxsize=64)
def around(sheets: tuple[tuple[str, bool], ...], looks: tuple[str, ...]) -> Mapping[str, bytes]:
    """Return the parts of a workbook by their names, with sheets and tables that are empty.

    Most kommuner have the same sheets, so all but the first of them take what is made already.

    Args:
        sheets: The name of each sheet, and whether it is a table.
        looks: How cells look, in the order of their numbers.
    """
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, _ in sheets:
        book.create_sheet(name).print_title_rows = "1:1"
    for look in looks:
        style(book, look)
    found = BytesIO()
    _EmptyWriter(book, _Parts(found), [is_table for _, is_table in sheets]).save()
    with ZipFile(found) as parts:
        return {name: parts.read(name) for name in parts.namelist()}


def _counted(tables: Iterable[Table]) -> Iterator[tuple[int, Table]]:
    return enumerate(tables, start=1)


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
        self.write_canonical(name, _canonical(name, data))

    def write_canonical(self, name: str, part: bytes) -> None:
        """Write a part that is canonical XML already."""
        super().writestr(ZipInfo(name, _EPOCH), part, ZIP_DEFLATED)


def _canonical(name: str, data: str | bytes) -> bytes:
    part = etree.fromstring(data.encode() if isinstance(data, str) else data)
    for time in part.findall(f"{{{DCTERMS_NS}}}*") if name == _CORE else ():
        part.remove(time)
    # openpyxl writes XML with lxml where it is installed, which words it otherwise.
    # Python's own canonicalize trips over prefixes that other packages have registered.
    return etree.tostring(part, method="c14n", exclusive=True)


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


class _EmptyWriter(_Writer):
    """Writes what is around sheets that are to be filled, each with the table that it is."""

    def __init__(self, book: Workbook, parts: _Parts, are_tables: Iterable[bool]) -> None:
        super().__init__(book, parts)
        self._are_tables = are_tables

    def _write_worksheets(self) -> None:
        tables = 0
        worksheets: Iterable[Any] = self.workbook.worksheets
        for number, (ws, is_table) in enumerate(
            zip(worksheets, self._are_tables, strict=True), start=1
        ):
            ws._id = number  # noqa: SLF001 - as above
            self._parts.write_canonical(_SHEET.format(number), b"")
            self.manifest.append(ws)
            if is_table:
                tables += 1
                known: Any = SheetTable(id=tables, displayName=f"t{tables}", ref="A1:A2")
                self._parts.write_canonical(_TABLE.format(tables), b"")
                links = get_rels_path(ws.path)  # type: ignore[no-untyped-call] # openpyxl's
                self._parts.write_canonical(links[1:], link(known.path))
                self.manifest.append(known)
