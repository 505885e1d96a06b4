"""What has been measured: values of any kind by period, and what is missing, with the reason."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from kommunvision.model.common import Reference
from kommunvision.model.date import PartialDate
from kommunvision.model.period import Period
from kommunvision.origin import Where
from kommunvision.swedish.bounds import Bound

__all__ = ["Bound", "Measurement", "Missing", "Part", "Revision", "Series", "Value"]


class Missing(StrEnum):
    """Why there is no value."""

    NOT_YET = "not_yet"
    NO_STATISTICS = "no_statistics"
    EVERY_OTHER_YEAR = "every_other_year"
    TOO_FEW = "too_few"
    METHOD_CHANGED = "method_changed"
    NOT_MEASURED = "not_measured"
    NOT_MEASURED_THEN = "not_measured_then"
    """Measuring began later."""
    NOT_STATED = "not_stated"
    """The source gives a judgement but no figure."""


Value = Decimal | bool | str | Bound
"""A number or a bound of it, yes or no, or words: a text, or a position on a scale."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A value for some of those that the whole is about."""

    name: str
    value: Value | None = None
    missing: Missing | None = None
    """Why this part has no value, though the whole may have one."""
    where: Where = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """Earlier values of the same period, as they were published; only those that were changed."""

    value: Value | None = None
    women: Value | None = None
    men: Value | None = None
    parts: tuple[Part, ...] = ()
    date: PartialDate
    """When it was changed."""
    reason: str
    where: Where = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Measurement:
    """The value for one period; it has a value, or a reason why it has none."""

    period: Period
    value: Value | None = None
    women: Value | None = None
    men: Value | None = None
    parts: tuple[Part, ...] = ()
    missing: Missing | None = None
    preliminary: bool = False
    forecast: bool = False
    """Whether it is what somebody expects, and not an outcome."""
    break_before: str | None = None
    """What was changed in the way of measuring, so that earlier values cannot be compared."""
    revisions: tuple[Revision, ...] = ()
    note: str | None = None
    sources: tuple[Reference, ...] = ()
    where: Where = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """Values of one indicator from one source: the kommun's own, or those of a comparison group."""

    indicator: Reference
    group: str | None = None
    """Whose values they are when they are not the kommun's: a group, another kommun, the nation."""
    definition: str | None = None
    """Which of several definitions they follow, where an indicator has more than one."""
    sources: tuple[Reference, ...] = ()
    publisher: str | None = None
    """Who publishes the statistics, as they ask to be named: ``Kolada``, ``SCB``."""
    title: str | None = None
    """What the publisher calls the series."""
    unit: str | None = None
    """The publisher's unit."""
    code: str | None = None
    """The publisher's own code: ``N15428``."""
    fetched: PartialDate | None = None
    values: tuple[Measurement, ...] = ()
    where: Where = field(compare=False, repr=False)
