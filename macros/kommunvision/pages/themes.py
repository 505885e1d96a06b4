"""What connects kommuner: the themes and the global goals, each with the goals of all kommuner."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from markupsafe import Markup

from kommunvision.address import GLOBAL_GOALS as GLOBAL_GOALS_PLACE
from kommunvision.address import THEMES, Place, global_goal, place, relative, theme
from kommunvision.artifact import Page
from kommunvision.chain import GoalSystem, Site
from kommunvision.model import Goal, Theme
from kommunvision.origin import Origin
from kommunvision.pages.parts import Draft, describe, empty, html, origin_of, prose
from kommunvision.pages.portal import kommun_count
from kommunvision.render.views import Views
from kommunvision.swedish.format import order
from kommunvision.swedish.global_goals import GLOBAL_GOALS
from kommunvision.swedish.labels import label

# Goals with their kommun, in the order of the site.
Found = tuple[tuple[GoalSystem, Goal], ...]


def pages(site: Site) -> Iterator[Page]:
    """Yield the overviews, and a page for every theme and for every global goal that has goals.

    A page that has been published stays when nothing is left to show on it, and says so.
    """
    if site.themes or THEMES in site.published:
        yield _themes(site)
    for one in site.themes:
        yield _theme(site, one)
    found = site.goals_by_global_goal
    if found or GLOBAL_GOALS_PLACE in site.published:
        yield _global_goals(site)
    for number in GLOBAL_GOALS:
        if number in found or global_goal(number) in site.published:
            yield _global_goal(site, number, found.get(number, ()))


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
    draft.add(
        *([] if ways else [empty("empty_themes")]),
        html("intro", text=label("themes_intro")),
        html("ways_in", ways=ways) if ways else Markup(),
    )
    made = draft.page(
        label("part_themes"),
        description=describe("themes_description"),
        origin=site.themes[0].where.origin if ways else origin_of(site),
        sources=None,
        section=draft.url,
    )
    return replace(made, indexed=bool(ways))


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
    first = next(iter(site.goals_by_global_goal.values()), ())
    made = draft.page(
        label("part_global_goals"),
        description=describe("global_goals_description"),
        origin=_origin(site, first),
        sources=None,
        section=draft.url,
    )
    return replace(made, indexed=bool(first))


def _origin(site: Site, found: Found) -> Origin:
    return found[0][1].where.of("global_goals") if found else origin_of(site)


def _global_goal(site: Site, number: int, found: Found) -> Page:
    draft = Draft(site, None, global_goal(number))
    name = GLOBAL_GOALS[number]
    _by_kommun(site, draft, found)
    if not found:
        draft.add(empty("global_goal_empty"))
    made = draft.page(
        label("global_goal", number=number, name=name),
        kicker=label("global_goal_kicker"),
        description=describe("global_goal_description", number=str(number), name=name),
        origin=_origin(site, found),
        sources=None,
        way=[(label("part_global_goals"), GLOBAL_GOALS_PLACE)],
        section=GLOBAL_GOALS_PLACE,
    )
    return replace(made, indexed=bool(found))


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
