"""The whole chain of a kommun on one page, from every vision down, and seen from below."""

from __future__ import annotations

from collections.abc import Iterator

from kommunvision.address import Place, place
from kommunvision.artifact import Page
from kommunvision.chain import GoalSystem, Site
from kommunvision.model import Goal
from kommunvision.pages.levels import below_vision, by_parents, shared_standing, supported
from kommunvision.pages.parts import Draft, describe, html, standing
from kommunvision.render.environment import phrase
from kommunvision.swedish.labels import label


def pages(site: Site, system: GoalSystem) -> Iterator[Page]:
    """Yield the page, where there is anything to hang together."""
    kommun = system.kommun
    if not kommun.visions and not kommun.goals:
        return
    draft = Draft(site, system, place(kommun, Place.CHAIN))
    views = draft.views
    draft.add(html("intro", text=label("chain_intro")))
    for vision in system.visions():
        shown = system.down(vision)
        below = [views.branches(vision)] if shown else below_vision(draft, system, vision)
        blocks = [standing(views, vision), *below]
        draft.section(vision.title, *blocks, anchor=vision.id, target=views.link(vision))
    tops = [node for node in system.roots() if isinstance(node, Goal)]
    if tops:
        title = label("beside_visions" if kommun.visions else "chain_from_top")
        draft.section(title, *(views.chain(node) for node in tops))
    _several_ways(draft, system)
    yield draft.page(
        label("whole_chain"),
        description=describe("chain_description", kommun=kommun.formal_name),
        origin=(*kommun.visions, *kommun.goals)[0].where.origin,
        sources=[*kommun.visions, *kommun.goals],
        section=draft.url,
    )


def _several_ways(draft: Draft, system: GoalSystem) -> None:
    """Add the nodes that support several, seen from below; the lists above show them from above."""
    goals = [goal for goal in system.kommun.goals if len(system.up(goal)) > 1]
    groups = [
        html(
            "group",
            title=phrase("supporting", parents=supported(draft, parents)),
            block=draft.views.goal_list(same, shared_standing(parents)),
        )
        for parents, same in by_parents(system, sorted(goals, key=system.order))
    ]
    if groups:
        intro = html("intro", text=label("several_ways_intro"))
        draft.section(label("several_ways"), intro, *groups)
