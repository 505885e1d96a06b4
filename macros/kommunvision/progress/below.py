"""What cannot be less than nothing, and is so all the same."""

from __future__ import annotations

from decimal import Decimal

from kommunvision.model import Bound, Indicator, Value
from kommunvision.swedish.units import counts_things, is_difference


def counts(indicator: Indicator) -> bool:
    """Tell whether an indicator counts things, and not how much more or fewer they have become.

    Whoever aims at less than nothing, or starts from there, means a difference.
    """
    aims = [
        figure
        for one in indicator.targets
        for figure in (one.at_least, one.at_most, one.over, one.under, one.exactly, one.lowest)
    ]
    start = indicator.baseline.value if indicator.baseline else None
    return (
        indicator.unit is not None
        and counts_things(indicator.unit)
        and not is_difference(indicator.name)
        and not any(map(is_below, (*aims, start)))
    )


def is_below(value: Value | None) -> bool:
    """Tell whether a value is a number below nought, or a bound of one."""
    number = value.number if isinstance(value, Bound) else value
    return isinstance(number, Decimal) and number < 0
