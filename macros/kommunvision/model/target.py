"""What a value is meant to be: conditions, periods, and what the target was before."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from kommunvision.model.common import Reference
from kommunvision.model.date import PartialDate
from kommunvision.model.period import Period
from kommunvision.model.value import Value
from kommunvision.origin import Where


class Change(StrEnum):
    """Which way a value is meant to move."""

    INCREASE = "increase"
    DECREASE = "decrease"
    UNCHANGED = "unchanged"


class Compared(StrEnum):
    """What a movement is counted from."""

    YEAR_BEFORE = "year_before"
    BASELINE = "baseline"
    EACH_YEAR = "each_year"


@dataclass(frozen=True, slots=True, kw_only=True)
class Baseline:
    """The value that the work started from."""

    period: Period
    value: Value | None = None
    rank: int | None = None
    note: str | None = None
    sources: tuple[Reference, ...] = ()
    where: Where = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Relative:
    """A condition against the value of others."""

    group: str
    """Whose value it is held against, by the name of a series of the indicator."""
    margin: Decimal = Decimal(0)
    """By how much the own value is to exceed theirs; negative for below."""
    at_most: bool = False
    """Whether the own value is to be no more than theirs, instead of no less."""
    where: Where = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class FormerTarget:
    """A target as it was before it was changed."""

    text: str
    """What was to be reached, in words."""
    date: PartialDate
    """When it was changed."""
    decisions: tuple[Reference, ...] = ()
    reason: str | None = None
    where: Where = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """One step to be reached; where it has several conditions, all of them are meant."""

    period: Period | None = None
    """The period whose value is meant; none for a target without a date."""
    deadline: PartialDate | None = None
    """The day by which something is to be done."""
    every_year: bool = False
    except_years: tuple[int, ...] = ()
    at_least: Decimal | None = None
    at_most: Decimal | None = None
    over: Decimal | None = None
    under: Decimal | None = None
    exactly: Value | None = None
    lowest: Decimal | None = None
    """Lower end of an interval, included."""
    highest: Decimal | None = None
    yes: bool = False
    change: Change | None = None
    compared: Compared | None = None
    percent: Decimal | None = None
    """Change in per cent from the baseline: ``-50`` for half as much."""
    rank: int | None = None
    """Among the so many best."""
    rank_of: str | None = None
    relative: tuple[Relative, ...] = ()
    done: bool = False
    whom: tuple[str, ...] = ()
    """Whose values are meant, each of them, where it is not the value of the whole.

    Women and men go by the words that the data has for them, others by the names of their parts.
    """
    text: str | None = None
    """The target in the source's words, quoted exactly."""
    milestone: bool = False
    decisions: tuple[Reference, ...] = ()
    sources: tuple[Reference, ...] = ()
    former: tuple[FormerTarget, ...] = ()
    note: str | None = None
    not_stated: frozenset[str] = frozenset()
    where: Where = field(compare=False, repr=False)
