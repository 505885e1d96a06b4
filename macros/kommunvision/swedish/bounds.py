"""Values that are only told as a bound: färre än 5, under 5, fler än 95."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

# Each word with what it says of the value: that it lies below the number or above it, and whether
# the number itself may be the value.
_WORDS: dict[str, tuple[bool, bool]] = {
    **dict.fromkeys(("färre än", "mindre än", "lägre än", "under"), (True, False)),
    "högst": (True, True),
    **dict.fromkeys(("fler än", "mer än", "högre än", "över"), (False, False)),
    "minst": (False, True),
}

_SIGNS = {"<": "under", "<=": "högst", "≤": "högst", ">": "över", ">=": "minst", "≥": "minst"}

SIDES = re.compile(rf"{'|'.join(_WORDS)}|[<>]=?|[≤≥]", re.IGNORECASE)

_BOUND = re.compile(rf"(?P<words>{SIDES.pattern})\s*(?P<rest>[-+−–]?\d.*)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Bound:
    """What is known of a value that is not told: on which side of a number it lies."""

    words: str
    number: Decimal

    def signs(self, other: Decimal) -> frozenset[int]:
        """Return how the value may lie to a number: below it (-1), on it (0), above it (1)."""
        below, reached = _WORDS[self.words]
        side = -1 if below else 1
        # How far the number lies on the side where the value cannot be.
        apart = other.compare(self.number) * -side
        if apart > 0 or (apart == 0 and not reached):
            return frozenset({side})
        return frozenset({side, 0}) if apart == 0 else frozenset({-1, 0, 1})


def split(text: str) -> tuple[str, str] | None:
    """Return the words of a bound and the rest, which is to be a number; none if it is no bound."""
    found = _BOUND.fullmatch(" ".join(text.split()))
    if found is None:
        return None
    words = found["words"].lower()
    return _SIGNS.get(words, words), found["rest"]
