"""What each kommun adds to what spans kommuner, made without looking at any other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from kommunvision.address import Place, global_goal, place, relative, theme
from kommunvision.artifact import Contribution, Redirect
from kommunvision.chain import GoalSystem, Site
from kommunvision.export import (
    DataFile,
    Setting,
    covered,
    other_publishers,
    part_of_catalogue,
    shared_lines,
)
from kommunvision.model import Goal, Kommun
from kommunvision.origin import Origin
from kommunvision.pages import redirects
from kommunvision.pages.dissolved import gone_addresses
from kommunvision.pages.parts import html
from kommunvision.render.views import Views


def contributions(
    setting: Setting,
    of_each: Iterable[tuple[GoalSystem, Sequence[DataFile]]],
    *,
    whole: bool = True,
) -> dict[str, Contribution]:
    """Return what kommuner add, by their slugs.

    Args:
        setting: The site.
        of_each: The kommuner, each with its own files of open data.
        whole: Whether the site has pages that span kommuner.
    """
    return {
        one.kommun.slug: _contribution(setting, one, files, whole=whole) for one, files in of_each
    }


def in_order(site: Site, known: Mapping[str, Contribution]) -> Iterator[Contribution]:
    """Yield what is known, in the order of the site."""
    return (known[one.slug] for one in site.kommuner if one.slug in known)


def anchor(kommun: Kommun) -> str:
    """Return the fragment of what stands of a kommun on a page that spans kommuner."""
    return kommun.slug or "kommun"


def redirected_by(site: Site, known: Mapping[str, Contribution]) -> Iterator[Redirect]:
    """Yield the redirects from old addresses of what kommuner share, as each of them tells them."""
    return (redirect for one in in_order(site, known) for redirect in one.redirects)


def withdrawn_by(site: Site, known: Mapping[str, Contribution]) -> Iterator[str]:
    """Yield the addresses that kommuner have withdrawn."""
    return (url for one in in_order(site, known) for url in one.gone)


def _contribution(
    setting: Setting, system: GoalSystem, files: Sequence[DataFile], *, whole: bool
) -> Contribution:
    kommun, alone = system.kommun, Site([system] if whole else [])
    goals: dict[str, str] = {}
    origins: dict[str, Origin] = {}

    def add(page: str, found: Iterable[tuple[GoalSystem, Goal]]) -> None:
        start = relative(place(kommun, Place.START), page)
        name = html("link", url=start, text=kommun.formal_name)
        heading = html("heading", level=2, anchor=anchor(kommun), title=name, former=())
        listed = Views(setting.site, system, page).goal_list([goal for _, goal in found])
        goals[page] = f"{heading}\n{listed}"

    for key, found in alone.goals_by_theme.items():
        add(theme(key), found)
    for number, found in alone.goals_by_global_goal.items():
        add(global_goal(number), found)
        origins[global_goal(number)] = found[0][1].where.of("global_goals")
    home = place(kommun, Place.START)
    return Contribution(
        goals=goals,
        origins=origins,
        covered=covered(kommun),
        publishers=other_publishers(kommun),
        lines=shared_lines(setting, system) if whole else {},
        catalogue=part_of_catalogue(setting, kommun, files) if whole else None,
        redirects=tuple(one for one in redirects.of_ids(system) if not one.url.startswith(home)),
        gone=gone_addresses([kommun], ()),
        embedders=kommun.embedders,
    )
