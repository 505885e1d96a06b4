"""What a summary that a source states is a summary of, among all that is followed up."""

from __future__ import annotations

from collections.abc import Iterator

from kommunvision.model import Counted, Goal, Indicator, Item, Kommun, Level, Occasion, Tally
from kommunvision.progress.occasions import Occasions
from kommunvision.progress.shown import indicators_of


def counted(occasions: Occasions, occasion: Occasion, tally: Tally) -> Iterator[Item]:
    """Yield what a summary is a summary of: of all that is followed up, what it names."""
    covered = occasions.covered(occasion)
    goals = [one for one in covered if isinstance(one, Goal)]
    narrow = tally.level or tally.category or tally.within
    if tally.of is Counted.INDICATORS or not (goals or narrow):
        yield from (
            one
            for one in indicators_of(occasions, occasion)
            if _wanted(occasions.kommun, tally, one)
        )
    else:
        yield from (one for one in goals if _wanted(occasions.kommun, tally, one))


def _wanted(kommun: Kommun, tally: Tally, item: Goal | Indicator) -> bool:
    own = [item] if isinstance(item, Goal) else _measured(kommun, item)
    if tally.level is not None and all(one.level != tally.level.target for one in own):
        return False
    if tally.category is not None:
        ids = _category_ids(kommun, tally.category)
        if all(one.category not in ids for one in own):
            return False
    if tally.within is None:
        return True
    target = tally.within.target
    if isinstance(item, Indicator) and any(
        target in {one.id for one in own} or ref.target == target
        for ref in (*item.measures, *item.responsible)
    ):
        return True
    return any(target in _belongs_to(kommun, one) for one in own)


def _measured(kommun: Kommun, indicator: Indicator) -> list[Goal]:
    found = (kommun.by_id.get(ref.target or "") for ref in indicator.measures)
    return [one for one in found if isinstance(one, Goal)]


def _belongs_to(kommun: Kommun, goal: Goal) -> set[str | None]:
    """Return all that a goal stands below, its themes, and who is responsible for it."""
    found: set[str | None] = {ref.target for ref in (*goal.themes, *goal.responsible)}
    seen = {goal.id}
    above = list(goal.parents)
    while above:
        target = above.pop().target
        if target is None or target in seen:
            continue
        seen.add(target)
        found.add(target)
        node = kommun.by_id.get(target)
        above.extend(node.parents if isinstance(node, Goal) else ())
    return found


def _category_ids(kommun: Kommun, written: str) -> set[str]:
    """Return the ids of the categories that an id or a name means."""
    levels: tuple[Level, ...] = kommun.levels
    wanted = written.casefold()
    return {
        category.id
        for level in levels
        for category in level.categories
        if wanted in {category.id.casefold(), category.name.casefold()}
    }
