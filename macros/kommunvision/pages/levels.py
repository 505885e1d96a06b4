"""The levels of a kommun: an overview, and a page for each with what stands on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from kommunvision.address import Place, address, place
from kommunvision.artifact import Page
from kommunvision.chain import GoalSystem, Node, Site
from kommunvision.model import Goal, Level, Standing, Vision
from kommunvision.pages.menu import title_of
from kommunvision.pages.parts import Draft, describe, empty, html, prose, standing
from kommunvision.render.environment import phrase
from kommunvision.swedish.format import capital, listing
from kommunvision.swedish.labels import label

# A group of nodes that support the same things: what they support, and the nodes.
Group = tuple[tuple[Node, ...], list[Goal]]


def pages(site: Site, system: GoalSystem) -> Iterator[Page]:
    """Yield the overview and every level's page."""
    if system.kommun.levels:
        yield _overview(site, system)
    for level in system.kommun.levels:
        yield _level(site, system, level)


def below_vision(draft: Draft, system: GoalSystem, vision: Vision) -> list[Markup]:
    """Return what stands under a vision; where nothing does yet, why its next levels are empty."""
    top = system.vision_level(vision)
    if top and not system.down(vision):
        under = system.model_of(top).next_below(top)
        if under and not any(system.nodes_on(one) for one in under):
            return [draft.views.level_state(one) for one in under]
    return [draft.views.below(vision)]


def _overview(site: Site, system: GoalSystem) -> Page:
    kommun = system.kommun
    draft = Draft(site, system, place(kommun, Place.LEVELS))
    if len(kommun.models) == 1:
        draft.add(draft.views.level_list(kommun.models[0], 2))
    else:
        for model in kommun.models:
            draft.section(
                model.name,
                standing(draft.views, model),
                draft.views.level_list(model, 3),
                anchor=model.id,
                target=draft.views.link(model),
            )
    return draft.page(
        label("part_levels"),
        description=describe("levels_description", kommun=kommun.formal_name),
        origin=kommun.models[0].where.origin,
        sources=kommun.models,
        section=draft.url,
    )


def _level(site: Site, system: GoalSystem, level: Level) -> Page:
    kommun, model = system.kommun, system.model_of(level)
    draft = Draft(site, system, address(kommun, level))
    views = draft.views
    draft.add(prose(level.description), views.verbatim(level), views.level_state(level))
    nodes = system.nodes_on(level)
    if told := shared_standing(nodes):
        draft.add(standing(views, nodes[0]))
    if level.categories:
        _by_category(draft, system, level, told)
    elif nodes:
        draft.section(label("on_level"), *_listed(draft, system, nodes, told))
    draft.section(label("latest"), views.standing_at(nodes))
    draft.section(label("facts"), views.facts(level), views.note(level))
    several = len(kommun.models) > 1
    return draft.page(
        capital(level.plural),
        title=f"{capital(level.plural)} – {model.name if several else kommun.name}",
        kicker=label("level_of", model=model.name) if several else label("level"),
        description=describe(
            "level_description",
            plural=capital(level.plural),
            kommun=kommun.formal_name,
            model=model.name,
        ),
        origin=level.where.origin,
        sources=[level, *nodes],
        way=[(title_of(system, Place.LEVELS), place(kommun, Place.LEVELS))],
        section=place(kommun, Place.LEVELS),
    )


def _by_category(draft: Draft, system: GoalSystem, level: Level, told: Standing | None) -> None:
    goals = system.goals_on(level)
    for category in level.categories:
        own = [goal for goal in goals if goal.category == category.id]
        blocks = _listed(draft, system, own, told) or [empty("category_empty", name=category.name)]
        draft.section(category.name, *blocks, anchor=category.id)
    known = {category.id for category in level.categories}
    rest = [goal for goal in goals if goal.category not in known]
    draft.section(label("without_category"), *_listed(draft, system, rest, told))


def _listed(
    draft: Draft, system: GoalSystem, nodes: Iterable[Node], told: Standing | None
) -> list[Markup]:
    """Return nodes as a list, or as one list for each thing that several of them support."""
    shown = tuple(nodes)
    groups = by_parents(system, [node for node in shown if isinstance(node, Goal)])
    if not 1 < len(groups) < len(shown):
        return [draft.views.goal_list(shown, told, kind_told=True)] if shown else []
    return [
        html(
            "group",
            title=phrase("supporting", parents=supported(draft, parents))
            if parents
            else label("stands_alone"),
            block=draft.views.goal_list(goals, told, kind_told=True),
        )
        for parents, goals in groups
    ]


def shared_standing(nodes: Iterable[Node]) -> Standing | None:
    """Return the standing that all of several nodes have, so that it need be told only once."""
    found = {node.standing for node in nodes}
    return found.pop() if len(found) == 1 else None


def by_parents(system: GoalSystem, goals: Iterable[Goal]) -> list[Group]:
    """Return nodes in groups that support the same things, in the order they are met."""
    groups: dict[tuple[str, ...], Group] = {}
    for goal in goals:
        parents = tuple(link.item for link in system.up(goal))
        key = tuple(parent.id for parent in parents)
        groups.setdefault(key, (parents, []))[1].append(goal)
    return list(groups.values())


def supported(draft: Draft, parents: Iterable[Node]) -> Markup:
    """Return what a group supports, as links within a heading."""
    links = [str(draft.views.link(parent)) for parent in parents]
    return Markup(listing(links))  # noqa: S704 - every link is finished HTML
