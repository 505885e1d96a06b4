"""The workbook that a body fills in: notes, its rows, and the words that can be chosen."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Final

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Protection
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.table import Table, TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet

from kommunvision.collect.asked import Asked, Round, name_of
from kommunvision.collect.columns import KINDS, STATEMENTS, TIMES, Column, Fill, Kind
from kommunvision.collect.look import BOLD, FRAME, GREY, TOP, cell_of, fit, on_paper
from kommunvision.collect.notes import fill_notes
from kommunvision.collect.rules import Rules
from kommunvision.collect.texts import shown
from kommunvision.collect.words import fill_words
from kommunvision.export.tables.cells import put_text
from kommunvision.export.tables.workbook import packed
from kommunvision.load.numbers import NotANumber, number
from kommunvision.swedish.collect import KOMMUN, NOTES, NOTES_SHEET, OCCASION, WORDS_SHEET, Heading
from kommunvision.swedish.quantities import decimals_in

_DAY: Final = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_FIRST_YEAR: Final = 1900

# The calendar of a spreadsheet program, and a number with its decimals.
_DAY_FORM: Final = "yyyy-mm-dd"


def template(asked: Round, who: str | None) -> bytes:
    """Return the workbook for one body; the same for the same data.

    Args:
        asked: The occasion.
        who: Id or name of the body; none for what nobody answers for.
    """
    book = Workbook()
    book.remove(book.worksheets[0])
    rows = {kind: [one for one in asked.rows_of(kind) if who in one.who] for kind in KINDS}
    fill_notes(book.create_sheet(NOTES_SHEET), asked, who, [kind for kind in KINDS if rows[kind]])
    words = book.create_sheet(WORDS_SHEET)
    places = fill_words(words, [one for found in rows.values() for one in found])
    for kind in KINDS:
        if rows[kind]:
            sheet = book.create_sheet(kind.sheet, len(book.sheetnames) - 1)
            _Filled(sheet, kind, asked, rows[kind], places).write()
    body = asked.body(who)
    name = body if isinstance(body, str) else body.name if body else NOTES["nobody"]
    book.properties.title = NOTES["title"].format(occasion=asked.occasion.name, body=name)
    book.properties.creator = asked.kommun.publisher or asked.kommun.formal_name
    book.properties.language = "sv"
    return packed(book)


class _Filled:
    """Writes one sheet that is to be filled in."""

    def __init__(
        self,
        sheet: Worksheet,
        kind: Kind,
        asked: Round,
        rows: list[Asked],
        places: dict[tuple[str, ...], str],
    ) -> None:
        self._sheet = sheet
        self._kind = kind
        self._asked = asked
        self._rows = rows
        self._rules = Rules(sheet, places)
        self._columns = [one for one in kind.columns if one.name not in TIMES or self._has_tasks()]

    def write(self) -> None:
        """Write headings, rows, and what is hidden."""
        sheet, last = self._sheet, len(self._rows) + 1
        hidden = [Heading(KOMMUN, ""), Heading(OCCASION, "")]
        filled = [one for one in self._columns if one.fill]
        headings = [one.heading for one in self._columns]
        headings += hidden + [Heading(one.former, "") for one in filled]
        for place, heading in enumerate(headings, start=1):
            cell = cell_of(sheet, 1, place)
            put_text(cell, heading.text)
            cell.font, cell.alignment = BOLD, TOP
            letter = get_column_letter(place)
            sheet.column_dimensions[letter].width = heading.width
            sheet.column_dimensions[letter].hidden = place > len(self._columns)
        fit(sheet, 1, ((one.heading.width, one.heading.text) for one in self._columns))
        for line, row in enumerate(self._rows, start=2):
            self._row(line, row, filled)
        self._rules.finish()
        area = f"A1:{get_column_letter(len(headings))}{last}"
        table = Table(displayName=self._kind.table, ref=area)
        table.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=False)
        sheet.add_table(table)
        self._look()

    def _row(self, line: int, row: Asked, filled: Iterable[Column]) -> None:
        for place, column in enumerate(self._columns, start=1):
            cell = cell_of(self._sheet, line, place)
            cell.alignment = TOP
            if column.fill and not (row.measured and row.measured.fetched):
                _put(cell, row, column)
                cell.border = FRAME
                cell.protection = Protection(locked=False)
                self._rules.add(cell, row, column)
                continue
            cell.fill = GREY
            if text := _text(row, column):
                put_text(cell, text)
        texts = ((one.heading.width, _text(row, one)) for one in self._columns)
        fit(self._sheet, line, texts, least=self._kind.least)
        start = len(self._columns) + 1
        former = [_cell_text(row, one) for one in filled]
        facts = [name_of(self._asked.kommun), self._asked.occasion.id, *former]
        for place, text in enumerate(facts, start=start):
            if text:
                put_text(cell_of(self._sheet, line, place), text)

    def _look(self) -> None:
        """Keep headings and the first columns in sight, and lock what is not to be filled in."""
        sheet = self._sheet
        sheet.freeze_panes = "B2"
        sheet.print_title_rows = "1:1"
        on_paper(sheet)
        sheet.page_setup.paperSize = sheet.PAPERSIZE_A3
        sheet.protection.sheet = True
        # What is told here is what stays forbidden; widths, heights and filters are nobody's loss.
        sheet.protection.formatColumns = sheet.protection.formatRows = False
        sheet.protection.autoFilter = sheet.protection.formatCells = False

    def _has_tasks(self) -> bool:
        if self._kind is not STATEMENTS:
            return False
        return any(one.is_task or TIMES & one.now.keys() for one in self._rows)


def _put(cell: Cell, row: Asked, column: Column) -> None:
    """Put what the data says in a cell that can be filled in, as its kind of value."""
    text = _cell_text(row, column)
    day = _DAY.fullmatch(text) if column.fill is Fill.DATE else None
    if column.fill is Fill.DATE:
        cell.number_format = _DAY_FORM
    if day and int(day[1]) >= _FIRST_YEAR:
        cell.value = date(*map(int, day.groups()))
        return
    figure = _figure(text) if column.fill is Fill.VALUE else None
    if column.fill is Fill.VALUE and row.measured:
        decimals = max(row.measured.decimals or 0, decimals_in(figure) if figure else 0)
        cell.number_format = f"#,##0.{'0' * decimals}" if decimals else "General"
    if figure is not None:
        cell.value = figure
    elif text:
        put_text(cell, text)


def _text(row: Asked, column: Column) -> str:
    return _cell_text(row, column) if column.fill else row.shown[column.name]


def _cell_text(row: Asked, column: Column) -> str:
    return shown(row, column, row.now.get(column.name, ""))


def _figure(text: str) -> Decimal | None:
    try:
        return number(text)
    except NotANumber:
        return None
