"""A file that comes back: its sheets, known by their headings, and which occasion it is for."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from kommunvision.collect.asked import name_of
from kommunvision.collect.columns import KINDS, Kind
from kommunvision.collect.csv_in import grid_of_csv
from kommunvision.collect.grid import Cell, Grid, Line
from kommunvision.collect.measured import period_name
from kommunvision.collect.workbook_in import grids_of_workbook
from kommunvision.load.numbers import NotAPeriod, period
from kommunvision.load.sheets import CellOrigin
from kommunvision.model import Kommun, Occasion
from kommunvision.origin import Origin
from kommunvision.problem import Problem, Problems, problem
from kommunvision.swedish.answer_faults import FILE_FAULTS, heading_fault
from kommunvision.swedish.collect import DEFINITE, KOMMUN, OCCASION
from kommunvision.swedish.workbook import cell_fault
from kommunvision.text.guess import nearest

# So many headings of ours make a sheet ours.
_ENOUGH = 2


@dataclass(frozen=True, slots=True)
class Returned:
    """A file that has come back."""

    sheets: tuple[tuple[Kind, Grid], ...]
    kommun: Cell | None
    """The cell that says whose file it is; none if no cell does."""
    occasion: Cell | None
    origin: Origin
    is_csv: bool


def read_returned(content: bytes, path: str, *, is_csv: bool) -> tuple[Returned, Problems]:
    """Read a file that has come back.

    Args:
        content: The file.
        path: What the problems call it.
        is_csv: Whether it is CSV, and not a workbook.
    """
    problems = Problems()
    read = grid_of_csv if is_csv else grids_of_workbook
    grids = read(content, path, problems)
    sheets = []
    for grid in grids:
        kind = _kind(grid)
        if kind is not None:
            _see_that_it_is_whole(kind, grid, problems)
            sheets.append((kind, grid))
        elif not is_csv and grid.headings and grid.name in {one.sheet for one in KINDS}:
            problems.add(_heading("none", grid.origin, ""))
    if not sheets and not problems:
        cause = FILE_FAULTS[_no_file_of_ours(content, grids, is_csv=is_csv)]
        problems.add(problem("KV950", CellOrigin(path), cause=cause))
    lines = [line for _, grid in sheets for line in grid.lines]
    kommun, occasion = _first(lines, KOMMUN), _first(lines, OCCASION)
    if sheets and not problems and not (kommun and occasion):
        cause = FILE_FAULTS["whose" if lines else "empty"]
        problems.add(problem("KV950", CellOrigin(path), cause=cause))
    return Returned(tuple(sheets), kommun, occasion, CellOrigin(path), is_csv), problems


def _no_file_of_ours(content: bytes, grids: Iterable[Grid], *, is_csv: bool) -> str:
    if not content.strip():
        return "nothing"
    if is_csv:
        return "delimiter" if any(_holds_headings(grid) for grid in grids) else "unknown_csv"
    return "unknown"


def _holds_headings(grid: Grid) -> bool:
    """Tell whether one cell has several of our headings, with other signs between them."""
    words = {word for heading in grid.headings for word in re.findall(r"\w+", heading)}
    alone = len(grid.headings) == 1
    return alone and any(len(_known(one) & words) >= _ENOUGH for one in KINDS)


def row_key(kind: Kind, line: Line) -> tuple[str, ...]:
    """Return which row a line says that it is."""
    return tuple(_key_text(name, line.cells[kind.column(name).heading.text]) for name in kind.key)


def _key_text(name: str, cell: Cell) -> str:
    text = " ".join(cell.text.split())
    if name != "period":
        return text
    try:
        # A program may have written the month of a period in its own way.
        return period_name(period(text))
    except NotAPeriod:
        return text


def _kind(grid: Grid) -> Kind | None:
    """Return which sheet it is, by its headings; none if it is one of somebody's own."""
    scores = {one.name: len(_known(one) & grid.headings.keys()) for one in KINDS}
    # A sheet that has lost a heading is known by its name.
    kind = max(KINDS, key=lambda one: (scores[one.name], one.sheet == grid.name))
    return kind if scores[kind.name] >= _ENOUGH else None


def _known(kind: Kind) -> set[str]:
    own = {one.heading.text for one in kind.columns}
    return own | {one.former for one in kind.filled} | {KOMMUN, OCCASION}


def _see_that_it_is_whole(kind: Kind, grid: Grid, problems: Problems) -> None:
    known = _known(kind)
    odd = [one for one in grid.headings if one not in known]
    # A column whose hidden twin is there was in the template, and so it has been renamed.
    lost = [
        one.heading.text
        for one in kind.filled
        if one.heading.text not in grid.headings
        # So has the one with the answer itself, which no file of ours is without.
        and (one.former in grid.headings or one is kind.filled[0])
    ]
    kept = {one.heading.text for one in kind.filled if one.former in grid.headings}
    for heading in odd:
        near = nearest(heading, [one.heading.text for one in kind.filled])
        place, written = grid.headings[heading], grid.written[heading]
        if near and near not in grid.headings:
            problems.add(_heading("unknown", place, written, near))
        elif _has_content(grid, heading):
            meant = lost[0] if len(lost) == 1 else None
            problems.add(
                _heading("unknown", place, written, meant)
                if lost
                else problem("KV952", place, heading=written)
            )
    needed = [KOMMUN, OCCASION, *(kind.column(name).heading.text for name in kind.key)]
    for heading in needed:
        if heading not in grid.headings:
            cause = "hidden" if heading in {KOMMUN, OCCASION} else "missing"
            problems.add(_heading(cause, grid.origin, heading))
    if not problems:
        # What is renamed or written over has been told of.
        for heading in lost:
            if heading in kept:
                problems.add(problem("KV968", grid.origin, heading=heading))
    for area, origin in grid.merged:
        problems.add(Problem("KV944", origin, cell_fault("merged", area=area)))


def _heading(cause: str, place: Origin, heading: str, near: str | None = None) -> Problem:
    told = heading_fault(cause, heading=heading)
    return Problem("KV951", place, told, near)


def _has_content(grid: Grid, heading: str) -> bool:
    return any(not line.cells[heading].is_empty for line in grid.lines if heading in line.cells)


def _first(lines: Iterable[Line], heading: str) -> Cell | None:
    cells = (line.cells.get(heading) for line in lines)
    return next((one for one in cells if one and not one.is_empty and not one.cause), None)


def occasion_of(
    kommuner: Iterable[Kommun], returned: Returned
) -> tuple[Kommun, Occasion] | Problem:
    """Return the kommun and the occasion that a file is for, or the problem that there is none."""
    whose = {name_of(one): one for one in kommuner}
    kommun = whose.get(_text(returned.kommun))
    if kommun is None:
        return _unknown(KOMMUN, returned.kommun, whose, returned.origin)
    known = {key: one for one in kommun.occasions for key in (one.id, *one.former_ids)}
    occasion = known.get(_text(returned.occasion))
    if occasion is None:
        return _unknown(OCCASION, returned.occasion, known, returned.origin)
    return kommun, occasion


def _text(cell: Cell | None) -> str:
    return cell.text.strip() if cell else ""


def _unknown(heading: str, cell: Cell | None, known: Iterable[str], origin: Origin) -> Problem:
    text = _text(cell)
    place = cell.origin if cell else origin
    meant = nearest(text, known)
    return problem("KV954", place, suggestion=meant, what=DEFINITE[heading], value=text)
