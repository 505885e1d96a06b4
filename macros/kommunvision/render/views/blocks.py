"""Views of single objects: a vision, a goal, an indicator, a level."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from kommunvision.address import Place, place
from kommunvision.model import (
    Goal,
    GoverningModel,
    Indicator,
    Item,
    Level,
    Occasion,
    Period,
    Vision,
)
from kommunvision.render.environment import phrase
from kommunvision.render.views import chains, evidence, figures, inline, names, newest
from kommunvision.render.views.facts import facts
from kommunvision.render.views.frame import Frame, joined
from kommunvision.swedish import format as swedish
from kommunvision.swedish.labels import label
from kommunvision.text.prose import to_html


def vision(frame: Frame, item: Vision) -> Markup:
    """Return a vision's wording, whose it is, and a link to its page when this is another."""
    head = [] if _is_here(frame, item) else [inline.link(frame, item)]
    caption = Markup(" ").join([*head, inline.standing(frame, item)])
    words = evidence.decided(frame, item, item.text, [caption], shortened=item.shortened)
    return frame.group([_whose_title(frame, item), words])


def _whose_title(frame: Frame, item: Goal | Vision) -> Markup:
    """Return a sentence that says that the title is ours; nothing where it is the source's."""
    return frame.render("sentence", text=label("own_title")) if item.own_title else Markup()


def picture(frame: Frame, item: Vision) -> Markup:
    """Return the picture that illustrates a vision, and who has made it; nothing without one."""
    one = item.picture
    if one is None or one.size is None:
        return Markup()
    return frame.render(
        "picture",
        address=frame.to(f"{place(frame.home.kommun, Place.START)}{one.file}"),
        alt=one.alt or "",
        width=one.size[0],
        height=one.size[1],
        credit=label("picture_by", name=one.credit),
    )


def wording(frame: Frame, item: Goal) -> Markup:
    """Return a goal's decided text and our explanation of it; nothing if it has neither."""
    parts: list[Markup | None] = [_whose_title(frame, item)]
    if item.text or "text" in item.not_stated:
        parts.append(evidence.decided(frame, item, item.text, [], shortened=item.shortened))
    if item.description:
        parts.append(to_html(item.description))
    return frame.group(parts)


def goal(frame: Frame, item: Goal, heading: int) -> Markup:
    """Return a node as a card; on its own page, where the heading stands already, its words."""
    if _is_here(frame, item):
        return wording(frame, item)
    parts: list[Markup] = [wording(frame, item)]
    if above := chains.supports(frame, item):
        parts.append(frame.render("sentence", text=above))
    return frame.render(
        "card",
        kind=names.kind(frame.home, item),
        title=inline.link(frame, item),
        heading=heading,
        status=inline.standing_apart(frame, item),
        parts=[part for part in parts if part],
    )


def indicator(
    frame: Frame,
    item: Indicator,
    heading: int = 3,
    period: Period | None = None,
    occasion: Occasion | None = None,
) -> Markup:
    """Return an indicator as a card; on its own page, which has the heading already, its words.

    Args:
        frame: The page.
        item: The indicator.
        heading: Level of the card's heading.
        period: The period whose value is told; the newest if none is given.
        occasion: The occasion whose status and figures are told instead.
    """
    parts: list[Markup] = []
    if item.promise:
        caption = evidence.captions(frame, item)
        parts.append(frame.render("quotation", words=to_html(item.promise), caption=caption))
    if item.description:
        parts.append(to_html(item.description))
    here = _is_here(frame, item)
    if not here or period or occasion:
        parts[:0] = newest.measured(frame, item, period, occasion)
    if here:
        return frame.group(parts)
    parts.append(figures.background(frame, item))
    measured = [
        Markup(" ").join([inline.link(frame, one.item), *inline.remarks(frame, one.reference)])
        for one in frame.home.measured_by(item)
    ]
    if measured:
        parts.append(frame.render("sentence", text=phrase("belongs_to", what=joined(measured))))
    if item.unit:
        parts.append(frame.render("sentence", text=label("measured_in", unit=item.unit)))
    if item.direction:
        words = label(f"direction_{item.direction.value}")
        parts.append(frame.render("sentence", text=words))
    return frame.render(
        "card",
        kind=label("indicator"),
        title=inline.link(frame, item),
        heading=heading,
        status=inline.standing_apart(frame, item),
        parts=[part for part in parts if part],
    )


def level_list(frame: Frame, model: GoverningModel, heading: int | None) -> Markup:
    """Return the levels of a governing model from the top, with what each is for."""
    items = [
        {
            "rank": model.rank(level),
            "title": inline.link(frame, level, text=swedish.capital(level.name)),
            "parts": [part for part in _about_level(frame, model, level) if part],
        }
        for level in sorted(model.levels, key=model.rank)
    ]
    return frame.render("levels", heading=heading, items=items)


def _about_level(frame: Frame, model: GoverningModel, level: Level) -> Iterator[Markup]:
    if level.description:
        yield to_html(level.description)
    beside = [
        inline.link(frame, one, text=one.definite_plural)
        for one in model.levels
        if one is not level and model.rank(one) == model.rank(level)
    ]
    if beside:
        yield frame.render("sentence", text=phrase("side_by_side", levels=joined(beside)))
    yield level_state(frame, level)
    yield facts(frame, level, told={"model"})
    yield evidence.note(frame, level)


def level_state(frame: Frame, level: Level) -> Markup:
    """Return how much stands on a level, that some is left out, or that it is empty and why."""
    nodes = frame.home.nodes_on(level)
    if not nodes:
        why = to_html(level.empty_because) if level.empty_because else None
        return frame.group(
            [frame.render("sentence", text=chains.nothing_on(level), empty=True), why]
        )
    if level.total and level.total > len(nodes):
        values = {"shown": len(nodes), "total": level.total, "plural": level.plural}
        lines = [label("so_many_of", **values)]
    else:
        counted = swedish.amount(len(nodes), level.article, level.name, level.plural)
        lines = [label("amount_on_level", amount=counted)]
    for category in level.categories:
        shown = sum(1 for one in nodes if isinstance(one, Goal) and one.category == category.id)
        if category.total and category.total > shown:
            values = {"shown": shown, "total": category.total, "name": category.name}
            lines.append(label("category_total", **values))
    return frame.group(frame.render("sentence", text=line) for line in lines)


def _is_here(frame: Frame, item: Item) -> bool:
    return frame.address_of(item, frame.home) == frame.here
