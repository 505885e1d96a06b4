"""Views of many judgements at once: tables, counts, changes."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup, escape

from kommunvision.model import Goal, Indicator, Item, Occasion
from kommunvision.progress import applying, known_until, shown
from kommunvision.render.charts import overview as bar_of_shares
from kommunvision.render.charts.overview import Share
from kommunvision.render.environment import phrase
from kommunvision.render.views import drawn, figures, indicators, inline
from kommunvision.render.views.frame import Frame
from kommunvision.render.views.judging import (
    NO_MARKS,
    changes,
    mark,
    outlook,
    step,
    trend,
    unmarked,
)
from kommunvision.swedish import format as swedish
from kommunvision.swedish.labels import label


def history(frame: Frame, item: Item) -> Markup:
    """Return every status that something has had, the newest first; nothing for a single one."""
    occasions = frame.home.occasions
    found = occasions.history(item)
    if len(found) < 2:  # noqa: PLR2004 - one statement is shown whole already
        return Markup()
    rows = [
        {
            "head": inline.link(frame, occasion),
            "cells": [
                escape(swedish.capital(outlook(occasion))),
                mark(frame, item, occasions.judgement(occasion, item)),
                trend(frame, occasion, said) or inline.missing(frame, "no_trend"),
            ],
        }
        for occasion, said in reversed(found)
    ]
    return frame.render(
        "followup_table",
        id="omdomen",
        caption=label("history_caption"),
        first=label("column_occasion"),
        columns=[
            {"title": label(f"column_{key}"), "number": False}
            for key in ("outlook", "status", "trend")
        ],
        rows=rows,
    )


def overview(frame: Frame, occasion: Occasion) -> Markup:
    """Return how many have each status, drawn and listed; nothing where nothing is judged."""
    counts = frame.home.occasions.counts(occasion)
    bars, items = [], []
    for one in counts.steps:
        bars.append(Share(one.number, one.step.shape.value, one.step.tone.value))
        items.append({"status": step(frame, one.step), "number": str(one.number)})
    for none, number in [*counts.none.items(), *([(None, counts.silent)] if counts.silent else [])]:
        bars.append(Share(number, NO_MARKS[none], "neutral"))
        items.append({"status": unmarked(frame, none), "number": str(number)})
    if not items:
        return Markup()
    return frame.render(
        "overview",
        title=label("overview_title", name=occasion.name),
        narrow=bar_of_shares.draw(bars, drawn.NARROW),
        wide=bar_of_shares.draw(bars, drawn.WIDE),
        items=items,
    )


def counted(frame: Frame, occasion: Occasion) -> str:
    """Return how many of those that an occasion follows up are judged."""
    counts = frame.home.occasions.counts(occasion)
    if not counts.total:
        return label("counts_none")
    goals = any(isinstance(one, Goal) for one in frame.home.occasions.covered(occasion))
    noun = label("noun_goals" if goals else "noun_indicators")
    return label("judged_of", judged=counts.judged, total=counts.total, noun=noun)


def summary(frame: Frame, occasion: Occasion) -> Markup:
    """Return how many are judged and how, with the occasion's name."""
    line = phrase(
        "occasion_line", occasion=inline.link(frame, occasion), counted=counted(frame, occasion)
    )
    return frame.group([frame.render("sentence", text=line), overview(frame, occasion)])


def changed(frame: Frame, occasion: Occasion) -> Markup:
    """Return what has changed since the occasion before, as one block."""
    found = changes(frame, occasion)
    if found is None:
        return frame.render("sentence", text=label("changed_first"), empty=True)
    comparison, ways = found
    if not ways:
        return frame.render("sentence", text=label("changed_nothing"))
    since = inline.link(frame, comparison.before)
    blocks = [frame.render("sentence", text=phrase("changed_from", occasion=since))]
    for way, lines in ways:
        items = Markup("").join(Markup("<li>{}</li>").format(line) for line in lines)
        words = Markup("<ul>{}</ul>").format(items)
        blocks.append(
            frame.render("told", parts=[{"term": label(f"way_{way.value}"), "words": words}])
        )
    return frame.group(blocks)


def status(frame: Frame, item: Item, occasion: Occasion | None) -> Markup:
    """Return the status of something and the occasion that it comes from."""
    occasions = frame.home.occasions
    latest = occasions.latest_statement(item)
    at = occasion or (latest[0] if latest else None)
    if at is None:
        return mark(frame, item, None)
    told = phrase("by_occasion", occasion=inline.link(frame, at), when=outlook(at))
    return Markup(" ").join([mark(frame, item, occasions.judgement(at, item)), told])


def followup(frame: Frame, occasion: Occasion, items: Iterable[Item]) -> Markup:
    """Return what an occasion says of goals and indicators as a table, a row each."""
    every = list(items)
    measured = any(isinstance(one, Indicator) for one in every)
    rows = [_row(frame, occasion, item, measured=measured) for item in every]
    if not rows:
        return frame.render("sentence", text=label("counts_none"), empty=True)
    titles = [("status", False), ("trend", False)]
    if measured:
        titles = [("value", True), ("target", False), *titles]
        titles += [("development", False)] if _moving(occasion) else []
    return frame.render(
        "followup_table",
        id=occasion.id,
        caption=occasion.name,
        first=label("column_indicator" if measured else "column_goal"),
        columns=[{"title": label(f"column_{key}"), "number": number} for key, number in titles],
        rows=rows,
    )


def _row(frame: Frame, occasion: Occasion, item: Item, *, measured: bool) -> dict[str, object]:
    occasions = frame.home.occasions
    said = occasions.statement(occasion, item)
    arrow = trend(frame, occasion, said) if said else Markup()
    cells = [
        mark(frame, item, occasions.judgement(occasion, item)),
        arrow or inline.missing(frame, "no_trend"),
    ]
    if measured:
        cells = [*_measured(frame, occasion, item), *cells]
        if _moving(occasion):
            cells.append(_development(frame, occasion, item))
    return {"head": inline.link(frame, item), "cells": cells}


def _moving(occasion: Occasion) -> bool:
    """Tell whether a development is shown: earlier values of a locked occasion are not locked."""
    return occasion.locked is None


def _development(frame: Frame, occasion: Occasion, item: Item) -> Markup:
    if not isinstance(item, Indicator):
        return inline.missing(frame, "no_value")
    drawing, words = indicators.development(frame, item, known_until(occasion))
    return drawing + words


def _measured(frame: Frame, occasion: Occasion, item: Item) -> list[Markup]:
    none = [inline.missing(frame, "no_value"), inline.missing(frame, "no_target")]
    if not isinstance(item, Indicator):
        return none
    # As the occasion's own page does: of a locked one the figures that it was locked with.
    told = [one for one in shown(frame.home.figures, occasion, item) if one.value is not None]
    targets = [figures.words_for(item, target) for target in applying(item, occasion.period)]
    if told:
        none[0] = escape(" ".join(figures.line(item, one) for one in told))
    if targets:
        none[1] = escape(swedish.capital(swedish.listing(targets)))
    return none
