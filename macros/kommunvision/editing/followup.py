"""What the macros for follow-up give."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from kommunvision.chain import GoalSystem
from kommunvision.editing.context import Ids, PageContext, each
from kommunvision.model import Goal, Indicator, Item, Occasion, Period
from kommunvision.progress.spans import named, within
from kommunvision.render.views import Views


@dataclass(frozen=True)
class _Asked:
    """The occasion that a macro tells of, and the things that it tells of."""

    views: Views
    system: GoalSystem
    occasion: Occasion
    items: tuple[Item, ...] | None
    """Only these; everything where none are chosen."""


def followup(page: PageContext, **asked: Ids) -> Markup:
    """Give tables of what an occasion says, of some levels and bodies or of all."""
    found = _asked(page, asked)
    items = found.system.occasions.covered(found.occasion) if found.items is None else found.items
    return found.views.followup(found.occasion, items)


def summary(page: PageContext, **asked: Ids) -> Markup:
    """Give how many have each status."""
    found = _asked(page, asked)
    return found.views.summary(found.occasion, found.items)


def changes(page: PageContext, since: str | None = None, **asked: Ids) -> Markup:
    """Give what has changed since an earlier occasion."""
    found = _asked(page, asked, covered=False)
    before = _occasion(page.find(since)[1]) if since else None
    return found.views.changed(found.occasion, before, found.items)


def status(
    page: PageContext,
    item: str,
    occasion: str | None = None,
    period: str | None = None,
    *,
    within: bool = False,
) -> Markup:
    """Give a status and the occasion that it comes from, within a sentence."""
    system, found = page.find(item)
    at = _occasion(page.find(occasion)[1]) if occasion else None
    if at is None and period is not None:
        at = _newest((one for one, _ in system.occasions.history(found)), period)
    return page.views(system).status(found, at, within=within)


def indicator(
    page: PageContext, item: str, period: str | None = None, occasion: str | None = None
) -> Markup:
    """Give an indicator as a card; with a period its value then, with an occasion its status."""
    system, found = page.find(item)
    one = _indicator(found)
    at = _occasion(page.find(occasion)[1]) if occasion else None
    return page.views(system).indicator(one, period=_period(system, one, period), occasion=at)


def chart(page: PageContext, item: str, start: str | None = None, end: str | None = None) -> Markup:
    """Give the values of an indicator: the sentences, the drawing, the table."""
    system, found = page.find(item)
    one = _indicator(found)
    if start or end:
        first, last = (_period(system, one, text) for text in (start, end))
        system = GoalSystem(within(system.kommun, one, first, last))
        one = _indicator(system.kommun.by_id[one.id])
    return page.views(system).figure(one)


def comparison(
    page: PageContext, item: str, period: str | None = None, groups: Ids | None = None
) -> Markup:
    """Give an indicator's value beside those of others."""
    system, found = page.find(item)
    some = None if groups is None else each(groups)
    return page.views(system).comparison(_indicator(found), period, some)


def _asked(page: PageContext, asked: Mapping[str, Ids], *, covered: bool = True) -> _Asked:
    """Find the occasion, by default the newest, and what the filters leave of it.

    Args:
        page: The page.
        asked: The macro's arguments.
        covered: Whether only what the occasion covers is meant.
    """
    occasion, kommun = _word(asked, "occasion"), _word(asked, "kommun")
    category = _word(asked, "category")
    filters = {kind: each(asked[kind]) for kind in ("levels", "bodies") if kind in asked}
    ids = [occasion] if occasion else [name for some in filters.values() for name in some]
    system = page.find(ids[0])[0] if ids and kommun is None else page.kommun(kommun)
    # Those that nobody has reported anything of yet come into question last.
    told = sorted(system.occasions.all, key=system.occasions.begun)
    at = _occasion(page.find(occasion)[1]) if occasion else _newest(told, _word(asked, "period"))
    items = None
    if filters or category is not None:
        among = system.occasions.covered(at) if covered else system.kommun.items
        wanted = {kind: {page.find(name)[1].id for name in some} for kind, some in filters.items()}
        items = tuple(
            item
            for item in among
            if all(_fits(system, item, kind, some) for kind, some in wanted.items())
            and (category is None or getattr(item, "category", None) == category)
        )
    return _Asked(page.views(system), system, at, items)


def _word(asked: Mapping[str, Ids], name: str) -> str | None:
    found = asked.get(name)
    return found if isinstance(found, str) else None


def _fits(system: GoalSystem, item: Item, kind: str, wanted: set[str]) -> bool:
    if kind == "levels":
        return any(item in system.nodes_on(one) for one in system.kommun.levels if one.id in wanted)
    if isinstance(item, Indicator):
        return any(ref.target in wanted for ref in item.responsible)
    bodies = (body for body in system.kommun.bodies if body.id in wanted)
    return isinstance(item, Goal) and any(item in system.goals_of(body) for body in bodies)


def _newest(among: Iterable[Occasion], period: str | None) -> Occasion:
    """Return the newest occasion, or the newest of a period that the check has seen one for."""
    every = tuple(among)
    meant = named(period, [one.period for one in every]) if period else None
    return next(one for one in reversed(every) if meant is None or one.period == meant)


def _period(system: GoalSystem, item: Indicator, text: str | None) -> Period | None:
    return named(text, [one.period for one in system.figures.own(item)]) if text else None


def _occasion(found: Item) -> Occasion:
    if not isinstance(found, Occasion):
        raise TypeError(f"{found!r} is no occasion")
    return found


def _indicator(found: Item) -> Indicator:
    if not isinstance(found, Indicator):
        raise TypeError(f"{found!r} is no indicator")
    return found
