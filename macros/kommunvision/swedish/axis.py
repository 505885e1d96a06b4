"""How an axis writes its numbers: all with the same decimals, the large ones in millions."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Context, Decimal, localcontext

from kommunvision.swedish.quantities import decimals_in, number

_EXACT = Context(prec=60)

# From a million on an axis counts in millions, and so on, so that its numbers stay short.
_COUNTED_IN = (
    (Decimal("1e18"), "triljoner"),
    (Decimal("1e15"), "biljarder"),
    (Decimal("1e12"), "biljoner"),
    (Decimal("1e9"), "miljarder"),
    (Decimal("1e6"), "miljoner"),
)


def numbers(ticks: Sequence[Decimal]) -> tuple[list[str], str]:
    """Write the numbers along an axis, and return the word for what they count in, if any."""
    greatest = max(abs(tick) for tick in ticks)
    divisor, word = next((one for one in _COUNTED_IN if greatest >= one[0]), (Decimal(1), ""))
    with localcontext(_EXACT):
        shown = [(tick / divisor).normalize() for tick in ticks]
        decimals = max(map(decimals_in, shown))
    return [number(tick, decimals) for tick in shown], word


def unit(word: str, name: str) -> str:
    """Write what an axis counts: ``miljoner kronor``."""
    return f"{word} {name}".strip()
