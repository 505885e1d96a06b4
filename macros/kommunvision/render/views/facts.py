"""The view of what is known of an object, fact by fact, and of what its source leaves out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from decimal import Decimal
from functools import singledispatch

from markupsafe import Markup, escape

from kommunvision.model import (
    Body,
    Decision,
    Goal,
    GoverningModel,
    Indicator,
    Item,
    Level,
    NewsItem,
    Reference,
    Source,
    Standing,
    Vision,
)
from kommunvision.render.views import evidence, inline, succession, values
from kommunvision.render.views.frame import Frame
from kommunvision.swedish import format as swedish
from kommunvision.swedish import periods
from kommunvision.swedish.labels import label
from kommunvision.swedish.quantities import value_words

# An attribute and its values; without values it is shown only where the source is silent on it.
Fact = tuple[str, Sequence[Markup | str]]


def facts(frame: Frame, item: Item, told: Collection[str] = ()) -> Markup:
    """Return the facts about an object that are not told already; nothing if there are none."""
    every = [*_own(item, frame), *_evidence(frame, item)]
    found = [(attribute, values) for attribute, values in every if attribute not in told]
    listed = {attribute for attribute, _ in found}
    silent = [(attribute, ()) for attribute in sorted(item.not_stated - listed)]
    rows = [
        {"term": label(f"fact_{attribute}"), "details": _shown(frame, item, attribute, told)}
        for attribute, told in [*found, *silent]
    ]
    rows = [row for row in rows if row["details"]]
    return frame.render("facts", rows=rows) if rows else Markup()


def _shown(frame: Frame, item: Item, attribute: str, told: Sequence[Markup | str]) -> list[Markup]:
    present = [escape(value) for value in told if value]
    if not present and attribute in item.not_stated:
        return [inline.missing(frame)]
    return present


def _evidence(frame: Frame, item: Item) -> Iterator[Fact]:
    yield "decisions", inline.references(frame, item.decisions)
    yield "sources", inline.sources(frame, item.sources)


@singledispatch
def _own(_item: Item, _frame: Frame) -> Iterable[Fact]:
    return ()


@_own.register
def _vision(item: Vision, frame: Frame) -> Iterator[Fact]:
    yield "standing", [inline.standing(frame, item)]
    yield "target_year", values.text(item.target_year)
    yield "validity", values.time(item.validity)
    yield from _succession(frame, item, item.replaces)


@_own.register
def _goal(item: Goal, frame: Frame) -> Iterator[Fact]:
    level = frame.home.level_of(item)
    yield "level", [inline.link(frame, level, text=swedish.capital(level.name))]
    yield "number", values.text(item.number)
    yield "category", [one.name for one in level.categories if one.id == item.category]
    yield "standing", [inline.standing(frame, item)]
    yield "validity", values.time(item.validity)
    yield "parents", inline.references(frame, item.parents)
    yield "supports", [values.support(frame, one) for one in item.supports]
    yield "responsible", values.responsible(frame, item)
    yield "themes", inline.references(frame, item.themes)
    yield "global_goals", [values.global_goal_link(frame, number) for number in item.global_goals]
    itself = [item.is_global_goal] if item.is_global_goal else []
    yield "is_global_goal", [values.global_goal_link(frame, number) for number in itself]
    yield "children_total", values.text(item.children_total)
    yield from _succession(frame, item, item.replaces)


@_own.register
def _indicator(item: Indicator, frame: Frame) -> Iterator[Fact]:
    yield "unit", values.text(item.unit)
    yield "direction", [label(f"direction_{item.direction.value}")] if item.direction else []
    yield "measures", inline.references(frame, item.measures)
    yield "method", values.prose(item.method)
    yield "baseline", _started(frame, item)
    yield "standing", [inline.standing(frame, item)]
    yield "responsible", values.responsible(frame, item)


def _started(frame: Frame, item: Indicator) -> list[Markup | str]:
    """Return where the work began, with what is known of that."""
    start = item.baseline
    if start is None:
        return []
    value, unit = start.value, item.unit
    if value is None and start.rank is not None:
        value, unit = Decimal(start.rank), label("baseline_rank")
    words = [] if value is None else [value_words(value, unit, item.decimals)]
    told = " ".join([*words, periods.at(start.period)])
    note = evidence.remark(frame, start.note)
    lines = inline.source_lines(frame, start.sources)
    return [swedish.capital(told), *lines, *([note] if note else [])]


@_own.register
def _level(item: Level, frame: Frame) -> Iterator[Fact]:
    yield "model", [inline.link(frame, frame.home.model_of(item))]
    yield "decided_by", inline.references(frame, item.decided_by)
    yield "follow_up", values.prose(item.follow_up)
    yield "total", values.text(item.total)


@_own.register
def _model(item: GoverningModel, frame: Frame) -> Iterator[Fact]:
    yield "standing", [inline.standing(frame, item)]
    yield "validity", values.time(item.validity)
    yield "follow_up", values.prose(item.follow_up)
    yield from _succession(frame, item, item.replaces)


@_own.register
def _body(item: Body, frame: Frame) -> Iterator[Fact]:
    yield "kind", [swedish.capital(item.kind)]
    yield "short", values.text(item.short)
    yield "part_of", inline.references(frame, [item.part_of] if item.part_of else [])
    yield "parts", [inline.link(frame, part) for part in frame.home.parts_of(item)]
    yield "url", values.web(frame, item.url)


@_own.register
def _decision(item: Decision, frame: Frame) -> Iterator[Fact]:
    yield "kind", [label(item.kind.value)]
    yield "body", inline.references(frame, [item.body] if item.body else [])
    yield "date", values.date(frame, item.date)
    yield "paragraph", values.text(item.paragraph)
    yield "record_number", values.text(item.record_number)
    yield "url", values.web(frame, item.url)


@_own.register
def _source(item: Source, frame: Frame) -> Iterator[Fact]:
    yield "publisher", values.text(item.publisher)
    yield "kind", values.text(swedish.capital(item.kind or ""))
    yield "date", values.date(frame, item.date)
    yield "url", values.web(frame, item.url)


@_own.register
def _news(item: NewsItem, frame: Frame) -> Iterator[Fact]:
    yield "date", values.date(frame, item.date)
    yield "url", values.web(frame, item.url)


def _succession(frame: Frame, item: Item, replaces: Iterable[Reference]) -> Iterator[Fact]:
    yield "replaces", [succession.reference(frame, item, one) for one in replaces]
    followers: dict[str, list[Markup]] = {"replaced_by": [], "may_be_replaced_by": []}
    for one in frame.home.replaced_by(item):
        # What is only proposed has replaced nothing yet.
        proposed = getattr(one.item, "standing", None) is Standing.PROPOSAL
        told = [succession.link(frame, item, one.item), *inline.remarks(frame, one.reference)]
        key = "may_be_replaced_by" if proposed else "replaced_by"
        followers[key].append(Markup(" ").join(told))
    yield from followers.items()
