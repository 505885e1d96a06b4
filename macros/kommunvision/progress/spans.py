"""Periods that a page asks for, and a kommun with the values of only some of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from kommunvision.model import Indicator, Kommun, Measurement, Period
from kommunvision.swedish import periods


def named(text: str, among: Iterable[Period]) -> Period | None:
    """Return the period that a text means, of those that there are."""
    return next((one for one in among if periods.means(text, one)), None)


def within(
    kommun: Kommun, indicator: Indicator, start: Period | None, end: Period | None
) -> Kommun:
    """Return a kommun in which an indicator has only the values of some periods."""

    def kept(values: Iterable[Measurement]) -> tuple[Measurement, ...]:
        return tuple(
            one
            for one in values
            if (start is None or start.first_day <= one.period.first_day)
            and (end is None or one.period.last_day <= end.last_day)
        )

    return replace(
        kommun,
        indicators=tuple(
            replace(one, values=kept(one.values)) if one is indicator else one
            for one in kommun.indicators
        ),
        series=tuple(
            replace(one, values=kept(one.values)) if one.indicator.target == indicator.id else one
            for one in kommun.series
        ),
    )
