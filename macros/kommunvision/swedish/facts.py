"""The values that the sentences about an indicator need, from whoever has them.

The protocols are read-only, so that a frozen value with narrower types fits.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol

from kommunvision.swedish import periods
from kommunvision.swedish.format import Span
from kommunvision.swedish.quantities import Value


class Relative(Protocol):
    """A condition against the value of others."""

    @property
    def group(self) -> str:
        """Whose value it is."""

    @property
    def margin(self) -> Decimal:
        """By how much theirs is to be exceeded."""

    @property
    def at_most(self) -> bool:
        """Whether the own value is to be no more, instead of no less."""


class Target(Protocol):
    """What is to be reached; where it has several conditions, all of them are meant."""

    @property
    def period(self) -> periods.Period | None:
        """The period whose value is meant."""

    @property
    def deadline(self) -> Span | None:
        """The day by which it is to be reached."""

    @property
    def every_year(self) -> bool:
        """Whether it is for every year."""

    @property
    def except_years(self) -> Sequence[int]:
        """Years that it is not for."""

    @property
    def at_least(self) -> Decimal | None:
        """No less than this."""

    @property
    def at_most(self) -> Decimal | None:
        """No more than this."""

    @property
    def over(self) -> Decimal | None:
        """More than this."""

    @property
    def under(self) -> Decimal | None:
        """Less than this."""

    @property
    def exactly(self) -> Value | None:
        """Just this."""

    @property
    def lowest(self) -> Decimal | None:
        """Lower end of an interval."""

    @property
    def highest(self) -> Decimal | None:
        """Upper end of an interval."""

    @property
    def yes(self) -> bool:
        """Whether the answer is to be yes."""

    @property
    def change(self) -> str | None:
        """Which way the value is to move."""

    @property
    def compared(self) -> str | None:
        """What the movement is counted from."""

    @property
    def percent(self) -> Decimal | None:
        """Change in per cent from the baseline."""

    @property
    def rank(self) -> int | None:
        """Among the so many best."""

    @property
    def rank_of(self) -> str | None:
        """Whom it is among."""

    @property
    def relative(self) -> Sequence[Relative]:
        """Conditions against the values of others."""

    @property
    def done(self) -> bool:
        """Whether something is to be done."""

    @property
    def whom(self) -> Sequence[str]:
        """Whose values are meant, where it is not the whole."""

    @property
    def text(self) -> str | None:
        """The target in the source's words."""

    @property
    def milestone(self) -> bool:
        """Whether it is a step on the way."""

    @property
    def not_stated(self) -> frozenset[str]:
        """What the source does not state."""


class Condition(Protocol):
    """How a value lies to one condition of a target."""

    @property
    def kind(self) -> str:
        """What is demanded."""

    @property
    def verdict(self) -> bool | None:
        """Whether it holds; none where that cannot be said."""

    @property
    def bound(self) -> Decimal | None:
        """The number that the value is held against."""

    @property
    def gap(self) -> Decimal | None:
        """The value less the bound."""

    @property
    def theirs(self) -> Decimal | None:
        """The value of the group that it is relative to."""

    @property
    def group(self) -> str | None:
        """That group."""

    @property
    def unsaid(self) -> str | None:
        """Why it cannot be said whether it holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """How the value of some lies to a target that is theirs."""

    whom: str
    value: Value | None = None
    missing: str | None = None
    conditions: tuple[Condition, ...] = ()
    moves: tuple[Move, ...] = ()
    baseline: Other | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Aim:
    """A target, and how the value lies to each of its conditions."""

    target: Target
    conditions: tuple[Condition, ...] = ()
    held: tuple[Held, ...] = ()
    """How each of those that it is for lies to it, where it is not for the whole."""
    later: bool = False
    """Whether it is for a time after the value's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """A movement from an earlier value that may be compared."""

    period: periods.Period
    earlier: Value
    year_before: bool = True
    """Whether the earlier one is that of the year before, and not the baseline."""
    steps: int | None = None
    """How many steps nearer the top of a scale."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Revised:
    """What a value was before it was changed."""

    value: Value
    date: Span
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Other:
    """A value of another period than the one that is told."""

    period: periods.Period
    value: Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """One value of an indicator with all that is said of it."""

    name: str
    whom: str | None = None
    """Whose value it is, where it is not that of the whole."""
    sentence: str | None = None
    """How a value reads, with places for the value and the period."""
    unit: str | None = None
    decimals: int | None = None
    definition: str | None = None
    """Which way of counting it follows, where there are several."""
    period: periods.Period | None = None
    """None where nothing has been measured, and nothing is said of why."""
    value: Value | None = None
    missing: str | None = None
    position: tuple[int, int] | None = None
    """Step and number of steps, from the best, of a word on a scale."""
    scale: str | None = None
    genders: str | None = None
    """What women and men are called, where it is something else."""
    women: Value | None = None
    men: Value | None = None
    preliminary: bool = False
    forecast: bool = False
    break_before: str | None = None
    revised: Revised | None = None
    aims: tuple[Aim, ...] = ()
    moves: tuple[Move, ...] = ()
    baseline: Other | None = None
    latest: Other | None = None
    """The newest value, where the one that is told is missing."""
    expected: Other | None = None
    """The nearest forecast for a later period."""
    missing_since: tuple[tuple[periods.Period, str], ...] = ()
    """Later periods without a value, with the reason."""
