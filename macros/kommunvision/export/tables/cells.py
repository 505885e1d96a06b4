"""Writes the rows of sheets as XML: a cell of openpyxl's for each value costs ten times as much."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Final

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.cell.cell import Cell as SheetCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.utils.datetime import to_excel

from kommunvision.export.tables.table import DIGITS, Cell, Table
from kommunvision.swedish.quantities import ANSWERS, decimals_in

WIDEST: Final = 60
"""The most characters of a column; a longer text is folded."""
_LONGEST: Final = 32_767
"""The most characters that a cell may have."""
_FIRST_YEAR: Final = 1900
"""The calendar of Excel begins with it."""
_DAY = "yyyy-mm-dd"
_HEADING, _SHORT, _LONG = "heading", "short", "long"
"""Looks of text; that of a number is its form."""
_CODED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
"""What a spreadsheet program would take for the code of a letter."""
_ESCAPED = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#xD;"})


def put_text(cell: SheetCell, text: str) -> None:
    """Put text in a cell as text, whatever it begins with, also after somebody has edited it."""
    cell.value = _kept(text)
    cell.data_type = "s"
    cell.quotePrefix = True


def _kept(text: str) -> str:
    """Return what a cell keeps of a text."""
    return _CODED.sub("_x005F_", ILLEGAL_CHARACTERS_RE.sub("", text))[:_LONGEST]


class Cells:
    """The cells of one workbook; a style is asked of openpyxl when it is met first."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._styles: dict[str, int] = {}

    def of(self, table: Table) -> bytes:
        """Return all rows of a sheet as canonical XML, the headings first."""
        letters = [get_column_letter(number) for number in range(1, len(table.columns) + 1)]
        headings = "".join(
            self._text(f"{letter}1", column.heading, _HEADING)
            for letter, column in zip(letters, table.columns, strict=True)
        )
        found = [f'<row r="1">{headings}</row>']
        for number, row in enumerate(table.rows, start=2):
            cells = "".join(
                self._cell(f"{letter}{number}", value)
                for letter, value in zip(letters, row, strict=True)
                if value is not None
            )
            found.append(f'<row r="{number}">{cells}</row>')
        return "".join(found).encode()

    def _cell(self, place: str, value: Cell) -> str:
        match value:
            case bool():
                return self._text(place, ANSWERS[value])
            case Decimal() if len(value.as_tuple().digits) <= DIGITS:
                decimals = decimals_in(value)
                form = f"#,##0.{'0' * decimals}" if decimals else "#,##0"
                return self._number(place, value, form)
            case Decimal():
                return self._text(place, f"{value:f}")
            case date() if value.year >= _FIRST_YEAR:
                days = to_excel(value)  # type: ignore[no-untyped-call] # openpyxl's
                return self._number(place, days, _DAY)
            case int():
                return self._number(place, value, "0")
        return self._text(place, str(value))

    def _number(self, place: str, value: Decimal | float, form: str) -> str:
        return f'<c r="{place}" s="{self._style(form)}" t="n"><v>{float(value):.16g}</v></c>'

    def _text(self, place: str, text: str, look: str | None = None) -> str:
        style = self._style(look or (_LONG if len(text) > WIDEST else _SHORT))
        kept = _kept(text)
        space = "" if kept == kept.strip() else ' xml:space="preserve"'
        told = f"<is><t{space}>{kept.translate(_ESCAPED)}</t></is>" if kept else ""
        return f'<c r="{place}" s="{style}" t="inlineStr">{told}</c>'

    def _style(self, look: str) -> int:
        """Return the number of the style of a text, or of numbers in a form."""
        if look not in self._styles:
            cell = SheetCell(self._book.worksheets[0], 1, 1)
            if look == _HEADING:
                cell.font = Font(bold=True)
            elif look in {_SHORT, _LONG}:
                cell.quotePrefix = True
                cell.alignment = Alignment(vertical="top", wrap_text=look == _LONG or None)
            else:
                cell.number_format = look
                cell.alignment = Alignment(vertical="top")
            self._styles[look] = cell.style_id
        return self._styles[look]
