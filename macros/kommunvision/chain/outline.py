"""The order of goals: that of what they stand under, whichever files they are written in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable

from kommunvision.model import Goal

Among = Callable[[Goal], tuple[int, ...]]


def outline(goals: Iterable[Goal], among: Among) -> dict[str, int]:
    """Return the place of each goal when all are read from the top, with what is under each.

    A goal stands with the first of the goals that it supports. Visions do not count, so that goals
    beside one another keep their order whether or not all of them lead to a vision.

    Args:
        goals: The goals of a checked kommun, which have no circle.
        among: The key by which goals under the same goal are listed.
    """
    every = {goal.id: goal for goal in goals}
    under: defaultdict[str | None, list[Goal]] = defaultdict(list)
    for goal in sorted(every.values(), key=among):
        above = (ref.target for ref in goal.parents if ref.target in every)
        under[next(above, None)].append(goal)
    places: dict[str, int] = {}
    waiting = list(reversed(under[None]))
    while waiting:
        goal = waiting.pop()
        places[goal.id] = len(places)
        waiting.extend(reversed(under[goal.id]))
    return places
