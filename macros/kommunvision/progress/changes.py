"""How a value has moved since the year before and since the baseline."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from kommunvision.model import (
    Direction,
    Indicator,
    Measurement,
    Missing,
    Period,
    Scale,
    Value,
)
from kommunvision.progress.exact import difference
from kommunvision.progress.figures import Figures
from kommunvision.progress.scales import place_on


class Basis(StrEnum):
    """What a movement is counted from."""

    YEAR_BEFORE = "year_before"
    BASELINE = "baseline"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """A movement between two values that may be compared."""

    basis: Basis
    period: Period
    """The earlier period."""
    earlier: Value
    unchanged: bool
    difference: Decimal | None = None
    """How much higher the value is, of numbers alone."""
    steps: int | None = None
    """How many steps nearer the top of the indicator's scale, of words on it alone."""
    better: bool | None = None
    """Whether it is what the kommun wants; none where that cannot be said, or nothing moved."""


def from_year_before(
    indicator: Indicator,
    measurement: Measurement,
    figures: Figures,
    definition: str | None = None,
) -> Shift | None:
    """Return the movement from the same period one year before; none if there is none to tell."""
    period = measurement.period.a_year_earlier()
    earlier = figures.measurement(indicator, period, forecast=False, definition=definition)
    if earlier is None or earlier.value is None:
        return None
    return _shift(
        Basis.YEAR_BEFORE, indicator, measurement, (period, earlier.value), (figures, definition)
    )


def from_baseline(
    indicator: Indicator,
    measurement: Measurement,
    figures: Figures,
    definition: str | None = None,
) -> Shift | None:
    """Return the movement from the baseline; none where there is none, or none to compare with."""
    baseline = indicator.baseline
    if baseline is None or baseline.period.sort_key >= measurement.period.sort_key:
        return None
    value = baseline_value(indicator)
    if value is None:
        return None
    return _shift(
        Basis.BASELINE, indicator, measurement, (baseline.period, value), (figures, definition)
    )


def baseline_value(indicator: Indicator) -> Value | None:
    """Return the value of the baseline; where it has a place among others only, the place."""
    if indicator.baseline is None:
        return None
    if indicator.baseline.value is None and indicator.baseline.rank is not None:
        return Decimal(indicator.baseline.rank)
    return indicator.baseline.value


def is_break(measurement: Measurement) -> bool:
    """Tell whether the way of measuring was changed with a period."""
    return measurement.break_before is not None or measurement.missing is Missing.METHOD_CHANGED


def broken_between(
    indicator: Indicator,
    earlier: Period,
    later: Period,
    figures: Figures,
    definition: str | None = None,
) -> bool:
    """Tell whether the way of measuring was changed after one period, up to another."""
    return any(
        is_break(one)
        for one in figures.own(indicator, definition)
        if earlier.sort_key < one.period.sort_key <= later.sort_key
    )


def _shift(
    basis: Basis,
    indicator: Indicator,
    measurement: Measurement,
    before: tuple[Period, Value],
    counted: tuple[Figures, str | None],
) -> Shift | None:
    period, earlier = before
    value = measurement.value
    if value is None or broken_between(indicator, period, measurement.period, *counted):
        return None
    # True is 1 to Python, but an answer is no number.
    if isinstance(value, bool) or isinstance(earlier, bool):
        if not (isinstance(value, bool) and isinstance(earlier, bool)):
            return None
        return Shift(basis=basis, period=period, earlier=earlier, unchanged=value is earlier)
    if isinstance(value, Decimal) and isinstance(earlier, Decimal):
        moved = difference(value, earlier)
        return Shift(
            basis=basis,
            period=period,
            earlier=earlier,
            unchanged=not moved,
            difference=moved,
            better=_better(indicator.direction, moved),
        )
    if isinstance(value, str) and isinstance(earlier, str):
        climbed = _climbed(counted[0].scale_of(indicator), value, earlier)
        return Shift(
            basis=basis,
            period=period,
            earlier=earlier,
            unchanged=climbed == 0 if climbed is not None else value == earlier,
            steps=climbed,
            better=climbed > 0 if climbed else None,
        )
    return None


def _better(direction: Direction | None, moved: Decimal) -> bool | None:
    if not moved or direction not in {Direction.HIGHER, Direction.LOWER}:
        return None
    return (moved > 0) is (direction is Direction.HIGHER)


def _climbed(scale: Scale | None, value: str, earlier: str) -> int | None:
    now, then = place_on(scale, value), place_on(scale, earlier)
    return None if now is None or then is None else then - now
