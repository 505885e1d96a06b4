"""Where the boxes of a small chain stand, the lines between them, and their words in rows."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

# More than this is no picture but a thicket; the list beside it says it better.
MOST_BOXES = 12
MOST_ABREAST = 4

_WIDTH = 228
_LANE = 12
_GAP = 24
_DROP = 44
_EDGE = 4
_PADDING = 14
_ROW = 19
_SMALL = 13
_LARGE = 15
_SIGNS = 20
_SMALL_SIGNS = 26
_MOST_ROWS = 4
_MOST_KIND_ROWS = 2


@dataclass(frozen=True, slots=True)
class Label:
    """A box to be drawn: what it is, what it is called, and how far down it stands."""

    key: str
    kind: str
    title: str
    rank: int
    current: bool


# A box by its key, or the lane of a line that passes a row: its ends and the row's number.
_Spot = str | tuple[str, str, int]


def draw(labels: Sequence[Label], links: Iterable[tuple[str, str]]) -> dict[str, Any] | None:
    """Lay the boxes out in rows from the top; none where they are too many to be seen."""
    boxes = {label.key: label for label in labels}
    ranks = sorted({label.rank for label in labels})
    chains = [_chain(upper, lower, boxes, ranks) for upper, lower in links]
    rows = _ordered(boxes, ranks, chains)
    width = max(sum(_width(spot) + _GAP for spot in row) for row in rows)
    if len(labels) > MOST_BOXES or width > MOST_ABREAST * (_WIDTH + _GAP):
        return None
    placed: dict[_Spot, dict[str, Any]] = {}
    top = _EDGE
    for row in rows:
        words = {key: _words(boxes[key]) for key in row if isinstance(key, str)}
        height = _PADDING + _ROW * max(map(len, words.values())) + _PADDING
        left = _EDGE + (width - sum(_width(spot) + _GAP for spot in row)) // 2
        for spot in row:
            placed[spot] = {"x": left, "y": top, "width": _width(spot), "height": height}
            if isinstance(spot, str):
                placed[spot] |= {
                    "current": boxes[spot].current,
                    "rows": _rows(words[spot], left + _PADDING, top + _PADDING + _SMALL - 2),
                }
            left += _width(spot) + _GAP
        top += height + _DROP
    return {
        "width": width - _GAP + 2 * _EDGE,
        "height": top - _DROP + _EDGE,
        "lines": [_line([placed[spot] for spot in chain]) for chain in chains],
        "boxes": [placed[key] for row in rows for key in row if isinstance(key, str)],
    }


def _chain(
    upper: str, lower: str, boxes: Mapping[str, Label], ranks: Sequence[int]
) -> tuple[_Spot, ...]:
    """Return what a line runs through: its ends, and a lane in each row that it passes."""
    first, last = (ranks.index(boxes[key].rank) for key in (upper, lower))
    return (upper, *((upper, lower, number) for number in range(first + 1, last)), lower)


def _ordered(
    boxes: Mapping[str, Label], ranks: Sequence[int], chains: Sequence[Sequence[_Spot]]
) -> list[list[_Spot]]:
    """Return the rows, each in the order of what stands below, so that few lines cross."""
    rows: list[list[_Spot]] = []
    for number, rank in reversed(list(enumerate(ranks))):
        row: list[_Spot] = [key for key, label in boxes.items() if label.rank == rank]
        row += [spot for chain in chains for spot in chain[1:-1] if spot[2] == number]
        if rows:
            place = {spot: index for index, spot in enumerate(rows[-1])}
            below: dict[_Spot, list[int]] = {}
            for chain in chains:
                for one, other in pairwise(chain):
                    if other in place:
                        below.setdefault(one, []).append(place[other])
            row.sort(key=lambda spot: sum(below.get(spot, [0])) / len(below.get(spot, [0])))
        rows.append(row)
    return rows[::-1]


def _width(spot: _Spot) -> int:
    return _WIDTH if isinstance(spot, str) else _LANE


def _words(label: Label) -> list[tuple[str, bool]]:
    """Break a box's words into rows by the number of signs; nothing is measured at build."""
    kind = textwrap.wrap(label.kind, _SMALL_SIGNS, max_lines=_MOST_KIND_ROWS, placeholder=" …")
    title = textwrap.wrap(label.title, _SIGNS, max_lines=_MOST_ROWS, placeholder=" …")
    return [*((words, False) for words in kind or [""]), *((words, True) for words in title)]


def _rows(words: Sequence[tuple[str, bool]], x: int, y: int) -> list[dict[str, Any]]:
    return [
        {
            "x": x,
            "y": y + _ROW * number,
            "size": _LARGE if bold else _SMALL,
            "bold": bold,
            "text": text,
        }
        for number, (text, bold) in enumerate(words)
    ]


def _line(stops: Sequence[Mapping[str, Any]]) -> str:
    """Return curves between the middles of the boxes, straight down through the lanes."""
    path = ""
    for upper, lower in pairwise(stops):
        x1, y1 = upper["x"] + upper["width"] // 2, upper["y"] + upper["height"]
        x2, y2 = lower["x"] + lower["width"] // 2, lower["y"]
        bend = (y1 + y2) // 2
        path += f"{f' V{y1}' if path else f'M{x1} {y1}'} C{x1} {bend} {x2} {bend} {x2} {y2}"
    return path
