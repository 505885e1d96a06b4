"""Units of measurement as Swedish says them: 1 krona, 2 kronor, 3,5 procentenheter."""

from __future__ import annotations


def is_rank(unit: str) -> bool:
    """Tell whether a unit says that a number is a place among others."""
    return unit.casefold() in _RANKS


_RANKS = frozenset({"plats", "placering", "rang", "rankning", "ranking"})
