"""How the cells of a workbook look: letters, widths, and rows as high as what stands in them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, cast

from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.dimensions import RowDimension
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

_NAME: Final = "Calibri"
_LINE: Final = Side(style="thin", color="FF555555")

BOLD: Final = Font(name=_NAME, bold=True, size=11)
HEADING: Final = Font(name=_NAME, bold=True, size=14)
TITLE: Final = Font(name=_NAME, bold=True, size=18)
TOP: Final = Alignment(vertical="top", wrap_text=True)
UNWRAPPED: Final = Alignment(vertical="top")
FRAME: Final = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
GREY: Final = PatternFill("solid", fgColor="FFEDEDED")

# Points; a row can be no higher than the last.
_OF_LINE, _HIGHEST = 15.0, 409.0


class _Fitting(RowDimension):
    """A row with a height that programs may change when somebody writes more in it."""

    @property
    def customHeight(self) -> bool:  # noqa: N802 - openpyxl's name for it
        """Whether the height is fixed."""
        return False


def cell_of(sheet: Worksheet, row: int, column: int) -> Cell:
    """Return a cell of a sheet that has no merged ones."""
    return cast(Cell, sheet.cell(row, column))


def on_paper(sheet: Worksheet) -> None:
    """Let a sheet be printed with all of its columns side by side."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def fit(sheet: Worksheet, row: int, texts: Iterable[tuple[int, str]], *, least: int = 1) -> None:
    """Make a row as high as its texts need.

    Args:
        sheet: The sheet.
        row: The row.
        texts: What stands in it, each with the width of its column in characters.
        least: How many lines it has at least.
    """
    lines = max([least, *(_lines(text, width) for width, text in texts)])
    height = min(lines * _OF_LINE, _HIGHEST)
    sheet.row_dimensions[row] = _Fitting(sheet, index=row, ht=height)


def _lines(text: str, width: int) -> int:
    """Return how many lines a text takes; words leave room at the end of most of them."""
    room = max(width - 2, 1)
    return sum(-(-len(one) // room) or 1 for one in text.split("\n"))
