"""In which encoding bytes that are no UTF-8 seem to be written, and their text in it."""

from __future__ import annotations

from kommunvision.swedish.encodings import LETTERS

# With their marks; that of the last begins with that of the first.
_MARKS = (
    (b"\xff\xfe\0\0", "utf-32"),
    (b"\0\0\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)

# By how often they are met. In each, other bytes stand for the letters of Swedish words.
_NARROW = ("cp1252", "mac_roman", "cp850")

# Bytes that no text has, but programs' own files.
_NO_TEXT = bytes([*range(9), *range(14, 27), *range(28, 32)])

# What is looked at to tell; a page of text says enough.
_LOOKED_AT = 100_000


def encoding_of(raw: bytes) -> str | None:
    """Return the name that Python has for an encoding; none for what seems to be no text."""
    seen = raw[:_LOOKED_AT]
    marked = next((name for mark, name in _MARKS if seen.startswith(mark)), None)
    if marked or (marked := _wide(seen)):
        return marked
    if len(seen.translate(None, _NO_TEXT)) < len(seen):
        return None
    return max(_NARROW, key=lambda name: _swedish(seen.decode(name, "replace")))


def is_wide(raw: bytes) -> bool:
    """Whether each character seems to take several bytes, in a way that UTF-8 has no part in."""
    return raw[:4].startswith(tuple(mark for mark, _ in _MARKS)) or bool(_wide(raw[:_LOOKED_AT]))


def as_text(raw: bytes) -> str:
    """Return bytes as text in the encoding that they seem to have; nothing for what is no text."""
    name = encoding_of(raw)
    text = raw.decode(name, "replace") if name else ""
    return text.removeprefix("\ufeff")


def _wide(seen: bytes) -> str | None:
    """Return an encoding in which every other byte of most letters is nought."""
    least = len(seen) // 3
    for name, begin in (("utf-16-le", 1), ("utf-16-be", 0)):
        if least and seen[begin::2].count(0) > least > seen[1 - begin :: 2].count(0):
            return name
    return None


def _swedish(text: str) -> int:
    return sum(text.count(letter) for letter in LETTERS)
