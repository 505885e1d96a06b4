"""Which step of which scale a statement names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, partial

from kommunvision.model import (
    Goal,
    GoverningModel,
    Indicator,
    Item,
    Kommun,
    Level,
    Occasion,
    Outlook,
    Reference,
    Scale,
    ScaleStep,
    ScaleUse,
    Statement,
    Verdict,
)
from kommunvision.progress.scales import NoStatus, default_scale, no_status, step_named
from kommunvision.remembered import Remembered
from kommunvision.swedish.statuses import judged_as

__all__ = ["Judgement", "Judging", "NoStatus"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A decided status as the data has it; nothing in it is computed."""

    outlook: Outlook
    scale: Scale | None = None
    step: ScaleStep | None = None
    none: NoStatus | None = None
    """Why there is no step."""
    written: str | None = None
    """The word in the data; alone where it is on no scale, which the check refuses."""


class Judging:
    """The scales of a kommun, and how a statement finds the one that applies."""

    def __init__(self, kommun: Kommun) -> None:
        self.kommun = kommun
        self._in_words: dict[str, bool] = {}
        self._scales: Remembered[list[Scale]] = Remembered()
        self._lowest = {key for model in kommun.models for key in _lowest(model)}

    def status(self, occasion: Occasion, statement: Statement) -> Judgement:
        """Return the status of a statement."""
        outlook = statement.outlook or occasion.outlook
        scales = self._scales_for_status(occasion, self._about(statement))
        if statement.status is None:
            if self.in_words(occasion):
                # What is told in words alone is told according to no scale.
                return Judgement(outlook=outlook, none=NoStatus.COMMENTED)
            silent = "status" in statement.not_stated
            none = NoStatus.NOT_STATED if silent else NoStatus.NOT_JUDGED
            return Judgement(outlook=outlook, scale=scales[0], none=none)
        return _judged(scales, statement.status, outlook)

    def in_words(self, occasion: Occasion) -> bool:
        """Tell whether an occasion speaks of things without giving any of them a status."""
        if occasion.id not in self._in_words:
            told = occasion.statements
            judged = any(one.status or "status" in one.not_stated or one.verdicts for one in told)
            self._in_words[occasion.id] = bool(told) and not judged
        return self._in_words[occasion.id]

    def trend(self, occasion: Occasion, statement: Statement) -> Judgement | None:
        """Return the trend of a statement, if it tells one."""
        if statement.trend is None:
            return None
        outlook = statement.outlook or occasion.outlook
        return _judged(self.applying_trend(occasion, statement), statement.trend, outlook)

    def verdict(self, occasion: Occasion, statement: Statement, verdict: Verdict) -> Judgement:
        """Return a judgement on a further scale."""
        scales = list(self._named([verdict.scale] if verdict.scale else []))
        outlook = statement.outlook or occasion.outlook
        if scales:
            return _judged(scales, verdict.step, outlook)
        return Judgement(outlook=outlook, none=no_status(verdict.step), written=verdict.step)

    def applying(self, occasion: Occasion, statement: Statement) -> list[Scale]:
        """Return the scales that a status may be on."""
        return self._scales_for_status(occasion, self._about(statement))

    def unlike(self, level: Level) -> set[ScaleUse]:
        """Return the uses whose words are not offered on a level but by a scale of the kommun's.

        The name of a level often says whether goals or tasks stand on it. Where something has been
        judged otherwise all the same, both are offered.
        """
        use = judged_as(level.name)
        if not use:
            return set()
        return {ScaleUse.GOALS, ScaleUse.TASKS} - {ScaleUse(use)} - self._used[level.id]

    @cached_property
    def _used(self) -> defaultdict[str, set[ScaleUse]]:
        """The uses of those scales of the engine that things of a level have been judged on."""
        found: defaultdict[str, set[ScaleUse]] = defaultdict(set)
        for occasion in self.kommun.occasions:
            for one in occasion.statements:
                item = self._about(one)
                if isinstance(item, Goal) and one.status:
                    scales = map(default_scale, (ScaleUse.GOALS, ScaleUse.TASKS))
                    uses = {
                        use for each in scales if step_named(each, one.status) for use in each.use
                    }
                    found[item.level] |= uses
        return found

    def applying_trend(self, occasion: Occasion, statement: Statement) -> list[Scale]:
        """Return the scales that a trend may be on.

        A scale for everything seldom has words for a trend; those of the engine are kept beside it.
        """
        found = self._fitting(occasion, ScaleUse.TREND, _level(self._about(statement)))
        own = any(ScaleUse.TREND in scale.use for scale in found)
        return found if own else [*found, default_scale(ScaleUse.TREND)]

    def _about(self, statement: Statement) -> Item | None:
        return self.kommun.by_id.get(statement.about.target or "")

    def _scales_for_status(self, occasion: Occasion, item: Item | None) -> list[Scale]:
        level, measured = _level(item), isinstance(item, Indicator)
        find = partial(self._found_for_status, occasion, level, measured=measured)
        return self._scales.of(occasion, find, level, measured)

    def _found_for_status(
        self, occasion: Occasion, level: str | None, *, measured: bool
    ) -> list[Scale]:
        if measured:
            return self._fitting(occasion, ScaleUse.INDICATORS, level)
        goals = self._fitting(occasion, ScaleUse.GOALS, level)
        tasks = self._fitting(occasion, ScaleUse.TASKS, level)
        # What stands lowest is most often something to do; but a scale that the kommun has
        # written for the very level goes before every other.
        found = [*tasks, *goals] if level in self._lowest else [*goals, *tasks]
        return sorted(found, key=lambda scale: not scale.levels)

    def _fitting(self, occasion: Occasion, use: ScaleUse, level: str | None) -> list[Scale]:
        """Return the scales for a use, those for a level and for that use alone first."""
        named = list(self._named(occasion.scales))
        found = [
            scale
            for scale in named or self.kommun.scales
            if (not scale.use or use in scale.use)
            and (not scale.levels or level in {ref.target for ref in scale.levels})
        ]
        found.sort(key=lambda scale: (not scale.levels, not scale.use))
        return found or [default_scale(use)]

    def _named(self, references: Iterable[Reference]) -> Iterable[Scale]:
        for reference in references:
            found = self.kommun.by_id.get(reference.target or "")
            if isinstance(found, Scale):
                yield found


def _level(item: Item | None) -> str | None:
    """Return the level that a goal stands on; an indicator stands on none."""
    return item.level if isinstance(item, Goal) else None


def _lowest(model: GoverningModel) -> Iterable[str]:
    """Return the levels that nothing stands below; hostile data may have thousands."""
    ranks = {
        level.id: place if level.rank is None else level.rank
        for place, level in enumerate(model.levels, start=1)
    }
    last = max(ranks.values(), default=0)
    return (key for key, rank in ranks.items() if rank == last)


def _judged(scales: list[Scale], word: str, outlook: Outlook) -> Judgement:
    for scale in scales:
        if (step := step_named(scale, word)) is not None:
            return Judgement(outlook=outlook, scale=scale, step=step, written=word)
    return Judgement(outlook=outlook, scale=scales[0], none=no_status(word), written=word)
