"""How Swedish writes dates, numbers and lists, and the order of its alphabet."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache
from typing import Protocol

from babel.dates import get_month_names
from babel.numbers import format_decimal

LOCALE = "sv"

SEASONS = {
    "spring": "våren",
    "summer": "sommaren",
    "autumn": "hösten",
    "winter": "vintern",
}

_WORDS = ("noll", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva")
_WORDS_TO_TWELVE = (*_WORDS, "tolv")

_THOUSAND = 1000


class Point(Protocol):
    """A point in time with the parts that are known."""

    @property
    def year(self) -> int | None:
        """Year, or none."""

    @property
    def month(self) -> int | None:
        """Month, 1 to 12, or none."""

    @property
    def day(self) -> int | None:
        """Day, or none."""

    @property
    def season(self) -> str | None:
        """Season, or none."""


class Span(Protocol):
    """A date, or a span with an end."""

    @property
    def start(self) -> Point:
        """When it starts."""

    @property
    def end(self) -> Point | None:
        """When it ends, or none."""


class Times(Protocol):
    """A time of validity."""

    @property
    def start(self) -> Span | None:
        """When it starts."""

    @property
    def end(self) -> Span | None:
        """When it ends, or none."""

    @property
    def label(self) -> str | None:
        """The source's own name for it."""


@cache
def month_names() -> tuple[str, ...]:
    """Return januari … december."""
    return tuple(get_month_names("wide", locale=LOCALE).values())


def _point(point: Point, *, year: bool = True, month: bool = True) -> str:
    parts = []
    if point.day:
        parts.append(str(point.day))
    if point.month and month:
        parts.append(month_names()[point.month - 1])
    if point.season:
        parts.append(SEASONS[point.season])
    if point.year and year:
        parts.append(str(point.year))
    return " ".join(parts)


def date(value: Span) -> str:
    """Write a date or a span as precisely as it is known: ``maj–november 2025``."""
    if value.end is None:
        return _point(value.start)
    start, end = value.start, value.end
    same_year = start.year == end.year
    same_month = same_year and start.month == end.month
    first = _point(start, year=not same_year, month=not (same_month and start.day and end.day))
    last = _point(end)
    # A dash between single words stands tight, between groups of words with spaces.
    dash = " – " if " " in first or (" " in last and not same_year) else "–"
    return f"{first}{dash}{last}"


def iso_day(day: str) -> str:
    """Write the day that ISO 8601 writes as ``2025-12-15``."""
    year, month, number = (int(part) for part in day.split("-"))
    return f"{number} {month_names()[month - 1]} {year}"


def validity(value: Times) -> str:
    """Write a time of validity; the source's own name comes first, then what it leaves out."""
    dates = _dates(value)
    if not value.label:
        return dates
    told = all(year in value.label for year in re.findall(r"\d{4}", dates))
    return value.label if told else f"{value.label} ({dates})"


def _dates(value: Times) -> str:
    if value.start and value.end:
        first, last = date(value.start), date(value.end)
        return f"{first}–{last}" if first.isdigit() and last.isdigit() else f"{first} – {last}"
    if value.start:
        return f"från och med {date(value.start)}"
    return f"till och med {date(value.end)}" if value.end else ""


def number(value: float) -> str:
    """Write a number with decimal comma, hard spaces and a true minus sign: ``13 000``."""
    return str(format_decimal(value, locale=LOCALE)).replace("-", "−")


def count(value: int, article: str = "en") -> str:
    """Write a number of things for running text: one to twelve in words."""
    if value == 1:
        return article
    return _WORDS_TO_TWELVE[value] if 0 <= value < len(_WORDS_TO_TWELVE) else number(value)


def amount(value: int, article: str, singular: str, plural: str) -> str:
    """Write so many of a thing: ``inga mål``, ``ett mål``, ``två mål``."""
    if value == 0:
        return f"inga {plural}"
    return f"{count(value, article)} {singular if value == 1 else plural}"


def this(article: str, definite: str) -> str:
    """Point at a thing by its definite form: ``det här målet``, ``det här strategiska målet``."""
    word = {"en": "den", "ett": "det"}[article]
    return f"{word} här {definite.removeprefix(f'{word} ')}"


def listing(words: Sequence[str]) -> str:
    """Join words as in a sentence: ``a, b och c``."""
    return _joined(words, "och")


def alternatives(words: Sequence[str]) -> str:
    """Join words of which one is to be chosen: ``a, b eller c``."""
    return _joined(words, "eller")


# What ends a title that is a sentence, and not a word cut short; there may be the end of a link.
_STOP = re.compile(
    r"(?<!\bca)(?<!\bkl)(?<!\bmm)(?<!\bnr)(?<!\bst)(?<!\bdvs)(?<!\betc)(?<!\bkap)(?<!\bosv)"
    r"(?<!\.\w\w)(?<!\.\w{3})(?<=[^\W\d]{2}|.\d|.[%)”\"»])\.(?=(?:</[a-z]+>)*$)"
)


def _joined(words: Sequence[str], conjunction: str) -> str:
    *first, last = words or [""]
    # A sentence within the list has its full stop only where the list ends.
    first = [_STOP.sub("", one) for one in first]
    return f"{', '.join(first)} {conjunction} {last}" if first else last


def capital(text: str) -> str:
    """Return the text with a capital first letter, the rest untouched."""
    return text[:1].upper() + text[1:]


def small(text: str) -> str:
    """Return the text with a small first letter, but for what is written in capitals."""
    return text[:1].lower() + text[1:] if text[1:2].islower() else text


# Three letters of another script, which therefore sort behind z.
_AA, _AE, _OE = "\u10d0", "\u10d1", "\u10d2"
_LETTERS = str.maketrans({"å": _AA, "ä": _AE, "æ": _AE, "ö": _OE, "ø": _OE})


def order(text: str) -> tuple[str, str]:
    """Return a key that sorts as Swedish does: å, ä and ö last, other accents ignored."""
    swedish = unicodedata.normalize("NFC", text).casefold().translate(_LETTERS)
    plain = "".join(c for c in unicodedata.normalize("NFD", swedish) if c.isalnum() or c == " ")
    return (plain, text)


def size(count_of_bytes: int) -> str:
    """Write how large a file is, in thousands of bytes: ``145 kB``."""
    if count_of_bytes < _THOUSAND:
        return f"{count_of_bytes}\N{NO-BREAK SPACE}byte"
    if count_of_bytes < _THOUSAND**2:
        return f"{number(round(count_of_bytes / _THOUSAND))}\N{NO-BREAK SPACE}kB"
    return f"{number(round(count_of_bytes / _THOUSAND**2, 1))}\N{NO-BREAK SPACE}MB"
