"""The map of Sweden: its drawing, and where names stand beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from kommunvision.swedish.labels import label
from kommunvision.swedish.registry.borders import HEIGHT, WIDTH, Border, borders

# Where the drawing is published, and the name of the whole country in it.
FILE = "assets/karta.svg"
COUNTRY = "sverige"

# With more than this, names beside the map would be a thicket; the list has them all.
MOST_NAMES = 12

_EDGE = 12
_ROW = 128
_SIGN = 66
_NEAR = 250
_BESIDE = 110


@dataclass(frozen=True, slots=True)
class Mark:
    """A kommun to be shown on the map: its name, its link and its border."""

    name: str
    address: str
    border: Border


def drawing() -> str:
    """Return the map as a file: every kommun by its code, and all of them as the country."""
    paths = "\n".join(f'<path id="k{one.code}" d="{one.path}"/>' for one in borders().values())
    return (
        f"<!-- {label('map_source')} -->\n"
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}">\n'
        f'<g id="{COUNTRY}" fill-rule="evenodd">\n{paths}\n</g>\n</svg>\n'
    )


def draw(marks: Sequence[Mark]) -> dict[str, Any]:
    """Lay the map out; a few kommuner have their names in a column at its side."""
    ordered = sorted(marks, key=lambda mark: (mark.border.y, mark.border.x))
    named = len(marks) <= MOST_NAMES
    rows = _rows([mark.border.y for mark in ordered]) if named else []
    beside = [one.x for one in borders().values() if any(abs(one.y - y) < _NEAR for y in rows)]
    column = max(beside, default=0) + _BESIDE
    longest = max((len(mark.name) for mark in marks), default=0) if named else 0
    right = max(WIDTH, column + _SIGN * longest if named else 0)
    return {
        "box": f"{-_EDGE} {-_EDGE} {right + 2 * _EDGE} {HEIGHT + 2 * _EDGE}",
        "marks": [
            {
                "code": mark.border.code,
                "address": mark.address,
                "name": mark.name,
                "x": mark.border.x,
                "y": mark.border.y,
                "column": column if named else None,
                "row": rows[number] if named else None,
            }
            for number, mark in enumerate(ordered)
        ],
    }


def _rows(wanted: Sequence[int]) -> list[int]:
    """Return the base line of each name, near its kommun but never on top of another name.

    Names that would meet are a group around the middle of what they wanted.
    """
    groups: list[list[int]] = []
    for y in wanted:
        groups.append([y])
        while len(groups) > 1 and _bottom(groups[-2]) + _ROW > _top(groups[-1]):
            groups[-2:] = [groups[-2] + groups[-1]]
    return [_top(group) + _ROW * number for group in groups for number in range(len(group))]


def _top(group: Sequence[int]) -> int:
    height = _ROW * (len(group) - 1)
    lowest = HEIGHT - height - _ROW // 2
    return min(max(sum(group) // len(group) - height // 2, _ROW // 2), lowest)


def _bottom(group: Sequence[int]) -> int:
    return _top(group) + _ROW * (len(group) - 1)
