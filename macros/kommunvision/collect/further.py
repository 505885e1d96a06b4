"""On which further scales an occasion asks a goal or an indicator to be judged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kommunvision.collect.choices import is_task
from kommunvision.model import (
    Goal,
    Indicator,
    Kommun,
    Occasion,
    Scale,
    ScaleUse,
    Statement,
    Verdict,
)
from kommunvision.progress import Occasions
from kommunvision.swedish.collect import WORDS


@dataclass(frozen=True, slots=True)
class Further:
    """One judgement beside the status."""

    item: Goal | Indicator
    scale: Scale
    verdict: Verdict | None
    """What the occasion says already."""
    last: str
    """What was said at the latest occasion before, in words."""


def further_rows(occasions: Occasions, occasion: Occasion) -> Iterator[Further]:
    """Yield what is asked for beside statuses.

    A scale is asked for where the occasion, or the latest before it that judged on further scales,
    has judged something of the same level on it. It is asked for the first time where the kommun
    has set it apart: it fits, and occasions name the scales of their statuses and never this one.
    """
    items = [one for one in occasions.covered(occasion) if isinstance(one, Goal | Indicator)]
    used = _used(occasions, occasion)
    apart = _set_apart(occasions.kommun, occasion)
    for item in items:
        statement = occasions.statement(occasion, item)
        own = {_target(one): one for one in (statement.verdicts if statement else ())}
        for scale in occasions.kommun.scales:
            asked = (_kind_of(item), scale.id) in used or (
                scale in apart and _fits(occasions, occasion, item, scale)
            )
            if asked or scale.id in own:
                last = _last(occasions, occasion, item, scale)
                yield Further(item, scale, own.get(scale.id), last)


def _used(occasions: Occasions, occasion: Occasion) -> set[tuple[str, str]]:
    """Return which scales judge what, as far as occasions up to this one have shown."""
    place = occasions.all.index(occasion)
    own = set(_shown(occasions.kommun, occasion.statements))
    before = (set(_shown(occasions.kommun, one.statements)) for one in occasions.all[:place][::-1])
    return own | next((one for one in before if one), set())


def _shown(kommun: Kommun, statements: Iterable[Statement]) -> Iterator[tuple[str, str]]:
    for statement in statements:
        item = kommun.by_id.get(statement.about.target or "")
        if isinstance(item, Goal | Indicator):
            yield from ((_kind_of(item), _target(one)) for one in statement.verdicts)


def _set_apart(kommun: Kommun, occasion: Occasion) -> list[Scale]:
    named = {one.target for each in kommun.occasions for one in each.scales}
    return [one for one in kommun.scales if one.id not in named] if occasion.scales else []


def _fits(occasions: Occasions, occasion: Occasion, item: Goal | Indicator, scale: Scale) -> bool:
    if isinstance(item, Indicator):
        return ScaleUse.INDICATORS in scale.use
    levels = {one.target for one in scale.levels}
    task = is_task(occasions.judging, occasion, item)
    use = ScaleUse.TASKS if task else ScaleUse.GOALS
    return use in scale.use and (not levels or item.level in levels)


def _last(occasions: Occasions, occasion: Occasion, item: Goal | Indicator, scale: Scale) -> str:
    place = occasions.all.index(occasion)
    for before, statement in reversed(occasions.history(item)):
        if occasions.all.index(before) < place:
            for verdict in statement.verdicts:
                if _target(verdict) == scale.id:
                    return WORDS["judged"].format(occasion=before.name, status=verdict.step)
    return ""


def _kind_of(item: Goal | Indicator) -> str:
    return item.level if isinstance(item, Goal) else ""


def _target(verdict: Verdict) -> str:
    return (verdict.scale.target if verdict.scale else None) or ""
