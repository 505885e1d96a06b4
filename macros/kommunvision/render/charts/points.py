"""The marks of single values: each kind of line has a shape of its own."""

from __future__ import annotations

from markupsafe import Markup

from kommunvision.render.charts import svg
from kommunvision.render.charts.series import LineKind

_SIZE = 4.0


def mark(kind: LineKind, x: float, y: float) -> Markup:
    """Return a point: round for the whole, a diamond for women, a square for men.

    A part is a triangle, and another way of counting one that stands on its head.
    """
    if kind in {LineKind.MAIN, LineKind.GROUP}:
        radius = _SIZE if kind is LineKind.MAIN else _SIZE - 1
        return svg.element("circle", cx=_at(x), cy=_at(y), r=_at(radius))
    if kind is LineKind.WOMEN:
        return _corners((x, y - 5), (x + 5, y), (x, y + 5), (x - 5, y))
    if kind is LineKind.MEN:
        return _corners((x - 4, y - 4), (x + 4, y - 4), (x + 4, y + 4), (x - 4, y + 4))
    if kind is LineKind.DEFINITION:
        return _corners((x, y + 5), (x + 5, y - 4), (x - 5, y - 4))
    return _corners((x, y - 5), (x + 5, y + 4), (x - 5, y + 4))


def _corners(*corners: tuple[float, float]) -> Markup:
    steps = " ".join(f"{_at(x)} {_at(y)}" for x, y in corners)
    return svg.element("path", d=f"M{steps}Z")


def _at(value: float) -> str:
    return svg.coordinate(value)
