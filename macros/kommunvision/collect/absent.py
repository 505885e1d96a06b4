"""What is not read of a workbook that comes back: sheets and rows that are gone, and notes."""

from __future__ import annotations

from dataclasses import dataclass

from kommunvision.collect.asked import Asked, Round
from kommunvision.collect.columns import KINDS, Kind
from kommunvision.collect.returned import Returned, row_key
from kommunvision.origin import Origin


@dataclass(frozen=True, slots=True)
class Absent:
    """What is not there of one sheet."""

    kind: Kind
    is_whole: bool
    """Whether the sheet itself is not there."""
    left: tuple[Asked, ...]
    """The rows that are not there and have no answer yet."""


@dataclass(frozen=True, slots=True)
class Note:
    """A note that somebody has put on a cell."""

    sheet: str
    origin: Origin
    text: str


def notes(returned: Returned) -> tuple[Note, ...]:
    """Return the notes on cells, from top to bottom of each sheet."""
    return tuple(
        Note(grid.name, cell.origin, cell.note)
        for _, grid in returned.sheets
        for line in grid.lines
        for cell in line.cells.values()
        if cell.note.strip()
    )


def absent(asked: Round, returned: Returned) -> tuple[Absent, ...]:
    """Return what is not in a workbook, of what the body that has filled it in is asked for.

    A sheet that is not there is told of also where everything on it is answered, since somebody may
    have changed an answer. Rows are left out on purpose too, so only those without an answer count.
    CSV holds one sheet, or what somebody has chosen of it, and so lacks nothing.
    """
    if returned.is_csv:
        return ()
    here = {(kind, row_key(kind, line)) for kind, grid in returned.sheets for line in grid.lines}
    rows = [row for row in asked.rows if (row.kind, row.key) in here]
    if not rows:
        return ()
    # Several bodies may answer for a row; the one that all rows have in common has sent the file.
    senders = set(rows[0].who).intersection(*(row.who for row in rows))
    if not senders:
        return ()
    there = {kind for kind, _ in returned.sheets}
    found = []
    for kind in KINDS:
        own = [row for row in asked.rows_of(kind) if senders <= set(row.who)]
        left = tuple(row for row in own if row.left and (kind, row.key) not in here)
        if own and (left or kind not in there):
            found.append(Absent(kind, kind not in there, left))
    return tuple(found)
