"""How large a picture is, so that its page can keep its place free while it is fetched."""

from __future__ import annotations

import re
import struct
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image

# What may illustrate a vision, by the ending of the file's name, and what the file then holds.
FORMATS: dict[str, tuple[str, ...]] = {
    ".jpg": ("JPEG",),
    ".jpeg": ("JPEG",),
    ".png": ("PNG",),
    ".webp": ("WEBP",),
    ".avif": ("AVIF",),
    ".svg": (),
}

ORIENTATION = 0x0112
# Turned by a quarter: the camera lay on its side, and browsers put the picture right.
_LYING = range(5, 9)

# Far more than any screen shows; unfolded it takes two hundred megabytes.
MOST_POINTS = 50_000_000
LONGEST_SIDE = 20_000


class TooManyPointsError(ValueError):
    """A small file that would unfold to more than a computer should have to hold."""


# What Pillow says of a file that is no picture, and what we say of one that is too large.
UNREADABLE = (
    *(OSError, ValueError, SyntaxError, RuntimeError, struct.error),
    *(Image.DecompressionBombWarning, Image.DecompressionBombError),
)


@contextmanager
def bounded() -> Iterator[None]:
    """Let Pillow refuse a picture that is far too large, where it else would only warn."""
    with warnings.catch_warnings():
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        yield


def refuse_many_points(width: int, height: int) -> None:
    """Stop before a picture is unfolded that has more points than anybody can see."""
    if max(width, height) > LONGEST_SIDE or width * height > MOST_POINTS:
        raise TooManyPointsError(f"{width} x {height}")


_DRAWING = re.compile(rb"<svg\b[^>]*>")
_LENGTH = re.compile(rb"""\s(width|height)\s*=\s*["']\s*(\d+(?:\.\d+)?)(?:px)?\s*["']""")
_VIEW_BOX = re.compile(rb"""\sviewBox\s*=\s*["']([-\d.\s,]+)["']""")
_MOST_READ = 2_000_000


def measure(file: Path) -> tuple[int, int] | None:
    """Return a picture's width and height; none if it is not what its name says, or too large."""
    formats = FORMATS.get(file.suffix.lower())
    if formats is None or not file.is_file():
        return None
    try:
        if not formats:
            with file.open("rb") as opened:
                return _of_drawing(opened.read(_MOST_READ))
        with bounded(), Image.open(file, formats=formats) as image:
            width, height = image.size
            refuse_many_points(width, height)
            lying = image.getexif().get(ORIENTATION) in _LYING
    except UNREADABLE:
        return None
    return (height, width) if lying else (width, height)


def _of_drawing(raw: bytes) -> tuple[int, int] | None:
    """Return the size that a drawing states, or else that of the plane that it shows."""
    start = _DRAWING.search(raw)
    if start is None:
        return None
    stated = {name: float(length) for name, length in _LENGTH.findall(start[0])}
    if len(stated) == len(("width", "height")):
        return _whole(stated[b"width"], stated[b"height"])
    box = _VIEW_BOX.search(start[0])
    numbers = box[1].replace(b",", b" ").split() if box else []
    return _whole(float(numbers[2]), float(numbers[3])) if len(numbers) == len("xywh") else None


def _whole(width: float, height: float) -> tuple[int, int] | None:
    size = (round(width), round(height))
    return size if min(size) > 0 else None
