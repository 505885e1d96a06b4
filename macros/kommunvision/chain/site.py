"""All kommuner of a site together: what connects goals across them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from kommunvision.chain.system import GoalSystem
from kommunvision.model import Body, Goal, Item, Kommun, Theme


@dataclass(frozen=True, slots=True)
class _Around:
    """What kommuner have to do with each other."""

    with_theme: Mapping[str, frozenset[str]]
    """Slugs of the kommuner that have goals of a theme."""
    naming: Mapping[str, tuple[str, ...]]
    """Slugs of the kommuner whose goals name a body of a kommun, in the order of the site."""
    global_goals: frozenset[int]
    """Numbers of the global goals that any goal has to do with."""

    @classmethod
    def of(cls, kommuner: Iterable[Kommun]) -> _Around:
        """Look at kommuner."""
        themes: defaultdict[str, set[str]] = defaultdict(set)
        naming: defaultdict[str, list[str]] = defaultdict(list)
        numbers: set[int] = set()
        for kommun in kommuner:
            for theme in kommun.goal_themes:
                themes[theme].add(kommun.slug)
            for slug in {body.partition("/")[0] for body in kommun.foreign_bodies}:
                naming[slug].append(kommun.slug)
            numbers |= kommun.goal_global_goals
        return cls(
            {key: frozenset(slugs) for key, slugs in themes.items()},
            {key: tuple(slugs) for key, slugs in naming.items()},
            frozenset(numbers),
        )


class Site:
    """The goal systems of a site, in the Swedish order of the kommuner's names.

    A system is made when it is asked for, and of the kommuner no more is asked than what is needed:
    most of them may be such that have not been read yet.
    """

    def __init__(self, systems: Iterable[GoalSystem], published: Iterable[str] = ()) -> None:
        """Put systems together.

        Args:
            systems: The goal systems.
            published: Addresses of pages that have been published, folders above them included.
        """
        together = tuple(systems)
        self._made = {system.kommun.slug: system for system in together}
        self.kommuner = tuple(system.kommun for system in together)
        self.published = frozenset(published)
        self._by_slug = {kommun.slug: kommun for kommun in self.kommuner}
        self._around: _Around | None = None

    @classmethod
    def of(cls, kommuner: Iterable[Kommun], published: Iterable[str] = ()) -> Site:
        """Put kommuner together whose systems are made when they are asked for."""
        site = cls((), published)
        site.kommuner = tuple(kommuner)
        site._by_slug = {kommun.slug: kommun for kommun in site.kommuner}
        return site

    def with_whole(self, kommun: Kommun) -> Site:
        """Return the site with one of its kommuner as it was read."""
        together = (kommun if one.slug == kommun.slug else one for one in self.kommuner)
        site = Site.of(together, self.published)
        site._around = self.around()  # noqa: SLF001 - its own kind
        return site

    def around(self) -> _Around:
        """Return what kommuner have to do with each other, looked up once."""
        if self._around is None:
            self._around = _Around.of(self.kommuner)
        return self._around

    def beside(self, home: Kommun) -> tuple[object, ...]:
        """Return what the pages of a kommun follow from that no object of another one says."""
        around = self.around()
        shared = [one.id for one in home.themes if self.is_shared(one, home)]
        return sorted(shared), around.naming.get(home.slug, ()), bool(around.global_goals)

    @cached_property
    def systems(self) -> tuple[GoalSystem, ...]:
        """All of them."""
        return tuple(self._of(kommun) for kommun in self.kommuner)

    def system(self, slug: str) -> GoalSystem | None:
        """Return the goal system of a kommun."""
        kommun = self._by_slug.get(slug)
        return self._of(kommun) if kommun else None

    def _of(self, kommun: Kommun) -> GoalSystem:
        if kommun.slug not in self._made:
            self._made[kommun.slug] = GoalSystem(kommun)
        return self._made[kommun.slug]

    def find(self, reference: str, home: Kommun | None) -> tuple[GoalSystem, Item] | None:
        """Find an object by ``id`` within its home, or by ``kommun/id`` anywhere."""
        slug, _, key = reference.rpartition("/")
        kommun = self._by_slug.get(slug or (home.slug if home else ""))
        item = kommun.by_id.get(key) if kommun else None
        return (self._of(kommun), item) if kommun and item is not None else None

    @cached_property
    def themes(self) -> tuple[Theme, ...]:
        """Every theme once, by id, those without goals included, ordered by id."""
        found: dict[str, Theme] = {}
        for kommun in self.kommuner:
            for theme in kommun.themes:
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

    def is_shared(self, theme: Theme, home: Kommun) -> bool:
        """Whether other kommuner have goals of a theme too."""
        return bool(self.around().with_theme.get(theme.id, frozenset()) - {home.slug})

    def has_global_goals(self) -> bool:
        """Whether any goal is one of the global goals, or contributes to one."""
        return bool(self.around().global_goals)

    def goals_elsewhere(self, home: Kommun, body: Body) -> tuple[tuple[GoalSystem, Goal], ...]:
        """Return goals of other kommuner that a kommun's body is responsible for."""
        named = f"{home.slug}/{body.id}"
        found: list[tuple[GoalSystem, Goal]] = []
        for slug in self.around().naming.get(home.slug, ()):
            kommun = self._by_slug[slug]
            if named in kommun.foreign_bodies:
                system = self._of(kommun)
                for goal in sorted(kommun.goals, key=system.order):
                    found += [(system, goal) for ref in goal.responsible if ref.target == named]
        return tuple(found)
