"""Where Sweden's kommuner lie on a map, as it ships with the engine."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources

# The map's size in its own units, of 500 metres.
WIDTH = 1280
HEIGHT = 3072


@dataclass(frozen=True, slots=True)
class Border:
    """A row of ``karta.txt``."""

    code: str
    x: int
    """A point well inside the kommun; ``y`` counts downward from the north."""
    y: int
    path: str
    """The border, as a path in SVG."""


@cache
def borders() -> dict[str, Border]:
    """Return the border of each kommun by code, in the order of the codes."""
    text = resources.files(__package__).joinpath("karta.txt").read_text("utf-8")
    rows = (line.split(" ", 3) for line in text.splitlines() if not line.startswith("#"))
    return {code: Border(code, int(x), int(y), path) for code, x, y, path in rows}
