"""Dates as people write them become partial dates: 2016, januari 2016, maj–november 2025."""

from __future__ import annotations

import calendar
import re
from dataclasses import replace

from kommunvision.model import DatePoint, PartialDate, Season
from kommunvision.swedish.format import SEASONS, month_names


class NotADate(ValueError):  # noqa: N818 - the name says what the text is
    """The text is no date that we understand."""


class ImpossibleDate(ValueError):  # noqa: N818 - the name says what the text is
    """The text is written as a date, but there is no such day, month or year."""


def _month_words() -> dict[str, int]:
    words: dict[str, int] = {}
    for number, name in enumerate(month_names(), start=1):
        words[name] = words[name[:3]] = number
    words["sept"] = 9
    return words


_MONTHS = _month_words()
_SEASONS = {word: Season(name) for name, word in SEASONS.items()}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_SEASON = "|".join(_SEASONS)

_ISO = re.compile(r"([0-9]{4})(?:-([0-9]{1,2})(?:-([0-9]{1,2}))?)?")
_WORDS = re.compile(
    rf"(?:(?P<day>[0-9]{{1,2}})\s+)?(?P<month>{_MONTH})\.?(?:\s+(?P<year>[0-9]{{4}}))?",
    re.IGNORECASE,
)
_SEASONAL = re.compile(rf"(?P<season>{_SEASON})(?:\s+(?P<year>[0-9]{{4}}))?", re.IGNORECASE)
_DAY_ONLY = re.compile(r"[0-9]{1,2}")
# A span has a dash between its ends; an ISO date has hyphens within.
_DASH = re.compile(r"\s*–\s*|\s+-\s+|(?<=[^\W\d])-(?=[^\W\d])")
_YEARS = re.compile(r"([0-9]{4})\s*[-/]\s*([0-9]{4})")

# What editors' help is made of: one point in time, each way of writing it; and several years.
POINTS = (_ISO, _WORDS, _SEASONAL)
YEARS = _YEARS


def partial_date(text: str) -> PartialDate:
    """Read a date or a span, as precise as it is written.

    Raises:
        NotADate: The text is not written as a date.
        ImpossibleDate: There is no such year, month or day.
    """
    words = " ".join(text.split())
    if years := _YEARS.fullmatch(words):
        return PartialDate(*(_checked(int(year), None, None) for year in years.groups()))
    ends = _DASH.split(words)
    if len(ends) == 1:
        return PartialDate(_point(words))
    first, *rest = ends
    if len(rest) > 1:
        raise NotADate(text)
    end = _point(rest[0])
    return PartialDate(_start(first, end), end)


def is_backwards(text: str) -> bool:
    """Tell whether words are a span that ends before it begins; other words are no span."""
    try:
        found = partial_date(text)
    except (NotADate, ImpossibleDate):
        return False
    return bool(found.end and found.end.is_before(found.start))


def _start(text: str, end: DatePoint) -> DatePoint:
    """Read the start of a span; what it leaves out, it shares with the end."""
    if _DAY_ONLY.fullmatch(text) and end.day:
        return _checked(end.year, end.month, int(text))
    start = _point(text)
    year = start.year if start.year is not None else end.year
    return DatePoint(year, start.month, start.day, start.season)


def _point(text: str) -> DatePoint:
    if iso := _ISO.fullmatch(text):
        year, month, day = (int(part) if part else None for part in iso.groups())
        return _checked(year, month, day)
    if words := _WORDS.fullmatch(text):
        return _checked(
            int(words["year"]) if words["year"] else None,
            _MONTHS[words["month"].lower()],
            int(words["day"]) if words["day"] else None,
        )
    if seasonal := _SEASONAL.fullmatch(text):
        year = int(seasonal["year"]) if seasonal["year"] else None
        return replace(_checked(year, None, None), season=_SEASONS[seasonal["season"].lower()])
    raise NotADate(text)


def _checked(year: int | None, month: int | None, day: int | None) -> DatePoint:
    if year == 0:
        raise ImpossibleDate(str(year))
    if month is not None and not 1 <= month <= len(month_names()):
        raise ImpossibleDate(str(month))
    if day is not None and month is not None:
        # Without a year, 29 February may exist.
        longest = calendar.monthrange(year or 2000, month)[1]
        if not 1 <= day <= longest:
            raise ImpossibleDate(str(day))
    return DatePoint(year, month, day)
