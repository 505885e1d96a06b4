"""What a workbook that was filled in wants to change, or what is wrong with it, cell by cell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kommunvision.collect.asked import Asked, Round
from kommunvision.collect.columns import Column, Kind
from kommunvision.collect.grid import Cell, Grid, Line
from kommunvision.collect.returned import Returned, row_key
from kommunvision.collect.texts import Refused, answer, doubts, same
from kommunvision.load.sheets import CellOrigin
from kommunvision.origin import Origin
from kommunvision.problem import Problem, Problems, problem
from kommunvision.swedish.collect import ID, KOMMUN, OCCASION
from kommunvision.swedish.problems.collect import REASON_CAUSES, quoted
from kommunvision.text.guess import nearest


@dataclass(frozen=True, slots=True)
class Change:
    """One cell that says something new."""

    row: Asked
    column: Column
    before: str
    """What the data says, as a data file has it; empty for nothing."""
    after: str
    sheet: str
    origin: Origin
    hidden: bool = False
    """Whether its row is hidden in the sheet."""

    @property
    def cell(self) -> str:
        """The name of the cell: ``E5``."""
        return self.origin.cell if isinstance(self.origin, CellOrigin) else ""


def changes_in(
    asked: Round, kommun: str, returned: Returned, *, emptied: bool = False
) -> tuple[tuple[Change, ...], Problems]:
    """Return what a workbook wants to change, and what is wrong with it.

    Args:
        asked: What was asked for.
        kommun: What the workbook calls the kommun.
        returned: The workbook.
        emptied: Whether a cell that has been emptied takes away what stood there.
    """
    reading = _Reading(asked, kommun)
    found: list[Change] = []
    for kind, grid in returned.sheets:
        for line in grid.lines:
            row = reading.row(kind, line)
            if row is not None:
                found.extend(_Row(row, grid, line, reading.problems, emptied=emptied).changes())
    return tuple(found), reading.problems


class _Reading:
    """Finds which row of those that were asked for a line is."""

    def __init__(self, asked: Round, kommun: str) -> None:
        self._asked = asked
        self._kommun = kommun
        self._seen: dict[tuple[str, ...], Origin] = {}
        self.problems = Problems()

    def row(self, kind: Kind, line: Line) -> Asked | None:
        """Return which row a line is; none, and a problem, if it is none that was asked for."""
        ids = {self._asked.occasion.id, *self._asked.occasion.former_ids}
        for heading, meant in ((KOMMUN, {self._kommun}), (OCCASION, ids)):
            cell = line.cells.get(heading)
            if cell and not cell.is_empty and cell.text.strip() not in meant:
                expected = self._kommun if heading == KOMMUN else self._asked.occasion.id
                self.problems.add(
                    problem(
                        "KV953",
                        cell.origin,
                        heading=heading,
                        value=cell.text.strip(),
                        expected=expected,
                    )
                )
                return None
        key = row_key(kind, line)
        cell = line.cells[ID]
        if not key[0]:
            self.problems.add(problem("KV955", line.origin, value="", sheet=kind.sheet))
            return None
        row = self._asked.by_key[kind].get(key)
        if row is None:
            known = [one[0] for one in self._asked.by_key[kind]]
            by_id = [one for one in self._asked.by_key[kind].values() if one.item.id == key[0]]
            place = line.cells[kind.key[-1]].origin if by_id else cell.origin
            near = by_id[0].key[-1] if by_id else nearest(key[0], known)
            told = key[-1] if by_id else key[0]
            self.problems.add(
                problem("KV955", place, suggestion=near, value=told, sheet=kind.sheet)
            )
            return None
        if (first := self._seen.get((kind.name, *row.key))) is not None:
            self.problems.add(
                problem("KV956", cell.origin, related=[first], value=key[0], place=first)
            )
            return None
        self._seen[kind.name, *row.key] = cell.origin
        title = line.cells.get(kind.column(kind.title).heading.text)
        if title and not title.is_empty and _words(title.text) != _words(row.title):
            self.problems.add(problem("KV957", title.origin, id=row.item.id, title=row.title))
            return None
        return row


def _words(text: str) -> list[str]:
    return text.casefold().split()


class _Row:
    """Compares one row with the data, and with what stood in it when it was sent out."""

    def __init__(
        self, row: Asked, grid: Grid, line: Line, problems: Problems, *, emptied: bool
    ) -> None:
        self._row = row
        self._grid = grid
        self._line = line
        self._problems = problems
        self._emptied = emptied
        self._none: list[Cell] = []
        self._wrong = False

    def changes(self) -> list[Change]:
        """Return what the row wants to change."""
        found = [one for column in self._row.kind.filled for one in self._change(column)]
        if not self._wrong:
            found = [*found, *self._without_value(found)]
        if found and self._row.measured and self._row.measured.fetched:
            self._add(problem("KV965", found[0].origin, publisher=self._row.measured.fetched))
            return []
        return found

    def _change(self, column: Column) -> Iterator[Change]:
        cell = self._line.cells.get(column.heading.text)
        if cell is None:
            return
        now = self._row.now.get(column.name, "")
        try:
            told = answer(self._row, column, cell)
            former = self._former(column)
        except Refused as refused:
            self._refuse(refused.found)
            return
        if told.none and column.name == "value":
            self._none.append(cell)
        unchanged = former is not None and same(self._row, column, told.text, former)
        if (
            unchanged
            or same(self._row, column, told.text, now)
            or (former is None and not told.text)
        ):
            return
        known = not now if former is None else same(self._row, column, former, now)
        if not known:
            self._refuse(
                problem(
                    "KV958",
                    cell.origin,
                    value=quoted(told.text),
                    now=quoted(now),
                    title=self._row.title,
                )
            )
        elif not (told.text or told.no or self._emptied):
            self._refuse(problem("KV959", cell.origin, value=quoted(now), title=self._row.title))
        else:
            for doubt in doubts(self._row, column, told.text, cell.origin):
                self._add(doubt)
            yield Change(
                self._row, column, now, told.text, self._grid.name, cell.origin, self._line.hidden
            )

    def _former(self, column: Column) -> str | None:
        """Return what stood in a cell when it was sent out; none where nobody knows.

        Raises:
            Refused: Somebody has changed it to what cannot be.
        """
        cell = self._line.cells.get(column.former)
        return None if cell is None else answer(self._row, column, cell).text

    def _without_value(self, found: list[Change]) -> Iterator[Change]:
        """See that a value that is not there has a reason, and one that is has none."""
        if self._row.measured is None:
            return
        after = {**self._row.now, **{one.column.name: one.after for one in found}}
        figures = [after.get(name, "") for name in ("value", "women", "men")]
        measurement = self._row.measured.measurement
        has = any(figures) or bool(measurement and measurement.parts)
        reason = after.get("missing", "")
        by_name = {one.column.name: one for one in found}
        if has and reason and found:
            if "missing" not in by_name and self._row.now.get("missing"):
                # It is no longer missing; that is why it is told.
                yield self._reason_gone()
            elif place := by_name.get("missing"):
                self._add(problem("KV964", place.origin, cause=REASON_CAUSES["both"]))
        elif not has and not reason and (self._none or found):
            place_of = self._none[0].origin if self._none else found[0].origin
            self._add(problem("KV964", place_of, cause=REASON_CAUSES["neither"]))

    def _reason_gone(self) -> Change:
        column = self._row.kind.column("missing")
        cell = self._line.cells.get(column.heading.text)
        place = cell.origin if cell else self._line.origin
        return Change(self._row, column, self._row.now["missing"], "", self._grid.name, place)

    def _refuse(self, found: Problem) -> None:
        self._wrong = True
        self._add(found)

    def _add(self, found: Problem) -> None:
        self._problems.add(found)
