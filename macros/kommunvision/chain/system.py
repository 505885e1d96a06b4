"""The goal system of one kommun, with every link to be followed both ways."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeVar

from kommunvision.chain.outline import outline
from kommunvision.model import (
    OUT_OF_FORCE,
    Body,
    Goal,
    GoverningModel,
    Indicator,
    Item,
    Kommun,
    Level,
    LevelKind,
    Reference,
    Standing,
    Vision,
)
from kommunvision.progress import Figures, Occasions

T = TypeVar("T")

Node = Vision | Goal
"""What can stand in a chain."""

# A goal with many parents on many levels has very many ways up; a page shows the first ones, and
# of long ones fewer.
MOST_PATHS = 60
_MOST_STEPS = 600


@dataclass(frozen=True, slots=True)
class Link(Generic[T]):
    """An object at the other end of a link, with what the data says about the link."""

    item: T
    reference: Reference


class GoalSystem:
    """The links of a checked kommun; made once, never changed.

    The data must have passed ``check``: references exist and there is no cycle.
    """

    def __init__(self, kommun: Kommun) -> None:
        self.kommun = kommun
        self._position = {item.id: place for place, item in enumerate(kommun.items)}
        self._level = {level.id: level for level in kommun.levels}
        self._model = {level.id: model for model in kommun.models for level in model.levels}
        standing: tuple[Node, ...] = (*kommun.visions, *kommun.goals)
        nodes = {node.id: node for node in standing}
        self._up: dict[str, tuple[Link[Node], ...]] = {}
        down: defaultdict[str, list[Link[Goal]]] = defaultdict(list)
        for goal in kommun.goals:
            links = [(ref, nodes[ref.target]) for ref in goal.parents if ref.target in nodes]
            self._up[goal.id] = tuple(Link(node, ref) for ref, node in links)
            for ref, node in links:
                down[node.id].append(Link(goal, ref))
        self._down = {
            key: tuple(sorted(links, key=lambda link: self._among(link.item)))
            for key, links in down.items()
        }
        self._visions = sorted(
            kommun.visions,
            key=lambda vision: (-(vision.target_year or 0), self._position[vision.id]),
        )
        self._vision_levels: dict[str, Level | None] = {}
        self._paths: dict[str, tuple[tuple[Node, ...], ...]] = {}
        self._measured = self._index_indicators()
        self._successors = self._index_successors()
        self._held = self._index_bodies()

    @cached_property
    def figures(self) -> Figures:
        """The values of every indicator."""
        return Figures(self.kommun)

    @cached_property
    def occasions(self) -> Occasions:
        """The follow-ups, the oldest first."""
        return Occasions(self.kommun)

    @cached_property
    def _outline(self) -> dict[str, int]:
        return outline(self.kommun.goals, self._among)

    # The order of things: level, then that of what they stand under, then the writer's own order,
    # then the place in the files.

    def order(self, goal: Goal) -> tuple[int, int]:
        """Return the key by which nodes are listed."""
        return (self.rank(goal), self._outline[goal.id])

    def _among(self, goal: Goal) -> tuple[int, int, int]:
        """Return the key by which nodes under the same node are listed."""
        own = goal.order if goal.order is not None else 1_000_000
        return (self.rank(goal), own, self._position[goal.id])

    def rank(self, node: Node) -> int:
        """Return the rank of a node's level from the top; a vision stands above everything."""
        if isinstance(node, Vision):
            return 0
        return self.model_of(self.level_of(node)).rank(self.level_of(node))

    # Governing models and their levels.

    def models_in_force(self) -> tuple[GoverningModel, ...]:
        """Return the governing models that are not replaced, repealed or yet to come.

        Where the data has none in force, those that are decided; where it has none of these
        either, all of them.
        """
        models = self.kommun.models
        current = [one for one in models if one.standing not in OUT_OF_FORCE]
        steering = [one for one in current if one.standing is not Standing.DECIDED] or current
        replaced = {ref.target for one in steering for ref in one.replaces}
        return tuple(one for one in steering if one.id not in replaced) or models

    def level_of(self, goal: Goal) -> Level:
        """Return the level that a goal stands on."""
        return self._level[goal.level]

    def model_of(self, level: Level) -> GoverningModel:
        """Return the governing model that a level belongs to."""
        return self._model[level.id]

    def goals_on(self, level: Level) -> tuple[Goal, ...]:
        """Return the goals on a level, in order."""
        found = (goal for goal in self.kommun.goals if goal.level == level.id)
        return tuple(sorted(found, key=self.order))

    def nodes_on(self, level: Level) -> tuple[Node, ...]:
        """Return what stands on a level; on the visions' own level the visions."""
        if level.kind is LevelKind.VISIONS:
            return tuple(one for one in self.kommun.visions if self.vision_level(one) is level)
        return self.goals_on(level)

    def vision_level(self, vision: Vision) -> Level | None:
        """Return the level on which the visions stand, where the kommun has declared one.

        With several governing models it is the level of the one that the vision names, or that
        the nodes below the vision belong to; else of the first one.
        """
        if vision.id not in self._vision_levels:
            self._vision_levels[vision.id] = self._level_of_vision(vision)
        return self._vision_levels[vision.id]

    def _level_of_vision(self, vision: Vision) -> Level | None:
        named = [model for model in self.kommun.models if self._is(vision.model, model)]
        below = [self.model_of(self.level_of(link.item)) for link in self.down(vision)]
        models = (*named, *below, *self.kommun.models)
        levels = (level for model in models for level in model.levels)
        return next((level for level in levels if level.kind is LevelKind.VISIONS), None)

    # Up and down.

    def up(self, node: Node) -> tuple[Link[Node], ...]:
        """Return what a node supports, in the writer's order."""
        return self._up.get(node.id, ())

    def down(self, node: Node) -> tuple[Link[Goal], ...]:
        """Return what stands right below a node, in order."""
        return self._down.get(node.id, ())

    def paths(self, node: Node) -> tuple[tuple[Node, ...], ...]:
        """Return the ways from the top down to a node, itself last; at most ``MOST_PATHS``."""
        if node.id not in self._paths:
            self._paths[node.id] = self._first_paths(node)
        return self._paths[node.id]

    def _first_paths(self, node: Node) -> tuple[tuple[Node, ...], ...]:
        found: list[tuple[Node, ...]] = []
        steps = 0
        for path in self._walk_up(node, (node,)):
            found.append(path)
            steps += len(path)
            if len(found) == MOST_PATHS or steps > _MOST_STEPS:
                break
        return tuple(found)

    def _walk_up(self, node: Node, tail: tuple[Node, ...]) -> Iterator[tuple[Node, ...]]:
        links = self.up(node)
        if not links:
            yield tail
        for link in links:
            yield from self._walk_up(link.item, (link.item, *tail))

    def roots(self) -> tuple[Node, ...]:
        """Return the visions, newest first, and then the nodes without anything above them."""
        goals = sorted((g for g in self.kommun.goals if not self.up(g)), key=self.order)
        return (*self._visions, *goals)

    def visions(self) -> tuple[Vision, ...]:
        """Return the visions, those in force before the others, and newest first."""
        return tuple(
            sorted(self._visions, key=lambda vision: vision.standing is not Standing.IN_FORCE)
        )

    def below(self, node: Node) -> tuple[Goal, ...]:
        """Return every node somewhere below, each once, nearest first."""
        seen: dict[str, Goal] = {}
        line: list[Node] = [node]
        for current in line:
            for link in self.down(current):
                if link.item.id not in seen:
                    seen[link.item.id] = link.item
                    line.append(link.item)
        return tuple(seen.values())

    # Indicators, bodies, succession.

    def indicators_of(self, node: Node) -> tuple[Link[Indicator], ...]:
        """Return the indicators of a node, in order."""
        return self._measured.get(node.id, ())

    def measured_by(self, indicator: Indicator) -> tuple[Link[Node], ...]:
        """Return the nodes that an indicator belongs to."""
        by_id = self.kommun.by_id
        links = ((ref, by_id.get(ref.target or "")) for ref in indicator.measures)
        return tuple(Link(item, ref) for ref, item in links if isinstance(item, Vision | Goal))

    def goals_of(self, body: Body) -> tuple[Goal, ...]:
        """Return the nodes that a body is responsible for, those of all bodies included."""
        return self._held.get(body.id, ())

    def parts_of(self, body: Body) -> tuple[Body, ...]:
        """Return the bodies that belong right under a body."""
        return tuple(
            part for part in self.kommun.bodies if part.part_of and part.part_of.target == body.id
        )

    def replaced_by(self, item: Item) -> tuple[Link[Item], ...]:
        """Return what replaces or follows an object."""
        return self._successors.get(item.id, ())

    @staticmethod
    def _is(reference: Reference | None, item: Item) -> bool:
        return reference is not None and reference.target == item.id

    def _index_indicators(self) -> dict[str, tuple[Link[Indicator], ...]]:
        found: defaultdict[str, list[Link[Indicator]]] = defaultdict(list)
        for indicator in sorted(self.kommun.indicators, key=self._indicator_order):
            for ref in indicator.measures:
                if ref.target:
                    found[ref.target].append(Link(indicator, ref))
        return {key: tuple(links) for key, links in found.items()}

    def _indicator_order(self, indicator: Indicator) -> tuple[int, int]:
        own = indicator.order if indicator.order is not None else 1_000_000
        return (own, self._position[indicator.id])

    def _index_successors(self) -> dict[str, tuple[Link[Item], ...]]:
        found: defaultdict[str, list[Link[Item]]] = defaultdict(list)
        items: Iterable[Vision | Goal | GoverningModel] = (
            *self.kommun.models,
            *self.kommun.visions,
            *self.kommun.goals,
        )
        for item in items:
            for ref in item.replaces:
                if ref.target:
                    found[ref.target].append(Link(item, ref))
        return {key: tuple(links) for key, links in found.items()}

    def _index_bodies(self) -> dict[str, tuple[Goal, ...]]:
        found: defaultdict[str, list[Goal]] = defaultdict(list)
        everyone = [body.id for body in self.kommun.bodies]
        for goal in sorted(self.kommun.goals, key=self.order):
            named = [ref.target for ref in goal.responsible if ref.target]
            for body_id in everyone if goal.responsible_all else named:
                found[body_id].append(goal)
        return {key: tuple(goals) for key, goals in found.items()}
