"""What stands where a page has been withdrawn: that it is gone, why, and what to read instead."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from markupsafe import Markup

from kommunvision.address import is_evidence
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
        if not is_evidence(system.kommun, one.address):
            yield _page(site, system, one)


def _page(site: Site, system: GoalSystem, gone: WithdrawnPage) -> Page:
    kommun = system.kommun
    draft = Draft(site, system, gone.address)
    draft.add(_when(gone))
    draft.section(label("withdrawn_reason"), prose(gone.reason), *_decided(draft.views, gone))
    if gone.instead:
        draft.section(label("withdrawn_instead"), _instead(draft.views, gone))
    made = draft.page(
        gone.title,
        kicker=label("withdrawn_kicker"),
        description=describe("withdrawn_description", kommun=kommun.formal_name, title=gone.title),
        origin=gone.where.origin,
        sources=None,
        elsewhere=label(
            "withdrawn_by_date" if gone.timed else "withdrawn_from",
            publisher=kommun.publisher or kommun.formal_name,
        ),
    )
    return replace(made, indexed=False)


def evidence(draft: Draft, kommun: Kommun) -> None:
    """Add what has been withdrawn of sources and decisions, where old links to it lead."""
    for one in (one for one in kommun.withdrawn if is_evidence(kommun, one.address)):
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
