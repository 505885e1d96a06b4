"""Bars beside each other, from zero: each with its name and its value written above it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from markupsafe import Markup

from kommunvision.render.charts import svg

_THICK = 12
_OVER = 4
_UNDER = 16
_SIDE = 3


@dataclass(frozen=True, slots=True)
class Bar:
    """One of those that are compared."""

    name: str
    value: Decimal | None
    text: str
    """The value as the table has it, or why there is none."""
    own: bool = False
    """Whether it is the one that the chart is about."""
    target: Decimal | None = None
    target_text: str = ""


def draw(bars: Sequence[Bar], width: int) -> Markup:
    """Return the drawing in a given width; nothing if there is no value."""
    values = [bar.value for bar in bars if bar.value is not None]
    if not values:
        return Markup("")
    targets = [bar.target for bar in bars if bar.target is not None]
    ends = [Fraction(0), *map(Fraction, (*values, *targets))]
    # Where all are zero there is no length, and any end will do.
    low, high = min(ends), max(ends) if any(ends) else Fraction(1)

    def x(value: Decimal) -> float:
        return _SIDE + (width - 2 * _SIDE) * float((Fraction(value) - low) / (high - low))

    parts: list[Markup] = []
    top = 0.0
    zero = x(Decimal(0))
    for bar in bars:
        words = f"{bar.text} ({bar.target_text})" if bar.target_text else bar.text
        room = width - svg.width_of(words, bold=True)
        rows = svg.wrapped(bar.name, max(1, int(room / svg.SIGN) - 1))
        parts.append(svg.text(0, top + 12, rows, look="kv-strong" if bar.own else ""))
        parts.append(svg.text(width, top + 12, words, anchor="end", look=_look(bar)))
        edge = top + len(rows) * svg.ROW + _OVER
        parts += _bar(bar, zero, edge, x(bar.value) if bar.value is not None else None)
        if bar.target is not None:
            at = x(bar.target)
            line = svg.path([(at, edge - _SIDE), (at, edge + _THICK + _SIDE)])
            parts.append(svg.group("kv-target", [line]))
        top = edge + _THICK + _UNDER
    return svg.drawing(width, top - _UNDER + _SIDE, "kv-plot", parts)


def _look(bar: Bar) -> str:
    return "" if bar.value is None else "kv-strong"


def _bar(bar: Bar, zero: float, edge: float, end: float | None) -> Iterator[Markup]:
    """Yield the bar and the line that it starts from."""
    if end is not None:
        rect = svg.element(
            "rect", x=svg.coordinate(min(zero, end)), y=svg.coordinate(edge),
            width=svg.coordinate(abs(end - zero)), height=_THICK,
        )  # fmt: skip
        yield svg.group("kv-columns", [svg.group("kv-full" if bar.own else "kv-other", [rect])])
    start = svg.path([(zero, edge - _SIDE), (zero, edge + _THICK + _SIDE)])
    yield svg.group("kv-zero", [start])
