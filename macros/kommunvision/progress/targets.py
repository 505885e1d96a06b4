"""Which target a value is held against."""

from __future__ import annotations

import calendar
from datetime import date

from kommunvision.model import Indicator, PartialDate, Period, PeriodKind, Season, Target, holding
from kommunvision.progress.reached import Condition, ConditionKind, Reached, Unsaid, reached

__all__ = [
    "Condition",
    "ConditionKind",
    "Reached",
    "Unsaid",
    "applying",
    "end_of",
    "last_day",
    "next_target",
    "periods_of",
    "reached",
    "start_of",
    "steps",
]

# The last month of a season that a source names; winter is taken to be the end of the year.
_LAST_MONTH = {Season.SPRING: 5, Season.SUMMER: 8, Season.AUTUMN: 11, Season.WINTER: 12}


def applying(indicator: Indicator, period: Period) -> tuple[Target, ...]:
    """Return the targets that the value of a period is held against.

    First those of that very period, then those of every year, and last those without a date or
    with one that has passed.
    """
    own = [one for one in indicator.targets if one.period == period and not one.every_year]
    yearly = [one for one in indicator.targets if one.every_year and _covers(one, period)]
    undated = [one for one in indicator.targets if _undated(one, period)]
    return (*own, *yearly, *undated)


def steps(indicator: Indicator) -> tuple[Target, ...]:
    """Return the targets that have a date of their own, in order of time."""
    dated = [(day, one) for one in indicator.targets if (day := last_day(one)) is not None]
    return tuple(one for _, one in sorted(dated, key=lambda pair: pair[0]))


def next_target(
    indicator: Indicator, period: Period, *, after: bool = False, whom: tuple[str, ...] = ()
) -> Target | None:
    """Return the first step that is not before a period, or the first one after it.

    Args:
        indicator: What is measured.
        period: The period.
        after: Whether a step for the period itself is passed by.
        whom: Whose steps are meant, where they are not those of the whole.
    """
    for target in (one for one in steps(indicator) if one.whom == whom):
        day = last_day(target)
        if day is not None and (day > period.last_day or (day == period.last_day and not after)):
            return target
    return None


def last_day(target: Target) -> date | None:
    """Return the last day of a step's period, or its deadline; none for what has no date."""
    if target.every_year:
        return None
    if target.period is not None:
        return target.period.last_day
    return end_of(target.deadline) if target.deadline is not None else None


def periods_of(indicator: Indicator, kind: PeriodKind) -> tuple[Period, ...]:
    """Return the periods of a kind that targets are for, or are to be reached in, in order."""
    found = {_meant(one, kind) for one in indicator.targets} - {None}
    return tuple(sorted((one for one in found if one), key=lambda one: one.sort_key))


def _meant(target: Target, kind: PeriodKind) -> Period | None:
    if target.period is not None:
        return target.period if target.period.kind is kind else None
    day = end_of(target.deadline) if target.deadline is not None else None
    return holding(kind, day) if day is not None else None


def _covers(target: Target, period: Period) -> bool:
    year = period.last_year or period.year
    begun = target.period is None or target.period.first_day <= period.first_day
    return begun and year not in target.except_years


def _undated(target: Target, period: Period) -> bool:
    if target.every_year or target.period is not None:
        return False
    day = last_day(target)
    return day is None or day <= period.last_day


def start_of(when: PartialDate) -> date | None:
    """Return the first day that a date with unknown parts may mean."""
    point = when.start
    return None if point.year is None else date(point.year, point.month or 1, point.day or 1)


def end_of(when: PartialDate) -> date | None:
    """Return the last day that a date with unknown parts may mean."""
    point = when.last
    if point.year is None:
        return None
    month = point.month or (_LAST_MONTH[point.season] if point.season else 12)
    return date(point.year, month, point.day or calendar.monthrange(point.year, month)[1])
