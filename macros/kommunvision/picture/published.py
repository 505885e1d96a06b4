"""The bytes of a picture that are published: those of its file, less what it says of itself."""

from __future__ import annotations

from kommunvision.picture.drawing import cleaned
from kommunvision.picture.metadata import ENDINGS, stripped

_DRAWING = ".svg"

PICTURES = frozenset((_DRAWING, *ENDINGS))
"""Endings of the files that are cleaned, in small letters."""


def published(raw: bytes, ending: str) -> bytes:
    """Return what is published of a file that is a picture; another file is published as it is.

    Raises:
        ActiveError: A drawing holds something that could run or fetch something.
        UnreadableError: A drawing cannot be read.
        BrokenError: A picture cannot be read, or has too many points.
        CarriesError: What it says of itself cannot be taken out.
    """
    kind = ending.lower()
    return cleaned(raw) if kind == _DRAWING else stripped(raw, kind)
