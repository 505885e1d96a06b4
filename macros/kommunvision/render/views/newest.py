"""How things stand by the newest occasion that speaks of them, or at the time that is asked for."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from kommunvision.model import OUT_OF_FORCE, Body, Indicator, Item, Occasion, Period
from kommunvision.progress import facts
from kommunvision.render.environment import phrase
from kommunvision.render.views import counting, figures, inline, judging, judging_tables
from kommunvision.render.views.frame import Frame
from kommunvision.swedish import format as swedish
from kommunvision.swedish import periods
from kommunvision.swedish.judged import of_whole
from kommunvision.swedish.labels import label
from kommunvision.swedish.sentences import indicator_sentences


def standing(frame: Frame, whole: Iterable[Item], body: Body | None = None) -> Markup:
    """Return the occasion, the counts and a table; nothing where no occasion has said anything.

    Args:
        frame: The page.
        whole: What the page is about.
        body: The body that the page is about; of what bodies have reported each, its own is told.
    """
    every = list(whole)
    occasions = frame.home.occasions
    told = [
        one
        for one in reversed(occasions.all)
        if any(occasions.statement(one, item) for item in every)
    ]
    if not told:
        return Markup()
    beside = [one for one in occasions.beside(told[0]) if one in told]
    own = [one for one in beside if body and any(ref.target == body.id for ref in one.reported_by)]
    return frame.group([_standing(frame, every, occasion) for occasion in own or beside])


def _standing(frame: Frame, every: list[Item], occasion: Occasion) -> Markup:
    occasions = frame.home.occasions
    covered = {item.id for item in occasions.covered(occasion)}
    items = [item for item in every if item.id in covered]
    return frame.group(
        [
            frame.render("sentence", text=_line(frame, occasion, items)),
            *_left_out(frame, every, items),
            counting.overview(frame, occasion, items),
            judging_tables.followup(frame, occasion, items),
        ]
    )


def _line(frame: Frame, occasion: Occasion, items: Iterable[Item]) -> Markup:
    """Return the occasion with its time, and how many are judged at it."""
    cut_off = swedish.date(occasion.cut_off) if occasion.cut_off else ""
    key = "occasion_dated_cut_off" if cut_off else "occasion_dated"
    # What is told in words alone has neither come out nor is it expected.
    in_words = frame.home.occasions.judging.in_words(occasion)
    return phrase(
        f"{key}_in_words" if in_words else key,
        occasion=inline.link(frame, occasion),
        when=judging.outlook(occasion),
        period=periods.about(occasion.period),
        date=cut_off,
        counted=counting.counted(frame, occasion, items),
    )


def _left_out(frame: Frame, every: Iterable[Item], items: Iterable[Item]) -> list[Markup]:
    """Return how many an occasion takes up of each kind of which it takes up only some."""
    held = [one for one in every if getattr(one, "standing", None) not in OUT_OF_FORCE]
    taken = {kind.key: len(kind.items) for kind in counting.kinds(frame, items)}
    parts = [
        of_whole(taken[kind.key], len(kind.items), kind.forms[1], kind.forms[3])
        for kind in counting.kinds(frame, {one.id: one for one in (*held, *items)}.values())
        if 0 < taken.get(kind.key, 0) < len(kind.items)
    ]
    told = label("occasion_takes_up", parts=swedish.listing(parts)) if parts else ""
    return [frame.render("sentence", text=told)] if told else []


def measured(
    frame: Frame, item: Indicator, period: Period | None, occasion: Occasion | None
) -> list[Markup]:
    """Return what is known of an indicator at a period, or what an occasion says of it."""
    if occasion is not None:
        told = judging_tables.status(frame, item, occasion)
        return [
            frame.render("sentence", text=told),
            judging.statement(frame, occasion, item),
            figures.shown_at(frame, occasion, item),
        ]
    if period is None:
        return [figures.lead(frame, item)]
    sentences = indicator_sentences(facts(item, frame.home.figures, period))
    return [frame.render("sentence", text=sentences[0])]
