"""The parts of a sheet that is one table, as canonical XML: openpyxl's cost five times as much."""

from __future__ import annotations

from typing import Final

from openpyxl.utils import get_column_letter
from openpyxl.utils.escape import escape
from openpyxl.xml.constants import PKG_REL_NS, REL_NS, SHEET_MAIN_NS

from kommunvision.export.tables.cells import WIDEST
from kommunvision.export.tables.table import Cell, Table

_NARROWEST: Final = 8
# The column and the row that stay in sight are the first ones; on paper a sheet lies down.
_BEFORE: Final = (
    f'<worksheet xmlns="{SHEET_MAIN_NS}">'
    '<sheetPr><outlinePr summaryBelow="1" summaryRight="1"></outlinePr><pageSetUpPr></pageSetUpPr>'
    '</sheetPr><dimension ref="{ref}"></dimension><sheetViews><sheetView workbookViewId="0">'
    '<pane activePane="bottomRight" state="frozen" topLeftCell="B2" xSplit="1" ySplit="1"></pane>'
    '<selection pane="topRight"></selection><selection pane="bottomLeft"></selection>'
    '<selection activeCell="A1" pane="bottomRight" sqref="A1"></selection></sheetView></sheetViews>'
    '<sheetFormatPr baseColWidth="8" defaultRowHeight="15"></sheetFormatPr>'
    "<cols>{columns}</cols><sheetData>"
)
_AFTER: Final = (
    '</sheetData><pageMargins bottom="1" footer="0.5" header="0.5" left="0.75" right="0.75" '
    'top="1"></pageMargins><pageSetup orientation="landscape"></pageSetup>'
)
_AS_TABLE: Final = (
    f'<tableParts count="1"><tablePart xmlns:r="{REL_NS}" r:id="rId1"></tablePart></tableParts>'
)
_TABLE: Final = (
    f'<table xmlns="{SHEET_MAIN_NS}" displayName="{{name}}" headerRowCount="1" id="{{number}}" '
    'name="{name}" ref="{ref}"><autoFilter ref="{ref}"></autoFilter>'
    '<tableColumns count="{count}">{columns}</tableColumns>'
    '<tableStyleInfo name="TableStyleLight1" showRowStripes="1"></tableStyleInfo></table>'
)
_LINK: Final = (
    f'<Relationships xmlns="{PKG_REL_NS}"><Relationship Id="rId1" Target="{{target}}" '
    f'Type="{REL_NS}/table"></Relationship></Relationships>'
)
_ESCAPED: Final = str.maketrans({"&": "&amp;", "<": "&lt;", '"': "&quot;"})


def sheet(table: Table, rows: bytes) -> bytes:
    """Return a sheet with its rows; without any below the headings it is no table."""
    columns = "".join(
        f'<col customWidth="1" max="{place}" min="{place}" width="{width}"></col>'
        for place, width in enumerate(_widths(table), start=1)
    )
    before = _BEFORE.format(ref=reference(table), columns=columns)
    after = f"{_AFTER}{_AS_TABLE if table.rows else ''}</worksheet>"
    return b"".join([before.encode(), rows, after.encode()])


def as_table(table: Table, number: int) -> bytes:
    """Let programs know the cells as one table with headings, with a filter on each of them."""
    columns = "".join(
        f'<tableColumn id="{place}" name="{escape(column.heading).translate(_ESCAPED)}">'
        "</tableColumn>"
        for place, column in enumerate(table.columns, start=1)
    )
    return _TABLE.format(
        name=table.id,
        number=number,
        ref=reference(table),
        count=len(table.columns),
        columns=columns,
    ).encode()


def link(target: str) -> bytes:
    """Return what leads from a sheet to its table."""
    return _LINK.format(target=target).encode()


def reference(table: Table) -> str:
    """Return the cells of a table: ``A1:C7``."""
    return f"A1:{get_column_letter(len(table.columns))}{len(table.rows) + 1}"


def _widths(table: Table) -> list[int]:
    """Return how wide the columns are, in letters."""
    longest = [len(column.heading) + 2 for column in table.columns]
    for row in table.rows:
        longest = list(map(max, longest, map(_longest_line, row)))
    return [min(max(one + 2, _NARROWEST), WIDEST) for one in longest]


def _longest_line(value: Cell) -> int:
    if value is None:
        return 0
    text = str(value)
    return max(map(len, text.split("\n"))) if "\n" in text else len(text)
