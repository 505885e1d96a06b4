"""Charts of an indicator: the model's values as moments, lines, targets and breaks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from markupsafe import Markup

from kommunvision.model import Bound, Indicator, Measurement, Period, PeriodKind
from kommunvision.progress import Figures
from kommunvision.progress.breakdown import narrowed
from kommunvision.render.charts import column, line
from kommunvision.render.charts.series import (
    Baseline,
    Break,
    Line,
    LineKind,
    Moment,
    Point,
    PointKind,
    TimeChart,
)
from kommunvision.render.views import aimed
from kommunvision.swedish import format as swedish
from kommunvision.swedish import periods
from kommunvision.swedish.genders import gender_words
from kommunvision.swedish.keys import GENDERS
from kommunvision.swedish.labels import label
from kommunvision.swedish.quantities import decimals_for, number, value_words
from kommunvision.swedish.quoting import quoted

# Widths of the drawing: the column of a phone of 320 pixels, and that of a desk.
NARROW, WIDE = 284, 660

# Up to so many values stand as columns, where nothing but the kommun's own are drawn.
_MOST_COLUMNS = 6

# With more lines than these nobody can follow one of them.
_MOST_LINES = 6


def chart(item: Indicator, figures: Figures) -> TimeChart | None:
    """Return the chart of an indicator; none where fewer than two values are numbers."""
    own = _numbers(figures.own(item))
    if len({one.period for one in own if isinstance(one.value, Decimal)}) < 2:  # noqa: PLR2004 - a line
        return None
    others = {name: _alike(own, figures.own(item, name)) for name in _others(item, figures)}
    measured = {one.period for values in (own, *others.values()) for one in values}
    moments = aimed.moments(item, sorted(measured, key=lambda one: one.sort_key))
    lines = [Line(_own(figures), _points(item, own), LineKind.MAIN)]
    for key, who in gender_words(item.genders).items():
        lines.append(Line(swedish.capital(who), _points(item, own, key), LineKind(key)))
    # The other parts stand in the table; those that have a target are held against it.
    for name in dict.fromkeys(name for one in item.targets for name in one.whom):
        if name not in GENDERS:
            theirs = [narrowed(one, name) for one in own]
            lines.append(Line(name, _points(item, theirs), LineKind.PART))
    for name, values in figures.groups(item).items():
        inside = [one for one in _numbers(values) if one.period in moments]
        lines.append(Line(name, _points(item, inside), LineKind.GROUP))
    lines = [one for one in lines if any(point.value is not None for point in one.points)]
    if len(lines) + len(others) <= _MOST_LINES:
        lines += [
            Line(swedish.capital(name), _points(item, values), LineKind.DEFINITION)
            for name, values in others.items()
        ]
    breaks, ahead = (
        _breaks(item, figures, lines),
        _ahead(moments, (*own, *(one for values in others.values() for one in values))),
    )
    return TimeChart(
        moments=tuple(Moment(_name(one), place_in_time(one)) for one in moments),
        lines=tuple(lines),
        unit=item.unit or "",
        targets=tuple(aimed.steps(item, figures, moments)),
        baseline=_baseline(item, moments),
        breaks=tuple(one for one, _ in breaks),
        ahead=Break(ahead, _letter(len(breaks))) if ahead else None,
    )


def _others(item: Indicator, figures: Figures) -> list[str]:
    """Return the other ways of counting than the one that the chart is of."""
    return [name for name in figures.definitions(item)[1:] if name]


def _alike(own: Sequence[Measurement], other: Iterable[Measurement]) -> list[Measurement]:
    """Return the values that can stand on one axis with the others."""
    return [one for one in _numbers(other) if one.period.kind is own[0].period.kind]


def _numbers(values: Iterable[Measurement]) -> list[Measurement]:
    """Return the values that can be drawn, and gaps; of one period the outcome alone."""
    found: dict[Period, Measurement] = {}
    for one in values:
        # A bound is no number: it is a gap, and told beside the drawing.
        drawable = one.value is None or isinstance(one.value, Decimal | Bound)
        if drawable and (one.period not in found or found[one.period].value is None):
            found[one.period] = one
    kinds = [one.period.kind for one in found.values()]
    # Years and months on one axis would be read as one series.
    main = max(dict.fromkeys(kinds), key=kinds.count, default=None)
    return [one for one in found.values() if one.period.kind is main]


def _points(
    item: Indicator, values: Iterable[Measurement], key: str = "value"
) -> tuple[Point, ...]:
    found = []
    for one in values:
        value = getattr(one, key)
        drawn = value if isinstance(value, Decimal) else None
        kind = PointKind.OUTCOME
        if one.forecast:
            kind = PointKind.FORECAST
        elif one.preliminary:
            kind = PointKind.PRELIMINARY
        text = number(drawn, decimals_for(drawn, item.decimals)) if drawn is not None else ""
        found.append(Point(_name(one.period), drawn, text, kind))
    return tuple(found)


def _name(period: Period) -> str:
    return periods.named(period)


def place_in_time(period: Period) -> Decimal:
    """Return the place in time of a period: its last day, in years; of a year, the year."""
    if period.kind in {PeriodKind.YEAR, PeriodKind.SCHOOL_YEAR}:
        return Decimal(period.year)
    day = period.last_day
    return Decimal(day.year) + Decimal(day.timetuple().tm_yday) / Decimal(366)


def _baseline(item: Indicator, moments: list[Period]) -> Baseline | None:
    start = item.baseline
    if start is None or not isinstance(start.value, Decimal) or start.period not in moments:
        return None
    return Baseline(_name(start.period), start.value, label("baseline_tag"))


def _breaks(item: Indicator, figures: Figures, lines: Sequence[Line]) -> list[tuple[Break, str]]:
    """Return each break with what was changed, in the order of time within each line."""
    found: list[tuple[str, str, str]] = []
    for definition in figures.definitions(item):
        name = swedish.capital(definition or "")
        other = definition in _others(item, figures)
        if not other or any(one.name == name for one in lines):
            found += [
                (_name(one.period), name if other else "", one.break_before)
                for one in _numbers(figures.own(item, definition))
                if one.break_before
            ]
    return [
        (Break(period, _letter(place), line=line), f"{line}: {text}" if line else text)
        for place, (period, line, text) in enumerate(found)
    ]


def _letter(place: int) -> str:
    return chr(ord("a") + place % 26)


def _ahead(moments: Sequence[Period], values: Iterable[Measurement]) -> str | None:
    """Return the first period after the last one that anything is known of; none without one."""
    known = {one.period for one in values if one.value is not None}
    after: str | None = None
    for one in reversed(moments):
        if one in known:
            break
        after = _name(one)
    return after


def _own(figures: Figures) -> str:
    return label(f"own_{figures.kommun.kind.value}")


def notes(item: Indicator, figures: Figures, found: TimeChart) -> list[dict[str, str]]:
    """Return what the marks in the drawing stand for, in the order of the letters."""
    told = [{"mark": one.mark, "text": text} for one, text in _breaks(item, figures, found.lines)]
    if found.ahead:
        text = label("chart_ahead", period=found.ahead.before)
        told.append({"mark": found.ahead.mark, "text": text})
    return told


def definition(item: Indicator, figures: Figures, found: TimeChart) -> list[str]:
    """Return which way of counting the kommun's line follows, where there are several."""
    first = next(iter(figures.definitions(item)), None)
    if not first or not _others(item, figures):
        return []
    every = any(one.kind is LineKind.DEFINITION for one in found.lines)
    key = "chart_definition" if every else "chart_one_definition"
    return [label(key, name=quoted(first), line=_own(figures))]


def bound_notes(item: Indicator, values: Iterable[Measurement]) -> list[str]:
    """Return what is said of values that are only told as bounds, which no drawing can show."""
    return [
        label("bound_not_drawn", what=what, value=value_words(value, item.unit))
        for one in values
        for what, value in (
            (_name(one.period), one.value),
            *(
                (f"{_name(one.period)}, {who}", getattr(one, key))
                for key, who in gender_words(item.genders).items()
            ),
        )
        if isinstance(value, Bound)
    ]


def drawing(found: TimeChart, width: int) -> Markup:
    """Draw a chart: columns for a few values of the kommun alone, else lines."""
    alone = all(one.kind is LineKind.MAIN for one in found.lines)
    (own, *_) = found.lines
    few = len(own.points) <= _MOST_COLUMNS and len(found.moments) <= 2 * _MOST_COLUMNS
    # A column starts at zero, so it says nothing where all values lie far from it.
    values = [p.value for one in found.lines for p in one.points if p.value is not None]
    near = min(values) >= 0 and min(values) * 3 <= max(values) * 2
    draw = column.draw if alone and few and near else line.draw
    return draw(found, width)
