"""The visions of a kommun: an overview, and a page for each."""

from __future__ import annotations

from collections.abc import Iterator

from kommunvision.address import Place, address, place
from kommunvision.artifact import Page
from kommunvision.chain import GoalSystem, Site
from kommunvision.model import Vision
from kommunvision.pages.levels import below_vision
from kommunvision.pages.menu import title_of
from kommunvision.pages.parts import Draft, describe, prose
from kommunvision.render.views import names
from kommunvision.swedish.format import capital
from kommunvision.swedish.labels import label


def pages(site: Site, system: GoalSystem) -> Iterator[Page]:
    """Yield the overview and every vision's page."""
    if system.kommun.visions:
        yield _overview(site, system)
    for vision in system.kommun.visions:
        yield _vision(site, system, vision)


def _overview(site: Site, system: GoalSystem) -> Page:
    kommun = system.kommun
    draft = Draft(site, system, place(kommun, Place.VISIONS))
    visions = system.visions()
    for vision in visions:
        draft.section(
            vision.title,
            draft.views.vision(vision),
            prose(vision.description),
            anchor=vision.id,
            target=draft.views.link(vision),
        )
    several = "_several" if len(visions) > 1 else ""
    return draft.page(
        title_of(system, Place.VISIONS),
        description=describe(f"visions_description{several}", kommun=kommun.formal_name),
        origin=visions[0].where.origin,
        sources=visions,
        section=draft.url,
    )


def _vision(site: Site, system: GoalSystem, vision: Vision) -> Page:
    kommun = system.kommun
    draft = Draft(site, system, address(kommun, vision))
    views = draft.views
    definite = names.forms(system, vision)[2]
    draft.add(views.picture(vision), views.vision(vision), prose(vision.description))
    draft.section(label("latest"), views.latest(vision), views.history(vision))
    draft.section(label("purpose"), prose(vision.purpose))
    if vision.history:
        title = label("history_of", definite=definite)
        draft.section(title, views.timeline(vision.history))
    draft.section(label("usage_of", definite=definite), prose(vision.usage))
    below = below_vision(draft, system, vision)
    draft.section(label("below_of", definite=definite), *below)
    if indicators := system.indicators_of(vision):
        draft.section(label("part_indicators"), views.indicator_list(indicators))
    draft.section(label("other_wordings"), views.wordings(vision))
    draft.section(label("source_words"), views.verbatim(vision))
    draft.section(label("facts"), views.facts(vision), views.note(vision))
    overview = place(kommun, Place.VISIONS)
    return draft.page(
        vision.title,
        kicker=capital(names.forms(system, vision)[1]),
        description=describe(
            "vision_description", title=vision.title.rstrip("."), kommun=kommun.formal_name
        ),
        origin=vision.where.origin,
        sources=[vision],
        way=[(title_of(system, Place.VISIONS), overview)],
        section=overview,
    )
