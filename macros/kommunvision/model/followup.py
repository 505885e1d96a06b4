"""Follow-up: scales of the kommun's own words, occasions, and what is stated at each of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from kommunvision.model.common import Item, Reference
from kommunvision.model.date import PartialDate
from kommunvision.model.language import EasyText, Translation
from kommunvision.model.period import Period
from kommunvision.model.value import Value
from kommunvision.origin import Where


class Tone(StrEnum):
    """How a step of a scale is meant; it gives a colour, which is never alone."""

    GOOD = "good"
    PARTLY = "partly"
    BAD = "bad"
    NEUTRAL = "neutral"


class Shape(StrEnum):
    """The mark beside a step's word."""

    CHECK = "check"
    CROSS = "cross"
    DOT = "dot"
    RING = "ring"
    HALF = "half"
    QUARTER = "quarter"
    THREE_QUARTERS = "three_quarters"
    SQUARE = "square"
    TRIANGLE = "triangle"
    DIAMOND = "diamond"
    STAR = "star"
    DASH = "dash"
    QUESTION = "question"
    UP = "up"
    DOWN = "down"
    RIGHT = "right"
    UP_RIGHT = "up_right"
    DOWN_RIGHT = "down_right"
    SMILE = "smile"
    STRAIGHT = "straight"
    FROWN = "frown"
    LIGHT_TOP = "light_top"
    LIGHT_MIDDLE = "light_middle"
    LIGHT_BOTTOM = "light_bottom"


class ScaleUse(StrEnum):
    """What a scale judges."""

    GOALS = "goals"
    INDICATORS = "indicators"
    TASKS = "tasks"
    """Activities and assignments: how far they have come."""
    TREND = "trend"
    VALUES = "values"
    """The values of an indicator; no statement is judged with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScaleStep:
    """One word of a scale."""

    id: str
    word: str
    word_common: str | None = None
    """The form beside what is called en, where it differs: that of a task, and not of a goal."""
    forecast: str | None = None
    """The wording while it is only expected."""
    forecast_common: str | None = None
    """The form of that beside what is called en, where it differs."""
    meaning: str | None = None
    shape: Shape = Shape.DOT
    tone: Tone = Tone.NEUTRAL
    apart: bool = False
    """Whether it says that nothing was judged, and so is neither better nor worse than others."""
    where: Where = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale(Item):
    """The words with which a kommun judges, the best first."""

    name: str
    use: tuple[ScaleUse, ...] = ()
    """What it judges; everything if nothing is said."""
    levels: tuple[Reference, ...] = ()
    """The only levels that it is for."""
    steps: tuple[ScaleStep, ...] = ()
    rule: str | None = None
    """How a judgement is reached, in the source's words or ours; it sets no status."""
    description: str | None = None


class Outlook(StrEnum):
    """Whether an occasion tells what came out or what is expected."""

    OUTCOME = "outcome"
    FORECAST = "forecast"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """A judgement on one scale."""

    step: str
    """Id or word of a step."""
    scale: Reference | None = None
    where: Where = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """When something was meant to be done, and when it was."""

    start: PartialDate | None = None
    end: PartialDate | None = None
    where: Where = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What is said of one goal, indicator or activity at one occasion."""

    about: Reference
    status: str | None = None
    """Id or word of a step of the scale that applies, or one of the four words for no status."""
    verdicts: tuple[Verdict, ...] = ()
    """Judgements on further scales."""
    trend: str | None = None
    outlook: Outlook | None = None
    """Where it differs from that of the occasion."""
    value: Value | None = None
    """The value that was reported at the occasion, as the document gives it."""
    comment: str | None = None
    analysis: str | None = None
    measures: str | None = None
    responsible: tuple[Reference, ...] = ()
    reported: PartialDate | None = None
    planned: Planned | None = None
    actual: Planned | None = None
    contradiction: str | None = None
    """A contradiction in the source that the writer has seen; the reader is told."""
    sources: tuple[Reference, ...] = ()
    easy: EasyText | None = None
    translations: tuple[Translation, ...] = ()
    not_stated: frozenset[str] = frozenset()
    where: Where = field(compare=False, repr=False)


class Counted(StrEnum):
    """What a summary counts."""

    GOALS = "goals"
    INDICATORS = "indicators"


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How many have one status, or how large a share of all, as the source counts them."""

    status: str
    number: int | None = None
    share: Decimal | None = None
    """In per cent, with the decimals that the source gives."""
    where: Where = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """The source's own summary: so many of so many, in all or for some of them."""

    counts: tuple[Count, ...] = ()
    total: int | None = None
    of: Counted = Counted.GOALS
    level: Reference | None = None
    category: str | None = None
    within: Reference | None = None
    """What those that are counted stand below, have as their theme, or are the task of."""
    text: str | None = None
    """The summary in the source's words, quoted exactly."""
    contradiction: str | None = None
    where: Where = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """A change of a locked occasion, told to the reader."""

    about: Reference | None = None
    """What the statement is about; none where the occasion itself is corrected."""
    part: str
    """The attribute that is changed, of the statement or of the occasion."""
    before: object = None
    """What stood there when the occasion was locked, read as the attribute is; none for nothing."""
    date: PartialDate
    reason: str
    decisions: tuple[Reference, ...] = ()
    not_stated: frozenset[str] = frozenset()
    where: Where = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion(Item):
    """A follow-up as it is decided and published, for a year or for a part of one."""

    name: str
    kind: str | None = None
    period: Period
    """The period that it covers."""
    cut_off: PartialDate | None = None
    """The last day whose figures it knows."""
    outlook: Outlook = Outlook.OUTCOME
    reported_by: tuple[Reference, ...] = ()
    due: PartialDate | None = None
    """The day by which everything is to be reported."""
    covers: tuple[Reference, ...] = ()
    """Levels, goals and indicators that are followed up; all if nothing is said."""
    overall: str | None = None
    """The overall verdict in the source's words."""
    tallies: tuple[Tally, ...] = ()
    statements: tuple[Statement, ...] = ()
    scales: tuple[Reference, ...] = ()
    locked: PartialDate | None = None
    """The day from which nothing may change without a correction."""
    corrections: tuple[Correction, ...] = ()
    description: str | None = None
    easy: EasyText | None = None
    translations: tuple[Translation, ...] = ()
