"""How a value lies to a target: arithmetic that is told as such, and never a judgement."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import chain

from kommunvision.model import (
    Bound,
    Change,
    Compared,
    Indicator,
    Measurement,
    Relative,
    Target,
    Value,
)
from kommunvision.progress.changes import (
    Shift,
    baseline_value,
    broken_between,
    from_baseline,
    from_year_before,
)
from kommunvision.progress.conditions import (
    HOLDS,
    Condition,
    ConditionKind,
    Reached,
    Unsaid,
    of_bound,
)
from kommunvision.progress.exact import difference, percent_of, total
from kommunvision.progress.figures import Figures
from kommunvision.progress.scales import place_on
from kommunvision.swedish.units import is_rank

__all__ = ["Condition", "ConditionKind", "Reached", "Unsaid", "reached"]


def reached(
    target: Target,
    measurement: Measurement,
    indicator: Indicator,
    figures: Figures,
    definition: str | None = None,
) -> Reached:
    """Hold a value against a target; one that is for some is held against the value of each."""
    if target.whom:
        one = replace(target, whom=())
        each = (figures.apart(name, measurement, indicator) for name in target.whom)
        found = (reached(one, *theirs, definition).conditions for theirs in each)
        return Reached(conditions=tuple(chain.from_iterable(found)))
    against = _Against(target, measurement, indicator, figures, definition)
    conditions = tuple(against.conditions())
    words = Condition(kind=ConditionKind.WORDS, unsaid=Unsaid.WORDS_ONLY)
    return Reached(conditions=conditions or (words,))


@dataclass(frozen=True, slots=True)
class _Against:
    target: Target
    measurement: Measurement
    indicator: Indicator
    figures: Figures
    definition: str | None

    def conditions(self) -> Iterator[Condition]:
        target = self.target
        yield from self._bounds()
        if target.lowest is not None or target.highest is not None:
            yield self._interval(target.lowest, target.highest)
        if target.exactly is not None:
            yield self._exactly(target.exactly)
        if target.yes:
            yield self._answer(ConditionKind.YES)
        if target.change is not None:
            yield self._change(target.change)
        if target.percent is not None:
            yield self._percent(target.percent)
        if target.rank is not None:
            yield self._rank(target.rank)
        for relative in target.relative:
            yield self._relative(relative)
        if target.done:
            yield self._answer(ConditionKind.DONE)

    def _number(self) -> Decimal | Bound | Unsaid:
        value = self.measurement.value
        if value is None:
            return Unsaid.NO_VALUE
        if isinstance(value, Bound):
            return value
        return value if isinstance(value, Decimal) else Unsaid.OTHER_KIND

    def _bounds(self) -> Iterator[Condition]:
        for kind, bound in (
            (ConditionKind.AT_LEAST, self.target.at_least),
            (ConditionKind.AT_MOST, self.target.at_most),
            (ConditionKind.OVER, self.target.over),
            (ConditionKind.UNDER, self.target.under),
        ):
            if bound is not None:
                yield self._held(kind, bound, kind)

    def _held(
        self,
        kind: ConditionKind,
        bound: Decimal,
        rule: ConditionKind,
        theirs: Decimal | None = None,
    ) -> Condition:
        value = self._number()
        if isinstance(value, Unsaid):
            return Condition(kind=kind, bound=bound, theirs=theirs, unsaid=value)
        if isinstance(value, Bound):
            verdicts = {sign in HOLDS[rule] for sign in value.signs(bound)}
            return of_bound(kind, verdicts, bound, theirs)
        gap = difference(value, bound)
        holds = int(gap.compare(Decimal(0))) in HOLDS[rule]
        return Condition(kind=kind, verdict=holds, bound=bound, gap=gap, theirs=theirs)

    def _interval(self, lowest: Decimal | None, highest: Decimal | None) -> Condition:
        kind = ConditionKind.INTERVAL
        value = self._number()
        if isinstance(value, Unsaid):
            return Condition(kind=kind, unsaid=value)
        if isinstance(value, Bound):
            ends = [(lowest, {0, 1}), (highest, {-1, 0})]
            inside = [value.signs(end) <= signs for end, signs in ends if end is not None]
            outside = [value.signs(end).isdisjoint(s) for end, s in ends if end is not None]
            verdicts = {all(inside), not any(outside)}
            return of_bound(kind, verdicts, None, None)
        for end, beyond in (
            (lowest, lowest is not None and value < lowest),
            (highest, highest is not None and value > highest),
        ):
            if end is not None and beyond:
                return Condition(kind=kind, verdict=False, bound=end, gap=difference(value, end))
        return Condition(kind=kind, verdict=True, gap=Decimal(0))

    def _exactly(self, wanted: Value) -> Condition:
        kind, value = ConditionKind.EXACTLY, self.measurement.value
        if isinstance(wanted, Decimal):
            return self._held(kind, wanted, kind)
        if value is None:
            return Condition(kind=kind, unsaid=Unsaid.NO_VALUE)
        if isinstance(wanted, bool) and isinstance(value, bool):
            return Condition(kind=kind, verdict=value is wanted)
        if isinstance(wanted, str) and isinstance(value, str):
            scale = self.figures.scale_of(self.indicator)
            own, sought = place_on(scale, value), place_on(scale, wanted)
            same = value.casefold() == wanted.casefold()
            return Condition(kind=kind, verdict=same or (own is not None and own == sought))
        return Condition(kind=kind, unsaid=Unsaid.OTHER_KIND)

    def _answer(self, kind: ConditionKind) -> Condition:
        value = self.measurement.value
        if isinstance(value, bool):
            return Condition(kind=kind, verdict=value)
        unsaid = Unsaid.NO_VALUE if value is None else Unsaid.OTHER_KIND
        return Condition(kind=kind, unsaid=unsaid)

    def _change(self, wanted: Change) -> Condition:
        kind = ConditionKind.CHANGE
        value = self.measurement.value
        if value is None or isinstance(value, Bound):
            unsaid = Unsaid.NO_VALUE if value is None else Unsaid.ONLY_BOUND
            return Condition(kind=kind, unsaid=unsaid)
        if self.target.compared is None:
            return Condition(kind=kind, unsaid=Unsaid.COMPARED_WITH_WHAT)
        if self.target.compared is Compared.BASELINE and baseline_value(self.indicator) is None:
            return Condition(kind=kind, unsaid=Unsaid.NO_BASELINE)
        shift = self._shift(self.target.compared)
        if shift is None:
            return Condition(kind=kind, unsaid=Unsaid.NOT_COMPARABLE)
        moved = shift.difference if shift.difference is not None else shift.steps
        if moved is None and wanted is not Change.UNCHANGED:
            return Condition(kind=kind, unsaid=Unsaid.OTHER_KIND)
        holds = {
            Change.INCREASE: bool(moved and moved > 0),
            Change.DECREASE: bool(moved and moved < 0),
            Change.UNCHANGED: shift.unchanged,
        }[wanted]
        earlier = shift.earlier if isinstance(shift.earlier, Decimal) else None
        return Condition(kind=kind, verdict=holds, bound=earlier, gap=shift.difference)

    def _shift(self, compared: Compared) -> Shift | None:
        tell = from_baseline if compared is Compared.BASELINE else from_year_before
        return tell(self.indicator, self.measurement, self.figures, self.definition)

    def _percent(self, percent: Decimal) -> Condition:
        kind, start = ConditionKind.PERCENT, baseline_value(self.indicator)
        baseline = self.indicator.baseline
        # Of nothing, and of less than nothing, there is no percentage.
        if baseline is None or not isinstance(start, Decimal) or start <= 0:
            return Condition(kind=kind, unsaid=Unsaid.NO_BASELINE)
        bound = total(start, percent_of(start, percent))
        now = self.measurement.period
        since = (baseline.period, now, self.figures, self.definition)
        if broken_between(self.indicator, *since):
            return Condition(kind=kind, unsaid=Unsaid.NOT_COMPARABLE)
        rule = ConditionKind.AT_LEAST if percent > 0 else ConditionKind.AT_MOST
        return self._held(kind, bound, rule if percent else ConditionKind.EXACTLY)

    def _rank(self, rank: int) -> Condition:
        value = self._number()
        if isinstance(value, Unsaid):
            return Condition(kind=ConditionKind.RANK, bound=Decimal(rank), unsaid=value)
        unit = self.indicator.unit
        if isinstance(value, Bound):
            return self._held(ConditionKind.RANK, Decimal(rank), ConditionKind.AT_MOST)
        if value < 1 or value != value.to_integral_value() or not (unit is None or is_rank(unit)):
            return Condition(kind=ConditionKind.RANK, unsaid=Unsaid.NO_RANK)
        return self._held(ConditionKind.RANK, Decimal(rank), ConditionKind.AT_MOST)

    def _relative(self, relative: Relative) -> Condition:
        values = self.figures.groups(self.indicator, self.definition).get(relative.group, ())
        period = self.measurement.period
        theirs = next(
            (
                one.value
                for one in values
                if one.period == period and not one.forecast and isinstance(one.value, Decimal)
            ),
            None,
        )
        kind = ConditionKind.RELATIVE
        if not isinstance(theirs, Decimal):
            return Condition(kind=kind, group=relative.group, unsaid=Unsaid.NO_GROUP_VALUE)
        rule = ConditionKind.AT_MOST if relative.at_most else ConditionKind.AT_LEAST
        found = self._held(kind, total(theirs, relative.margin), rule, theirs)
        return Condition(
            kind=kind,
            verdict=found.verdict,
            bound=found.bound,
            gap=found.gap,
            theirs=theirs,
            group=relative.group,
            unsaid=found.unsaid,
        )
