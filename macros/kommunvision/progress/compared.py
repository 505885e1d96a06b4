"""What has changed from one occasion to another."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum

from kommunvision.model import PAST, Goal, Indicator, Item, Occasion
from kommunvision.progress.judgements import Judgement
from kommunvision.progress.occasions import Occasions
from kommunvision.progress.scales import ranked


class Way(StrEnum):
    """Which way a status has gone."""

    BETTER = "better"
    WORSE = "worse"
    SAME = "same"
    NEW = "new"
    """It has a status now, and had none."""
    NOT_JUDGED = "not_judged"
    """It had a status, and has none now."""
    REMOVED = "removed"
    """It was followed up, and is no more."""
    OTHER_SCALE = "other_scale"
    """The two statuses cannot be compared."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """One item and its status then and now."""

    item: Item
    before: Judgement | None
    now: Judgement | None
    way: Way


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """An occasion held against the one before it."""

    before: Occasion
    now: Occasion
    changed: dict[Way, tuple[Changed, ...]]
    """By way, in the order of the kommun's files; a way that nothing has gone is left out."""

    def of(self, way: Way) -> tuple[Changed, ...]:
        """Return what has gone one way."""
        return self.changed.get(way, ())


def compare(
    occasions: Occasions, now: Occasion, before: Occasion | None = None
) -> Comparison | None:
    """Return what has changed since an occasion, by default since the one before."""
    earlier = before or occasions.previous(now)
    if earlier is None:
        return None
    covered = {item.id for item in occasions.covered(now)}
    found: defaultdict[Way, list[Changed]] = defaultdict(list)
    for item in occasions.kommun.items:
        then, this = occasions.judgement(earlier, item), occasions.judgement(now, item)
        way = _way(then, this, gone=item.id not in covered or _repealed(item))
        if way is not None:
            found[way].append(Changed(item=item, before=then, now=this, way=way))
    changed = {way: tuple(found[way]) for way in Way if way in found}
    return Comparison(before=earlier, now=now, changed=changed)


def _way(then: Judgement | None, this: Judgement | None, *, gone: bool) -> Way | None:
    if this is None and then is not None and gone:
        return Way.REMOVED
    was, is_now = _set(then), _set(this)
    if was and is_now:
        return _between(was, is_now)
    if was:
        return Way.NOT_JUDGED
    return Way.NEW if is_now else None


def _between(was: Judgement, is_now: Judgement) -> Way:
    if was.scale is None or was.scale is not is_now.scale:
        return Way.OTHER_SCALE
    if was.step is is_now.step:
        return Way.SAME
    steps = ranked(was.scale)
    place = {step.id: number for number, step in enumerate(steps)}
    then, this = (place[one.step.id] for one in (was, is_now) if one.step)
    return Way.BETTER if this < then else Way.WORSE


def _set(judgement: Judgement | None) -> Judgement | None:
    """Return a judgement that a status was set by; a step apart says that none was."""
    if judgement is None or judgement.step is None or judgement.step.apart:
        return None
    return judgement


def _repealed(item: Item) -> bool:
    return isinstance(item, Goal | Indicator) and item.standing in PAST
