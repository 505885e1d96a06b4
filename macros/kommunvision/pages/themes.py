"""What connects kommuner: the themes and the global goals, each with the goals of all kommuner."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from markupsafe import Markup

from kommunvision.address import GLOBAL_GOALS as GLOBAL_GOALS_PLACE
from kommunvision.address import THEMES, global_goal, relative, theme
from kommunvision.artifact import Contribution, Page
from kommunvision.chain import Site
from kommunvision.model import Kommun, Theme
from kommunvision.pages.contributed import anchor, in_order
from kommunvision.pages.parts import Draft, describe, empty, html, origin_of, prose
from kommunvision.pages.portal import kommun_count
from kommunvision.swedish.format import order
from kommunvision.swedish.global_goals import GLOBAL_GOALS
from kommunvision.swedish.labels import label

# What is known of each kommun, by its slug.
Known = Mapping[str, Contribution]


def pages(site: Site, known: Known) -> Iterator[Page]:
    """Yield the overviews, and a page for every theme and for every global goal that has goals.

    A page that has been published stays when nothing is left to show on it, and says so.

    Args:
        site: All kommuner.
        known: What each of them adds.
    """
    if site.themes or THEMES in site.published:
        yield _themes(site, known)
    for one in site.themes:
        yield _theme(site, known, one)
    numbers = [number for number in GLOBAL_GOALS if _there(site, known, global_goal(number))]
    if numbers or GLOBAL_GOALS_PLACE in site.published:
        yield _global_goals(site, known)
    for number in GLOBAL_GOALS:
        if number in numbers or global_goal(number) in site.published:
            yield _global_goal(site, known, number)


def _there(site: Site, known: Known, url: str) -> list[Kommun]:
    """Return the kommuner that have goals on a page, in the order of the site."""
    return [kommun for kommun in site.kommuner if url in known[kommun.slug].goals]


def _themes(site: Site, known: Known) -> Page:
    draft = Draft(site, None, THEMES)
    ways = [
        {
            "url": relative(theme(one.id), draft.url),
            "title": one.name,
            "line": _spread(_there(site, known, theme(one.id)), "theme_empty"),
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


def _theme(site: Site, known: Known, one: Theme) -> Page:
    draft = Draft(site, None, theme(one.id))
    draft.add(prose(one.description))
    if not _by_kommun(site, known, draft):
        draft.add(empty("theme_empty"))
    return draft.page(
        one.name,
        kicker=label("theme"),
        description=describe("theme_description", name=one.name.rstrip(".")),
        origin=one.where.origin,
        sources=None,
        way=[(label("part_themes"), THEMES)],
        section=THEMES,
    )


def _global_goals(site: Site, known: Known) -> Page:
    draft = Draft(site, None, GLOBAL_GOALS_PLACE)
    ways = [
        {
            "url": relative(global_goal(number), draft.url) if found else None,
            "title": label("global_goal", number=number, name=name),
            "line": _spread(found, "global_goal_empty"),
        }
        for number, name in GLOBAL_GOALS.items()
        for found in [_there(site, known, global_goal(number))]
    ]
    draft.add(html("intro", text=label("global_goals_intro")), html("ways_in", ways=ways))
    every = [origin for one in in_order(site, known) for origin in one.origins.values()]
    made = draft.page(
        label("part_global_goals"),
        description=describe("global_goals_description"),
        origin=every[0] if every else origin_of(site),
        sources=None,
        section=draft.url,
    )
    return replace(made, indexed=bool(every))


def _global_goal(site: Site, known: Known, number: int) -> Page:
    draft = Draft(site, None, global_goal(number))
    name = GLOBAL_GOALS[number]
    found = _by_kommun(site, known, draft)
    if not found:
        draft.add(empty("global_goal_empty"))
    made = draft.page(
        label("global_goal", number=number, name=name),
        kicker=label("global_goal_kicker"),
        description=describe("global_goal_description", number=str(number), name=name),
        origin=known[found[0].slug].origins[draft.url] if found else origin_of(site),
        sources=None,
        way=[(label("part_global_goals"), GLOBAL_GOALS_PLACE)],
        section=GLOBAL_GOALS_PLACE,
    )
    return replace(made, indexed=bool(found))


def _by_kommun(site: Site, known: Known, draft: Draft) -> Sequence[Kommun]:
    """Add the goals kommun by kommun, each under the kommun's name; return whose there are."""
    found = _there(site, known, draft.url)
    for kommun in found:
        section = Markup(known[kommun.slug].goals[draft.url])  # noqa: S704 - finished by our views
        draft.finished(kommun.name, section, anchor=anchor(kommun), heard=kommun.formal_name)
    return found


def _spread(kommuner: Sequence[Kommun], nothing: str) -> str:
    """Return in how many kommuner there are goals."""
    return label("goals_in", counted=kommun_count(kommuner)) if kommuner else label(nothing)
