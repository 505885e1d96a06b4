"""Views of what is measured: the answer in sentences, the chart, the table with every value."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from markupsafe import Markup, escape

from kommunvision.model import (
    Decision,
    DecisionKind,
    Indicator,
    Measurement,
    Occasion,
    Period,
    Reference,
    Target,
    Value,
)
from kommunvision.progress import Figures, applying, shown
from kommunvision.progress.telling import facts
from kommunvision.render.environment import phrase
from kommunvision.render.views import drawn, inline, names
from kommunvision.render.views.frame import Frame, joined
from kommunvision.render.views.noted import Notes, decimals, figure_words, marks, value_of
from kommunvision.swedish import format as swedish
from kommunvision.swedish.labels import label
from kommunvision.swedish.quantities import value_words
from kommunvision.swedish.sentences import ARITHMETIC_NOTE, MISSING, told
from kommunvision.swedish.target_words import target_words


def answer(frame: Frame, item: Indicator) -> Markup:
    """Return what the newest value says: the answer before anything else."""
    first, *rest = told(facts(item, frame.home.figures))
    groups = [
        {"text": " ".join(one.text for one in run), "computed": computed}
        for computed, run in groupby(rest, key=lambda one: one.computed)
    ]
    if any(_proposed(frame, one) for one in item.targets):
        groups.append({"text": label("target_proposed"), "computed": False})
    return frame.render("answer", lead=first.text, groups=groups, mark=ARITHMETIC_NOTE)


def shown_at(frame: Frame, occasion: Occasion, item: Indicator) -> Markup:
    """Return the figures that an occasion shows; of a locked one those that it was locked with."""
    known = [one for one in shown(frame.home.figures, occasion, item) if one.value is not None]
    return frame.group(
        frame.render("sentence", text=line(item, one, with_parts=True)) for one in known
    )


def line(item: Indicator, one: Measurement, *, with_parts: bool = False) -> str:
    """Return a value with its period, and of whom it is known."""
    values = [figure_with_unit(item, one.value)] if one.value is not None else []
    values.extend(
        f"{label(f'column_{key}').lower()} {figure_with_unit(item, part)}"
        for key in ("women", "men")
        if (part := getattr(one, key)) is not None
    )
    if with_parts:
        values.extend(
            f"{part.name} {figure_with_unit(item, part.value)}"
            for part in one.parts
            if part.value is not None
        )
    kind = "forecast" if one.forecast else "preliminary" if one.preliminary else "outcome"
    return label(f"figure_{kind}", period=names.period(one.period), values=", ".join(values))


def _proposed(frame: Frame, target: Target) -> bool:
    """Tell whether a target is only proposed."""
    found = [frame.find(ref.target) for ref in target.decisions if ref.target]
    decisions = [one[1] for one in found if one and isinstance(one[1], Decision)]
    return bool(decisions) and all(one.kind is DecisionKind.PROPOSAL for one in decisions)


def newest(frame: Frame, item: Indicator) -> str:
    """Return the newest value with its period, for a line that has the name; else nothing."""
    one = frame.home.figures.latest(item)
    return line(item, one) if one else ""


def lead(frame: Frame, item: Indicator) -> Markup:
    """Return the sentence on the newest value as a block; nothing without values."""
    if not frame.home.figures.own(item):
        return Markup()
    return frame.render("sentence", text=told(facts(item, frame.home.figures))[0].text)


def background(frame: Frame, item: Indicator) -> Markup:
    """Return that a kommun has not decided on an indicator; nothing where it has."""
    return frame.render("sentence", text=label("background")) if item.background else Markup()


def chart(frame: Frame, item: Indicator) -> Markup:
    """Return the values as a drawing; nothing where fewer than two can be drawn."""
    found = drawn.chart(item, frame)
    if found is None:
        return Markup()
    own = frame.home.figures.own(item)
    chart = frame.render(
        "chart",
        title=item.name,
        narrow=drawn.drawing(found, drawn.NARROW),
        wide=drawn.drawing(found, drawn.WIDE),
        notes=drawn.break_notes(own),
    )
    bounds = (frame.render("sentence", text=one) for one in drawn.bound_notes(item, own))
    return frame.group([chart, *bounds])


def figure(frame: Frame, item: Indicator) -> Markup:
    """Return the values as sentences, drawing and table."""
    return frame.group(
        [background(frame, item), answer(frame, item), chart(frame, item), table(frame, item)]
    )


def figure_with_unit(item: Indicator, value: Value) -> str:
    """Return a value as a cell has it whose column has no unit."""
    return value_words(value, item.unit, item.decimals)


def table(frame: Frame, item: Indicator, definition: str | None = None) -> Markup:
    """Return every value of an indicator by period, the newest first; nothing without values."""
    figures = frame.home.figures
    own = figures.own(item, definition)
    groups = figures.groups(item, definition)
    if not own and not groups:
        return Markup()
    notes = Notes()
    every = [*own, *(one for values in groups.values() for one in values)]
    shown = max((decimals(item, one.value) for one in every), default=item.decimals or 0)
    columns = _columns(own, tuple(groups))
    aimed = any(applying(item, one.period) for one in every)
    order = sorted({one.period for one in every}, key=lambda one: one.sort_key, reverse=True)
    rows = []
    for period in order:
        present: list[Measurement | None] = [*_of(own, period)]
        for one in present or [None]:
            cells = [_cell(item, one, key, notes, shown) for key, _ in columns]
            head = names.period(period)
            if one is not None and one.forecast:
                head = label("period_forecast", period=head)
            for values in groups.values():
                other = next(iter(_of(values, period)), None)
                cells.append(_cell(item, other, "value", notes, shown))
            if aimed:
                cells.append(_targets(item, period))
            rows.append({"head": head, "cells": cells})
    headings = [*(title for _, title in columns), *groups]
    titles = [{"title": title, "number": True, "unit": None} for title in headings]
    if aimed:
        titles.append({"title": label("column_target"), "number": False, "unit": None})
    return frame.render(
        "figures_table",
        id="varden" if definition is None else f"varden-{_place(figures, item, definition)}",
        caption=item.name if definition is None else f"{item.name}, {definition}",
        unit=item.unit,
        first=label("column_period"),
        columns=titles,
        rows=rows,
        notes=notes.listed,
        lines=source_lines(frame, item, every),
    )


def _place(figures: Figures, item: Indicator, definition: str) -> int:
    return figures.definitions(item).index(definition) + 1


def _of(values: Iterable[Measurement], period: Period) -> list[Measurement]:
    return [one for one in values if one.period == period]


def _columns(own: Iterable[Measurement], groups: tuple[str, ...]) -> list[tuple[str, str]]:
    """Return the columns that some period has something in, by what they show."""
    found = [("value", label("column_own" if groups else "column_value"))]
    values = list(own)
    found.extend(
        (key, label(f"column_{key}"))
        for key in ("women", "men")
        if any(getattr(one, key) is not None for one in values)
    )
    parts = dict.fromkeys(part.name for one in values for part in one.parts)
    return [*found, *((f"part:{name}", name) for name in parts)]


def _cell(
    item: Indicator, one: Measurement | None, key: str, notes: Notes, shown: int
) -> dict[str, object]:
    if one is None:
        return {"value": escape(label("no_value")), "missing": True, "notes": []}
    value = value_of(one, key)
    told = list(marks(item, one, key, notes, shown))
    if value is None:
        of_part = next((each.missing for each in one.parts if key == f"part:{each.name}"), None)
        missing = of_part or one.missing
        reason = MISSING[missing.value] if missing else label("no_value_of_part")
        word = label("no_value")
        return {"value": escape(word), "missing": True, "notes": [notes.mark(reason), *told]}
    return {"value": escape(figure_words(value, shown)), "missing": False, "notes": told}


def _targets(item: Indicator, period: Period) -> dict[str, object]:
    found = applying(item, period)
    words = swedish.listing([words_for(item, one) for one in found])
    return {
        "value": escape(swedish.capital(words) if words else label("no_target")),
        "missing": not words,
        "notes": [],
    }


def words_for(item: Indicator, target: Target) -> str:
    """Return a target in words."""
    baseline = item.baseline.period if item.baseline else None
    return target_words(target, item.unit, baseline)


def source_lines(frame: Frame, item: Indicator, values: Iterable[Measurement]) -> list[Markup]:
    """Return where the values of a table come from, and when they were fetched."""
    lines: list[Markup] = []
    for series in frame.home.figures.series_of(item):
        parts = {"publisher": series.publisher or "", "code": series.code or ""}
        if series.publisher:
            key = "statistics_from" if series.code else "statistics_by"
            line = phrase(key, **parts)
            if series.fetched:
                line = phrase("fetched", line=line, date=swedish.date(series.fetched))
            lines.append(line)
        lines.extend(_named(frame, series.sources))
    named = [ref for one in values for ref in one.sources]
    lines.extend(_named(frame, named))
    if not lines:
        lines.extend(_named(frame, item.sources))
    return list(dict.fromkeys(lines))


def _named(frame: Frame, refs: Iterable[Reference]) -> list[Markup]:
    shown = inline.sources(frame, refs)
    key = "source_line" if len(shown) == 1 else "sources_line"
    return [phrase(key, source=joined(shown))] if shown else []
