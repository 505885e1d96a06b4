"""Views of what is measured: the answer in sentences, the chart, the table with every value."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from textwrap import shorten

from markupsafe import Markup

from kommunvision.model import (
    Decision,
    DecisionKind,
    Indicator,
    Measurement,
    Occasion,
    Reference,
    Series,
    Target,
    Value,
)
from kommunvision.progress import Figures, shown
from kommunvision.progress.telling import facts
from kommunvision.render.environment import Components, phrase
from kommunvision.render.once import once
from kommunvision.render.views import drawn, evidence, inline
from kommunvision.render.views.frame import Frame, joined
from kommunvision.swedish import format as swedish
from kommunvision.swedish import periods
from kommunvision.swedish.genders import gender_words
from kommunvision.swedish.labels import label
from kommunvision.swedish.quantities import value_words
from kommunvision.swedish.quoting import one_line, quoted
from kommunvision.swedish.sentences import TO_TARGET, Sentence, told
from kommunvision.swedish.target_words import target_words


def answer(frame: Frame, item: Indicator) -> Markup:
    """Return what the newest value says: the answer before anything else."""
    first, *rest = _sentences(frame.home.figures, item)
    runs = (list(run) for _, run in groupby(rest, key=lambda one: one.reckoned is not None))
    groups = [{"text": " ".join(one.text for one in run), "mark": _mark(run)} for run in runs]
    if any(_proposed(frame, one) for one in item.targets):
        groups.append({"text": label("target_proposed"), "mark": None})
    return frame.render("answer", lead=first.text, groups=groups)


# A page of an indicator, its description and what others embed of it begin with the same.
@once
def _sentences(figures: Figures, item: Indicator) -> tuple[Sentence, ...]:
    return told(facts(item, figures))


def _mark(run: Iterable[Sentence]) -> str | None:
    """Return of what sentences beside each other are reckoned; the target includes the values."""
    marks = {one.reckoned for one in run}
    return TO_TARGET if TO_TARGET in marks else marks.pop()


def in_short(frame: Frame, item: Indicator, longest: int) -> str:
    """Return as many of the first sentences as find room, as plain text; of a very long one a part.

    It is what others see who have not opened the page: search engines, and whoever gets its link.
    So it names the kommun, and what must stand by the figures stands by them here too: that
    nobody has decided on them.
    """
    always = [not_decided(frame)] if item.background else []
    first, *rest = (one.text for one in _sentences(frame.home.figures, item))
    kommun = frame.home.kommun.name
    if kommun not in first:
        first = label("answer_of", kommun=kommun, answer=first)
    room = longest - sum(len(one) + 1 for one in always)
    short = shorten(first.rstrip("."), room - 1, placeholder=" …") + "."
    found = [short]
    # A target that is only proposed is not told without saying so.
    if short == first and not any(_proposed(frame, one) for one in item.targets):
        for one in rest:
            if len(" ".join([*found, one])) > room:
                break
            found.append(one)
    return " ".join([*found, *always])


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
        f"{who} {figure_with_unit(item, part)}"
        for key, who in gender_words(item.genders).items()
        if (part := getattr(one, key)) is not None
    )
    if with_parts:
        values.extend(
            f"{part.name} {figure_with_unit(item, part.value)}"
            for part in one.parts
            if part.value is not None
        )
    kind = "forecast" if one.forecast else "preliminary" if one.preliminary else "outcome"
    period = swedish.capital(periods.named(one.period))
    return label(f"figure_{kind}", period=period, values=", ".join(values))


def _proposed(frame: Frame, target: Target) -> bool:
    """Tell whether a target is only proposed."""
    found = [frame.find(ref.target) for ref in target.decisions if ref.target]
    decisions = [one[1] for one in found if one and isinstance(one[1], Decision)]
    return bool(decisions) and all(one.kind is DecisionKind.PROPOSAL for one in decisions)


def lead(frame: Frame, item: Indicator) -> Markup:
    """Return the sentence on the newest value as a block; nothing without values."""
    if not frame.home.figures.own(item):
        return Markup()
    return frame.render("sentence", text=_sentences(frame.home.figures, item)[0].text)


def background(frame: Frame, item: Indicator) -> Markup:
    """Return that a kommun has not decided on an indicator; nothing where it has."""
    return frame.render("sentence", text=not_decided(frame)) if item.background else Markup()


def not_decided(frame: Frame) -> str:
    """Return that statistics are background, and that nobody has decided on them."""
    return label("background", own=label(f"own_{frame.home.kommun.kind.value}"))


def chart(frame: Frame, item: Indicator) -> Markup:
    """Return the values as a drawing; nothing where fewer than two can be drawn."""
    return _chart(frame.home.figures, item, frame.components)


# The page of an indicator and what others embed of it show the same, and no link stands in it.
@once
def _chart(figures: Figures, item: Indicator, components: Components) -> Markup:
    found = drawn.chart(item, figures)
    if found is None:
        return Markup()
    return components.render(
        "chart",
        title=item.name,
        narrow=drawn.drawing(found, drawn.NARROW),
        wide=drawn.drawing(found, drawn.WIDE),
        notes=drawn.notes(item, figures, found),
        lines=[
            *drawn.definition(item, figures, found),
            *drawn.bound_notes(item, figures.own(item)),
        ],
    )


def figure_with_unit(item: Indicator, value: Value) -> str:
    """Return a value as a cell has it whose column has no unit."""
    return value_words(value, item.unit, item.decimals)


def words_for(item: Indicator, target: Target) -> str:
    """Return a target in words."""
    baseline = item.baseline.period if item.baseline else None
    return target_words(target, item.unit, baseline, item.genders)


def told_of(frame: Frame, item: Indicator, target: Target) -> tuple[list[Markup], Markup]:
    """Return what else is known of a target: the source's words and the source; and our remark."""
    lines = inline.source_lines(frame, target.sources)
    words = quoted(target.text)
    if words and words.strip("”").casefold() not in words_for(item, target).casefold():
        lines.insert(0, phrase("target_source_words", words=words))
    return lines, evidence.remark(frame, target.note) or Markup()


def dated_words_for(item: Indicator, target: Target) -> str:
    """Return a target in words, after the period that it is for."""
    words = words_for(item, target)
    if target.period and not target.every_year:
        words = label("target_of_period", period=periods.named(target.period), words=words)
    return swedish.capital(words)


def source_lines(frame: Frame, item: Indicator, values: Iterable[Measurement]) -> list[Markup]:
    """Return where the values of a table come from, when they were fetched, and as what."""
    lines: list[Markup] = []
    every = frame.home.figures.series_of(item)
    several = len({_title(item, series) for series in every}) > 1
    for series in every:
        parts = {"publisher": series.publisher or "", "code": series.code or ""}
        if series.publisher:
            key = "statistics_from" if series.code else "statistics_by"
            line = phrase(key, **parts)
            if series.fetched:
                line = phrase("fetched", line=line, date=swedish.date(series.fetched))
            lines.append(line)
        if series.title and _title(item, series) != _title(item):
            lines.append(_called(series, apart=several))
        lines.extend(_named(frame, series.sources))
    named = [ref for one in values for ref in one.sources]
    lines.extend(_named(frame, named))
    if not lines:
        lines.extend(_named(frame, item.sources))
    return list(dict.fromkeys(lines))


def _title(item: Indicator, series: Series | None = None) -> str:
    """Return what measures are told apart by: what the publisher calls it, else we."""
    called = series.title if series else None
    return one_line(called or item.name).rstrip(".").casefold()


def _called(series: Series, *, apart: bool) -> Markup:
    """Return what the publisher calls a series; where others are called otherwise, also which."""
    whose = ", ".join(one for one in (series.definition, series.group) if one) if apart else ""
    return phrase(
        "series_called_of" if whose else "series_called",
        publisher=series.publisher or label("series_publisher"),
        title=quoted(series.title),
        whose=whose,
    )


def _named(frame: Frame, refs: Iterable[Reference]) -> list[Markup]:
    shown = inline.sources(frame, refs)
    key = "source_line" if len(shown) == 1 else "sources_line"
    return [phrase(key, source=joined(shown))] if shown else []
