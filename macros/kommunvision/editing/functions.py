"""What each macro gives: the same views that the generated pages are made of."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import TypeVar

from markupsafe import Markup

from kommunvision.chain import GoalSystem, Node
from kommunvision.editing import followup
from kommunvision.editing.context import Ids, PageContext, each
from kommunvision.model import (
    Decision,
    Goal,
    GoverningModel,
    Indicator,
    Item,
    NewsItem,
    Reference,
    Source,
    Timeline,
    Vision,
)
from kommunvision.swedish.format import listing

T = TypeVar("T")


def _vision(page: PageContext, item: str | None = None, kommun: str | None = None) -> Markup:
    if item is not None:
        system, found = page.find(item)
    else:
        system = page.kommun(kommun)
        found = system.visions()[0]
    return page.views(system).vision(_as(found, Vision))


def _chain(
    page: PageContext,
    item: str | None = None,
    kommun: str | None = None,
    *,
    upward: bool = False,
    drawn: bool = False,
) -> Markup:
    if item is None:
        return page.views(page.kommun(kommun)).chain(None)
    system, found = page.find(item)
    node = _node(found)
    views = page.views(system)
    words = views.way_up(node) if upward else views.chain(node)
    return _together([words, views.diagram(node)]) if drawn else words


def _goal(page: PageContext, item: str) -> Markup:
    system, found = page.find(item)
    return page.views(system).goal(_as(found, Goal))


def _goals(
    page: PageContext,
    under: str | None = None,
    kommun: str | None = None,
    category: str | None = None,
    **filters: Ids,
) -> Markup:
    named = [
        *([under] if under else []),
        *(name for ids in filters.values() for name in each(ids)),
    ]
    system = page.find(named[0])[0] if named and kommun is None else page.kommun(kommun)
    goals = sorted(system.kommun.goals, key=system.order)
    if under is not None:
        below = {goal.id for goal in system.below(_node(page.find(under)[1]))}
        goals = [goal for goal in goals if goal.id in below]
    if category is not None:
        goals = [goal for goal in goals if goal.category == category]
    for kind, ids in filters.items():
        wanted = {page.find(name)[1].id for name in each(ids)}
        goals = [goal for goal in goals if wanted & _marks(system, goal, kind)]
    return page.views(system).goal_list(goals)


def _marks(system: GoalSystem, goal: Goal, kind: str) -> set[str]:
    """Return the ids of the level, the bodies or the themes of a goal."""
    if kind == "levels":
        return {goal.level}
    if kind == "themes":
        return {(ref.target or "").rpartition("/")[2] for ref in goal.themes}
    return {body.id for body in system.kommun.bodies if goal in system.goals_of(body)}


def _levels(page: PageContext, item: str | None = None, kommun: str | None = None) -> Markup:
    if item is not None:
        system, found = page.find(item)
        return page.views(system).level_list(_as(found, GoverningModel))
    system = page.kommun(kommun)
    return _together(page.views(system).level_list(model) for model in system.models_in_force())


def _responsible(page: PageContext, item: str, *, within: bool = False) -> Markup:
    system, found = page.find(item)
    one = found if isinstance(found, Indicator) else _as(found, Goal)
    return page.views(system).responsible(one, within=within)


def _indicators(page: PageContext, item: str | None = None, kommun: str | None = None) -> Markup:
    if item is None:
        system = page.kommun(kommun)
        return page.views(system).indicator_list(system.kommun.indicators)
    system, found = page.find(item)
    return page.views(system).indicator_list(system.indicators_of(_node(found)))


def _timeline(page: PageContext, item: str, part: str = "history") -> Markup:
    system, found = page.find(item)
    timeline = getattr(found, part, None)
    return page.views(system).timeline(_as(timeline, Timeline))


def _quote(page: PageContext, item: str, number: int = 1) -> Markup:
    system, found = page.find(item)
    if isinstance(found, NewsItem) and found.quotes:
        return page.views(system).quote(found.quotes[number - 1])
    return page.views(system).verbatim(found)


def _decision(page: PageContext, item: str) -> Markup:
    system, found = page.find(item)
    views = page.views(system)
    if isinstance(found, Decision):
        return views.decision(found)
    if not found.decisions:
        return views.missing("no_decision_stated")
    targets = (_reached(page, system, ref) for ref in found.decisions)
    return _sentence(
        page.views(home).decision(decision)
        for home, decision in targets
        if isinstance(decision, Decision)
    )


def _source(page: PageContext, item: str) -> Markup:
    system, found = page.find(item)
    if isinstance(found, Source):
        return page.views(system).reference(Reference(found.id))
    if not found.sources:
        return page.views(system).missing("no_source_stated")
    return _sentence(page.views(system).reference(ref) for ref in found.sources)


def _sources(page: PageContext, items: Ids = (), kommun: str | None = None) -> Markup:
    if not items:
        system = page.kommun(kommun)
        return page.views(system).sources(system.kommun.sources)
    found = [page.find(name) for name in each(items)]
    return page.views(found[0][0]).sources([item for _, item in found])


def _contact(page: PageContext, kommun: str | None = None) -> Markup:
    system = page.kommun(kommun)
    return page.views(system).contact(system.kommun)


def _link(page: PageContext, item: str, text: str | None = None) -> Markup:
    system, found = page.find(item)
    return page.own.link(found, system, text)


def _kommuner(page: PageContext) -> Markup:
    return page.own.kommuner()


def _facts(page: PageContext, item: str) -> Markup:
    system, found = page.find(item)
    return page.views(system).facts(found)


def _wordings(page: PageContext, item: str) -> Markup:
    system, found = page.find(item)
    return page.views(system).wordings(_node(found))


def _note(page: PageContext, item: str) -> Markup:
    system, found = page.find(item)
    return page.views(system).note(found)


def _as(found: object, kind: type[T]) -> T:
    """Return what was found, of the kind that the check has seen it to be."""
    if not isinstance(found, kind):
        raise TypeError(f"{found!r} is no {kind.__name__}")
    return found


def _node(found: Item) -> Node:
    return found if isinstance(found, Vision) else _as(found, Goal)


def _reached(
    page: PageContext, system: GoalSystem, ref: Reference
) -> tuple[GoalSystem, Item | None]:
    found = page.site.find(ref.target, system.kommun) if ref.target else None
    return found or (system, None)


def _together(blocks: Iterable[Markup]) -> Markup:
    return Markup("\n").join(block for block in blocks if block)


def _sentence(parts: Iterable[Markup]) -> Markup:
    return Markup(listing([str(part) for part in parts]))  # noqa: S704 - views escape what they show


FUNCTIONS: dict[str, Callable[..., Markup]] = {
    "vision": _vision,
    "chain": _chain,
    "goal": _goal,
    "goals": _goals,
    "levels": _levels,
    "responsible": _responsible,
    "indicator": followup.indicator,
    "indicators": _indicators,
    "timeline": _timeline,
    "quote": _quote,
    "decision": _decision,
    "source": _source,
    "sources": _sources,
    "contact": _contact,
    "link": _link,
    "kommuner": _kommuner,
    "facts": _facts,
    "wordings": _wordings,
    "note": _note,
    "followup": followup.followup,
    "summary": followup.summary,
    "changes": followup.changes,
    "status": followup.status,
    "chart": followup.chart,
    "comparison": followup.comparison,
}
"""Every macro's function, by the name that the table of macros has for it."""

WITHIN: dict[str, Callable[..., Markup]] = {
    "responsible": partial(_responsible, within=True),
    "status": partial(followup.status, within=True),
}
"""Those that say it otherwise where a sentence has begun before them."""
