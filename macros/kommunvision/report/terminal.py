"""Problems as people read them: place, message, the line itself, one way out; errors come last.

On a terminal the end is what stands in sight, so what stops a publication is nearest to it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import cache

from kommunvision.origin import Origin
from kommunvision.problem import Problem, Problems
from kommunvision.report.words import (
    Finding,
    counts,
    finding,
    severity,
    visible,
    visible_character,
)
from kommunvision.swedish.format import number
from kommunvision.swedish.problems import Severity
from kommunvision.swedish.problems.summary import CUT, SEE_ALSO, summary
from kommunvision.text.reading import ReadLine

# How many columns of a long line are shown around the place.
_WIDEST = 90

_CUT = "…"

# Whoever has more than this to mend begins with these; the closing line counts them all.
_MOST_SHOWN = 200
_MOST_RELATED = 20

_RESET = "\x1b[0m"
_BOLD = "\x1b[1m"
_COLOURS = {
    Severity.ERROR: "\x1b[1;31m",
    Severity.WARNING: "\x1b[1;33m",
    Severity.ADVICE: "\x1b[1;36m",
}


def text(
    problems: Iterable[Problem],
    read_line: ReadLine,
    *,
    colour: bool = False,
    from_top: bool = False,
) -> str:
    """Return the whole report for a terminal, closed by a line that counts.

    Args:
        problems: What was found, in any order.
        read_line: Gives the source lines that are shown.
        colour: Whether to emphasize with escape codes; the words are the same without.
        from_top: Whether it is read from its top, as a page is, so that errors come first.
    """
    ordered = Problems(problems).ordered()
    shown = sorted(_gravest(ordered), key=_rank, reverse=not from_top)
    blocks = [_block(finding(found), read_line, colour=colour) for found in shown]
    if len(shown) < len(ordered):
        blocks.append(CUT.format(shown=number(len(shown)), total=number(len(ordered))))
    return "\n\n".join([*blocks, summary(counts(ordered))]) + "\n"


def _gravest(ordered: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Return as many problems as a person can take in, the gravest, in their order."""
    return tuple(sorted(ordered, key=_rank)[:_MOST_SHOWN])


def _rank(found: Problem) -> int:
    return list(Severity).index(severity(found))


def _block(found: Finding, read_line: ReadLine, *, colour: bool) -> str:
    paint, strong, reset = (_COLOURS[found.severity], _BOLD, _RESET) if colour else ("", "", "")
    place = visible(str(found.origin))
    lines = [
        f"{strong}{place}:{reset} {paint}{found.severity}{reset} {found.code}: {found.message}",
        *_excerpt(found.origin, read_line, paint, reset),
        f"   {found.remedy}",
    ]
    shown = {str(found.origin)}
    for origin in found.related[:_MOST_RELATED]:
        if str(origin) not in shown and str(origin) not in found.message:
            shown.add(str(origin))
            lines.append(f"   {SEE_ALSO.format(place=visible(str(origin)))}")
            lines += _excerpt(origin, read_line, paint, reset)
    return "\n".join(lines)


def _excerpt(origin: Origin, read_line: ReadLine, paint: str, reset: str) -> list[str]:
    line = read_line(origin.path, origin.line)
    if line is None or not line.strip():
        return []
    line = line.rstrip()
    start = min(origin.column - 1, len(line))
    end = max(min(start + origin.length, len(line)), start + 1)
    # Of a very long line, what cannot be shown is not looked at.
    skipped = max(start - _WIDEST, 0)
    more = len(line) > start + _WIDEST
    cells = [visible_character(character) for character in line[skipped : start + _WIDEST]]
    start, end = start - skipped, end - skipped
    first, last = _window(cells, start, end)
    shown = "".join(cells[first:last])
    before = _width(cells[first:start])
    under = max(_width(cells[start : min(end, last)]), 1)
    if first or skipped:
        shown, before = _CUT + shown, before + 1
    if more or last < len(cells):
        shown += _CUT
    row = f"{origin.line:>5}"
    return [
        f"{row} | {shown.rstrip()}",
        f"{' ' * len(row)} | {' ' * before}{paint}{'^' * under}{reset}",
    ]


def _window(cells: list[str], start: int, end: int) -> tuple[int, int]:
    """Return which part of a line is shown: all, or as much around the place as there is room."""
    widths = [_columns(cell) for cell in cells]
    if sum(widths) <= _WIDEST:
        return 0, len(cells)
    first, last = start, start
    room = _WIDEST
    # First the place itself, or much of it, then what stands before and after it, in turn.
    while last < min(end, len(cells)) and room > _WIDEST // 3 and widths[last] <= room:
        room -= widths[last]
        last += 1
    moved = True
    while moved:
        moved = False
        if first > 0 and widths[first - 1] <= room:
            first -= 1
            room -= widths[first]
            moved = True
        if last < len(cells) and widths[last] <= room:
            room -= widths[last]
            last += 1
            moved = True
    return first, last


def _width(cells: list[str]) -> int:
    return sum(_columns(cell) for cell in cells)


@cache
def _columns(cell: str) -> int:
    """Return how many columns of a terminal a cell takes."""
    if len(cell) > 1:
        return len(cell)
    if unicodedata.combining(cell):
        return 0
    return 2 if unicodedata.east_asian_width(cell) in {"F", "W"} else 1
