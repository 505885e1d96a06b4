"""The bodies of a kommun: an overview as a tree, and a page for each with what it answers for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from kommunvision.address import Place, address, place
from kommunvision.artifact import Page
from kommunvision.chain import GoalSystem, Site
from kommunvision.model import Body, Decision, Kommun, Level, Reference
from kommunvision.pages.menu import title_of
from kommunvision.pages.parts import Draft, describe, empty, html, prose
from kommunvision.render.views import Views
from kommunvision.swedish.format import capital
from kommunvision.swedish.labels import label


def pages(site: Site, system: GoalSystem) -> Iterator[Page]:
    """Yield the overview and every body's page."""
    if system.kommun.bodies:
        yield _overview(site, system)
    for body in system.kommun.bodies:
        yield _body(site, system, body)


def _overview(site: Site, system: GoalSystem) -> Page:
    kommun = system.kommun
    draft = Draft(site, system, place(kommun, Place.BODIES))
    ids = {body.id for body in kommun.bodies}
    tops = [one for one in kommun.bodies if not one.part_of or one.part_of.target not in ids]
    draft.add(html("tree", bodies=_branches(draft, system, tops)))
    return draft.page(
        label("part_bodies"),
        description=describe("bodies_description", kommun=kommun.formal_name),
        origin=kommun.bodies[0].where.origin,
        sources=kommun.bodies,
        section=draft.url,
    )


def _branches(draft: Draft, system: GoalSystem, bodies: Iterable[Body]) -> list[dict[str, object]]:
    return [
        {
            "kind": capital(body.kind),
            "link": draft.views.link(body),
            "short": body.short if body.short != body.name else None,
            "adrift": "part_of" in body.not_stated,
            "parts": _branches(draft, system, system.parts_of(body)),
        }
        for body in bodies
    ]


def _body(site: Site, system: GoalSystem, body: Body) -> Page:
    kommun = system.kommun
    draft = Draft(site, system, address(kommun, body))
    views = draft.views
    draft.add(prose(body.description), views.verbatim(body))
    goals = system.goals_of(body)
    own = [goal for goal in goals if not goal.responsible_all]
    shared = [goal for goal in goals if goal.responsible_all]
    elsewhere = _elsewhere(site, kommun, body, draft.url)
    if own or not (shared or elsewhere):
        found = views.goal_list(own) if own else empty("answers_for_none")
        draft.section(label("answers_for"), found)
    if shared:
        draft.section(label("answers_with_all"), views.goal_list(shared))
    if elsewhere:
        draft.section(label("answers_elsewhere"), views.lines(elsewhere))
    indicators = [one for one in kommun.indicators if _names(one.responsible, body)]
    if indicators:
        draft.section(label("answers_for_indicators"), views.indicator_list(indicators))
    draft.section(label("latest"), views.standing_at([*goals, *indicators], body))
    levels = [
        views.link(level, text=_level_name(system, level))
        for level in kommun.levels
        if _names(level.decided_by, body)
    ]
    if levels:
        draft.section(label("decides_on"), views.lines(levels))
    decisions = [one for one in kommun.decisions if one.body and _names([one.body], body)]
    if decisions:
        draft.section(label("decided"), html("decisions", items=_told(draft, decisions)))
    draft.section(label("facts"), views.facts(body), views.note(body))
    return draft.page(
        body.name,
        kicker=capital(body.kind),
        description=describe(
            "body_description", name=capital(body.name), kommun=kommun.formal_name
        ),
        origin=body.where.origin,
        sources=[body, *own],
        way=[(title_of(system, Place.BODIES), place(kommun, Place.BODIES))],
        section=place(kommun, Place.BODIES),
    )


def _elsewhere(site: Site, kommun: Kommun, body: Body, url: str) -> list[Markup]:
    """Return a line for each goal of another kommun that names the body: the kommun, the goal."""
    return [
        Markup("{}: {}").format(owner.kommun.name, Views(site, owner, url).link(goal))
        for owner, goal in site.goals_elsewhere(kommun, body)
    ]


def _level_name(system: GoalSystem, level: Level) -> str:
    """Return a level's plural; with several governing models two levels may share theirs."""
    plural = capital(level.plural)
    if len(system.kommun.models) == 1:
        return plural
    return label("level_in_model", level=plural, model=system.model_of(level).name)


def _names(references: Iterable[Reference], body: Body) -> bool:
    return any(ref.target == body.id for ref in references)


def _told(draft: Draft, decisions: Iterable[Decision]) -> list[tuple[str | None, Markup]]:
    return [(decision.title, draft.views.decision(decision)) for decision in decisions]
