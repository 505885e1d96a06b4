"""Where each goal stands in StratML, which has two levels: goals, and objectives below them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kommunvision.chain import GoalSystem
from kommunvision.model import Goal, Indicator

# The goals themselves are on the first level, their objectives on the second.
_LEVELS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A goal in its place, below the first of those that it supports."""

    goal: Goal
    number: str
    """Its place in the tree: ``2.1.3``."""

    @property
    def deep(self) -> bool:
        """Whether it stands further down than the standard can show."""
        return self.number.count(".") >= _LEVELS


def trees(system: GoalSystem) -> Iterator[tuple[Placed, ...]]:
    """Yield each goal that supports no other goal, and all below it that have no place before."""
    tops = [one for one in system.kommun.goals if not goals_above(system, one)]
    seen: set[str] = set()
    for place, top in enumerate(sorted(tops, key=system.order), start=1):
        found: list[Placed] = []
        line = [Placed(goal=top, number=str(place))]
        while line:
            current = line.pop()
            found.append(current)
            below = {one.item.id: one.item for one in system.down(current.goal)}
            new = [one for key, one in below.items() if key not in seen]
            seen.update(below)
            numbered = [
                Placed(goal=one, number=f"{current.number}.{number}")
                for number, one in enumerate(new, start=1)
            ]
            line.extend(reversed(numbered))
        yield tuple(found)


def goals_above(system: GoalSystem, goal: Goal) -> tuple[Goal, ...]:
    """Return the goals that a goal supports."""
    return tuple(link.item for link in system.up(goal) if isinstance(link.item, Goal))


def indicators_by_goal(system: GoalSystem) -> dict[str | None, list[Indicator]]:
    """Return the indicators by the first goal that each of them measures, by none for the rest."""
    found: dict[str | None, list[Indicator]] = {}
    for goal in system.kommun.goals:
        own = {link.item.id: link.item for link in system.indicators_of(goal)}
        found[goal.id] = [one for one in own.values() if _first_goal(system, one) is goal]
    found[None] = [one for one in system.kommun.indicators if _first_goal(system, one) is None]
    return found


def _first_goal(system: GoalSystem, indicator: Indicator) -> Goal | None:
    """Return the goal that an indicator stands with."""
    measured = (link.item for link in system.measured_by(indicator))
    return next((one for one in measured if isinstance(one, Goal)), None)
