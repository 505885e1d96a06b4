"""The table of an indicator: every value by period, the newest first, with notes and sources."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup, escape

from kommunvision.address import as_data
from kommunvision.model import Indicator, Measurement, Period
from kommunvision.progress import Figures, applying, periods_of
from kommunvision.render.environment import Components, as_block
from kommunvision.render.once import once
from kommunvision.render.pattern import Pattern, gap
from kommunvision.render.views.figures import (
    answer,
    background,
    chart,
    source_lines,
    words_for,
)
from kommunvision.render.views.frame import Frame
from kommunvision.render.views.noted import Notes, decimals, figure_words, marks, value_of
from kommunvision.swedish import format as swedish
from kommunvision.swedish import periods
from kommunvision.swedish.genders import gender_words
from kommunvision.swedish.labels import label
from kommunvision.swedish.sentences import MISSING


def figure(frame: Frame, item: Indicator) -> Markup:
    """Return the values as sentences, drawing and table."""
    return frame.group(
        [background(frame, item), answer(frame, item), chart(frame, item), table(frame, item)]
    )


def table(frame: Frame, item: Indicator, definition: str | None = None) -> Markup:
    """Return every value of an indicator by period, the newest first; nothing without values."""
    figures = frame.home.figures
    own = figures.own(item, definition)
    groups = figures.groups(item, definition)
    if not own and not groups:
        return Markup()
    every = [*own, *(one for values in groups.values() for one in values)]
    lines = source_lines(frame, item, every)
    made = _table(figures, item, definition, len(lines), frame.components)
    data = frame.to(as_data(frame.address_of(item, frame.home), "csv"))
    named = {f"line_{number}": line for number, line in enumerate(lines)}
    return as_block(made.filled(data=data, **named))


# The page of an indicator and what others embed of it show the same, but for where links lead.
@once
def _table(
    figures: Figures, item: Indicator, definition: str | None, lines: int, components: Components
) -> Pattern:
    """Return the table with gaps for its data file and for so many lines of sources."""
    own = figures.own(item, definition)
    groups = figures.groups(item, definition)
    notes = Notes()
    every = [*own, *(one for values in groups.values() for one in values)]
    shown = max((decimals(item, one.value) for one in every), default=item.decimals or 0)
    whose = f"own_{figures.kommun.kind.value}" if groups else "column_value"
    columns = [("value", label(whose)), *_columns(item, own)]
    measured = {one.period for one in every}
    # A target that is still to be reached has a row of its own, in the table of the main values.
    main = definition in {None, *figures.definitions(item)[:1]}
    wanted = _wanted(item, own) if main else set()
    order = sorted(measured | wanted, key=lambda one: one.sort_key, reverse=True)
    newest = max(one.last_day for one in measured)
    aimed = any(applying(item, period) for period in order)
    rows = []
    for period in order:
        yet = [notes.mark(label("note_no_value_yet"))] if period.last_day > newest else []
        none = _none(yet)
        present: list[Measurement | None] = [*_of(own, period)]
        for one in present or [None]:
            cells = [_cell(item, one, key, notes, shown) if one else none for key, _ in columns]
            head = swedish.capital(periods.named(period))
            if one is not None and one.forecast:
                head = label("period_forecast", period=head)
            for values in groups.values():
                other = next(iter(_of(values, period)), None)
                cells.append(_cell(item, other, "value", notes, shown) if other else _none())
            if aimed:
                cells.append(_targets(item, period))
            rows.append({"head": head, "cells": cells})
    headings = [*(title for _, title in columns), *groups]
    titles = [{"title": title, "number": True, "unit": None} for title in headings]
    if aimed:
        titles.append({"title": label("column_target"), "number": False, "unit": None})
    return Pattern(
        components.render(
            "figures_table",
            id="varden" if definition is None else f"varden-{_place(figures, item, definition)}",
            caption=item.name if definition is None else f"{item.name}, {definition}",
            unit=item.unit,
            first=label("column_period"),
            columns=titles,
            rows=rows,
            notes=notes.listed,
            lines=[gap(f"line_{number}") for number in range(lines)],
            data=gap("data") if main else None,
        )
    )


def _none(notes: Iterable[dict[str, str]] = ()) -> dict[str, object]:
    """Return a cell for a period that nothing is said of."""
    return {"value": escape(label("no_value")), "missing": True, "notes": list(notes)}


def _wanted(item: Indicator, own: Iterable[Measurement]) -> set[Period]:
    """Return the periods that targets are for."""
    kinds = {one.period.kind for one in own} | {
        one.period.kind for one in item.targets if one.period
    }
    return {period for kind in kinds for period in periods_of(item, kind)}


def _place(figures: Figures, item: Indicator, definition: str) -> int:
    return figures.definitions(item).index(definition) + 1


def _of(values: Iterable[Measurement], period: Period) -> list[Measurement]:
    return [one for one in values if one.period == period]


def _columns(item: Indicator, own: Iterable[Measurement]) -> list[tuple[str, str]]:
    """Return the columns beside the whole that some period has something in, by what they show."""
    values = list(own)
    found = [
        (key, swedish.capital(who))
        for key, who in gender_words(item.genders).items()
        if any(getattr(one, key) is not None for one in values)
    ]
    parts = dict.fromkeys(part.name for one in values for part in one.parts)
    return [*found, *((f"part:{name}", name) for name in parts)]


def _cell(
    item: Indicator, one: Measurement, key: str, notes: Notes, shown: int
) -> dict[str, object]:
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
