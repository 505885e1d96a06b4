"""The colour to propose instead of one that is not seen on light surfaces."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import dist

from kommunvision.colour.contrast import Shade, can_be_shown, shade, written
from kommunvision.colour.tones import GRAPHICS, seen_on_light

# Sides of the squares that are searched, in OKLCH: first a coarse net, then a fine one. What the
# coarse net let through lies within two of its sides.
_COARSE, _FINE = 0.02, 0.004


def nearest(accent: str) -> str:
    """Return the nearest colour that is seen on light surfaces, ``#rrggbb``.

    It has the same hue and no stronger chroma; of those, it lies nearest in OKLab, where two
    colours of one hue are as far apart as their lightness and chroma are in a plane.
    """
    wanted = shade(accent)
    best = _first_seen(wanted, _net(wanted, _COARSE))
    reach = _apart(wanted, best)
    nearer = [
        one for one in _net(wanted, _FINE) if reach - 2 * _COARSE < _apart(wanted, one) < reach
    ]
    return written(_first_seen(wanted, [*nearer, best]))


def _net(wanted: Shade, side: float) -> Iterator[Shade]:
    """Yield shades as dark or darker and as strong or weaker, down to black and to grey."""
    for down in range(int(wanted.lightness / side) + 1):
        for left in range(int(wanted.chroma / side) + 2):
            chroma = max(wanted.chroma - left * side, 0.0)
            yield Shade(wanted.lightness - down * side, chroma, wanted.hue)


def _first_seen(wanted: Shade, shades: Iterable[Shade]) -> Shade:
    """Return the nearest of some shades that can be shown and is seen; there must be one."""
    ordered = sorted(shades, key=lambda one: _apart(wanted, one))
    return next(
        one for one in ordered if can_be_shown(one) and seen_on_light(written(one)) >= GRAPHICS
    )


def _apart(one: Shade, other: Shade) -> float:
    return dist(one[:2], other[:2])
