"""A kommun's start page: its vision first, what supports it, and the ways in."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from kommunvision.address import Place, place, relative
from kommunvision.artifact import Page
from kommunvision.chain import GoalSystem, Site
from kommunvision.model import PAST, Goal, Item, Kommun, LevelKind, Standing, Vision
from kommunvision.pages.levels import below_vision
from kommunvision.pages.menu import sections
from kommunvision.pages.parts import Draft, describe, empty, html, prose
from kommunvision.render.views import names
from kommunvision.subject import heading_of, told
from kommunvision.swedish.labels import label


def pages(site: Site, system: GoalSystem) -> Iterator[Page]:
    """Yield the start page, which every kommun has."""
    kommun = system.kommun
    draft = Draft(site, system, place(kommun, Place.START))
    views = draft.views
    shown = foremost(system)
    beside = [node for node in system.roots() if isinstance(node, Goal) and _counts(system, node)]
    draft.add(*(views.picture(vision) for vision in shown[:1]))
    draft.add(*(views.vision(vision) for vision in shown))
    expected = _expects_vision(kommun)
    if not shown and (expected or not beside):
        draft.add(empty("no_vision"))
    draft.add(prose(kommun.description))
    for vision in shown:
        definite = names.forms(system, vision)[2]
        draft.section(label("below_of", definite=definite), *below_vision(draft, system, vision))
    if beside:
        title = label("beside_visions" if kommun.visions else "chain_from_top")
        draft.section(title, views.goal_list(beside))
    draft.section(label("latest"), *(views.summary(one) for one in system.occasions.newest))
    others = [vision for vision in system.visions() if vision not in shown]
    if others:
        draft.section(label("other_visions"), views.goal_list(others))
    draft.section(label("ways_in"), _ways_in(system, draft.url))
    draft.section(label("about_kommun", kommun=kommun.formal_name), _about(draft, system))
    draft.section(label("contact"), views.contact(kommun))
    kind = label(f"kind_{kommun.kind.value}")
    heading = heading_of(kommun)
    yield draft.page(
        heading,
        title=heading,
        kicker=label("kind_in_county", kind=kind, county=kommun.county) if kommun.county else kind,
        description=describe("start_description", heading=heading),
        origin=kommun.where.origin,
        sources=[*(shown or beside), *_origins(system)],
        section=draft.url,
    )


def presentation(site: Site, system: GoalSystem) -> Page:
    """Return what the start page says of the kommun itself, for a document that has no start."""
    kommun = system.kommun
    draft = Draft(site, system, place(kommun, Place.START))
    draft.add(prose(kommun.description))
    draft.add(_about(draft, system))
    draft.section(label("contact"), draft.views.contact(kommun))
    heading = label("about_kommun", kommun=kommun.formal_name)
    return draft.page(
        heading,
        description=heading,
        origin=kommun.where.origin,
        sources=_origins(system),
        section=draft.url,
    )


def _expects_vision(kommun: Kommun) -> bool:
    """Whoever steers without visions, and says so by having no level for them, misses none."""
    return any(level.kind is LevelKind.VISIONS for level in kommun.levels)


def foremost(system: GoalSystem) -> tuple[Vision, ...]:
    """Return the visions in force; else the newest that is not past; else the newest."""
    visions = system.visions()
    in_force = tuple(one for one in visions if one.standing is Standing.IN_FORCE)
    standing = tuple(one for one in visions if one.standing not in PAST)
    return in_force or standing[:1] or visions[:1]


def _counts(system: GoalSystem, goal: Goal) -> bool:
    """Tell whether a node on top of a chain belongs to what holds now."""
    model = system.model_of(system.level_of(goal))
    return not ({goal.standing, model.standing} & PAST)


def _ways_in(system: GoalSystem, here: str) -> Markup:
    kommun = system.kommun
    ways = [
        {
            "url": relative(place(kommun, where), here),
            "title": title,
            "line": told(kommun, f"way_in_{where.name.lower()}"),
        }
        for where, title in sections(system)
        if where is not Place.START
    ]
    return html("ways_in", ways=ways) if ways else Markup()


def _origins(system: GoalSystem) -> list[Item]:
    found = (system.kommun.by_id.get(ref.target or "") for ref in system.kommun.origins)
    return [item for item in found if item]


def _about(draft: Draft, system: GoalSystem) -> Markup:
    kommun = system.kommun
    rows = [
        (label("formal_name"), kommun.formal_name),
        (label(f"code_{kommun.kind.value}"), kommun.code),
        (label("county"), kommun.county),
        (label("organisation_number"), kommun.organisation_number),
    ]
    return html(
        "about",
        rows=[row for row in rows if row[1]],
        url=kommun.url,
        origins=[draft.views.reference(ref) for ref in kommun.origins],
    )
