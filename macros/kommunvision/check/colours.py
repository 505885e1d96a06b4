"""The kommun's colour is seen on light surfaces; on dark ones it can always be made lighter."""

from __future__ import annotations

from collections.abc import Iterator
from math import floor

from kommunvision.colour import GRAPHICS, nearest, seen_on_light
from kommunvision.model import Kommun
from kommunvision.problem import Problem, problem
from kommunvision.swedish.format import number


def accent(kommun: Kommun) -> Iterator[Problem]:
    """Find a colour too pale for lines and shapes, and propose the nearest that is not."""
    if kommun.accent is None:
        return
    contrast = seen_on_light(kommun.accent)
    if contrast < GRAPHICS:
        yield problem(
            "KV517",
            kommun.where.of("accent"),
            value=kommun.accent,
            # Rounded down, so that what is too little never reads as enough.
            contrast=number(floor(contrast * 10) / 10),
            required=number(GRAPHICS),
            nearest=nearest(kommun.accent),
        )
