"""What is published of a picture or of sound: its file, less what that says of itself."""

from __future__ import annotations

from kommunvision.picture import sound
from kommunvision.picture.drawing import cleaned
from kommunvision.picture.metadata import ENDINGS, stripped

_DRAWING = ".svg"

PICTURES = frozenset((_DRAWING, *ENDINGS))
"""Endings of pictures, in small letters; all are cleaned."""

CLEANED = PICTURES | {sound.ENDING}
"""Endings of all files that are cleaned."""


def published(raw: bytes, ending: str) -> bytes:
    """Return what is published of a file; one that is not cleaned is published as it is.

    Raises:
        SilentError: A file with sound has none that is known.
        ActiveError: A drawing holds something that could run or fetch something.
        UnreadableError: A drawing cannot be read.
        BrokenError: A picture cannot be read, or has too many points.
        CarriesError: What it says of itself cannot be taken out.
    """
    kind = ending.lower()
    if kind == sound.ENDING:
        return sound.played(raw)
    return cleaned(raw) if kind == _DRAWING else stripped(raw, kind)
