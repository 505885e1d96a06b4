"""Colours as numbers: the contrast of two, and lightness, chroma and hue of one.

Contrast is that of WCAG 2.2: a ratio from 1 to 21. Lightness (0 to 1), chroma (0 to about 0.4) and
hue (degrees) are those of OKLCH, where equal steps look equal.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from coloraide import Color

# The weights of red, green and blue as WCAG 2.2 rounds them, and as every checker computes.
_WEIGHTS = (0.2126, 0.7152, 0.0722)

# What WCAG 2.2 adds to both luminances, for the light that a screen reflects.
_FLARE = 0.05


class Shade(NamedTuple):
    """A colour in OKLCH."""

    lightness: float
    chroma: float
    hue: float


@lru_cache(maxsize=4096)
def luminance(colour: str) -> float:
    """Return the relative luminance of a colour written ``#rrggbb``, 0 to 1."""
    parts = Color(colour).convert("srgb-linear").coords()
    return sum(weight * part for weight, part in zip(_WEIGHTS, parts, strict=True))


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + _FLARE) / (darker + _FLARE)


def shade(colour: str) -> Shade:
    """Return a colour in OKLCH; a grey has hue 0 and no chroma."""
    grey = Color(colour).is_achromatic()
    lightness, chroma, hue = Color(colour).convert("oklch").coords(nans=False)
    return Shade(lightness, 0.0, 0.0) if grey else Shade(lightness, chroma, hue)


def written(wanted: Shade) -> str:
    """Return a shade as ``#rrggbb``, its chroma lowered until a screen can show it."""
    return Color("oklch", list(wanted)).fit("srgb").convert("srgb").to_string(hex=True)


def can_be_shown(wanted: Shade) -> bool:
    """Whether a screen can show a shade as it is."""
    return Color("oklch", list(wanted)).in_gamut("srgb")
