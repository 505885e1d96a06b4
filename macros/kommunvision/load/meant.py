"""What a writer meant by a date or a number in a form that is not read: a proposal, and no more."""

from __future__ import annotations

import re

from kommunvision.load.dates import ImpossibleDate, NotADate, partial_date
from kommunvision.load.numbers import NotANumber, number
from kommunvision.swedish.format import month_names

_DAY_FIRST = re.compile(r"(\d{1,2})(?P<sign>[/.])(\d{1,2})(?:(?P=sign)|[ -])(\d{4})")
# A year that stands apart is neither day nor month; without one, the two stand as Swedes say them.
_DAY_AND_SHORT_YEAR = re.compile(r"(\d{1,2})/(\d{1,2})(?: ?[-–’']| )(\d{2})")
_DAY_AND_MONTH = re.compile(r"(?:den )?(\d{1,2})/(\d{1,2})")
_YEAR_FIRST = re.compile(r"(\d{4})(?P<sign>[/.]?)(\d{2})(?P=sign)(\d{2})")
_SHORT_YEAR = re.compile(r"(\d{2})(\d{2})(\d{2})")
# Of the years in two figures, those that can only belong to one century; kommuner have hardly a
# decision from before 1970, and hardly know a day beyond 2039.
_CENTURIES = {**dict.fromkeys("0123", "20"), **dict.fromkeys("789", "19")}

_ORDINAL = re.compile(r"(?<=\d):[ae]\b")
_HOUR = re.compile(r"(?:T| |, | kl\.? )\d{1,2}[:.]\d{2}(?::\d{2})?Z?")
_WEEKDAY = re.compile(r"(?:\w+dag(?:en)? )?den (?=\d)", re.IGNORECASE)

_UNIT = re.compile(r"\s*(?:%|procent|kronor|kr|st\.?)", re.IGNORECASE)
_SIGN = re.compile(r"[<>≥≤=~]+\s*")
_POINTS_BETWEEN = re.compile(r"\d{1,3}(?:\.\d{3})+,\d+")


def meant_date(text: str) -> str | None:
    """Return a date that is read, for one with slashes, points, a weekday or an hour."""
    words = " ".join(text.split())
    words = _WEEKDAY.sub("", words, count=1) if _WEEKDAY.match(words) else words
    words = _ORDINAL.sub("", words, count=1)
    hour = _HOUR.search(words)
    words = words[: hour.start()] if hour and hour.end() == len(words) else words
    if found := _DAY_FIRST.fullmatch(words):
        words = f"{found[4]}-{int(found[3]):02}-{int(found[1]):02}"
    elif found := _DAY_AND_SHORT_YEAR.fullmatch(words):
        century = _CENTURIES.get(found[3][0], "")
        words = f"{century}{found[3]}-{int(found[2]):02}-{int(found[1]):02}"
    elif found := _DAY_AND_MONTH.fullmatch(words):
        months = dict(enumerate(month_names(), start=1))
        words = f"{int(found[1])} {months.get(int(found[2]))}"
    elif found := _YEAR_FIRST.fullmatch(words):
        words = f"{found[1]}-{found[3]}-{found[4]}"
    elif found := _SHORT_YEAR.fullmatch(words):
        century = _CENTURIES.get(found[1][0], "")
        words = f"{century}{found[1]}-{found[2]}-{found[3]}"
    try:
        partial_date(words)
    except (NotADate, ImpossibleDate):
        return None
    return words


def meant_number(text: str, *, signs: bool = False) -> str | None:
    """Return a number that is read, for one with its unit behind it.

    Args:
        text: What was written.
        signs: Whether a sign for more or less, in front, says what the key says already.
    """
    words = text.strip()
    if unit := _UNIT.search(words):
        words = words[: unit.start()] if unit.end() == len(words) else words
    if signs and (sign := _SIGN.match(words)):
        words = words[sign.end() :]
    if _POINTS_BETWEEN.fullmatch(words):
        words = words.replace(".", " ")
    try:
        number(words)
    except NotANumber:
        return None
    return words
