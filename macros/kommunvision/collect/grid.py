"""Sheets as they come back: cells by heading and row, whatever program or form they come in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from kommunvision.collect.columns import HEADINGS
from kommunvision.load.sheets import CellOrigin
from kommunvision.origin import Origin
from kommunvision.problem import Problem, Problems, problem
from kommunvision.swedish.answer_faults import heading_fault
from kommunvision.swedish.workbook import FILE_CAUSES, cell_fault

BEYOND: Final = 8
"""How many columns without a heading are looked at for something lost."""
MOST_ROWS: Final = 10_000
"""More than any body answers for."""
TOP: Final = 10
"""How many rows are looked at for headings that are not on the first."""

# So many headings of ours are no accident.
_ENOUGH: Final = 3


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: what it says as a data file would, or why that cannot be told."""

    text: str
    origin: Origin
    cause: str = ""
    """A key of the table of what may be wrong with a cell."""
    percent: str = ""
    """Of a cell that shows per cent: the number that it shows."""
    note: str = ""
    """What somebody has written in a note on the cell."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands in the cell."""
        return not self.cause and not self.text.strip()


@dataclass(frozen=True, slots=True)
class Line:
    """A row below the headings."""

    cells: dict[str, Cell]
    """Every cell below a heading, the empty ones too."""
    origin: Origin
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A sheet, or a file that is like one."""

    name: str
    headings: dict[str, Origin]
    lines: tuple[Line, ...]
    origin: Origin
    merged: tuple[tuple[str, Origin], ...] = ()
    """Merged cells below the headings, with the range that they take."""
    written: Mapping[str, str] = field(default_factory=dict)
    """The headings as somebody has written them."""


@dataclass(slots=True)
class Found:
    """The rows of a sheet on their way to a grid."""

    name: str
    origin: Origin
    problems: Problems
    is_csv: bool = False
    headings: dict[int, str] = field(default_factory=dict)
    places: dict[str, Origin] = field(default_factory=dict)
    written: dict[str, str] = field(default_factory=dict)
    merged: set[int] = field(default_factory=set)
    """Columns whose headings are in merged cells, which are told of as that."""

    def has_headings_below(self, rows: Sequence[Sequence[Cell]]) -> bool:
        """Report headings that somebody has written something above, if that is so."""
        for number, row in enumerate(rows):
            ours = [cell for cell in row if " ".join(cell.text.split()).casefold() in HEADINGS]
            if len(ours) >= _ENOUGH:
                if number:
                    told = heading_fault("below", line=str(number + 1))
                    self.problems.add(Problem("KV951", ours[0].origin, told))
                return bool(number)
        return False

    def take_headings(self, row: Iterable[Cell]) -> None:
        """Take the first row; a heading that comes twice belongs to the first of its columns."""
        for column, cell in enumerate(row, start=1):
            # Capitals and spaces around a heading say nothing.
            text = " ".join(cell.text.split()).casefold()
            if cell.is_empty:
                continue
            if text in self.places:
                first = self.places[text]
                self.problems.add(
                    problem("KV946", cell.origin, related=[first], value=text, place=first)
                )
                self.headings[column] = ""
            else:
                self.headings[column] = text
                self.written[text] = " ".join(cell.text.split())
                self.places[text] = cell.origin

    def line(self, row: Iterable[Cell], origin: Origin, *, hidden: bool = False) -> Line | None:
        """Return a row by its headings; none where nothing stands in it."""
        cells: dict[str, Cell] = {}
        for column, cell in enumerate(row, start=1):
            if column in self.headings:
                if heading := self.headings[column]:
                    cells[heading] = cell
            elif not cell.is_empty and column not in self.merged:
                # A row of CSV that goes on is one that a sign between cells has parted.
                beyond = self.is_csv and column > max(self.headings, default=0)
                fault = cell_fault(cell.cause or ("beyond" if beyond else "no_heading"))
                self.problems.add(Problem("KV944", cell.origin, fault))
        if all(one.is_empty for one in cells.values()):
            return None
        blanks = {heading: Cell("", origin) for heading in self.places}
        return Line(blanks | cells, origin, hidden)

    def grid(self, lines: Iterable[Line], merged: Iterable[tuple[str, Origin]] = ()) -> Grid:
        """Return the finished sheet."""
        places, written = dict(self.places), dict(self.written)
        return Grid(self.name, places, tuple(lines), self.origin, tuple(merged), written)


def too_many_rows(sheet: str, path: str) -> Problem:
    """Return the problem that a sheet has more rows than are read."""
    cause = FILE_CAUSES["too_many_rows"].format(sheet=sheet)
    return problem("KV942", CellOrigin(path), cause=cause)


def origin(path: str, line: int, column: int, cell: str) -> CellOrigin:
    """Return the place of a cell."""
    return CellOrigin(path, line, column, 1, cell)
