"""A CSV file that has been filled in becomes a sheet of cells, whichever program has saved it."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO
from itertools import islice

from openpyxl.utils import get_column_letter

from kommunvision.collect.grid import (
    MOST_ROWS,
    TOP,
    Cell,
    Found,
    Grid,
    origin,
)
from kommunvision.load.sheets import CellOrigin
from kommunvision.problem import Problems, problem
from kommunvision.swedish.answer_faults import FILE_FAULTS

_DELIMITERS = ";\t,"
_WIDE = (b"\xff\xfe", b"\xfe\xff")
# How a workbook begins, whatever its name says.
_PACKED = b"PK\x03\x04"
# What Windows-1252 has no letter for; Python would refuse the file for them.
_NO_LETTERS = {0x81, 0x8D, 0x8F, 0x90, 0x9D}
# The letters of Swedish beyond those of English.
_SWEDISH = "\u00e5\u00e4\u00f6\u00c5\u00c4\u00d6"
# So many cells are no accident in a line of text.
_SEVERAL = 2


def grid_of_csv(content: bytes, path: str, problems: Problems) -> tuple[Grid, ...]:
    """Return the sheet that a CSV file is.

    Args:
        content: The file.
        path: What the problems call it.
        problems: Gets what is wrong with the file and with its headings.
    """
    text = _decoded(content)
    if text is None:
        is_packed = content.startswith(_PACKED)
        cause = FILE_FAULTS["workbook" if is_packed else "encoding"]
        problems.add(problem("KV950", CellOrigin(path), cause=cause))
        return ()
    found = Found(path, CellOrigin(path), problems, is_csv=True)
    try:
        rows = [
            [_cell(one, path, number, place) for place, one in enumerate(row, start=1)]
            for number, row in enumerate(islice(_rows(text), MOST_ROWS + 1), start=1)
        ]
    except csv.Error:
        problems.add(problem("KV950", CellOrigin(path), cause=FILE_FAULTS["quotes"]))
        return ()
    if len(rows) > MOST_ROWS:
        problems.add(problem("KV950", CellOrigin(path), cause=FILE_FAULTS["too_many_rows"]))
    if found.has_headings_below(rows[:TOP]):
        return (found.grid(()),)
    found.take_headings(rows[0] if rows else ())
    lines = [
        found.line(row, origin(path, number, 1, f"A{number}"))
        for number, row in enumerate(rows[1:MOST_ROWS], start=2)
    ]
    return (found.grid(line for line in lines if line),)


def _cell(text: str, path: str, line: int, column: int) -> Cell:
    place = origin(path, line, column, f"{get_column_letter(column)}{line}")
    return Cell(text.strip("\n"), place)


def _decoded(content: bytes) -> str | None:
    """Return text from UTF-8 or UTF-16, or from what older programs take for text."""
    try:
        # Excel's "Unicode text" is UTF-16.
        text = content.decode("utf-16" if content[:2] in _WIDE else "utf-8-sig")
    except UnicodeDecodeError:
        old = _of_old_programs(content)
        if old is None:
            return None
        text = old
    if "\0" in text:
        return None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _of_old_programs(content: bytes) -> str | None:
    """Return text from what Windows takes for it or, if that makes more sense, an older Mac."""
    windows = content.decode("cp1252") if _NO_LETTERS.isdisjoint(content) else ""
    mac = content.decode("mac_roman")
    # One of the headings has such a letter, which the other reads as a sign of another kind.
    if sum(map(mac.count, _SWEDISH)) > sum(map(windows.count, _SWEDISH)):
        return mac
    return windows or None


def _rows(text: str) -> Iterator[list[str]]:
    """Return the rows; the sign that the line of headings has most of is between its cells."""
    first, _, rest = text.partition("\n")
    if first.startswith("sep=") and len(first) == len("sep=;"):
        # A line that Excel itself understands.
        return csv.reader(StringIO(rest, newline=""), delimiter=first[-1], strict=True)
    # A program may have put the name of the table above the headings.
    lines = [one for one in text.split("\n")[:TOP] if _most(one) >= _SEVERAL]
    delimiter = max(_DELIMITERS, key=(lines[0] if lines else first).count)
    return csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)


def _most(line: str) -> int:
    return max(line.count(one) for one in _DELIMITERS)
