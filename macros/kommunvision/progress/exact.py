"""Arithmetic without rounding, wide enough for every number that a data file may hold."""

from __future__ import annotations

from decimal import Context, Decimal

# A number has at most fifteen digits on each side of the comma; a product of two has sixty.
_EXACT = Context(prec=80)


def difference(value: Decimal, earlier: Decimal) -> Decimal:
    """Return how much a value exceeds another, exactly."""
    return _EXACT.subtract(value, earlier)


def total(value: Decimal, more: Decimal) -> Decimal:
    """Return the sum of two numbers, exactly."""
    return _EXACT.add(value, more)


def percent_of(value: Decimal, percent: Decimal) -> Decimal:
    """Return so many per cent of a number, exactly."""
    return _EXACT.scaleb(_EXACT.multiply(value, percent), -2)
