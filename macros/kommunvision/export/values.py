"""Values of the model become values of JSON, in the words that data files have for them."""

from __future__ import annotations

from decimal import Decimal
from functools import singledispatch

from kommunvision.model import Bound, DatePoint, PartialDate, Period, PeriodKind
from kommunvision.swedish import periods
from kommunvision.swedish.format import date as in_words
from kommunvision.swedish.keys import CHOICES

_WORDS = {
    table: {meaning: word for word, meaning in words.items()} for table, words in CHOICES.items()
}


def chosen(table: str, value: str) -> str:
    """Return the word for one of the values that a key can choose between."""
    return _WORDS[table][str(value)]


@singledispatch
def written(value: object) -> object:
    """Return a value as JSON has it.

    Raises:
        TypeError: Nothing in the key tables is read as a value of this type.
    """
    raise TypeError(type(value).__name__)


@written.register(str)
@written.register(int)
@written.register(Decimal)
def _same(value: object) -> object:
    return value


@written.register
def _bound(value: Bound) -> str:
    number = f"{value.number:f}".replace(".", ",")
    return f"{value.words} {number}"


@written.register
def _date(value: PartialDate) -> str:
    """Return a date as ``2025-11-03``; a span has both its ends, with a dash between them."""
    if value.end is None:
        return _point(value.start)
    return f"{_point(value.start)} \N{EN DASH} {_point(value.end)}"


def _point(point: DatePoint) -> str:
    """Return a point in time; words are left for what has no year, and for seasons."""
    if point.year is None or point.season is not None:
        return in_words(PartialDate(point))
    parts = [f"{point.year:04d}"]
    parts += [f"{part:02d}" for part in (point.month, point.day) if part is not None]
    return "-".join(parts)


@written.register
def _period(value: Period) -> str:
    """Return a period as its name; months and days as dates."""
    if value.kind is PeriodKind.MONTH:
        return _point(DatePoint(value.year, value.part))
    if value.kind is PeriodKind.DAY:
        return _point(DatePoint(value.year, value.part, value.day))
    if value.kind is PeriodKind.MONTHS:
        ends = DatePoint(value.year, value.part), DatePoint(value.year, value.day)
        return _date(PartialDate(*ends))
    return periods.named(value)
