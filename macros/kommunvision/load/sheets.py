"""A workbook becomes sheets with rows of located texts; the only reader of workbooks.

A workbook may come from anybody. It is looked at before it is unpacked, no formula in it is
reckoned, no link out of it is followed, and what it may hold has bounds.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any, Final
from zipfile import BadZipFile, ZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.styles.numbers import is_date_format
from openpyxl.utils import get_column_letter

from kommunvision.load.tree import Scalar
from kommunvision.origin import Origin
from kommunvision.problem import Problem, Problems, problem
from kommunvision.swedish.keys import FLAG_WORDS
from kommunvision.swedish.workbook import (
    CELL_PLACE,
    CONTENTS,
    FILE_CAUSES,
    PREFIX,
    SHEET_PLACE,
    SHEETS,
    cell_fault,
)
from kommunvision.text.decode import PRIVATE, UNSEEN
from kommunvision.text.doubled import doubled

# The whole country's goal systems in one workbook would be a tenth of this.
_LARGEST: Final = 20_000_000
_LARGEST_UNPACKED: Final = 200_000_000
_MOST_ROWS: Final = 100_000
_BEYOND: Final = 8
"""How many columns without a heading are looked at for something lost."""

_OLE = b"\xd0\xcf\x11\xe0"
# The same container has workbooks of the format before, by this name, and those with a password.
_OLDER = "Workbook".encode("utf-16-le")
_READ = {SHEETS[CONTENTS].sheet}
_CODED = re.compile("_x([0-9A-Fa-f]{4})_")
_WORDS = {meaning: word for word, meaning in FLAG_WORDS.items()}


class CellOrigin(Origin):
    """A place in a workbook; its path names the sheet, its line and column are the cell's.

    Without a cell it is a sheet, or the file.
    """

    __slots__ = ()

    def __str__(self) -> str:
        return CELL_PLACE.format(sheet=self.path, cell=self.cell) if self.cell else self.path


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a sheet: its texts by heading, the empty ones left out."""

    cells: dict[str, Scalar]
    origin: Origin


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its headings, and the rows below them."""

    headings: dict[str, Origin]
    rows: tuple[Row, ...]
    origin: Origin


class _Unusable(Exception):  # noqa: N818 - it carries a finding to the function just below
    """The workbook cannot be read any further."""

    def __init__(self, found: Problem) -> None:
        super().__init__(found.code)
        self.found = found


def sheets_of(content: bytes, path: str, problems: Problems) -> dict[str, Sheet] | None:
    """Return the sheets with data by their names; none when the workbook cannot be read.

    Those that are there for people to read are left alone, and so are a reader's own.

    Args:
        content: The file.
        path: What the problems call it.
        problems: Gets what is wrong.
    """
    try:
        _see_that_it_is_harmless(content, path)
        book = opened(content, read_only=True)
        named = {one.title: one for one in book.worksheets}
        wanted = [name for name in named if name in _READ or name.startswith(PREFIX)]
        return {name: _Reader(named[name], path, problems).sheet() for name in wanted}
    except _Unusable as unusable:
        problems.add(unusable.found)
    except Exception:  # noqa: BLE001 - a broken workbook makes openpyxl fail in any number of ways
        problems.add(_of_file(path, "damaged"))
    return None


def _see_that_it_is_harmless(content: bytes, path: str) -> None:
    """Look at a workbook before it is unpacked.

    Raises:
        _Unusable: It is too large, or has what no spreadsheet program writes.
    """
    if content.startswith(_OLE):
        raise _Unusable(_of_file(path, "older" if _OLDER in content else "encrypted"))
    if len(content) > _LARGEST:
        raise _Unusable(_of_file(path, "too_large"))
    try:
        with ZipFile(BytesIO(content)) as parts:
            if sum(one.file_size for one in parts.infolist()) > _LARGEST_UNPACKED:
                raise _Unusable(_of_file(path, "too_large"))
            for one in parts.infolist():
                # Entities of XML can grow without end; UTF-16 could hide them.
                part = parts.read(one) if one.filename.endswith((".xml", ".rels")) else b""
                if b"<!DOCTYPE" in part or b"\0" in part:
                    raise _Unusable(_of_file(path, "suspect"))
    except BadZipFile:
        raise _Unusable(_of_file(path, "damaged")) from None


def _of_file(path: str, cause: str, **words: str) -> Problem:
    return problem("KV942", CellOrigin(path), cause=FILE_CAUSES[cause].format(**words))


class _Reader:
    """Reads one sheet."""

    def __init__(self, sheet: Any, path: str, problems: Problems) -> None:  # noqa: ANN401 - openpyxl
        self._sheet = sheet
        self._file = path
        self._path = SHEET_PLACE.format(path=path, sheet=sheet.title)
        self._problems = problems
        # What a sheet says of its own size may be wrong, or a trap.
        sheet.reset_dimensions()

    def sheet(self) -> Sheet:
        """Return the sheet."""
        top = next(self._sheet.iter_rows(max_row=1), ())
        named = {
            column: text
            for column, cell in enumerate(top, start=1)
            if (text := self._scalar(cell, 1, column)) is not None
        }
        headings: dict[int, str] = {}
        seen: dict[str, Origin] = {}
        for column, scalar in named.items():
            heading = scalar.text.strip()
            if heading in seen:
                first = seen[heading]
                found = problem("KV946", scalar.origin, related=[first], value=heading, place=first)
                self._problems.add(found)
            else:
                headings[column] = heading
                seen[heading] = scalar.origin
        doubled = named.keys() - headings.keys()
        rows = tuple(self._rows(headings, doubled, max(named, default=0)))
        return Sheet(seen, rows, CellOrigin(self._path))

    def _rows(self, headings: dict[int, str], doubled: set[int], last: int) -> Iterator[Row]:
        rows = self._sheet.iter_rows(min_row=2, max_row=_MOST_ROWS + 2, max_col=last + _BEYOND)
        for line, row in enumerate(rows, start=2):
            if line > _MOST_ROWS + 1:
                raise _Unusable(_of_file(self._file, "too_many_rows", sheet=self._sheet.title))
            cells: dict[str, Scalar] = {}
            for column, cell in enumerate(row, start=1):
                if cell.value is None or (scalar := self._scalar(cell, line, column)) is None:
                    continue
                if column in headings:
                    cells[headings[column]] = scalar
                elif column not in doubled:
                    self._odd("no_heading", scalar.origin)
            if cells:
                yield Row(cells, self._origin(line, 1))

    def _scalar(
        self,
        cell: Any,  # noqa: ANN401 - openpyxl
        line: int,
        column: int,
    ) -> Scalar | None:
        """Return what a cell says as a data file would; none if it says nothing."""
        origin = self._origin(line, column)
        if cell.value is None:
            return None
        text, cause = told(cell)
        if cause:
            self._odd(cause, origin)
            return None
        if wrong := doubled(text):
            self._problems.add(Problem(wrong.code, origin, wrong.details))
        elif unseen := UNSEEN.search(text) or PRIVATE.search(text):
            self._problems.add(problem("KV008", origin, character=f"U+{ord(unseen[0]):04X}"))
        # In quotation marks, as it were: a tilde alone is a text and not nothing.
        return Scalar(text, origin, plain=False) if text.strip() else None

    def _origin(self, line: int, column: int) -> CellOrigin:
        return CellOrigin(self._path, line, column, 1, f"{get_column_letter(column)}{line}")

    def _odd(self, cause: str, origin: Origin) -> None:
        self._problems.add(Problem("KV944", origin, cell_fault(cause)))


def told(cell: Any) -> tuple[str, str]:  # noqa: ANN401 - openpyxl
    """Return what a cell says as a data file would, or else why that cannot be told."""
    value, form = cell.value, cell.number_format or ""
    if cell.data_type in {"f", "e"}:
        error = "no_day" if is_date_format(form) else "error"
        return "", "formula" if cell.data_type == "f" else error
    if isinstance(value, bool):
        return _WORDS[value], ""
    if isinstance(value, int | float):
        return ("", "percent") if "%" in form else (_number(value, form), "")
    if isinstance(value, datetime | date):
        return _day(value, form), ""
    if not isinstance(value, str):
        return "", "time"
    text = _CODED.sub(lambda found: chr(int(found[1], 16)), value)
    return text.replace("\r\n", "\n").replace("\r", "\n"), ""


def opened(content: bytes, *, read_only: bool = False) -> Workbook:
    """Return a workbook that has been found to be harmless, without a word of openpyxl's own."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return load_workbook(BytesIO(content), read_only=read_only, keep_links=False)


def refusal(content: bytes, path: str) -> Problem | None:
    """Return why a workbook is not to be unpacked, if it is not.

    Args:
        content: The file.
        path: What the problem calls it.
    """
    try:
        _see_that_it_is_harmless(content, path)
    except _Unusable as unusable:
        return unusable.found
    return None


def damaged(path: str) -> Problem:
    """Return the problem that a file is no workbook that can be read."""
    return _of_file(path, "damaged")


def _number(value: float, form: str) -> str:
    """Return a number with the digits that are shown, and never with fewer than it has."""
    # As many digits as spreadsheet programs show: the rest is noise from their reckoning.
    exact = Decimal(f"{value:.15g}")
    shown = re.match(r"[^.;]*\.(0+)", form)
    wanted = len(shown[1]) if shown else 0
    own = exact.normalize().as_tuple().exponent
    decimals = max(wanted, -own if isinstance(own, int) else 0)
    return f"{exact:.{decimals}f}".replace(".", ",")


def _day(value: date, form: str) -> str:
    """Return a day; a month where the cell shows no day, as when somebody has written 2024-05."""
    # Escaped letters and those in quotation marks are words, not parts of a date.
    shown = re.sub(r'\\.|"[^"]*"|\[[^\]]*\]', "", form).lower()
    whole = f"{value.year:04d}-{value.month:02d}-{value.day:02d}"
    return whole if "d" in shown or shown.strip() in {"", "general"} else whole[:7]
