"""Views of many judgements at once: tables, counts, changes."""

from __future__ import annotations

from collections.abc import Iterable
from textwrap import shorten

from markupsafe import Markup, escape

from kommunvision.model import Indicator, Item, Occasion
from kommunvision.progress import applying, known_until, shown
from kommunvision.render.environment import phrase
from kommunvision.render.views import counting, figures, indicators, inline
from kommunvision.render.views.counting import Kind
from kommunvision.render.views.frame import Frame, Some
from kommunvision.render.views.judging import by_occasion, changes, mark, outlook, trend
from kommunvision.swedish import format as swedish
from kommunvision.swedish.labels import label
from kommunvision.text.prose import to_html

# A longer comment is cut; the link beside it leads to the whole.
_LONGEST = 160


def history(frame: Frame, item: Item) -> Markup:
    """Return every status that something has had, the newest first; nothing for a single one."""
    occasions = frame.home.occasions
    found = occasions.history(item)
    if len(found) < 2:  # noqa: PLR2004 - one statement is shown whole already
        return Markup()
    # Where all is told in words nothing is called a judgement.
    kept = "_in_words" if all(occasions.judging.in_words(one) for one, _ in found) else ""
    # A column in which nothing stands says nothing.
    trends = any(said.trend is not None for _, said in found)
    rows = [
        {
            "head": inline.link(frame, occasion),
            "cells": [
                escape(swedish.capital(outlook(occasion))),
                mark(frame, item, occasions.judgement(occasion, item)),
                *(
                    [trend(frame, occasion, said) or inline.missing(frame, "no_trend")]
                    if trends
                    else []
                ),
            ],
        }
        for occasion, said in reversed(found)
    ]
    return frame.render(
        "followup_table",
        id="omdomen",
        caption=label(f"history_caption{kept}"),
        first=label("column_occasion"),
        columns=[
            {"title": label(f"column_{key}"), "number": False}
            for key in ("outlook", f"status{kept}", *(["trend"] if trends else []))
        ],
        rows=rows,
    )


def summary(frame: Frame, occasion: Occasion, items: Some = None) -> Markup:
    """Return how many are judged and how, with the occasion's name."""
    some = None if items is None else list(items)
    line = phrase(
        "occasion_line",
        occasion=inline.link(frame, occasion),
        counted=counting.counted(frame, occasion, some),
    )
    return frame.group(
        [frame.render("sentence", text=line), counting.overview(frame, occasion, some)]
    )


def changed(
    frame: Frame,
    occasion: Occasion,
    since: Occasion | None = None,
    items: Some = None,
) -> Markup:
    """Return what has changed since an occasion, by default since the one before, as one block."""
    found = changes(frame, occasion, since, items)
    if found is None:
        begun = frame.home.occasions.begun(occasion)
        why = "changed_first" if begun else "counts_not_begun"
        return frame.render("sentence", text=label(why), empty=True)
    comparison, ways = found
    before = inline.link(frame, comparison.before)
    blocks = [frame.render("sentence", text=phrase("changed_from", occasion=before))]
    if not ways:
        blocks.append(frame.render("sentence", text=label("changed_nothing")))
    for way, lines in ways:
        words = frame.render("items", items=lines)
        blocks.append(
            frame.render("told", parts=[{"term": label(f"way_{way.value}"), "words": words}])
        )
    return frame.group(blocks)


def status(frame: Frame, item: Item, occasion: Occasion | None, *, within: bool = False) -> Markup:
    """Return the status of something and the occasion, alone or within a sentence."""
    occasions = frame.home.occasions
    latest = occasions.latest_statement(item)
    at = occasion or (latest[0] if latest else None)
    if at is None:
        return mark(frame, item, None, within=within)
    judgement = occasions.judgement(at, item)
    told = by_occasion(frame, at, judgement)
    return Markup(" ").join([mark(frame, item, judgement, within=within), told])


def followup(
    frame: Frame, occasion: Occasion, items: Iterable[Item], *, comments: bool = True
) -> Markup:
    """Return what an occasion says of each, as a table for each level and one for indicators.

    That nobody has answered anything yet is told once, and then only figures stand in a table.
    """
    keys = ["status", "trend", *(["comment"] if comments else [])]
    some = list(items)
    if some and not frame.home.occasions.begun(occasion):
        measured = [one for one in some if isinstance(one, Indicator)]
        tables = [frame.render("sentence", text=label("counts_not_begun"))]
        tables += [_table(frame, occasion, one, keys) for one in counting.kinds(frame, measured)]
        return frame.group(tables)
    tables = [_table(frame, occasion, kind, keys) for kind in counting.kinds(frame, some)]
    if not tables:
        return frame.render("sentence", text=label("counts_none"), empty=True)
    return frame.group(tables)


def _table(frame: Frame, occasion: Occasion, kind: Kind, told: Iterable[str]) -> Markup:
    measured = any(isinstance(one, Indicator) for one in kind.items)
    said = [_row(frame, occasion, item, measured=measured) for item in kind.items]
    keys = ["value", "target"] if measured else []
    # Earlier values of a locked occasion are not locked, and it shows the same for ever.
    keys += ["development"] if measured and occasion.locked is None else []
    # A column in which nothing stands says nothing.
    keys += [key for key in told if any(key in row for _, row in said)]
    none = {key: inline.missing(frame, f"no_{key}") for key in keys if key != "development"}
    in_words = frame.home.occasions.judging.in_words(occasion)
    titles = {**{key: key for key in keys}, **({"status": "status_in_words"} if in_words else {})}
    return frame.render(
        "followup_table",
        id=f"{occasion.id}-{kind.key}",
        caption=label("table_title", kind=kind.title, occasion=occasion.name),
        first=swedish.capital(kind.forms[1]),
        columns=[{"title": label(f"column_{titles[key]}"), "number": False} for key in keys],
        rows=[
            {"head": head, "cells": [{**none, **row}[key] for key in keys]} for head, row in said
        ],
    )


def _row(
    frame: Frame, occasion: Occasion, item: Item, *, measured: bool
) -> tuple[Markup, dict[str, Markup]]:
    """Return the link to something, and what is said of it by column; no column that is silent."""
    occasions = frame.home.occasions
    said = occasions.statement(occasion, item)
    judged = occasions.judgement(occasion, item)
    found = _measured(frame, occasion, item) if measured else {}
    if not measured or (said and judged and (judged.step or said.status)):
        found["status"] = mark(frame, item, judged)
    if said and (arrow := trend(frame, occasion, said)):
        found["trend"] = arrow
    if said and said.comment:
        found["comment"] = escape(
            shorten(to_html(said.comment).striptags(), _LONGEST, placeholder=" …")
        )
    return inline.link(frame, item), found


def _measured(frame: Frame, occasion: Occasion, item: Item) -> dict[str, Markup]:
    found: dict[str, Markup] = {}
    if not isinstance(item, Indicator):
        return found
    found["development"] = Markup("").join(
        indicators.development(frame, item, known_until(occasion))
    )
    # As the occasion's own page does: of a locked one the figures that it was locked with.
    told = [one for one in shown(frame.home.figures, occasion, item) if one.value is not None]
    targets = [figures.words_for(item, target) for target in applying(item, occasion.period)]
    if told:
        found["value"] = escape(" ".join(figures.line(item, one) for one in told))
    if targets:
        found["target"] = escape(swedish.capital(swedish.listing(targets)))
    return found
