"""What encodings are called where people choose one, and what tells them apart in Swedish text."""

from __future__ import annotations

LETTERS = "åäöÅÄÖé"

_NAMES = {
    "cp1252": "Windows-1252 (ANSI)",
    "cp850": "CP850, från MS-DOS",
    "mac_roman": "Mac OS Roman",
    "utf-16": "UTF-16 (Unicode)",
    "utf-16-be": "UTF-16 (Unicode)",
    "utf-16-le": "UTF-16 (Unicode)",
    "utf-32": "UTF-32",
}

_NO_TEXT = "något annat än ren text"


def encoding_name(name: str | None) -> str:
    """Return what an encoding is called, by the name that Python has for it."""
    return _NAMES[name] if name else _NO_TEXT
