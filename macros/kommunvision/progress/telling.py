"""The facts that the sentences about indicators and statements are made of."""

from __future__ import annotations

from dataclasses import replace

from kommunvision.model import (
    Compared,
    Indicator,
    Measurement,
    Occasion,
    Outlook,
    Period,
    Target,
    Value,
)
from kommunvision.progress.changes import Shift, baseline_value, from_baseline, from_year_before
from kommunvision.progress.figures import Figures
from kommunvision.progress.judgements import Judgement
from kommunvision.progress.reached import reached
from kommunvision.progress.scales import place_on, ranked, step_named
from kommunvision.progress.targets import applying, next_target
from kommunvision.swedish.facts import Aim, Facts, Held, Move, Other, Revised
from kommunvision.swedish.statements import Stated


def facts(
    indicator: Indicator,
    figures: Figures,
    period: Period | None = None,
    definition: str | None = None,
) -> Facts:
    """Gather what is said of a period; by default of the newest one that has an outcome."""
    return _Gathering(indicator, figures, definition).facts(period)


def stated(occasion: Occasion, judgement: Judgement, *, article: str, definite: str) -> Stated:
    """Gather what is said of a status, about a thing with its article and definite form."""
    step = judgement.step
    return Stated(
        occasion=occasion.name,
        article=article,
        definite=definite,
        word=step.word if step else None if judgement.none else judgement.written,
        word_common=step.word_common if step else None,
        forecast_word=step.forecast if step else None,
        forecast_common=step.forecast_common if step else None,
        forecast=judgement.outlook is Outlook.FORECAST,
        none=judgement.none,
    )


class _Gathering:
    def __init__(self, indicator: Indicator, figures: Figures, definition: str | None) -> None:
        self.indicator = indicator
        self.figures = figures
        self.definition = definition

    def facts(self, period: Period | None) -> Facts:
        indicator, one = self.indicator, self._measurement(period)
        several = len(self.figures.definitions(indicator)) > 1
        if one is None:
            return Facts(
                name=indicator.name,
                unit=indicator.unit,
                decimals=indicator.decimals,
                genders=indicator.genders,
                period=period,
                baseline=self.baseline(),
                aims=self._aims_without_value(period),
            )
        return Facts(
            name=indicator.name,
            sentence=indicator.sentence,
            unit=indicator.unit,
            decimals=indicator.decimals,
            definition=self._definition() if several else None,
            period=one.period,
            value=self._word(one.value),
            missing=one.missing.value if one.missing else None,
            position=self._position(one.value),
            scale=self._scale_name(),
            genders=indicator.genders,
            women=self._word(one.women),
            men=self._word(one.men),
            preliminary=one.preliminary,
            forecast=one.forecast,
            break_before=one.break_before,
            revised=self._revised(one),
            aims=self._aims(one),
            moves=self.moves(one),
            baseline=self.baseline(),
            latest=self._latest(one),
            expected=self._expected(one) if period is None else None,
            missing_since=self._missing_since(one) if period is None else (),
        )

    def _measurement(self, period: Period | None) -> Measurement | None:
        if period is not None:
            return self.figures.measurement(self.indicator, period, definition=self.definition)
        latest = self.figures.latest(self.indicator, definition=self.definition)
        own = self.figures.own(self.indicator, self.definition)
        return (
            latest
            or next((one for one in reversed(own) if one.value is not None), None)
            or (own[-1] if own else None)
        )

    def _definition(self) -> str | None:
        return self.definition or self.figures.definitions(self.indicator)[0]

    def _aims(self, one: Measurement) -> tuple[Aim, ...]:
        now = [
            self._aim(target, one, later=False) for target in applying(self.indicator, one.period)
        ]
        found = list(now)
        for whom in dict.fromkeys(target.whom for target in self.indicator.targets):
            coming = next_target(self.indicator, one.period, after=True, whom=whom)
            if coming is None:
                continue
            # With a target of its own a period is held against that one; the next is only told.
            held = any(aim.target.whom == whom for aim in now)
            found.append(
                Aim(target=coming, later=True) if held else self._aim(coming, one, later=True)
            )
        return tuple(found)

    def _aims_without_value(self, period: Period | None) -> tuple[Aim, ...]:
        targets = self.indicator.targets if period is None else applying(self.indicator, period)
        return tuple(Aim(target=target, later=period is None) for target in targets)

    def _aim(self, target: Target, one: Measurement, *, later: bool) -> Aim:
        if target.whom:
            held = tuple(self._held(target, name, one) for name in target.whom)
            return Aim(target=target, held=held, later=later)
        found = reached(target, one, self.indicator, self.figures, self.definition)
        return Aim(target=target, conditions=found.conditions, later=later)

    def _held(self, target: Target, whom: str, one: Measurement) -> Held:
        theirs, indicator, figures = self.figures.apart(whom, one, self.indicator)
        plain = replace(target, whom=())
        found = reached(plain, theirs, indicator, figures, self.definition)
        own = _Gathering(indicator, figures, self.definition)
        return Held(
            whom=whom,
            value=self._word(theirs.value),
            missing=theirs.missing.value if theirs.missing else None,
            conditions=found.conditions,
            # How a part has moved is told where that is what is wanted.
            moves=own.moves(theirs, plain) if target.change is not None else (),
            baseline=own.baseline(),
        )

    def moves(self, one: Measurement, wanted: Target | None = None) -> tuple[Move, ...]:
        """Return how a value has moved; asked by a target, from what that one is counted from."""
        counted = (self.indicator, one, self.figures, self.definition)
        before, since_baseline = from_year_before(*counted), from_baseline(*counted)
        targets = (wanted,) if wanted else [one for one in self.indicator.targets if not one.whom]
        asked = any(target.compared is Compared.BASELINE for target in targets)
        moves = [self._move(before, year_before=True)] if before else []
        if since_baseline and (asked or not before):
            moves.append(self._move(since_baseline, year_before=False))
        return tuple(moves)

    def _move(self, shift: Shift, *, year_before: bool) -> Move:
        earlier = self._word(shift.earlier)
        return Move(
            period=shift.period,
            earlier=shift.earlier if earlier is None else earlier,
            year_before=year_before,
            steps=shift.steps,
        )

    def baseline(self) -> Other | None:
        """Return where the work started from; none where that is not known."""
        baseline, value = self.indicator.baseline, baseline_value(self.indicator)
        if baseline is None or value is None:
            return None
        return Other(period=baseline.period, value=value)

    def _latest(self, one: Measurement) -> Other | None:
        if one.value is not None:
            return None
        latest = self.figures.latest(
            self.indicator, one.period.last_day, definition=self.definition
        )
        value = self._word(latest.value) if latest else None
        return Other(period=latest.period, value=value) if latest and value is not None else None

    def _expected(self, one: Measurement) -> Other | None:
        for other in self.figures.own(self.indicator, self.definition):
            value = self._word(other.value)
            if other.forecast and value is not None and _later(other, one):
                return Other(period=other.period, value=value)
        return None

    def _missing_since(self, one: Measurement) -> tuple[tuple[Period, str], ...]:
        return tuple(
            (other.period, other.missing.value)
            for other in self.figures.own(self.indicator, self.definition)
            if other.missing and other.value is None and not other.forecast and _later(other, one)
        )

    @staticmethod
    def _revised(one: Measurement) -> Revised | None:
        for last in reversed(one.revisions):
            if last.value is not None and one.value is not None:
                return Revised(value=last.value, date=last.date, reason=last.reason)
        return None

    # A word on a scale is shown as the scale has it, also where the data names the step by id.

    def _word(self, value: Value | None) -> Value | None:
        scale = self.figures.scale_of(self.indicator)
        step = step_named(scale, value) if scale and isinstance(value, str) else None
        return step.word if step else value

    def _position(self, value: Value | None) -> tuple[int, int] | None:
        scale = self.figures.scale_of(self.indicator)
        place = place_on(scale, value) if isinstance(value, str) else None
        return None if scale is None or place is None else (place + 1, len(ranked(scale)))

    def _scale_name(self) -> str | None:
        scale = self.figures.scale_of(self.indicator)
        return scale.name if scale else None


def _later(one: Measurement, other: Measurement) -> bool:
    return one.period.sort_key > other.period.sort_key
