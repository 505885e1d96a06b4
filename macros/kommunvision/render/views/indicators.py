"""Views of several indicators beside each other: what they show, are meant to, and have done."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from markupsafe import Markup, escape

from kommunvision.chain.system import Link
from kommunvision.model import Indicator, Measurement, Target, Value
from kommunvision.progress import Figures, applying, is_break, next_target
from kommunvision.render.charts import sparkline
from kommunvision.render.environment import Components
from kommunvision.render.once import once
from kommunvision.render.views import drawn, figures, inline
from kommunvision.render.views.frame import Frame
from kommunvision.render.views.noted import decimals, figure_words
from kommunvision.swedish import periods
from kommunvision.swedish.labels import label
from kommunvision.swedish.sentences import MISSING

# What one of them shows: the indicator, and the remarks on its link.
_Shown = tuple[Indicator, list[Markup]]


def indicator_list(frame: Frame, links: Iterable[Link[Indicator] | Indicator]) -> Markup:
    """Return indicators as a table with their values, or as a list where none has any."""
    items = [_shown(frame, one) for one in links]
    if not items:
        return frame.render("sentence", text=label("no_indicators"), empty=True)
    if any(frame.home.figures.own(item) for item, _ in items):
        return table(frame, items)
    entries = [
        {
            "level": "",
            "node": inline.link(frame, item),
            "status": inline.standing_apart(frame, item),
            "remarks": remarks,
            "folded": "",
            "children": [],
        }
        for item, remarks in items
    ]
    return frame.render("chain", items=entries)


def _shown(frame: Frame, one: Link[Indicator] | Indicator) -> _Shown:
    item = one.item if isinstance(one, Link) else one
    remarks = inline.remarks(frame, one.reference) if isinstance(one, Link) else []
    if item.background:
        remarks.append(frame.render("remark", mark=figures.not_decided(frame)))
    return item, remarks


def table(frame: Frame, items: Iterable[_Shown]) -> Markup:
    """Return a row for each indicator: its newest value, its target, and how it has moved."""
    rows = []
    for item, remarks in items:
        drawing, words = development(frame, item)
        standing = inline.standing_apart(frame, item)
        rows.append(
            {
                "node": inline.link(frame, item),
                "marks": [*([standing] if standing else []), *remarks],
                "latest": _latest(frame, item),
                "target": _target(frame, item),
                "drawing": drawing,
                "development": words,
            }
        )
    return frame.render("indicators", caption=label("indicators_caption"), items=rows)


def development(frame: Frame, item: Indicator, until: date | None = None) -> tuple[Markup, Markup]:
    """Return a drawing of the values, and in words the first and the last of them.

    They are those since the way of measuring was last changed: earlier ones cannot be compared.
    With a day they are of the periods that had ended by it.
    """
    return _development(frame.home.figures, item, until, frame.components)


# The same stands wherever an indicator is in a table, and no link is in it.
@once
def _development(
    figures: Figures, item: Indicator, until: date | None, components: Components
) -> tuple[Markup, Markup]:
    outcomes = [
        one
        for one in figures.own(item)
        if not one.forecast and (until is None or one.period.last_day <= until)
    ]
    values = list(_comparable(outcomes))
    known = [one for one in values if one.value is not None]
    if not known:
        return Markup(), components.render("missing", text=label("no_value"))
    if len(known) == 1:
        key = "development_one_since" if len(values) < len(outcomes) else "development_one"
        return Markup(), escape(label(key))
    first, last = known[0], known[-1]
    if isinstance(last.value, str) and item.scale is None:
        return Markup(), escape(label("development_not_told"))
    words = label(
        "development",
        first=_value(item, first),
        first_period=periods.named(first.period),
        last=_value(item, last),
        last_period=periods.named(last.period),
    )
    return _drawing(values), escape(words)


def _comparable(outcomes: Sequence[Measurement]) -> Iterator[Measurement]:
    """Yield the values of the commonest length of period since the last break."""
    kinds = [one.period.kind for one in outcomes]
    main = max(dict.fromkeys(kinds), key=kinds.count, default=None)
    alike = [one for one in outcomes if one.period.kind is main]
    breaks = [place for place, one in enumerate(alike) if is_break(one)]
    yield from alike[max(breaks, default=0) :]


def _drawing(values: Sequence[Measurement]) -> Markup:
    numbers = [one.value if isinstance(one.value, Decimal) else None for one in values]
    # A drawing ends where its words do.
    while numbers and numbers[-1] is None:
        numbers.pop()
    at = [drawn.place_in_time(one.period) for one in values[: len(numbers)]]
    return sparkline.draw(numbers, at=at) if numbers else Markup()


def _value(item: Indicator, one: Measurement) -> str:
    value = one.value
    if value is None:
        raise ValueError("a missing value cannot be told")
    shown = decimals(item, value)
    return figure_words(value, shown) if isinstance(value, Decimal) else _word(value)


def _word(value: Value) -> str:
    return figure_words(value, 0).lower()


def _latest(frame: Frame, item: Indicator) -> Markup:
    one = frame.home.figures.latest(item)
    if one is not None:
        return escape(figures.line(item, replace(one, women=None, men=None)))
    own = frame.home.figures.own(item)
    reason = own[-1].missing if own else None
    missing = inline.missing(frame, "no_value")
    return Markup(" ").join([missing, escape(MISSING[reason.value])]) if reason else missing


def _target(frame: Frame, item: Indicator) -> Markup:
    words = [figures.dated_words_for(item, one) for one in _targets(frame, item)]
    return Markup("<br>").join(words) if words else inline.missing(frame, "no_target")


def _targets(frame: Frame, item: Indicator) -> list[Target]:
    """Return the targets that the newest value is held against, and the next ones."""
    one = frame.home.figures.latest(item)
    if one is None:
        return list(item.targets)
    found = list(applying(item, one.period))
    for whom in dict.fromkeys(target.whom for target in item.targets):
        coming = next_target(item, one.period, after=True, whom=whom)
        if coming is not None:
            found.append(coming)
    return found
