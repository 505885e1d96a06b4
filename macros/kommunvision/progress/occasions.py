"""What was stated at each follow-up, and how many have which status."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from kommunvision.model import (
    OUT_OF_FORCE,
    Goal,
    Indicator,
    Item,
    Kommun,
    Occasion,
    Outlook,
    Period,
    Scale,
    ScaleStep,
    Statement,
    Validity,
)
from kommunvision.progress.judgements import Judgement, Judging
from kommunvision.progress.scales import NoStatus
from kommunvision.progress.targets import end_of, start_of
from kommunvision.remembered import Remembered


@dataclass(frozen=True, slots=True, kw_only=True)
class StepCount:
    """How many have one step of one scale."""

    scale: Scale
    step: ScaleStep
    outlook: Outlook
    """Whether it came out so or is expected to; the two are counted apart."""
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How many have which status at an occasion, with nothing hidden."""

    total: int
    """Everything that the occasion covers."""
    judged: int
    """Those with a step, or with a judgement that the source does not tell."""
    steps: tuple[StepCount, ...]
    """Every step of the scales in use, in their order, those that nothing has included."""
    none: dict[NoStatus, int]
    """Those with a statement but without a step."""
    silent: int
    """Those without a statement."""


class Occasions:
    """The follow-ups of a checked kommun; made once, never changed."""

    def __init__(self, kommun: Kommun) -> None:
        self.kommun = kommun
        self.judging = Judging(kommun)
        # Of several for one period the one with the later cut-off is the later; sorting is stable.
        self.all = tuple(sorted(kommun.occasions, key=_when))
        self._statements: dict[str, dict[str, Statement]] = {}
        self._judged: Remembered[Judgement | None] = Remembered()
        self._covered: Remembered[tuple[Item, ...]] = Remembered()
        self._history: defaultdict[str, list[tuple[Occasion, Statement]]] = defaultdict(list)
        for occasion in self.all:
            of_item = self._statements.setdefault(occasion.id, {})
            for statement in occasion.statements:
                key = statement.about.target
                if key and key not in of_item:
                    of_item[key] = statement
                    self._history[key].append((occasion, statement))

    def statement(self, occasion: Occasion, item: Item) -> Statement | None:
        """Return what an occasion states of an item."""
        return self._statements.get(occasion.id, {}).get(item.id)

    def begun(self, occasion: Occasion) -> bool:
        """Tell whether anything has been reported; bodies are asked before anybody has answered."""
        return bool(
            occasion.statements
            or occasion.tallies
            or occasion.overall
            or "overall" in occasion.not_stated
        )

    @cached_property
    def newest(self) -> tuple[Occasion, ...]:
        """The newest occasion with those beside it: one that has begun, if there is any."""
        told = [one for one in self.all if self.begun(one)] or self.all
        return tuple(one for last in told[-1:] for one in self.beside(last) if one in told)

    def history(self, item: Item) -> tuple[tuple[Occasion, Statement], ...]:
        """Return every statement about an item, the oldest first."""
        return tuple(self._history.get(item.id, ()))

    def latest_beside(self, item: Item) -> tuple[tuple[Occasion, Statement], ...]:
        """Return the newest statement, with those that other bodies have made of the same time."""
        newest = self.latest_statement(item)
        if newest is None:
            return ()
        beside = self.beside(newest[0])
        return tuple(pair for pair in self.history(item) if pair[0] in beside)

    def latest_statement(
        self, item: Item, until: date | None = None
    ) -> tuple[Occasion, Statement] | None:
        """Return the newest statement about an item, of the periods that have ended by a day."""
        told = (
            pair
            for pair in reversed(self.history(item))
            if until is None or pair[0].period.last_day <= until
        )
        return next(told, None)

    def beside(self, occasion: Occasion) -> tuple[Occasion, ...]:
        """Return an occasion and those of the same time that other bodies report, as written."""
        mine = _reporting(occasion)
        return tuple(
            one
            for one in self.all
            if one is occasion
            or (_when(one) == _when(occasion) and mine and _others(mine, _reporting(one)))
        )

    def previous(self, occasion: Occasion) -> Occasion | None:
        """Return the occasion to compare with: the nearest earlier one about the same things.

        What others report of the same time is no earlier, and what nobody has reported yet tells
        nothing. Of several that bodies have reported each, the one with a body in common is meant.
        """
        now = self.beside(occasion)
        before = self.all[: self.all.index(occasion)]
        earlier = [one for one in reversed(before) if one not in now and self.begun(one)]
        about = self._statements[occasion.id].keys()
        shared = (one for one in earlier if about & self._statements[one.id].keys())
        found = next(shared, earlier[0] if earlier else None)
        if found is None:
            return None
        mine = _reporting(occasion)
        own = (one for one in self.beside(found) if mine & _reporting(one))
        return found if mine & _reporting(found) else next(own, found)

    def judgement(self, occasion: Occasion, item: Item) -> Judgement | None:
        """Return the status that an occasion gives an item, if it says anything of it."""
        return self._judged.of(occasion, lambda: self._judge(occasion, item), item.id)

    def _judge(self, occasion: Occasion, item: Item) -> Judgement | None:
        said = self.statement(occasion, item)
        return None if said is None else self.judging.status(occasion, said)

    def scale_of(self, occasion: Occasion, statement: Statement) -> Scale | None:
        """Return the scale that applies to a statement."""
        return self.judging.status(occasion, statement).scale

    def step_of(self, occasion: Occasion, statement: Statement) -> ScaleStep | None:
        """Return the step that a statement names; none where no status was set."""
        return self.judging.status(occasion, statement).step

    def covered(self, occasion: Occasion) -> tuple[Item, ...]:
        """Return what an occasion follows up: all that it names, and all that it speaks of.

        Where it names nothing it covers every goal that was in force at some time of its period.
        Where bodies report each, it does not cover what others answer for and report themselves.
        """
        return self._covered.of(occasion, lambda: tuple(self._look_over(occasion)))

    def _look_over(self, occasion: Occasion) -> Iterator[Item]:
        named = _named(occasion)
        others = [one for one in self.beside(occasion) if one is not occasion]
        stated = self._statements.get(occasion.id, {})
        yield from (item for item in self.kommun.visions if item.id in stated)
        for goal in self.kommun.goals:
            meant = goal.id in named or (
                (goal.level in named or not named)
                and self._in_force(goal, occasion.period)
                and not (others and _elsewhere(goal, occasion, others))
            )
            if meant or goal.id in stated:
                yield goal
        yield from (one for one in self.kommun.indicators if one.id in named or one.id in stated)

    def counted(self, occasion: Occasion) -> tuple[Item, ...]:
        """Return what is counted of what an occasion covers: visions and goals.

        Indicators are counted where the occasion judges some of them, or covers nothing else.
        """
        items = self.covered(occasion)
        nodes = tuple(one for one in items if not isinstance(one, Indicator))
        judges = any(self._judges(occasion, one) for one in items if isinstance(one, Indicator))
        return items if judges or not nodes else nodes

    def _judges(self, occasion: Occasion, item: Item) -> bool:
        said = self.statement(occasion, item)
        return said is not None and (said.status is not None or "status" in said.not_stated)

    def counts(self, occasion: Occasion, items: Iterable[Item] | None = None) -> Counts:
        """Count by status all that is counted of an occasion, or only these of it."""
        counted = self.counted(occasion) if items is None else items
        judged = [self.judgement(occasion, item) for item in counted]
        told = [one for one in judged if one is not None]
        scales = {one.scale.id: one.scale for one in told if one.scale and one.step}
        steps = tuple(
            StepCount(
                scale=scale,
                step=step,
                outlook=outlook,
                number=found.count(outlook),
            )
            for scale in scales.values()
            for step in scale.steps
            for found in [[one.outlook for one in told if one.scale is scale and one.step is step]]
            for outlook in [one for one in Outlook if one in found] or [occasion.outlook]
        )
        none = {
            reason: number
            for reason in NoStatus
            if (number := sum(1 for one in told if one.none is reason))
        }
        # A step apart says that nothing was judged.
        has_step = sum(1 for one in told if one.step and not one.step.apart)
        return Counts(
            total=len(judged),
            judged=has_step + none.get(NoStatus.NOT_STATED, 0),
            steps=steps,
            none=none,
            silent=len(judged) - len(told),
        )

    def _in_force(self, goal: Goal, period: Period) -> bool:
        if goal.standing in OUT_OF_FORCE:
            return False
        models = (
            model
            for model in self.kommun.models
            if any(level.id == goal.level for level in model.levels)
        )
        times = [goal.validity, *(model.validity for model in models)]
        return all(_overlap(time, period) for time in times if time is not None)


def _when(occasion: Occasion) -> tuple[tuple[date, int], date]:
    cut_off = end_of(occasion.cut_off) if occasion.cut_off else None
    return (occasion.period.sort_key, cut_off or occasion.period.last_day)


def _reporting(occasion: Occasion) -> set[str]:
    return {ref.target for ref in occasion.reported_by if ref.target}


def _others(mine: set[str], theirs: set[str]) -> bool:
    return bool(theirs) and not mine & theirs


def _elsewhere(goal: Goal, occasion: Occasion, others: Iterable[Occasion]) -> bool:
    """Tell whether all who answer for a goal report of it at other occasions of the same time."""
    answering = {ref.target for ref in goal.responsible if ref.target}
    if not answering or answering & _reporting(occasion):
        return False
    asked = (one for one in others if {goal.id, goal.level} & _named(one) or not _named(one))
    return answering <= {body for one in asked for body in _reporting(one)}


def _named(occasion: Occasion) -> set[str]:
    return {ref.target for ref in occasion.covers if ref.target}


def _overlap(time: Validity, period: Period) -> bool:
    start = start_of(time.start) if time.start else None
    end = end_of(time.end) if time.end else None
    return (start is None or start <= period.last_day) and (end is None or period.first_day <= end)
