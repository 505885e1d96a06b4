"""A small line without words for a cell of a table, beside the value that the cell tells."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import groupby

from markupsafe import Markup

from kommunvision.render.charts import svg

_WIDTH, _HEIGHT, _SIDE = 96, 28, 5


def draw(
    values: Sequence[Decimal | None],
    target: Decimal | None = None,
    at: Sequence[Decimal] = (),
) -> Markup:
    """Return the line with a point at its end; nothing if fewer than two values are known.

    Args:
        values: One for each period in order, none where it is missing.
        target: A value to be reached, drawn as a thin line.
        at: The place in time of each period; without them all stand equally far apart.
    """
    known = [Fraction(value) for value in values if value is not None]
    if len(known) < 2:  # noqa: PLR2004 - one value is no line
        return Markup("")
    ends = [*known, *([Fraction(target)] if target is not None else [])]
    low, high = min(ends), max(ends)

    def y(value: Decimal) -> float:
        share = float((Fraction(value) - low) / (high - low)) if high > low else 0.5
        return _HEIGHT - _SIDE - (_HEIGHT - 2 * _SIDE) * share

    when = at or [Decimal(index) for index in range(len(values))]
    wide = (_WIDTH - 2 * _SIDE) / float(when[-1] - when[0])
    places = [
        (_SIDE + wide * float(moment - when[0]), y(value)) if value is not None else None
        for moment, value in zip(when, values, strict=True)
    ]
    lines, alone = [], []
    for known_here, run in groupby(places, lambda place: place is not None):
        here = [place for place in run if place is not None]
        if known_here and len(here) > 1:
            lines.append(svg.path(here))
        elif known_here:
            alone.append(_point(*here[0], 2))
    last = next(place for place in reversed(places) if place is not None)
    marks = svg.group("kv-full", [*alone, _point(*last, 3.5)])
    parts = [svg.group("kv-main", [*lines, marks])]
    if target is not None:
        height = y(target)
        parts.insert(0, svg.group("kv-target", [svg.path([(0, height), (_WIDTH, height)])]))
    return svg.drawing(_WIDTH, _HEIGHT, "kv-sparkline", parts)


def _point(x: float, y: float, radius: float) -> Markup:
    return svg.element(
        "circle", cx=svg.coordinate(x), cy=svg.coordinate(y), r=svg.coordinate(radius)
    )
