"""Targets in a chart: each step over the periods that it holds for, with its name beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from kommunvision.model import Indicator, Period, PeriodKind, Target
from kommunvision.progress import Figures, applying, periods_of
from kommunvision.progress.breakdown import baseline_of
from kommunvision.progress.changes import baseline_value, broken_between
from kommunvision.progress.exact import percent_of, total
from kommunvision.render.charts.series import LineKind, TargetStep
from kommunvision.swedish import periods
from kommunvision.swedish.keys import GENDERS
from kommunvision.swedish.labels import label
from kommunvision.swedish.quantities import decimals_for, number, rounded
from kommunvision.swedish.target_words import every_year, for_whom

# Periods that follow on each other, so that those between two can be told.
_IN_ROW = frozenset(PeriodKind) - {PeriodKind.DAY, PeriodKind.MONTHS}

# So many periods ahead have a place of their own each; a target further off stands after a leap.
_FURTHEST = 60

# Lower and upper end of what is wanted.
_Ends = tuple[Decimal | None, Decimal | None]


def moments(item: Indicator, measured: Sequence[Period]) -> list[Period]:
    """Return the periods of a chart: those measured, and those that targets and baseline are of.

    Periods of another length than the measured ones are left out: a target for a year says
    nothing of what each quarter of it is meant to be.
    """
    kind = measured[0].kind
    wanted = [*periods_of(item, kind)]
    if item.baseline is not None and item.baseline.period.kind is kind:
        wanted.append(item.baseline.period)
    ahead = max(wanted, key=_when, default=measured[-1])
    found = [*measured, *wanted]
    following = measured[-1]
    for _ in range(_FURTHEST if kind in _IN_ROW else 0):
        following = following.after()
        if _when(following) >= _when(ahead):
            break
        found.append(following)
    return sorted(set(found), key=_when)


def steps(item: Indicator, figures: Figures, shown: Sequence[Period]) -> Iterator[TargetStep]:
    """Yield each target that is a number, once for each run of periods that it holds for."""
    each = [(target, whom) for target in item.targets for whom in _each(target)]
    found = [(*one, ends) for one in each if (ends := _ends(item, figures, *one)) != (None, None)]
    for target, whom, (low, high) in found:
        alone = sum(1 for _, others, _ in found if others == whom) == 1
        theirs = f" {for_whom(whom, item.genders)}" if whom else ""
        text = _text(target, theirs, (low, high), alone=alone)
        kinds = tuple(LineKind(GENDERS.get(name, "part")) for name in whom)
        for first, last in _runs(item, target, shown):
            yield TargetStep(periods.named(first), periods.named(last), text, low, high, kinds)


def _each(target: Target) -> Iterator[tuple[str, ...]]:
    """Yield whom each line is for: a change in per cent is another number for each of several."""
    if target.percent is not None and target.whom:
        yield from ((name,) for name in target.whom)
    else:
        yield target.whom


def _runs(
    item: Indicator, target: Target, shown: Sequence[Period]
) -> Iterator[tuple[Period, Period]]:
    """Yield the first and the last of the periods that follow on each other and that it is for."""
    run: list[Period] = []
    for one in [*shown, None]:
        if one is not None and any(target is held for held in applying(item, one)):
            run.append(one)
        elif run:
            yield run[0], run[-1]
            run = []


def _text(target: Target, theirs: str, ends: _Ends, *, alone: bool) -> str:
    """Return the name of a step; the axis tells the unit."""
    told = [number(end) for end in ends if end is not None]
    when = ""
    if not alone and target.every_year:
        when = f" {every_year(target)}"
    elif not alone and target.period is not None:
        when = f" {periods.named(target.period)}"
    return label("target_tag", whom=theirs, when=when, value="–".join(told))


def _ends(item: Indicator, figures: Figures, target: Target, whom: tuple[str, ...]) -> _Ends:
    if target.percent is not None:
        bound = _counted(item, figures, target, whom)
        return (bound, None) if target.percent > 0 else (None, bound)
    if target.lowest is not None:
        return target.lowest, target.highest
    exact = target.exactly if isinstance(target.exactly, Decimal) else None
    low = next((v for v in (target.at_least, target.over, exact) if v is not None), None)
    rank = Decimal(target.rank) if target.rank is not None else None
    high = next((v for v in (target.at_most, target.under, rank) if v is not None), None)
    return low, high


def _counted(
    item: Indicator, figures: Figures, target: Target, whom: tuple[str, ...]
) -> Decimal | None:
    """Return what a change in per cent comes to; none where nothing can be counted from."""
    own = figures.own(item)
    based = baseline_of(item, own, whom[0]) if whom else item
    start, baseline = baseline_value(based), item.baseline
    if baseline is None or target.percent is None or not isinstance(start, Decimal) or start <= 0:
        return None
    if own and broken_between(item, baseline.period, own[-1].period, figures):
        return None
    bound = total(start, percent_of(start, target.percent))
    return rounded(bound, max(decimals_for(start, item.decimals), item.decimals or 0))


def _when(period: Period) -> tuple[date, int]:
    return period.sort_key
