"""One condition of a target, and how a value lies to it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class ConditionKind(StrEnum):
    """What one condition of a target demands."""

    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    OVER = "over"
    UNDER = "under"
    EXACTLY = "exactly"
    INTERVAL = "interval"
    YES = "yes"
    DONE = "done"
    CHANGE = "change"
    PERCENT = "percent"
    RANK = "rank"
    RELATIVE = "relative"
    WORDS = "words"


class Unsaid(StrEnum):
    """Why it cannot be said whether a condition holds."""

    NO_VALUE = "no_value"
    ONLY_BOUND = "only_bound"
    """Only a bound of the value is known, and it does not decide."""
    OTHER_KIND = "other_kind"
    """The value is no number where one is needed, or words where an answer is."""
    NO_BASELINE = "no_baseline"
    NOT_COMPARABLE = "not_comparable"
    """There is no earlier value, or the way of measuring has changed since."""
    COMPARED_WITH_WHAT = "compared_with_what"
    """The source does not say what the movement is counted from."""
    NO_GROUP_VALUE = "no_group_value"
    NO_RANK = "no_rank"
    """The value is no place among others."""
    WORDS_ONLY = "words_only"


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """One condition, and how the value lies to it."""

    kind: ConditionKind
    verdict: bool | None = None
    bound: Decimal | None = None
    """The number that the value is held against; of an interval, the end that it is nearest."""
    gap: Decimal | None = None
    """The value less the bound; zero within an interval."""
    theirs: Decimal | None = None
    """The value of the group that the condition is relative to."""
    group: str | None = None
    unsaid: Unsaid | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reached:
    """How a value lies to a target, with every condition of it."""

    conditions: tuple[Condition, ...]

    @property
    def verdict(self) -> bool | None:
        """Whether all conditions hold; none where it cannot be said."""
        verdicts = [one.verdict for one in self.conditions]
        if False in verdicts:
            return False
        return None if None in verdicts or not verdicts else True

    @property
    def gap(self) -> Decimal | None:
        """The value less the target, where the target is one number."""
        return self.conditions[0].gap if len(self.conditions) == 1 else None

    @property
    def bound(self) -> Decimal | None:
        """The target as a number, where it is one."""
        return self.conditions[0].bound if len(self.conditions) == 1 else None


# How a value may lie to a bound: below it, on it, above it.
HOLDS = {
    ConditionKind.AT_LEAST: {0, 1},
    ConditionKind.AT_MOST: {-1, 0},
    ConditionKind.OVER: {1},
    ConditionKind.UNDER: {-1},
    ConditionKind.EXACTLY: {0},
}


def of_bound(
    kind: ConditionKind, verdicts: set[bool], bound: Decimal | None, theirs: Decimal | None
) -> Condition:
    """Return a condition on a value of which a bound is known: all it may be, or nothing."""
    decided = len(verdicts) == 1
    return Condition(
        kind=kind,
        verdict=verdicts.pop() if decided else None,
        bound=bound,
        theirs=theirs,
        unsaid=None if decided else Unsaid.ONLY_BOUND,
    )
