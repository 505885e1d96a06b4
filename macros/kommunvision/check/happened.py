"""What the data says has happened lies no further ahead than the day of the build."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from kommunvision.check.walk import entries
from kommunvision.model import Decision, DecisionKind, Kommun, Measurement
from kommunvision.origin import Origin
from kommunvision.problem import Problem, problem
from kommunvision.progress.targets import start_of
from kommunvision.swedish import format as swedish
from kommunvision.swedish import periods
from kommunvision.swedish.keys import RECORDS
from kommunvision.swedish.problems.objects import NOT_YET

# Days of what has been done, by record and attribute. Those of news may be of what is to come.
_DONE = frozenset(
    {
        ("accessibility", "assessed"),
        ("accessibility", "updated"),
        ("correction", "date"),
        ("decision", "date"),
        ("former_target", "date"),
        ("revision", "date"),
        ("series", "fetched"),
        ("source", "date"),
        ("statement", "reported"),
        ("withdrawn", "date"),
    }
)
_PERIOD = next(one.key for one in RECORDS["measurement"].fields if one.attribute == "period")

# What stands where nothing has been measured, neither whole nor in part.
_NOTHING = (None, None, None, None)

# A build may run on a computer by another clock, and what was decided there today is no mistake.
_ELSEWHERE = timedelta(days=1)


def not_yet(kommun: Kommun, day: date) -> Iterator[tuple[date, Problem]]:
    """Yield what is said to have happened after a day, with the first day that it may mean."""
    for entry in entries(kommun):
        if (entry.record, entry.field.attribute) not in _DONE:
            continue
        if isinstance(entry.holder, Decision) and entry.holder.kind is DecisionKind.PROPOSAL:
            continue
        first = start_of(entry.value)
        if first and is_ahead(first, day):
            owner = entry.owner.id if entry.owner else None
            said = swedish.date(entry.value)
            yield first, _told(entry.origin(), owner, entry.field.key, said, NOT_YET["day"])
    for owner, one in _measured(kommun):
        first = one.period.first_day
        if is_ahead(first, day):
            said = periods.named(one.period)
            yield first, _told(one.where.of("period"), owner, _PERIOD, said, NOT_YET["value"])


def _told(origin: Origin, owner: str | None, key: str, said: str, remedy: str) -> Problem:
    return problem("KV409", origin, subject=owner, key=key, value=said, remedy=remedy)


def is_ahead(first: date, day: date) -> bool:
    """Whether a day certainly lies after another."""
    return first - day > _ELSEWHERE


def _measured(kommun: Kommun) -> Iterator[tuple[str | None, Measurement]]:
    """Yield the values that people have written, with their indicators, but for forecasts."""
    lists: list[tuple[str | None, tuple[Measurement, ...]]]
    lists = [(indicator.id, indicator.values) for indicator in kommun.indicators]
    # Whoever publishes statistics does not always say what is a forecast.
    lists += [(one.indicator.target, one.values) for one in kommun.series if one.fetched is None]
    for owner, values in lists:
        for value in values:
            measured = value.value, value.women, value.men, value.parts or None
            if measured != _NOTHING and not value.forecast:
                yield owner, value
