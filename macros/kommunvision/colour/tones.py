"""The tones that pages use, made of a kommun's one colour, for light and for dark surfaces.

The least contrasts are those of WCAG 2.2: 7:1 for text that is read (1.4.6), 4.5:1 for any other
text (1.4.3) and 3:1 for graphics and controls (1.4.11). Each tone keeps the hue of the colour and
moves its lightness no further than its least contrast asks for.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from kommunvision.colour.contrast import Shade, contrast, luminance, shade, written

BODY = 7.0
TEXT = 4.5
GRAPHICS = 3.0

# The colour of pages that belong to no kommun, and of a kommun that has given none.
DEFAULT_ACCENT = "#0b5563"

# A tint is a surface with a breath of the colour, and a text in the dark must not glow.
_TINT_CHROMA = 0.012
_GLOW = 0.13

# Halvings of a span of lightness: 1/1024 is less than a step of a screen.
_HALVINGS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheme:
    """What colours stand on; the stylesheet of the theme says the same."""

    paper: str
    surface: str
    dark: bool

    @property
    def grounds(self) -> tuple[str, str]:
        """Everything that a tone must be seen on; a tint is never harder than the surface."""
        return (self.paper, self.surface)


LIGHT = Scheme(paper="#ffffff", surface="#f3f6f7", dark=False)
DARK = Scheme(paper="#11181a", surface="#1a2326", dark=True)


@dataclass(frozen=True, slots=True)
class Tones:
    """The tones of one colour in one scheme, each written ``#rrggbb``."""

    accent: str
    """Text and links: 7:1 on paper, surface and tint."""
    mark: str
    """Lines, shapes and filled parts: 3:1 on paper, surface and tint."""
    on_mark: str
    """Text on a filled part: at least 4.5:1, whatever the colour."""
    tint: str
    """A calm surface with a touch of the colour, for all that may stand on a surface."""


@lru_cache(maxsize=1024)
def tones(accent: str, scheme: Scheme) -> Tones:
    """Return the tones of a colour that is seen on light surfaces; see ``seen_on_light``."""
    colour = accent.lower()
    mark = _moved(colour, scheme, GRAPHICS)
    return Tones(
        accent=_moved(colour, scheme, BODY, _GLOW if scheme.dark else None),
        mark=mark,
        on_mark=max(("#ffffff", "#000000"), key=lambda text: contrast(text, mark)),
        tint=_tint(shade(colour), scheme),
    )


def seen_on_light(accent: str) -> float:
    """Return the least contrast of a colour to light paper and surface; 3 is needed."""
    return _least(accent, LIGHT)


def _least(colour: str, scheme: Scheme) -> float:
    return min(contrast(colour, ground) for ground in scheme.grounds)


def _moved(colour: str, scheme: Scheme, ratio: float, chroma: float | None = None) -> str:
    """Return the colour itself if it is seen well enough, else the nearest lightness that is."""
    if _least(colour, scheme) >= ratio:
        return colour
    given = shade(colour)
    if chroma is not None:
        given = given._replace(chroma=min(given.chroma, chroma))
    hidden, seen = given.lightness, 1.0 if scheme.dark else 0.0
    for _ in range(_HALVINGS):
        middle = (hidden + seen) / 2
        if _least(written(given._replace(lightness=middle)), scheme) >= ratio:
            seen = middle
        else:
            hidden = middle
    return written(given._replace(lightness=seen))


def _tint(given: Shade, scheme: Scheme) -> str:
    """Return a tint of the surface's lightness, on which nothing is harder to see."""
    lightness = shade(scheme.surface).lightness
    limit = luminance(scheme.surface)
    chroma = min(given.chroma, _TINT_CHROMA)
    while True:
        tint = written(Shade(lightness, chroma, given.hue))
        if luminance(tint) <= limit if scheme.dark else luminance(tint) >= limit:
            return tint
        lightness += -0.002 if scheme.dark else 0.002
