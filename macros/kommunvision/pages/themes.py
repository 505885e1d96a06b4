"""What connects kommuner: the themes and the global goals, each with the goals of all kommuner."""

from __future__ import annotations

from collections.abc import Iterator

from kommunvision.address import GLOBAL_GOALS as GLOBAL_GOALS_PLACE
from kommunvision.address import THEMES, Place, global_goal, place, relative, theme
from kommunvision.artifact import Page
from kommunvision.chain import GoalSystem, Site
from kommunvision.model import Goal, Theme
from kommunvision.pages.parts import Draft, describe, empty, html, prose
from kommunvision.pages.portal import kommun_count
from kommunvision.render.views import Views
from kommunvision.swedish.format import order
from kommunvision.swedish.global_goals import GLOBAL_GOALS
from kommunvision.swedish.labels import label

# Goals with their kommun, in the order of the site.
Found = tuple[tuple[GoalSystem, Goal], ...]


def pages(site: Site) -> Iterator[Page]:
    """Yield the overviews, and a page for every theme and for every global goal that has goals."""
    if site.themes:
        yield _themes(site)
    for one in site.themes:
        yield _theme(site, one)
    if site.goals_by_global_goal:
        yield _global_goals(site)
    for number, found in sorted(site.goals_by_global_goal.items()):
        yield _global_goal(site, number, found)


def _themes(site: Site) -> Page:
    draft = Draft(site, None, THEMES)
    ways = [
        {
            "url": relative(theme(one.id), draft.url),
            "title": one.name,
            "line": _spread(site.goals_by_theme.get(one.id, ()), "theme_empty"),
        }
        for one in sorted(site.themes, key=lambda one: order(one.name))
    ]
    draft.add(html("intro", text=label("themes_intro")), html("ways_in", ways=ways))
    return draft.page(
        label("part_themes"),
        description=describe("themes_description"),
        origin=site.themes[0].where.origin,
        sources=None,
        section=draft.url,
    )


def _theme(site: Site, one: Theme) -> Page:
    draft = Draft(site, None, theme(one.id))
    found = site.goals_by_theme.get(one.id, ())
    draft.add(prose(one.description))
    _by_kommun(site, draft, found)
    if not found:
        draft.add(empty("theme_empty"))
    return draft.page(
        one.name,
        kicker=label("theme"),
        description=describe("theme_description", name=one.name),
        origin=one.where.origin,
        sources=None,
        way=[(label("part_themes"), THEMES)],
        section=THEMES,
    )


def _global_goals(site: Site) -> Page:
    draft = Draft(site, None, GLOBAL_GOALS_PLACE)
    ways = [
        {
            "url": relative(global_goal(number), draft.url) if found else None,
            "title": label("global_goal", number=number, name=name),
            "line": _spread(found, "global_goal_empty"),
        }
        for number, name in GLOBAL_GOALS.items()
        for found in [site.goals_by_global_goal.get(number, ())]
    ]
    draft.add(html("intro", text=label("global_goals_intro")), html("ways_in", ways=ways))
    return draft.page(
        label("part_global_goals"),
        description=describe("global_goals_description"),
        origin=_first_goal(site).where.of("global_goals"),
        sources=None,
        section=draft.url,
    )


def _first_goal(site: Site) -> Goal:
    return next(iter(site.goals_by_global_goal.values()))[0][1]


def _global_goal(site: Site, number: int, found: Found) -> Page:
    draft = Draft(site, None, global_goal(number))
    name = GLOBAL_GOALS[number]
    _by_kommun(site, draft, found)
    return draft.page(
        label("global_goal", number=number, name=name),
        kicker=label("global_goal_kicker"),
        description=describe("global_goal_description", number=str(number), name=name),
        origin=found[0][1].where.of("global_goals"),
        sources=None,
        way=[(label("part_global_goals"), GLOBAL_GOALS_PLACE)],
        section=GLOBAL_GOALS_PLACE,
    )


def _by_kommun(site: Site, draft: Draft, found: Found) -> None:
    """Add the goals kommun by kommun, each under the kommun's name."""
    for system in _systems(found):
        kommun = system.kommun
        views = Views(site, system, draft.url)
        goals = [goal for owner, goal in found if owner is system]
        start = relative(place(kommun, Place.START), draft.url)
        draft.section(
            kommun.name,
            views.goal_list(goals),
            anchor=kommun.slug or "kommun",
            target=html("link", url=start, text=kommun.formal_name),
        )


def _systems(found: Found) -> list[GoalSystem]:
    return list(dict.fromkeys(system for system, _ in found))


def _spread(found: Found, nothing: str) -> str:
    """Return in how many kommuner there are goals."""
    systems = _systems(found)
    return label("goals_in", counted=kommun_count(systems)) if systems else label(nothing)
