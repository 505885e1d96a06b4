"""An indicator: what is measured, in which unit, and for which nodes."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from kommunvision.model.common import Item, Reference, Standing
from kommunvision.model.language import EasyText, Translation
from kommunvision.model.target import Baseline, Target
from kommunvision.model.value import Measurement
from kommunvision.origin import Where


class Direction(StrEnum):
    """Which way the kommun wants the value to go."""

    HIGHER = "higher"
    LOWER = "lower"
    UNCHANGED = "unchanged"
    WITHIN = "within"


class Genders(StrEnum):
    """What readers call women and men of those that an indicator is about."""

    WOMEN_AND_MEN = "women_and_men"
    GIRLS_AND_BOYS = "girls_and_boys"
    YOUNG_WOMEN_AND_MEN = "young_women_and_men"


@dataclass(frozen=True, slots=True, kw_only=True)
class Statistic:
    """A key figure of Kolada that values are fetched from."""

    kpi: str
    """Its id: ``N15428``."""
    groups: tuple[str, ...] = ()
    """Ids of kommuner and of groups of kommuner to compare with."""
    where: Where = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """The codes of one variable of a table."""

    variable: str
    codes: tuple[str, ...]
    where: Where = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class StatisticTable:
    """A table of SCB that values are fetched from."""

    table: str
    """Its id: ``TAB638``."""
    selection: tuple[Selection, ...]
    where: Where = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class RelatedSeries:
    """Statistics that resemble an indicator without being the same."""

    name: str
    difference: str
    url: str | None = None
    where: Where = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator(Item):
    """Something that is measured, with its targets and those values that stand on it."""

    name: str
    unit: str | None = None
    decimals: int | None = None
    direction: Direction | None = None
    measures: tuple[Reference, ...] = ()
    """The nodes and visions that it belongs to."""
    description: str | None = None
    promise: str | None = None
    """What the source promises in words, quoted exactly, before any figure is set."""
    method: str | None = None
    sentence: str | None = None
    """How a value reads, with places for the value and the period."""
    data_source: str | None = None
    kolada: Statistic | None = None
    scb: StatisticTable | None = None
    background: bool = False
    """Whether it is statistics that the kommun has not decided to follow."""
    related: tuple[RelatedSeries, ...] = ()
    scale: Reference | None = None
    """The scale that its values are words of."""
    genders: Genders | None = None
    """What readers call women and men, where they are called something else."""
    baseline: Baseline | None = None
    targets: tuple[Target, ...] = ()
    values: tuple[Measurement, ...] = ()
    standing: Standing | None = None
    responsible: tuple[Reference, ...] = ()
    responsible_all: bool = False
    order: int | None = None
    easy: EasyText | None = None
    translations: tuple[Translation, ...] = ()
