"""A period that a figure is about: a year, a part of one, a school year, a day, several years."""

from __future__ import annotations

import calendar
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import lru_cache


class PeriodKind(StrEnum):
    """How long a period is, and how its parts are counted."""

    YEAR = "year"
    HALF = "half"
    TERTIAL = "tertial"
    QUARTER = "quarter"
    MONTH = "month"
    MONTHS = "months"
    """Several months together within a year, such as those of an interim report."""
    SCHOOL_YEAR = "school_year"
    DAY = "day"
    YEARS = "years"
    """Several whole years together, such as a mean over three years."""


PARTS = {
    PeriodKind.HALF: 2,
    PeriodKind.TERTIAL: 3,
    PeriodKind.QUARTER: 4,
    PeriodKind.MONTH: 12,
}
"""How many of a kind a calendar year has, of those that divide it evenly."""

# A school year begins in August; the month of its last day is July.
_SCHOOL_START = 8


@dataclass(frozen=True, slots=True)
class Period:
    """One period; equal periods are equal values."""

    kind: PeriodKind
    year: int
    """The calendar year; of a school year and of several years, the first one."""
    part: int = 1
    """Which half, tertial, quarter or month; of a day, its month; of several months, the first."""
    day: int = 1
    """Day of the month, of a day alone; of several months, the last of them."""
    last_year: int | None = None
    """The last of several years."""

    @property
    def first_day(self) -> date:
        """The day on which the period begins."""
        if self.kind is PeriodKind.DAY:
            return date(self.year, self.part, self.day)
        if self.kind is PeriodKind.SCHOOL_YEAR:
            return date(self.year, _SCHOOL_START, 1)
        if self.kind is PeriodKind.MONTHS:
            return date(self.year, self.part, 1)
        months = 12 // PARTS.get(self.kind, 1)
        return date(self.year, (self.part - 1) * months + 1, 1)

    @property
    def last_day(self) -> date:
        """The day on which the period ends."""
        if self.kind is PeriodKind.DAY:
            return self.first_day
        if self.kind is PeriodKind.SCHOOL_YEAR:
            return date(self.year + 1, _SCHOOL_START - 1, 31)
        if self.kind is PeriodKind.YEARS:
            return date(self.last_year or self.year, 12, 31)
        months = 12 // PARTS.get(self.kind, 1)
        month = self.day if self.kind is PeriodKind.MONTHS else self.part * months
        return date(self.year, month, calendar.monthrange(self.year, month)[1])

    @property
    def sort_key(self) -> tuple[date, int]:
        """Order in time: by the last day, and the longer period after the shorter."""
        return _sort_key(self)

    def a_year_earlier(self) -> Period:
        """Return the same period one year before; of several years, one year further back."""
        last = None if self.last_year is None else self.last_year - 1
        day = 28 if (self.part, self.day) == (2, 29) and self.kind is PeriodKind.DAY else self.day
        return replace(self, year=self.year - 1, last_year=last, day=day)

    def before(self) -> Period:
        """Return the period right before, of the same length; of a day, the same day a year ago."""
        parts = PARTS.get(self.kind)
        if parts is None:
            return self.a_year_earlier()
        if self.part > 1:
            return replace(self, part=self.part - 1)
        return replace(self, year=self.year - 1, part=parts)

    def after(self) -> Period:
        """Return the period right after, of the same length; of a day, the same day in a year."""
        parts = PARTS.get(self.kind)
        if parts is None:
            last = None if self.last_year is None else self.last_year + 1
            day = 28 if (self.kind, self.part, self.day) == (PeriodKind.DAY, 2, 29) else self.day
            return replace(self, year=self.year + 1, last_year=last, day=day)
        if self.part < parts:
            return replace(self, part=self.part + 1)
        return replace(self, year=self.year + 1, part=1)

    def covers(self, other: Period) -> bool:
        """Tell whether another period lies wholly within this one."""
        return self.first_day <= other.first_day and other.last_day <= self.last_day


def holding(kind: PeriodKind, day: date) -> Period | None:
    """Return the period of a kind that a day lies in; none for kinds that do not follow on."""
    if kind is PeriodKind.YEAR:
        return Period(kind, day.year)
    if kind is PeriodKind.SCHOOL_YEAR:
        return Period(kind, day.year if day.month >= _SCHOOL_START else day.year - 1)
    if kind in PARTS:
        return Period(kind, day.year, (day.month - 1) // (12 // PARTS[kind]) + 1)
    return None


# There are few periods, and the values of every indicator are put in the order of theirs.
@lru_cache(maxsize=10_000)
def _sort_key(period: Period) -> tuple[date, int]:
    last = period.last_day
    return last, (last - period.first_day).days
