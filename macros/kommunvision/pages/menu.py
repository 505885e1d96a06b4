"""The menu beside a page: the parts of one kommun, or the ways in to all of them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kommunvision.address import (
    ABOUT,
    ACCESSIBILITY,
    GLOBAL_GOALS,
    OPEN_DATA,
    THEMES,
    Place,
    language_starts,
    place,
)
from kommunvision.chain import GoalSystem, Site
from kommunvision.pages.parts import only_kommun
from kommunvision.swedish.labels import label
from kommunvision.swedish.languages import TONGUES


@dataclass(frozen=True, slots=True)
class MenuItem:
    """A link in the menu."""

    title: str
    url: str
    """Address relative to the site's root."""
    current: bool
    """Whether it is the page itself."""
    open: bool
    """Whether the page stands under it."""
    lang: str | None = None
    """The mark of its title's language, where that is not Swedish."""


def sections(system: GoalSystem) -> tuple[tuple[Place, str], ...]:
    """Return the parts of a kommun's site that have something to show, with their titles."""
    return tuple((where, title) for where, title, shown in _parts(system) if shown)


def empty_sections(system: GoalSystem) -> tuple[tuple[Place, str], ...]:
    """Return the other parts, which have nothing, with the titles that they would have."""
    empty = tuple((where, title) for where, title, shown in _parts(system) if not shown)
    # The word list is found at the foot of pages and not in the menu.
    words = () if system.kommun.terms else ((Place.GLOSSARY, label("part_glossary")),)
    return (*empty, *words)


def _parts(system: GoalSystem) -> tuple[tuple[Place, str, bool], ...]:
    kommun = system.kommun
    several = {True: "_several", False: ""}
    found: tuple[tuple[Place, str, object], ...] = (
        (Place.START, "start", True),
        (Place.VISIONS, f"visions{several[len(kommun.visions) > 1]}", kommun.visions),
        (Place.CHAIN, "chain", kommun.visions or kommun.goals),
        (Place.LEVELS, "levels", kommun.levels),
        (Place.BODIES, "bodies", kommun.bodies),
        (Place.FOLLOW_UP, "follow_up", kommun.occasions or kommun.scales),
        (Place.INDICATORS, "indicators", kommun.indicators),
        (Place.MODEL, f"models{several[len(kommun.models) > 1]}", kommun.models),
        (Place.NEWS, "news", kommun.news),
        (Place.SOURCES, "sources", kommun.sources or kommun.decisions),
    )
    return tuple((where, label(f"part_{key}"), bool(shown)) for where, key, shown in found)


def title_of(system: GoalSystem, where: Place) -> str:
    """Return the title of a part of a kommun's site."""
    return {part: title for part, title, _ in _parts(system)}[where]


def menu(site: Site, system: GoalSystem | None, url: str) -> tuple[MenuItem, ...]:
    """Return the menu of the page at ``url``: its own kommun's, or the portal's."""
    home = system or only_kommun(site)
    return _of_kommun(home, url) if home else _of_portal(site, url)


def menu_turns(system: GoalSystem) -> tuple[str, ...]:
    """Return where the menu of a kommun changes, beside the pages that it leads to."""
    return (place(system.kommun, Place.GOALS),)


def about_links(site: Site, system: GoalSystem | None, url: str) -> tuple[MenuItem, ...]:
    """Return the links at the foot of the page at ``url``: words, what the law asks for, data."""
    home = system or only_kommun(site)
    explains = bool(home and home.kommun.terms)
    targets = (
        *([("part_glossary", place(home.kommun, Place.GLOSSARY))] if home and explains else []),
        ("accessibility", place(home.kommun, Place.ACCESSIBILITY) if home else ACCESSIBILITY),
        ("about", place(home.kommun, Place.ABOUT) if home else ABOUT),
        ("open_data", place(home.kommun, Place.OPEN_DATA) if home else OPEN_DATA),
    )
    return tuple(
        MenuItem(label(key), target, url == target, url == target) for key, target in targets
    )


def _of_kommun(system: GoalSystem, url: str) -> tuple[MenuItem, ...]:
    kommun = system.kommun
    # A node's page stands under its level.
    goals, levels = place(kommun, Place.GOALS), place(kommun, Place.LEVELS)
    under = levels if url.startswith(goals) else url
    parts = (
        _item(title, place(kommun, where), url, inside=where is not Place.START, under=under)
        for where, title in sections(system)
    )
    # Last, and each in its own words, so that whoever reads no Swedish finds them.
    tongues = ((start, TONGUES[language.value]) for start, language in language_starts(kommun))
    return (
        *parts,
        *(
            replace(_item(one.own, start, url, inside=True, under=url), lang=one.tag)
            for start, one in tongues
        ),
    )


def _of_portal(site: Site, url: str) -> tuple[MenuItem, ...]:
    found: tuple[tuple[str, str, object], ...] = (
        ("kommuner", "", True),
        ("themes", THEMES, site.themes),
        ("global_goals", GLOBAL_GOALS, site.has_global_goals()),
    )
    return tuple(
        _item(label(f"part_{key}"), target, url, inside=bool(target), under=url)
        for key, target, shown in found
        if shown
    )


def _item(title: str, target: str, url: str, *, inside: bool, under: str) -> MenuItem:
    current = url == target
    return MenuItem(title, target, current, current or (inside and under.startswith(target)))
