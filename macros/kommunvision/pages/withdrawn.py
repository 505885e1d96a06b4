"""What stands where a page has been withdrawn: that it is gone, why, and what to read instead."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from markupsafe import Markup

from kommunvision.artifact import Page
from kommunvision.chain import GoalSystem, Site
from kommunvision.model import WithdrawnPage
from kommunvision.pages.parts import Draft, describe, html, prose
from kommunvision.render.views import Views
from kommunvision.swedish.format import date
from kommunvision.swedish.labels import label


def pages(site: Site, system: GoalSystem) -> Iterator[Page]:
    """Yield a page for each address that has been withdrawn; no search lists it."""
    for one in system.kommun.withdrawn:
        yield _page(site, system, one)


def _page(site: Site, system: GoalSystem, gone: WithdrawnPage) -> Page:
    kommun = system.kommun
    draft = Draft(site, system, gone.address)
    views = draft.views
    draft.add(html("intro", text=label("withdrawn", date=date(gone.date))))
    draft.section(label("withdrawn_reason"), prose(gone.reason), *_decided(views, gone))
    if gone.instead:
        links = [views.reference(one) for one in gone.instead]
        draft.section(label("withdrawn_instead"), draft.views.lines(links))
    made = draft.page(
        gone.title,
        kicker=label("withdrawn_kicker"),
        description=describe("withdrawn_description", kommun=kommun.formal_name, title=gone.title),
        origin=gone.where.origin,
        sources=None,
        elsewhere=label("withdrawn_from", publisher=kommun.publisher or kommun.formal_name),
    )
    return replace(made, indexed=False)


def _decided(views: Views, gone: WithdrawnPage) -> Iterator[Markup]:
    for one in gone.decisions:
        yield html("intro", text=views.decision_line(one))
    if "decisions" in gone.not_stated:
        yield html("intro", text=label("decision_not_stated"))
