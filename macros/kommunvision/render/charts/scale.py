"""Where a value stands: round numbers along an axis, computed exactly."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal, localcontext

_EXACT = Context(prec=60)
_STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))

# An axis begins at zero if it would otherwise begin in the lower part of what it shows.
_NEAR_ZERO = Decimal("0.5")


@dataclass(frozen=True, slots=True)
class Scale:
    """An axis from one round number to another."""

    lowest: Decimal
    highest: Decimal
    step: Decimal

    @property
    def ticks(self) -> tuple[Decimal, ...]:
        """The round numbers along it, from the lowest."""
        with localcontext(_EXACT):
            number = int((self.highest - self.lowest) / self.step)
            return tuple(self.lowest + self.step * index for index in range(number + 1))

    def share(self, value: Decimal) -> float:
        """Return how far along the axis a value stands, 0 to 1."""
        above = _EXACT.subtract(value, self.lowest)
        return float(_EXACT.divide(above, _EXACT.subtract(self.highest, self.lowest)))


def scale(values: Iterable[Decimal], *, zero: bool = False, about: int = 4) -> Scale:
    """Return an axis that holds all values, with about so many steps.

    Args:
        values: At least one.
        zero: Whether it must hold zero, as it must where lengths are compared.
        about: How many steps are wanted.
    """
    with localcontext(_EXACT):
        given = sorted(values)
        low, high = given[0], given[-1]
        if zero or low == high or low > 0 > low - high * _NEAR_ZERO:
            low, high = min(low, Decimal(0)), max(high, Decimal(0))
        if high < 0 and low * _NEAR_ZERO < high:
            high = Decimal(0)
        if low == high:
            high = low + 1
        step = _step((high - low) / about)
        return Scale(
            (low / step).to_integral_value(ROUND_FLOOR) * step,
            (high / step).to_integral_value(ROUND_CEILING) * step,
            step,
        )


def _step(least: Decimal) -> Decimal:
    """Return the smallest round number that is not less."""
    power = Decimal(1).scaleb(least.adjusted())
    return next(step * power for step in _STEPS if step * power >= least)
