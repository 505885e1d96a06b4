"""What can be embedded: the explicit list, and what each embed shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from kommunvision.address import Place, address, embedded, place
from kommunvision.chain import Node
from kommunvision.model import Goal, Indicator, Level, Occasion, Vision
from kommunvision.pages.embeds.embed import TOP, Desk, Embed, heading
from kommunvision.pages.embeds.translated import in_languages
from kommunvision.pages.parts import again, empty, html, standing
from kommunvision.render.views import Views, names
from kommunvision.swedish.format import capital
from kommunvision.swedish.labels import label

# The parts that what has a page can be embedded in, by where its address begins: what an address
# has ended with it must go on ending with.
PARTS: dict[Place, tuple[str, ...]] = {
    Place.VISIONS: ("",),
    Place.GOALS: ("",),
    Place.LEVELS: ("",),
    Place.INDICATORS: ("", "diagram/", "tabell/"),
    Place.FOLLOW_UP: ("", "forandringar/", "lage/"),
}


def shown(desk: Desk) -> Iterator[Embed]:
    """Yield everything of a kommun that can be embedded."""
    kommun = desk.system.kommun
    for vision in kommun.visions:
        yield _vision(desk, vision)
        yield _chain(desk, vision)
    for goal in kommun.goals:
        yield _goal(desk, goal)
        yield _chain(desk, goal)
    if kommun.visions or kommun.goals:
        yield _whole_chain(desk)
    yield from in_languages(desk)
    for level in kommun.levels:
        yield _level(desk, level)
    for indicator in kommun.indicators:
        yield from _indicator(desk, indicator)
    for occasion in desk.system.occasions.all:
        yield from _occasion(desk, occasion)


def _vision(desk: Desk, item: Vision) -> Embed:
    kind = capital(names.forms(desk.system, item)[1])

    def blocks(views: Views) -> Iterable[Markup]:
        # Decided words bring along their own decision and source.
        return heading(item.title, kind), views.vision(item), _status(views, item)

    return desk.of(
        item,
        Place.VISIONS,
        page=address(desk.system.kommun, item),
        name=kind,
        title=item.title,
        blocks=blocks,
    )


def _goal(desk: Desk, item: Goal) -> Embed:
    def blocks(views: Views) -> Iterable[Markup]:
        return views.goal(item, TOP), _status(views, item)

    return desk.of(
        item,
        Place.GOALS,
        page=address(desk.system.kommun, item),
        name=names.kind(desk.system, item),
        title=item.title,
        blocks=blocks,
        sources=() if item.text or "text" in item.not_stated else [item],
    )


def _status(views: Views, item: Node) -> Markup:
    """Return the newest status and its occasion; nothing where none is stated."""
    return html("intro", text=views.status(item)) if views.stated(item) else Markup()


def _chain(desk: Desk, item: Node) -> Embed:
    definite = names.forms(desk.system, item)[2]

    def blocks(views: Views) -> Iterable[Markup]:
        yield heading(views.link(item), label("part_chain"))
        if isinstance(item, Goal):
            yield _under("way_up_of", definite, views.way_up(item))
        yield _under("below_of", definite, views.below(item, deep=True))

    return desk.of(
        item,
        Place.CHAIN,
        page=address(desk.system.kommun, item),
        name=label("part_chain"),
        title=item.title,
        blocks=blocks,
        sources=[item],
    )


def _under(key: str, definite: str, block: Markup) -> Markup:
    title = html("embed_heading", level=TOP + 1, kind="", title=label(key, definite=definite))
    return Markup("\n").join([title, block])


def _whole_chain(desk: Desk) -> Embed:
    kommun = desk.system.kommun
    page = place(kommun, Place.CHAIN)

    def blocks(views: Views) -> Iterable[Markup]:
        return heading(label("whole_chain"), kommun.formal_name), views.chain()

    return desk.at(
        embedded(kommun, page),
        page=page,
        name=label("part_chain"),
        title=label("whole_chain"),
        blocks=blocks,
        sources=[*kommun.visions, *kommun.goals],
    )


def _level(desk: Desk, item: Level) -> Embed:
    nodes = desk.system.nodes_on(item)

    def blocks(views: Views) -> Iterable[Markup]:
        yield heading(views.link(item), label("level"))
        yield views.level_state(item)
        if nodes:
            yield views.goal_list(nodes)

    return desk.of(
        item,
        Place.LEVELS,
        page=address(desk.system.kommun, item),
        name=label("level"),
        title=capital(item.plural),
        blocks=blocks,
        sources=[item, *nodes],
    )


def _indicator(desk: Desk, item: Indicator) -> Iterator[Embed]:
    page = address(desk.system.kommun, item)
    definitions = desk.system.figures.definitions(item) or (None,)

    def told(views: Views) -> Iterable[Markup]:
        yield heading(views.link(item), label("indicator"))
        yield standing(views, item)
        yield views.background(item)
        yield views.answer(item)
        yield _sources(views, item)

    def drawn(views: Views) -> Iterable[Markup]:
        yield heading(views.link(item), label("indicator"))
        yield views.background(item)
        yield views.chart(item) or empty("embed_no_chart")
        yield _sources(views, item)

    def listed(views: Views) -> Iterable[Markup]:
        yield heading(views.link(item), label("indicator"))
        yield views.background(item)
        tables = [views.figures(item, one) for one in definitions]
        yield from tables if any(tables) else [empty("embed_no_table")]
        if not (any(tables) and views.figure_sources(item)):
            # A table names the sources of its values itself.
            yield _sources(views, item)

    for part, key, blocks in (
        ("", "embed_indicator", told),
        ("diagram/", "embed_chart", drawn),
        ("tabell/", "embed_table", listed),
    ):
        yield desk.of(
            item,
            Place.INDICATORS,
            part,
            page=page,
            name=label(key),
            title=item.name,
            blocks=blocks,
        )


def _sources(views: Views, item: Indicator) -> Markup:
    """Return where the values come from, or else the indicator itself."""
    lines = views.figure_sources(item) or views.source_lines([item])
    return Markup("\n").join(again("embed_line", text=line) for line in lines)


def _occasion(desk: Desk, item: Occasion) -> Iterator[Embed]:
    kind = capital(item.kind or label("part_follow_up"))
    covered = desk.system.occasions.covered(item)

    def summed_up(views: Views) -> Iterable[Markup]:
        yield heading(views.link(item), kind)
        yield html("embed_line", text=views.counted(item))
        yield views.overview(item)

    def changed(views: Views) -> Iterable[Markup]:
        return heading(views.link(item), kind), views.changed(item)

    def stands(views: Views) -> Iterable[Markup]:
        return heading(views.link(item), kind), views.followup(item, covered)

    for part, key, blocks in (
        ("", "embed_occasion", summed_up),
        ("forandringar/", "embed_changes", changed),
        ("lage/", "embed_statuses", stands),
    ):
        yield desk.of(
            item,
            Place.FOLLOW_UP,
            part,
            page=address(desk.system.kommun, item),
            name=label(key),
            title=item.name,
            blocks=blocks,
            sources=[item],
        )
