"""The computer: its letters, its clock, its folder for what is thrown away, its fonts."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from kommunvision.doctor.finding import Finding
from kommunvision.text.spelling import NoDictionaryError, dictionary

_LETTERS = "\xe5\xe4\xf6\xc5\xc4\xd6\u2013\u201d"
# No computer that runs this has lived through an earlier year.
_FIRST_YEAR = 2025
_EPOCH = "SOURCE_DATE_EPOCH"
_FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.fonts", "~/.local/share/fonts")
_FONTS = {".ttf", ".otf", ".ttc", ".pfb"}


def computer() -> Iterator[Finding]:
    """Judge the computer that runs this."""
    yield letters(sys.stdout.encoding)
    yield temporary()
    # The build reads no clock; this only looks whether there is a sound one.
    yield clock(date.today())  # noqa: DTZ011, TID251 - the clock itself is what is judged
    yield from epoch(os.environ)
    yield printing()
    yield spelling()


def letters(encoding: str) -> Finding:
    """Judge whether what is printed can have the letters of Swedish."""
    try:
        _LETTERS.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return Finding("no_letters", encoding=encoding)
    return Finding("letters")


def temporary() -> Finding:
    """Judge whether there is a folder for what is soon thrown away."""
    try:
        tempfile.gettempdir()
    except OSError:
        return Finding("no_temporary")
    return Finding("temporary")


def clock(today: date) -> Finding:
    """Judge the day that the computer believes in."""
    return Finding("clock_wrong", year=today.year) if today.year < _FIRST_YEAR else Finding("clock")


def epoch(environment: Mapping[str, str]) -> Iterator[Finding]:
    """Judge the moment that builds are told to believe in, if they are told one."""
    value = environment.get(_EPOCH)
    if value is not None and not (value.isascii() and value.isdecimal()):
        yield Finding("epoch_odd", value=value)


def printing() -> Finding:
    """Judge whether documents can be made, by beginning as one would."""
    try:
        import kommunvision.document  # noqa: F401, PLC0415 - only tried, and a site is built without it
    except ImportError:
        return Finding("pdf_package")
    except OSError:
        return Finding("pdf_libraries")
    linux = sys.platform == "linux"
    return Finding("pdf_fonts" if linux and not fonts(*_FONT_FOLDERS) else "pdf")


def spelling() -> Finding:
    """Judge whether texts can be checked for plain Swedish, by opening the dictionary."""
    try:
        dictionary()
    except NoDictionaryError:
        return Finding("spelling_package")
    return Finding("spelling")


def fonts(*folders: str) -> bool:
    """Whether there is a font in any of the folders."""
    places = (Path(folder).expanduser() for folder in folders)
    return any(path.suffix.lower() in _FONTS for place in places for path in place.rglob("*"))
