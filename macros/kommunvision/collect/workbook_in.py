"""A workbook that has been filled in becomes sheets of cells with their places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from io import BytesIO
from typing import Any, Final
from zipfile import ZipFile

from openpyxl import Workbook
from openpyxl.utils import get_column_letter, range_boundaries
from openpyxl.worksheet.worksheet import Worksheet

from kommunvision.collect.columns import KINDS
from kommunvision.collect.grid import (
    BEYOND,
    MOST_ROWS,
    TOP,
    Cell,
    Found,
    Grid,
    Line,
    origin,
    too_many_rows,
)
from kommunvision.load.sheets import CellOrigin, damaged, opened, refusal, told
from kommunvision.origin import Origin
from kommunvision.problem import Problems, problem
from kommunvision.swedish.collect import NOTES_SHEET, WORDS_SHEET
from kommunvision.swedish.workbook import CONTENTS, FILE_CAUSES, PREFIX, SHEET_PLACE, SHEETS

# A thousand answers of a page each would be a tenth of this.
_LARGEST_UNPACKED: Final = 20_000_000
_MOST_COLUMNS: Final = 200
_MOST_MERGED: Final = 10_000
_MERGED: Final = re.compile(rb"<(?:\w+:)?mergeCell\b[^>]*?\bref=[\"']([^\"']*)")
_NAMES: Final = "xl/workbook.xml"
_LONGEST_NAMES: Final = 1_000_000
_TO_READ = {NOTES_SHEET, WORDS_SHEET}


def is_returned(content: bytes) -> bool:
    """Tell whether a workbook may be a template, and not one with a whole goal system."""
    try:
        with ZipFile(BytesIO(content)) as parts:
            if parts.getinfo(_NAMES).file_size > _LONGEST_NAMES:
                return False
            names = parts.read(_NAMES)
    except Exception:  # noqa: BLE001 - whoever reads the whole of it says what is wrong with it
        return False
    ours = any(f'"{one.sheet}"'.encode() in names for one in KINDS)
    contents = f'"{SHEETS[CONTENTS].sheet}"'.encode() in names
    return f'"{PREFIX}'.encode() not in names and (ours or not contents)


def grids_of_workbook(content: bytes, path: str, problems: Problems) -> tuple[Grid, ...]:
    """Return the sheets of a workbook but those that are there to be read.

    Args:
        content: The file.
        path: What the problems call it.
        problems: Gets what is wrong with the file and with its headings.
    """
    if found := refusal(content, path):
        problems.add(found)
        return ()
    try:
        if cause := _danger(content):
            problems.add(problem("KV942", CellOrigin(path), cause=FILE_CAUSES[cause]))
            return ()
        return tuple(_grids(opened(content), path, problems))
    except Exception:  # noqa: BLE001 - a broken workbook makes openpyxl fail in any number of ways
        problems.add(damaged(path))
        return ()


def _danger(content: bytes) -> str:
    """Return why a workbook would take too long to read, if it would."""
    with ZipFile(BytesIO(content)) as parts:
        if sum(one.file_size for one in parts.infolist()) > _LARGEST_UNPACKED:
            return "too_large"
        # Every cell of a merged area is made when a workbook is read.
        areas = [
            area
            for one in parts.namelist()
            if one.startswith("xl/worksheets/")
            for area in _MERGED.findall(parts.read(one))
        ]
    return "suspect" if sum(map(_cells, areas)) > _MOST_MERGED else ""


def _cells(area: bytes) -> int:
    try:
        first, top, last, bottom = range_boundaries(area.decode())
    except ValueError:
        return _MOST_MERGED + 1
    sizes = (last or _MOST_MERGED) - (first or 1), (bottom or _MOST_MERGED) - (top or 1)
    return (sizes[0] + 1) * (sizes[1] + 1)


def _grids(book: Workbook, path: str, problems: Problems) -> Iterator[Grid]:
    for sheet in book.worksheets:
        if sheet.title not in _TO_READ:
            yield _grid(sheet, SHEET_PLACE.format(path=path, sheet=sheet.title), problems)


def _grid(sheet: Worksheet, path: str, problems: Problems) -> Grid:
    found = Found(sheet.title, CellOrigin(path), problems)
    if sheet.max_row > MOST_ROWS:
        problems.add(too_many_rows(sheet.title, path))
    rows = sheet.iter_rows(max_row=TOP, max_col=min(sheet.max_column, _MOST_COLUMNS))
    top = [
        [_cell(one, path, line, column) for column, one in enumerate(row, start=1)]
        for line, row in enumerate(rows, start=1)
    ]
    if found.has_headings_below(top):
        return found.grid(())
    found.take_headings(top[0] if top else ())
    found.merged = {
        column
        for area in sheet.merged_cells.ranges
        if area.min_row == 1
        for column in range(area.min_col, min(area.max_col, _MOST_COLUMNS) + 1)
    }
    last = min(max(found.headings, default=0) + BEYOND, sheet.max_column)
    rows = sheet.iter_rows(min_row=2, max_row=min(sheet.max_row, MOST_ROWS), max_col=last)
    lines: list[Line] = []
    for number, row in enumerate(rows, start=2):
        cells = [_cell(one, path, number, place) for place, one in enumerate(row, start=1)]
        hidden = sheet.sheet_state != "visible" or (
            number in sheet.row_dimensions and bool(sheet.row_dimensions[number].hidden)
        )
        line = found.line(cells, origin(path, number, 1, f"A{number}"), hidden=hidden)
        if line:
            lines.append(line)
    return found.grid(lines, _merged(sheet, path))


def _merged(sheet: Worksheet, path: str) -> Iterator[tuple[str, Origin]]:
    for one in sorted(sheet.merged_cells.ranges, key=lambda area: (area.min_row, area.min_col)):
        corner = f"{get_column_letter(one.min_col)}{one.min_row}"
        yield one.coord, origin(path, one.min_row, one.min_col, corner)


def _cell(cell: Any, path: str, line: int, column: int) -> Cell:  # noqa: ANN401 - openpyxl
    place = origin(path, line, column, f"{get_column_letter(column)}{line}")
    note = cell.comment.text if getattr(cell, "comment", None) else ""
    if cell.value is None:
        return Cell("", place, note=note)
    text, cause = told(cell)
    percent = ""
    if cause == "percent":
        shown = Decimal(f"{cell.value:.13g}") * 100
        percent = f"{shown.normalize():f}".replace(".", ",")
    return Cell(text, place, cause, percent, note)
