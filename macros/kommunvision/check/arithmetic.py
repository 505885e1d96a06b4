"""A decided status and the figures do not point in opposite directions without a word about it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Context, Decimal

from kommunvision.model import (
    Indicator,
    Kommun,
    Measurement,
    Occasion,
    Outlook,
    PeriodKind,
    ScaleUse,
    Statement,
    Tone,
    Value,
)
from kommunvision.problem import Problem, problem
from kommunvision.progress import Figures, Occasions, applying, known_until, locked_on, reached
from kommunvision.progress.fingerprints import same, undone, written
from kommunvision.progress.judgements import Judgement
from kommunvision.progress.scales import ranked
from kommunvision.progress.targets import end_of
from kommunvision.swedish.format import listing
from kommunvision.swedish.problems.objects import NOT_REACHED, REACHED

_WIDE = Context(prec=80)


def opposites(kommun: Kommun) -> Iterator[Problem]:
    """Find a good status where the figures miss the target, and a bad one where they reach it."""
    occasions, figures = Occasions(kommun), Figures(kommun)
    measuring = _measuring(kommun)
    for occasion in kommun.occasions:
        for one in occasion.statements:
            if one.contradiction is not None or one.status is None:
                continue
            judged = occasions.judging.status(occasion, one)
            good = _good(judged)
            item = kommun.by_id.get(one.about.target or "")
            if good is None or item is None:
                continue
            indicators = [item] if isinstance(item, Indicator) else measuring[item.id]
            verdicts = {
                indicator.id: verdict
                for indicator in indicators
                if (verdict := _verdict(figures, occasion, indicator, judged.outlook)) is not _NONE
            }
            if verdicts and all(verdict is (not good) for verdict in verdicts.values()):
                yield problem(
                    "KV918",
                    one.where.of("status"),
                    subject=item.id,
                    value=one.status,
                    fact=NOT_REACHED if good else REACHED,
                    indicators=listing([f'"{name}"' for name in verdicts]),
                )


# An indicator without a target for the period has no say; one whose target cannot be judged has.
_NONE = object()


def _verdict(
    figures: Figures, occasion: Occasion, indicator: Indicator, outlook: Outlook
) -> object:
    measurement = _measurement(figures, occasion, indicator, outlook)
    period = measurement.period if measurement else occasion.period
    targets = applying(indicator, period)
    if not targets:
        return _NONE
    if measurement is None or measurement.value is None:
        return None
    verdicts = [reached(one, measurement, indicator, figures).verdict for one in targets]
    if False in verdicts:
        return False
    return None if None in verdicts else True


def _measurement(
    figures: Figures, occasion: Occasion, indicator: Indicator, outlook: Outlook
) -> Measurement | None:
    """Return the value that an occasion rests on; what is expected rests on a forecast alone."""
    if outlook is Outlook.FORECAST:
        return figures.measurement(indicator, occasion.period, forecast=True)
    return figures.latest(indicator, known_until(occasion))


def _measuring(kommun: Kommun) -> defaultdict[str, list[Indicator]]:
    """Return the indicators of each goal, by its id, without those that tell a background."""
    found: defaultdict[str, list[Indicator]] = defaultdict(list)
    for one in kommun.indicators:
        if not one.background:
            for goal in dict.fromkeys(ref.target for ref in one.measures if ref.target):
                found[goal].append(one)
    return found


def _good(judged: Judgement) -> bool | None:
    """Tell whether a status is good or bad; none where it is neither, or about how work goes on."""
    scale, step = judged.scale, judged.step
    if scale is None or step is None or step.apart or scale.use == (ScaleUse.TASKS,):
        return None
    steps = ranked(scale)
    # A scale without tones has a best step and a worst one all the same.
    toneless = all(one.tone is Tone.NEUTRAL for one in steps) and len(steps) > 1
    if step.tone is Tone.GOOD or (step is steps[0] and step.tone is Tone.NEUTRAL):
        return True
    if step.tone is Tone.BAD or (toneless and step is steps[-1]):
        return False
    return None


def reported_values(kommun: Kommun) -> Iterator[Problem]:
    """Find values that an occasion reports and that the indicator did not have on that day."""
    figures = Figures(kommun)
    for occasion in kommun.occasions:
        for statement in occasion.statements:
            # A correction told afterwards has a figure that was not known then.
            one = undone(occasion, statement)
            item = kommun.by_id.get(one.about.target or "")
            if one.value is None or one.contradiction or not isinstance(item, Indicator):
                continue
            measurement = _reported(figures, occasion, item, one)
            if measurement is None:
                continue
            stood = _stood(figures, occasion, one, measurement)
            if stood and not any(_agree(one.value, value) for value in stood):
                yield problem(
                    "KV919",
                    one.where.of("value"),
                    related=[measurement.where.of("value")],
                    subject=item.id,
                    value=written(one.value),
                    indicator=item.id,
                    other=written(stood[-1]),
                )


def _reported(
    figures: Figures, occasion: Occasion, indicator: Indicator, one: Statement
) -> Measurement | None:
    outlook = one.outlook or occasion.outlook
    period = occasion.period
    exact = figures.measurement(indicator, period, forecast=outlook is Outlook.FORECAST)
    if exact is not None or outlook is Outlook.FORECAST:
        return exact
    newest = figures.latest(indicator, known_until(occasion))
    # The value of a whole year says nothing of what a tertial's report has counted.
    alike = newest and period.kind in {PeriodKind.YEAR, newest.period.kind}
    return newest if alike else None


def _stood(
    figures: Figures, occasion: Occasion, one: Statement, measurement: Measurement
) -> list[Value]:
    """Return the values that may have been meant: that of the day, or all that have stood."""
    days = [end_of(one.reported) if one.reported else None, locked_on(occasion)]
    known = [day for day in days if day is not None]
    if known:
        # What was reported after the lock is told as a correction, and is undone here.
        value = figures.as_of(measurement, min(known)).value
        return [] if value is None else [value]
    found = [*(former.value for former in measurement.revisions), measurement.value]
    return [value for value in found if value is not None]


def _agree(told: Value, value: Value) -> bool:
    """Tell whether a document's value is that of the data, rounded or not."""
    if isinstance(told, Decimal) and isinstance(value, Decimal):
        return any(
            told == value.quantize(told, rounding=way, context=_WIDE)
            for way in (ROUND_HALF_UP, ROUND_HALF_EVEN)
        )
    return same(told, value)
