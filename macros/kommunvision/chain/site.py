"""All kommuner of a site together: what connects goals across them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from kommunvision.chain.system import GoalSystem
from kommunvision.model import Body, Goal, Item, Kommun, Theme


class Site:
    """The goal systems of a site, in the Swedish order of the kommuner's names."""

    def __init__(self, systems: Iterable[GoalSystem], published: Iterable[str] = ()) -> None:
        """Put systems together.

        Args:
            systems: The goal systems.
            published: Addresses of pages that have been published, folders above them included.
        """
        self.systems = tuple(systems)
        self.published = frozenset(published)
        self._by_slug = {system.kommun.slug: system for system in self.systems}

    def system(self, slug: str) -> GoalSystem | None:
        """Return the goal system of a kommun."""
        return self._by_slug.get(slug)

    def find(self, reference: str, home: Kommun | None) -> tuple[GoalSystem, Item] | None:
        """Find an object by ``id`` within its home, or by ``kommun/id`` anywhere."""
        slug, _, key = reference.rpartition("/")
        system = self._by_slug.get(slug) if slug else self._by_slug.get(home.slug if home else "")
        if system is None:
            return None
        item = system.kommun.by_id.get(key)
        return (system, item) if item is not None else None

    @cached_property
    def themes(self) -> tuple[Theme, ...]:
        """Every theme once, by id, those without goals included, ordered by id."""
        found: dict[str, Theme] = {}
        for system in self.systems:
            for theme in system.kommun.themes:
                found.setdefault(theme.id, theme)
        return tuple(found[key] for key in sorted(found))

    @cached_property
    def goals_by_theme(self) -> dict[str, tuple[tuple[GoalSystem, Goal], ...]]:
        """Goals of every kommun by theme."""
        found: dict[str, list[tuple[GoalSystem, Goal]]] = {}
        for system in self.systems:
            for goal in sorted(system.kommun.goals, key=system.order):
                for ref in goal.themes:
                    if ref.target:
                        found.setdefault(ref.target, []).append((system, goal))
        return {key: tuple(goals) for key, goals in found.items()}

    @cached_property
    def goals_by_global_goal(self) -> dict[int, tuple[tuple[GoalSystem, Goal], ...]]:
        """Goals of every kommun by the global goal that they are or contribute to."""
        found: dict[int, list[tuple[GoalSystem, Goal]]] = {}
        for system in self.systems:
            for goal in sorted(system.kommun.goals, key=system.order):
                own = {goal.is_global_goal} if goal.is_global_goal else set()
                for number in sorted({*goal.global_goals, *own}):
                    found.setdefault(number, []).append((system, goal))
        return {key: tuple(goals) for key, goals in found.items()}

    def goals_elsewhere(self, home: Kommun, body: Body) -> tuple[tuple[GoalSystem, Goal], ...]:
        """Return goals of other kommuner that a kommun's body is responsible for."""
        return self._goals_by_foreign_body.get(f"{home.slug}/{body.id}", ())

    @cached_property
    def _goals_by_foreign_body(self) -> dict[str, tuple[tuple[GoalSystem, Goal], ...]]:
        found: dict[str, list[tuple[GoalSystem, Goal]]] = {}
        for system in self.systems:
            for goal in sorted(system.kommun.goals, key=system.order):
                for ref in goal.responsible:
                    if ref.target and "/" in ref.target:
                        found.setdefault(ref.target, []).append((system, goal))
        return {key: tuple(goals) for key, goals in found.items()}
