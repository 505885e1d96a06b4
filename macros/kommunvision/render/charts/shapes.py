"""The marks beside the words of a status: small drawings that differ without colour."""

from __future__ import annotations

from typing import Final

from markupsafe import Markup

from kommunvision.render.charts import svg

_RING: Final = '<circle cx="10" cy="10" r="7.5"/>'
_FACE: Final = (
    '<circle cx="10" cy="10" r="8.5"/>'
    '<g fill="currentColor" stroke="none"><circle cx="7" cy="7.75" r="1.4"/>'
    '<circle cx="13" cy="7.75" r="1.4"/></g>'
)


def _full(inside: str) -> str:
    return f'<g fill="currentColor" stroke="none">{inside}</g>'


def _light(lit: int) -> str:
    """Return a traffic light; which lamp is lit is told by its place, not by its colour."""
    lamps = "".join(
        _full(f'<circle cx="10" cy="{y}" r="2.7"/>')
        if number == lit
        else f'<circle cx="10" cy="{y}" r="1.4" stroke-width="1"/>'
        for number, y in enumerate(("4.5", "10", "15.5"))
    )
    return f'<rect x="5.5" y="0.9" width="9" height="18.2" rx="3.5" stroke-width="1.6"/>{lamps}'


SHAPES: Final[dict[str, str]] = {
    "check": '<path stroke-width="3" d="M3 11l4.75 4.5L17 4.5"/>',
    "cross": '<path stroke-width="3" d="M4 4l12 12M16 4 4 16"/>',
    "dot": _full('<circle cx="10" cy="10" r="6.5"/>'),
    "ring": '<circle cx="10" cy="10" r="6.5" stroke-width="2.5"/>',
    "half": _RING + _full('<path d="M10 2.5a7.5 7.5 0 0 0 0 15z"/>'),
    "quarter": _RING + _full('<path d="M10 10V2.5a7.5 7.5 0 0 1 7.5 7.5z"/>'),
    "three_quarters": _RING + _full('<path d="M10 10V2.5a7.5 7.5 0 1 1-7.5 7.5z"/>'),
    "square": _full('<path d="M4 4h12v12H4z"/>'),
    "triangle": _full('<path d="M10 2.5 18.5 17h-17z"/>'),
    "diamond": _full('<path d="M10 1.5 18.5 10 10 18.5 1.5 10z"/>'),
    "star": _full(
        '<path d="M10 1l2.6 5.9 6.4.6-4.8 4.3 1.4 6.3L10 14.8l-5.6 3.3 1.4-6.3L1 7.5l6.4-.6z"/>'
    ),
    "dash": '<path stroke-width="3" d="M3.5 10h13"/>',
    "question": (
        '<path stroke-width="2.5" d="M6 6.5C6 4 7.8 2.75 10 2.75s4 1.35 4 3.5c0 2.75-4 3-4 6.25"/>'
        + _full('<circle cx="10" cy="16.75" r="1.75"/>')
    ),
    "up": '<path stroke-width="2.5" d="M10 17.5V3M4.5 8.5 10 3l5.5 5.5"/>',
    "down": '<path stroke-width="2.5" d="M10 2.5V17M4.5 11.5 10 17l5.5-5.5"/>',
    "right": '<path stroke-width="2.5" d="M2.5 10H17M11.5 4.5 17 10l-5.5 5.5"/>',
    "up_right": '<path stroke-width="2.5" d="M4.5 15.5l11-11M7.5 4.5h8v8"/>',
    "down_right": '<path stroke-width="2.5" d="M4.5 4.5l11 11M7.5 15.5h8v-8"/>',
    "smile": _FACE + '<path d="M5.75 11.75c1.75 3.25 6.75 3.25 8.5 0"/>',
    "straight": _FACE + '<path d="M6 13h8"/>',
    "frown": _FACE + '<path d="M5.75 14.5c1.75-3.25 6.75-3.25 8.5 0"/>',
    "light_top": _light(0),
    "light_middle": _light(1),
    "light_bottom": _light(2),
}
"""By the name of a shape; each in a square of 20."""


def drawn(shape: str, size: int = 20, *, x: float | None = None, y: float | None = None) -> Markup:
    """Return a shape for the eye alone: the word beside it says the same.

    Args:
        shape: Its name.
        size: The side of its square.
        x: Where it stands in another drawing.
        y: As ``x``.
    """
    if x is None or y is None:
        place: dict[str, object] = {"aria_hidden": "true", "focusable": "false"}
    else:
        place = {"x": svg.coordinate(x), "y": svg.coordinate(y)}
    return svg.element(
        "svg", Markup(SHAPES[shape]), look="kv-shape", **place, width=size, height=size,  # noqa: S704 - our own
        viewBox="0 0 20 20", fill="none", stroke="currentColor", stroke_width=2,
    )  # fmt: skip
