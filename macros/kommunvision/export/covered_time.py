"""Which time the values of a kommun are about."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kommunvision.model import Kommun, Period


def covered(kommun: Kommun) -> tuple[date, date] | None:
    """Return the first and the last day that there is a value for; none without values."""
    found = [*_periods(kommun)]
    if not found:
        return None
    return min(one.first_day for one in found), max(one.last_day for one in found)


def _periods(kommun: Kommun) -> Iterator[Period]:
    for indicator in kommun.indicators:
        yield from (one.period for one in indicator.values)
    for series in kommun.series:
        yield from (one.period for one in series.values)
