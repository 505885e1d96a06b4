"""Colours as numbers: the contrast of two, and lightness, chroma and hue of one.

Contrast is that of WCAG 2.2: a ratio from 1 to 21. Lightness (0 to 1), chroma (0 to about 0.4) and
hue (degrees) are those of OKLCH, where equal steps look equal.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from coloraide import Color

# The weights of red, green and blue as WCAG 2.2 rounds them, and as every checker computes.
_WEIGHTS = (0.2126, 0.7152, 0.0722)

# What WCAG 2.2 adds to both luminances, for the light that a screen reflects.
_FLARE = 0.05

# Where sRGB stops being even and begins to be a curve, and that curve.
_EVEN = 0.04045
_SLOPE = 12.92
_OFFSET = 0.055
_POWER = 2.4


class Shade(NamedTuple):
    """A colour in OKLCH."""

    lightness: float
    chroma: float
    hue: float


@lru_cache(maxsize=4096)
def luminance(colour: str) -> float:
    """Return the relative luminance of a colour written ``#rrggbb``, 0 to 1."""
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return sum(weight * _linear(part) for weight, part in zip(_WEIGHTS, parts, strict=True))


def _linear(part: float) -> float:
    """Return how much light a part of an sRGB colour is; both from 0 to 1."""
    return part / _SLOPE if part <= _EVEN else float(((part + _OFFSET) / (1 + _OFFSET)) ** _POWER)


@cache
def _color() -> type[Color]:
    # Its many ways of describing colours take long to import, and a check seldom needs any.
    from coloraide import Color  # noqa: PLC0415

    return Color


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + _FLARE) / (darker + _FLARE)


def shade(colour: str) -> Shade:
    """Return a colour in OKLCH; a grey has hue 0 and no chroma."""
    grey = _color()(colour).is_achromatic()
    lightness, chroma, hue = _color()(colour).convert("oklch").coords(nans=False)
    return Shade(lightness, 0.0, 0.0) if grey else Shade(lightness, chroma, hue)


def written(wanted: Shade) -> str:
    """Return a shade as ``#rrggbb``, its chroma lowered until a screen can show it."""
    return _color()("oklch", list(wanted)).fit("srgb").convert("srgb").to_string(hex=True)


def can_be_shown(wanted: Shade) -> bool:
    """Whether a screen can show a shade as it is."""
    return _color()("oklch", list(wanted)).in_gamut("srgb")
