"""What a workbook that was filled in wants to change, or what is wrong with it, cell by cell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kommunvision.collect.asked import Asked, Round
from kommunvision.collect.columns import PARTS, VALUES, Column, Fill, Kind
from kommunvision.collect.copied import once_for_a_sheet
from kommunvision.collect.grid import Cell, Grid, Line
from kommunvision.collect.returned import Returned, row_key
from kommunvision.collect.texts import Refused, answer, doubts, same
from kommunvision.load.sheets import CellOrigin
from kommunvision.origin import Origin
from kommunvision.problem import Problem, Problems, problem
from kommunvision.swedish.answer_faults import REASON_CAUSES, again, quoted, row_fault
from kommunvision.swedish.collect import DEFINITE, ID, KOMMUN, OCCASION
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
    reading = _Reading(asked, kommun, is_csv=returned.is_csv)
    rows = [
        _Row(row, grid, line, reading.problems, emptied=emptied)
        for kind, grid in returned.sheets
        for line in grid.lines
        if (row := reading.row(kind, line)) is not None
    ]
    by_row = {id(one): one.changes() for one in rows if one.row.kind is not VALUES}
    # A value that is told in parts has no reason to be missing as a whole.
    parted = _with_parts(one for found in by_row.values() for one in found)
    for one in rows:
        if one.row.kind is VALUES:
            by_row[id(one)] = one.changes(parted.pop(one.row.key, None))
    found = [change for one in rows for change in by_row[id(one)]]
    found += (
        gone for key, part in parted.items() if (gone := _no_longer_missing(asked, key, part))
    )
    return tuple(found), once_for_a_sheet(reading.problems)


def _with_parts(changes: Iterable[Change]) -> dict[tuple[str, ...], Change]:
    """Return the first answer about a part, by the key of the value that it is a part of."""
    found: dict[tuple[str, ...], Change] = {}
    for one in changes:
        if one.row.kind is PARTS and one.after:
            found.setdefault(one.row.key[:-1], one)
    return found


def _no_longer_missing(asked: Round, key: tuple[str, ...], part: Change) -> Change | None:
    """Return that a reason is gone, of a value whose own row has not come back."""
    row = asked.by_key[VALUES][key]
    return _reason_gone(row, part.sheet, part.origin) if row.now.get("missing") else None


def _reason_gone(row: Asked, sheet: str, place: Origin) -> Change:
    return Change(row, row.kind.column("missing"), row.now["missing"], "", sheet, place)


class _Reading:
    """Finds which row of those that were asked for a line is."""

    def __init__(self, asked: Round, kommun: str, *, is_csv: bool) -> None:
        self._asked = asked
        self._kommun = kommun
        self._is_csv = is_csv
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
                        what=DEFINITE[heading],
                        value=cell.text.strip(),
                        expected=expected,
                    )
                )
                return None
        key = row_key(kind, line)
        cell = line.cells[ID]
        if not key[0]:
            if kind is PARTS and key[-1]:
                fault = row_fault("new_part", value=key[-1])
            elif near := self._by_title(kind, line):
                fault = row_fault("lost_id", id=near)
            else:
                fault = row_fault("no_id")
            self.problems.add(Problem("KV955", cell.origin, fault))
            return None
        row = self._asked.by_key[kind].get(key)
        if row is None:
            self.problems.add(self._no_such_row(kind, line, key))
            return None
        if (first := self._seen.get((kind.name, *row.key))) is not None:
            told = row.told if kind.within else key[0]
            fault = again("row", value=told, place=str(first))
            self.problems.add(Problem("KV956", cell.origin, fault, related=(first,)))
            return None
        self._seen[kind.name, *row.key] = cell.origin
        title = line.cells.get(kind.column(kind.title).heading.text)
        if title and not title.is_empty and _words(title.text) != _words(row.title):
            self.problems.add(problem("KV957", title.origin, id=row.item.id, title=row.title))
            return None
        return row

    def _no_such_row(self, kind: Kind, line: Line, key: tuple[str, ...]) -> Problem:
        """Return the problem at the first cell that leads to no row."""
        known = [*self._asked.by_key[kind]]
        place = 0
        while like := [one for one in known if one[place] == key[place]]:
            known, place = like, place + 1
        # Of an id or a part there may be one that was meant; of a period there is mostly just one.
        choices = [one[place] for one in known]
        near = self._by_title(kind, line) if not place else None
        near = near or nearest(key[place], choices)
        near = near or (choices[0] if place and len(choices) == 1 else None)
        cell = line.cells[kind.column(kind.key[place]).heading.text]
        if kind is PARTS and kind.key[place] == "part":
            # The only one that there is need not be the one that was meant.
            near = nearest(key[place], choices)
            told = row_fault("new_part", value=key[place])
        elif self._is_csv:
            told = row_fault("unknown_csv", value=key[place])
        else:
            told = row_fault("unknown", value=key[place], sheet=kind.sheet)
        return Problem("KV955", cell.origin, told, near)

    def _by_title(self, kind: Kind, line: Line) -> str | None:
        """Return the id that goes with what a line says that it is about; none if several do."""
        cell = line.cells.get(kind.column(kind.title).heading.text)
        words = _words(cell.text) if cell else []
        ids = {one.item.id for one in self._asked.rows_of(kind) if _words(one.title) == words}
        return ids.pop() if len(ids) == 1 else None


def _words(text: str) -> list[str]:
    return text.casefold().split()


class _Row:
    """Compares one row with the data, and with what stood in it when it was sent out."""

    def __init__(
        self, row: Asked, grid: Grid, line: Line, problems: Problems, *, emptied: bool
    ) -> None:
        self.row = self._row = row
        self._grid = grid
        self._line = line
        self._problems = problems
        self._emptied = emptied
        # A goal is often a whole sentence, and the message goes on after it.
        self._title = row.told.rstrip(".")
        self._none: list[Cell] = []
        self._wrong = False

    def changes(self, part: Change | None = None) -> list[Change]:
        """Return what the row wants to change.

        Args:
            part: An answer about a part of its value, if there is one.
        """
        found = [one for column in self._row.kind.filled for one in self._change(column)]
        if not self._wrong:
            found = [*found, *self._without_value(found, part)]
        if found and self._row.measured and self._row.measured.fetched:
            self._add(problem("KV965", found[0].origin, publisher=self._row.measured.fetched))
            return []
        return found

    def _change(self, column: Column) -> Iterator[Change]:
        cell = self._line.cells.get(column.heading.text)
        if cell is None:
            return
        now = self._row.now.get(column.name, "")
        if column.fill is Fill.SOURCES and self._untouched(column, cell):
            # A source may have been given another id since.
            return
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
                    title=self._title,
                )
            )
        elif not (told.text or told.no or self._emptied):
            self._refuse(problem("KV959", cell.origin, value=quoted(now), title=self._title))
        else:
            for doubt in doubts(self._row, column, told.text, cell.origin):
                self._add(doubt)
            yield Change(
                self._row, column, now, told.text, self._grid.name, cell.origin, self._line.hidden
            )

    def _untouched(self, column: Column, cell: Cell) -> bool:
        former = self._line.cells.get(column.former)
        return former is not None and former.text.split() == cell.text.split()

    def _former(self, column: Column) -> str | None:
        """Return what stood in a cell when it was sent out; none where nobody knows.

        Raises:
            Refused: Somebody has changed it to what cannot be.
        """
        cell = self._line.cells.get(column.former)
        if cell is not None and column.fill is Fill.SOURCES:
            return cell.text
        return None if cell is None else answer(self._row, column, cell).text

    def _without_value(self, found: list[Change], part: Change | None) -> Iterator[Change]:
        """See that a value that is not there has a reason, and one that is has none."""
        if self._row.measured is None:
            return
        after = {**self._row.now, **{one.column.name: one.after for one in found}}
        figures = [after.get(name, "") for name in ("value", "women", "men")]
        measurement = self._row.measured.measurement
        is_whole = self._row.kind is VALUES
        parts = is_whole and (part or (measurement and measurement.parts))
        has = any(figures) or bool(parts)
        reason = after.get("missing", "")
        by_name = {one.column.name: one for one in found}
        if has and reason and (found or part):
            if "missing" not in by_name and self._row.now.get("missing"):
                # It is no longer missing; that is why it is told.
                cell = self._line.cells.get(self._row.kind.column("missing").heading.text)
                place = cell.origin if cell else self._line.origin
                yield _reason_gone(self._row, self._grid.name, place)
            elif told := by_name.get("missing"):
                self._add(problem("KV964", told.origin, cause=REASON_CAUSES["both"]))
        elif not has and not reason and (self._none or found):
            first = self._none[0].origin if self._none else found[0].origin
            self._add(problem("KV964", first, cause=REASON_CAUSES["neither"]))

    def _refuse(self, found: Problem) -> None:
        self._wrong = True
        self._add(found)

    def _add(self, found: Problem) -> None:
        self._problems.add(found)
