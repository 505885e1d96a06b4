"""A page for each node: what it says, every way up to the vision, and what stands below."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from markupsafe import Markup

from kommunvision.address import Place, address, place, relative, theme
from kommunvision.artifact import Page
from kommunvision.chain import GoalSystem, Site
from kommunvision.model import Goal, Item, Theme
from kommunvision.pages.menu import title_of
from kommunvision.pages.parts import Draft, describe, html, standing
from kommunvision.render.views import names
from kommunvision.swedish.format import capital
from kommunvision.swedish.labels import label


def pages(site: Site, system: GoalSystem) -> Iterator[Page]:
    """Yield the page of every node."""
    alike = Counter((goal.level, goal.title) for goal in system.kommun.goals)
    for goal in system.kommun.goals:
        yield _goal(site, system, goal, unique=alike[goal.level, goal.title] == 1)


def _goal(site: Site, system: GoalSystem, goal: Goal, *, unique: bool) -> Page:
    kommun, level = system.kommun, system.level_of(goal)
    draft = Draft(site, system, address(kommun, goal))
    views = draft.views
    kind = names.kind(system, goal)
    # The answer first: how it stands, by which occasion.
    said = views.stated(goal)
    draft.add(html("lead", text=said) if said else Markup())
    draft.add(standing(views, goal), views.goal(goal))
    draft.section(label("latest"), views.latest(goal), views.history(goal))
    # One way up is seen in the list alone; where ways part, a drawing shows what lists cannot.
    drawing = views.diagram(goal) if len(system.paths(goal)) > 1 else Markup()
    draft.section(label("way_up_of", definite=level.definite), views.way_up(goal), drawing)
    draft.section(label("below_of", definite=level.definite), views.below(goal, deep=True))
    if indicators := system.indicators_of(goal):
        draft.section(label("part_indicators"), views.indicator_list(indicators))
    draft.section(label("other_wordings"), views.wordings(goal))
    draft.section(label("source_words"), views.verbatim(goal))
    draft.section(label("facts"), views.facts(goal), views.note(goal))
    draft.section(label("elsewhere"), _elsewhere(site, system, goal, draft.url))
    mentioned: list[Item] = [goal, *(link.item for link in indicators)]
    title = goal.title if unique else f"{goal.title} ({goal.id})"
    return draft.page(
        goal.title,
        title=f"{title} – {kommun.name}",
        kicker=kind,
        description=describe(
            "goal_description",
            said,
            kind=kind,
            kommun=kommun.formal_name,
            title=title.rstrip(".") if unique else title,
        ),
        origin=goal.where.origin,
        sources=mentioned,
        way=[
            (title_of(system, Place.LEVELS), place(kommun, Place.LEVELS)),
            (capital(level.plural), address(kommun, level)),
        ],
        section=place(kommun, Place.LEVELS),
    )


def _elsewhere(site: Site, system: GoalSystem, goal: Goal, here: str) -> Markup:
    """Return links to what other kommuner want in the same subjects."""
    links = [
        (label("elsewhere_theme", theme=found.name), relative(theme(found.id), here))
        for found in (system.kommun.by_id.get(ref.target or "") for ref in goal.themes)
        if isinstance(found, Theme) and site.is_shared(found, system.kommun)
    ]
    return html("links", links=links) if links else Markup()
