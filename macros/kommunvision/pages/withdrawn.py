"""What stands where a page has been withdrawn: that it is gone, why, and what to read instead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from markupsafe import Markup

from kommunvision.address import THEMES, Place, is_spot, is_theme
from kommunvision.artifact import Page
from kommunvision.chain import GoalSystem, Site
from kommunvision.model import Kommun, WithdrawnPage
from kommunvision.pages.parts import Draft, describe, html, prose
from kommunvision.render.views import Views
from kommunvision.swedish.format import date
from kommunvision.swedish.labels import label


def pages(site: Site, system: GoalSystem) -> Iterator[Page]:
    """Yield a page for each address that has been withdrawn; no search lists it."""
    for one in system.kommun.withdrawn:
        if "#" not in one.address:
            yield _page(site, system, one)


def shared_pages(site: Site, withdrawn: Iterable[WithdrawnPage]) -> Iterator[Page]:
    """Yield a page for each address that has been withdrawn of what spans kommuner."""
    for one in withdrawn:
        draft = _draft(Draft(site, None, one.address), one)
        themes = is_theme(one.address)
        made = draft.page(
            one.title,
            kicker=label("withdrawn_kicker"),
            description=describe("withdrawn_description_shared", title=one.title.rstrip(".")),
            origin=one.where.origin,
            sources=None,
            elsewhere=label("withdrawn_by_date_shared" if one.timed else "withdrawn_from_shared"),
            way=[(label("part_themes"), THEMES)] if themes else (),
            section=THEMES if themes else None,
        )
        yield replace(made, indexed=False)


def _page(site: Site, system: GoalSystem, gone: WithdrawnPage) -> Page:
    kommun = system.kommun
    draft = _draft(Draft(site, system, gone.address), gone)
    made = draft.page(
        gone.title,
        kicker=label("withdrawn_kicker"),
        description=describe(
            "withdrawn_description", kommun=kommun.formal_name, title=gone.title.rstrip(".")
        ),
        origin=gone.where.origin,
        sources=None,
        elsewhere=label(
            "withdrawn_by_date" if gone.timed else "withdrawn_from",
            publisher=kommun.publisher or kommun.formal_name,
        ),
    )
    return replace(made, indexed=False)


def _draft(draft: Draft, gone: WithdrawnPage) -> Draft:
    """Write what has happened, why, and what to read instead."""
    draft.add(_when(gone))
    draft.section(label("withdrawn_reason"), prose(gone.reason), *_decided(draft.views, gone))
    if gone.instead:
        draft.section(label("withdrawn_instead"), _instead(draft.views, gone))
    return draft


def spots(kommun: Kommun, where: Place) -> tuple[WithdrawnPage, ...]:
    """Return what has been withdrawn of a page that objects stand on with others."""
    return tuple(one for one in kommun.withdrawn if is_spot(kommun, one.address, where))


def anchors(gone: Iterable[WithdrawnPage]) -> list[str]:
    """Return the fragments that belong to what has been withdrawn of a page."""
    return [one.address.partition("#")[2] for one in gone]


def tell(draft: Draft, gone: Iterable[WithdrawnPage]) -> None:
    """Add what has been withdrawn of a page, where old links to it lead."""
    for one in gone:
        draft.section(
            one.title,
            _when(one),
            prose(one.reason),
            *_decided(draft.views, one),
            _instead(draft.views, one) if one.instead else Markup(),
            anchor=one.address.partition("#")[2],
        )


def _when(gone: WithdrawnPage) -> Markup:
    key = "withdrawn_place" if "#" in gone.address else "withdrawn"
    return html("intro", text=label(key, date=date(gone.date)))


def _instead(views: Views, gone: WithdrawnPage) -> Markup:
    return views.lines([views.reference(one) for one in gone.instead])


def _decided(views: Views, gone: WithdrawnPage) -> Iterator[Markup]:
    for one in gone.decisions:
        yield html("intro", text=views.decision_line(one))
    if "decisions" in gone.not_stated:
        yield html("intro", text=label("decision_not_stated"))
