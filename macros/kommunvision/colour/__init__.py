"""A kommun's own colour becomes tones that can always be read, or a proposal of one that does."""

from kommunvision.colour.contrast import contrast
from kommunvision.colour.proposal import nearest
from kommunvision.colour.stylesheet import stylesheet
from kommunvision.colour.tones import (
    BODY,
    DARK,
    DEFAULT_ACCENT,
    GRAPHICS,
    LIGHT,
    TEXT,
    Scheme,
    Tones,
    seen_on_light,
    tones,
)

__all__ = [
    "BODY",
    "DARK",
    "DEFAULT_ACCENT",
    "GRAPHICS",
    "LIGHT",
    "TEXT",
    "Scheme",
    "Tones",
    "contrast",
    "nearest",
    "seen_on_light",
    "stylesheet",
    "tones",
]
