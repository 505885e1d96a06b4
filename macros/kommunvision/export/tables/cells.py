"""Writes the rows of sheets as XML: a cell of openpyxl's for each value costs ten times as much."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from functools import lru_cache
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


def style(book: Workbook, look: str) -> int:
    """Return the number that a workbook knows the style of a text by, or of numbers in a form."""
    cell = SheetCell(book.worksheets[0], 1, 1)
    if look == _HEADING:
        cell.font = Font(bold=True)
    elif look in {_SHORT, _LONG}:
        cell.quotePrefix = True
        cell.alignment = Alignment(vertical="top", wrap_text=look == _LONG or None)
    else:
        cell.number_format = look
        cell.alignment = Alignment(vertical="top")
    return cell.style_id


def _kept(text: str) -> str:
    """Return what a cell keeps of a text."""
    # Nearly no text has a sign that may not stand in XML, and none of those can be printed.
    legal = text if text.isprintable() else ILLEGAL_CHARACTERS_RE.sub("", text)
    return (_CODED.sub("_x005F_", legal) if "_x" in legal else legal)[:_LONGEST]


@lru_cache(maxsize=1024)
def _days(day: date) -> float:
    """Return a day as a spreadsheet counts it."""
    return to_excel(day)  # type: ignore[no-untyped-call,no-any-return] # openpyxl's


class Cells:
    """The cells of one workbook; a look gets its number when it is met first."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        # Names of indicators, for one, stand in hundreds of cells.
        self._texts: dict[str, str] = {}

    @property
    def looks(self) -> tuple[str, ...]:
        """How cells look, in the order of their numbers; the first is 1."""
        return tuple(self._numbers)

    def of(self, table: Table) -> bytes:
        """Return all rows of a sheet as canonical XML, the headings first."""
        letters = [get_column_letter(number) for number in range(1, len(table.columns) + 1)]
        headings = "".join(
            f'<c r="{letter}1"{self._text(column.heading, _HEADING)}'
            for letter, column in zip(letters, table.columns, strict=True)
        )
        found = [f'<row r="1">{headings}</row>']
        for number, row in enumerate(table.rows, start=2):
            cells = [
                f'<c r="{letter}{number}"{self._cell(value)}'
                for letter, value in zip(letters, row, strict=True)
                if value is not None
            ]
            found.append(f'<row r="{number}">{"".join(cells)}</row>')
        return "".join(found).encode()

    def _cell(self, value: Cell) -> str:
        """Return what follows the place of a cell."""
        if not isinstance(value, str):
            return self._other(value)
        known = self._texts.get(value)
        if known is None:
            known = self._texts[value] = self._text(value)
        return known

    def _other(self, value: Cell) -> str:
        match value:
            case bool():
                return self._text(ANSWERS[value])
            case Decimal() if len(value.as_tuple().digits) <= DIGITS:
                decimals = decimals_in(value)
                form = f"#,##0.{'0' * decimals}" if decimals else "#,##0"
                return self._number(value, form)
            case Decimal():
                return self._text(f"{value:f}")
            case date() if value.year >= _FIRST_YEAR:
                return self._number(_days(value), _DAY)
            case int():
                return self._number(value, "0")
        return self._text(str(value))

    def _number(self, value: Decimal | float, form: str) -> str:
        return f' s="{self._look(form)}" t="n"><v>{float(value):.16g}</v></c>'

    def _text(self, text: str, look: str | None = None) -> str:
        number = self._look(look or (_LONG if len(text) > WIDEST else _SHORT))
        kept = _kept(text)
        space = "" if kept == kept.strip() else ' xml:space="preserve"'
        told = f"<is><t{space}>{kept.translate(_ESCAPED)}</t></is>" if kept else ""
        return f' s="{number}" t="inlineStr">{told}</c>'

    def _look(self, look: str) -> int:
        return self._numbers.setdefault(look, len(self._numbers) + 1)
