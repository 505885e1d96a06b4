"""What the macros for follow-up give."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from kommunvision.chain import GoalSystem
from kommunvision.editing.context import PageContext
from kommunvision.model import Goal, Indicator, Item, Occasion
from kommunvision.render.views import Views

Ids = str | Iterable[str]


def followup(
    page: PageContext,
    occasion: str | None = None,
    kommun: str | None = None,
    **filters: Ids,
) -> Markup:
    """Give a table of what an occasion says, of some levels and bodies or of all."""
    views, system, found = _occasion(page, occasion, kommun)
    items = [
        item
        for item in system.occasions.covered(found)
        if all(_fits(page, system, item, kind, ids) for kind, ids in filters.items())
    ]
    return views.followup(found, items)


def _fits(page: PageContext, system: GoalSystem, item: Item, kind: str, ids: Ids) -> bool:
    wanted = {page.find(name)[1].id for name in ([ids] if isinstance(ids, str) else ids)}
    if not isinstance(item, Goal):
        return False
    if kind == "levels":
        return item.level in wanted
    return any(body.id in wanted and item in system.goals_of(body) for body in system.kommun.bodies)


def summary(page: PageContext, occasion: str | None = None, kommun: str | None = None) -> Markup:
    """Give how many have each status."""
    views, _, found = _occasion(page, occasion, kommun)
    return views.summary(found)


def changes(page: PageContext, occasion: str | None = None, kommun: str | None = None) -> Markup:
    """Give what has changed since the occasion before."""
    views, _, found = _occasion(page, occasion, kommun)
    return views.changed(found)


def status(page: PageContext, item: str, occasion: str | None = None) -> Markup:
    """Give a status and the occasion that it comes from, within a sentence."""
    system, found = page.find(item)
    at = page.find(occasion)[1] if occasion else None
    return page.views(system).status(found, at if isinstance(at, Occasion) else None)


def chart(page: PageContext, item: str) -> Markup:
    """Give the values of an indicator: the sentences, the drawing, the table."""
    system, found = page.find(item)
    return page.views(system).figure(_indicator(found))


def comparison(page: PageContext, item: str, period: str | None = None) -> Markup:
    """Give an indicator's value beside those of others."""
    system, found = page.find(item)
    return page.views(system).comparison(_indicator(found), period)


def _occasion(
    page: PageContext, occasion: str | None, kommun: str | None
) -> tuple[Views, GoalSystem, Occasion]:
    if occasion is None:
        system = page.kommun(kommun)
        return page.views(system), system, system.occasions.all[-1]
    system, found = page.find(occasion)
    if not isinstance(found, Occasion):
        raise TypeError(f"{found!r} is no occasion")
    return page.views(system), system, found


def _indicator(found: Item) -> Indicator:
    if not isinstance(found, Indicator):
        raise TypeError(f"{found!r} is no indicator")
    return found
