"""Which value of an indicator an occasion asks for, of which kind it is, and by which rule."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, auto

from kommunvision.collect.choices import Choices, flag_choices, step_choices
from kommunvision.export.tables.aims import in_words
from kommunvision.model import (
    Bound,
    Indicator,
    Measurement,
    Occasion,
    Outlook,
    Period,
    Series,
    Value,
)
from kommunvision.progress import Figures, Occasions, applying, indicators_of, known_until
from kommunvision.progress.below import counts
from kommunvision.progress.due import missing_period
from kommunvision.progress.fetched import fetched_from, series_of
from kommunvision.swedish import periods
from kommunvision.swedish.collect import WORDS
from kommunvision.swedish.format import listing
from kommunvision.swedish.genders import gender_words
from kommunvision.swedish.quantities import ANSWERS, bare, decimals_in
from kommunvision.swedish.units import unit

_WHOLE_PERCENT = 100
# A part of one for a percentage is a hundredth; thousands, and a point for them, are more.
_FAR_OFF = 50


class ValueKind(Enum):
    """What the values of an indicator are."""

    NUMBER = auto()
    FLAG = auto()
    STEP = auto()
    """Words of a scale."""
    WORDS = auto()
    ANY = auto()
    """Nothing in the data tells."""


@dataclass(frozen=True, slots=True)
class Measured:
    """One value that is asked for."""

    indicator: Indicator
    period: Period
    measurement: Measurement | None
    """What the data says already."""
    series: Series | None
    """Where the value stands or belongs; none if that is on the indicator."""
    forecast: bool
    left: bool
    fetched: str
    """Who publishes the statistics that the value is fetched from; empty if people report it."""
    kind: ValueKind
    decimals: int | None
    """The most decimals that a number has."""
    percent: bool
    share: bool
    """Whether every value so far is a share of the whole, from 0 to 100 per cent."""
    sizes: tuple[Decimal, ...]
    """The numbers so far, without their signs; none where there was nothing to count."""
    choices: Choices | None
    shown: Mapping[str, str]

    @property
    def counts(self) -> bool:
        """Whether what is measured is a count, which cannot be less than none."""
        return counts(self.indicator)

    def is_far_off(self, size: Decimal) -> bool:
        """Tell whether a number is of quite another size than all before it."""
        if not self.sizes:
            return False
        return size * _FAR_OFF < min(self.sizes) or size > max(self.sizes) * _FAR_OFF


def measured_rows(occasions: Occasions, figures: Figures, occasion: Occasion) -> Iterator[Measured]:
    """Yield what is asked for: what is missing, and else what has been answered last."""
    for indicator in indicators_of(occasions, occasion):
        missing = missing_period(figures, indicator, occasion)
        own = figures.own(indicator)
        within = [one for one in own if _within(one, occasion)]
        period = missing or (within[-1].period if within else None)
        if period is None:
            # It is measured at other times.
            continue
        wanted = occasion.outlook is Outlook.FORECAST and known_until(occasion) < period.last_day
        there = [one for one in own if one.period == period]
        measurement = next((one for one in there if one.forecast is wanted), None)
        if wanted and measurement is None:
            measurement = next(iter(there), None)
        forecast = measurement.forecast if measurement else wanted
        before = [one for one in own if one.value is not None and one is not measurement]
        before = [one for one in before if one.period.sort_key <= period.sort_key]
        series = series_of(figures, indicator, measurement)
        kind = _kind(figures, indicator, own)
        values = [one.value for one in own if isinstance(one.value, Decimal)]
        percent = unit(indicator.unit).many == unit("procent").many
        share = percent and all(0 <= one <= _WHOLE_PERCENT for one in values)
        fetched = fetched_from(indicator, series)
        scale = figures.scale_of(indicator)
        choices = {ValueKind.FLAG: flag_choices(), ValueKind.STEP: None}.get(kind)
        yield Measured(
            indicator,
            period,
            measurement,
            series,
            forecast,
            missing is not None,
            fetched,
            kind,
            indicator.decimals,
            percent,
            share,
            tuple(abs(one) for one in values if one),
            step_choices(scale) if scale else choices,
            {
                "id": indicator.id,
                "name": indicator.name,
                "unit": indicator.unit or "",
                "period": period_name(period),
                "outlook": WORDS["forecast" if forecast else "outcome"],
                "last": _told(indicator, before[-1]) if before else "",
                "target": listing(
                    [
                        words
                        for one in applying(indicator, period)
                        if (words := in_words(indicator, one))
                    ]
                ),
                "rule": WORDS["fetched"].format(publisher=fetched)
                if fetched
                else _rule(kind, indicator.decimals, share=share),
            },
        )


def period_name(when: Period) -> str:
    """Return a period as people and data files have it."""
    return periods.name(when.kind, when.year, when.part, when.day, when.last_year)


def _within(one: Measurement, occasion: Occasion) -> bool:
    return occasion.period.first_day <= one.period.last_day <= occasion.period.last_day


def _kind(figures: Figures, indicator: Indicator, own: Iterable[Measurement]) -> ValueKind:
    if figures.scale_of(indicator):
        return ValueKind.STEP
    for one in own:
        for value in (one.value, one.women, one.men):
            if value is not None:
                return _kind_of(value)
    if any(one.yes is not None or one.done for one in indicator.targets):
        return ValueKind.FLAG
    return ValueKind.NUMBER if indicator.unit or indicator.decimals is not None else ValueKind.ANY


def _kind_of(value: Value) -> ValueKind:
    if isinstance(value, bool):
        return ValueKind.FLAG
    return ValueKind.NUMBER if isinstance(value, Decimal | Bound) else ValueKind.WORDS


def _rule(kind: ValueKind, decimals: int | None, *, share: bool) -> str:
    if kind is not ValueKind.NUMBER:
        names = {ValueKind.FLAG: "flag", ValueKind.STEP: "step", ValueKind.WORDS: "words"}
        return WORDS[names.get(kind, "any")]
    key = {None: "number", 0: "whole", 1: "decimals_one"}.get(decimals, "decimals")
    rule = WORDS[key].format(number=decimals)
    return WORDS["percent"].format(rule=rule) if share else rule


def _told(indicator: Indicator, one: Measurement) -> str:
    """Return an earlier value with its period."""
    value = in_short(indicator, one.value)
    if one.women is not None and one.men is not None:
        women, men = in_short(indicator, one.women), in_short(indicator, one.men)
        called = gender_words(indicator.genders)
        value = WORDS["by_gender"].format(
            value=value,
            whose_women=called["women"],
            women=women,
            whose_men=called["men"],
            men=men,
        )
    return WORDS["measured"].format(period=period_name(one.period), value=value)


def in_short(indicator: Indicator, value: Value | None) -> str:
    """Return a value without its unit."""
    match value:
        case None:
            return ""
        case bool():
            return ANSWERS[value]
        case Decimal():
            return bare(value, max(indicator.decimals or 0, decimals_in(value)))
        case Bound():
            return bare(value)
    return value
