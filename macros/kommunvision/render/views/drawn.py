"""Charts of an indicator: the model's values as moments, lines, targets and breaks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from markupsafe import Markup

from kommunvision.model import Bound, Indicator, Measurement, Period, PeriodKind, Target
from kommunvision.progress import applying
from kommunvision.render.charts import column, line
from kommunvision.render.charts.series import (
    Baseline,
    Break,
    Line,
    LineKind,
    Moment,
    Point,
    PointKind,
    TargetStep,
    TimeChart,
)
from kommunvision.render.views import names
from kommunvision.render.views.frame import Frame
from kommunvision.swedish.labels import label
from kommunvision.swedish.quantities import amount, decimals_for, number, value_words

# Widths of the drawing: the column of a phone of 320 pixels, and that of a desk.
NARROW, WIDE = 284, 660

# Up to so many values stand as columns, where nothing but the kommun's own are drawn.
_MOST_COLUMNS = 6


def chart(item: Indicator, frame: Frame) -> TimeChart | None:
    """Return the chart of an indicator; none where fewer than two values are numbers."""
    own = _numbers(frame.home.figures.own(item))
    if len({one.period for one in own if isinstance(one.value, Decimal)}) < 2:  # noqa: PLR2004 - a line
        return None
    moments = [one.period for one in own]
    groups = frame.home.figures.groups(item)
    lines = [Line(label("line_own"), _points(item, own), LineKind.MAIN)]
    for kind, key in ((LineKind.WOMEN, "women"), (LineKind.MEN, "men")):
        points = _points(item, own, key)
        if any(point.value is not None for point in points):
            lines.append(Line(label(f"line_{key}"), points, kind))
    for name, values in groups.items():
        inside = [one for one in _numbers(values) if one.period in moments]
        if inside:
            lines.append(Line(name, _points(item, inside), LineKind.GROUP))
    return TimeChart(
        moments=tuple(dict.fromkeys(Moment(_name(one), _at(one)) for one in moments)),
        lines=tuple(lines),
        unit=item.unit or "",
        targets=tuple(_steps(item, moments)),
        baseline=_baseline(item, moments),
        breaks=tuple(_breaks(own)),
    )


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
    return names.period(period)


def _at(period: Period) -> Decimal:
    """Return the place in time of a period: its last day, in years; of a year, the year."""
    if period.kind in {PeriodKind.YEAR, PeriodKind.SCHOOL_YEAR}:
        return Decimal(period.year)
    day = period.last_day
    return Decimal(day.year) + Decimal(day.timetuple().tm_yday) / Decimal(366)


def _ends(target: Target) -> tuple[Decimal | None, Decimal | None]:
    exact = target.exactly if isinstance(target.exactly, Decimal) else None
    if target.lowest is not None:
        return target.lowest, target.highest
    low = next((v for v in (target.at_least, target.over, exact) if v is not None), None)
    high = next((v for v in (target.at_most, target.under) if v is not None), None)
    return low, high


def _steps(item: Indicator, moments: list[Period]) -> Iterator[TargetStep]:
    """Yield each target that is a number, over the periods that it is for."""
    for target in item.targets:
        low, high = _ends(target)
        inside = [one for one in moments if target in applying(item, one)]
        if inside and (low is not None or high is not None):
            ends = [end for end in (low, high) if end is not None]
            text = label(
                "target_tag",
                value=" – ".join(
                    amount(end, item.unit, decimals_for(end, item.decimals)) for end in ends
                ),
            )
            yield TargetStep(_name(inside[0]), _name(inside[-1]), text, low, high)


def _baseline(item: Indicator, moments: list[Period]) -> Baseline | None:
    start = item.baseline
    if start is None or not isinstance(start.value, Decimal) or start.period not in moments:
        return None
    return Baseline(_name(start.period), start.value, label("baseline_tag"))


def _breaks(values: Iterable[Measurement]) -> Iterator[Break]:
    for place, one in enumerate(one for one in values if one.break_before):
        yield Break(_name(one.period), chr(ord("a") + place % 26))


def break_notes(values: Iterable[Measurement]) -> list[dict[str, str]]:
    """Return the notes that the marks of breaks stand for, in the order of the drawing."""
    told = [one.break_before for one in _numbers(values) if one.break_before]
    return [{"mark": chr(ord("a") + place % 26), "text": text} for place, text in enumerate(told)]


def bound_notes(item: Indicator, values: Iterable[Measurement]) -> list[str]:
    """Return what is said of values that are only told as bounds, which no drawing can show."""
    return [
        label("bound_not_drawn", what=what, value=value_words(value, item.unit))
        for one in values
        for what, value in (
            (_name(one.period), one.value),
            (f"{_name(one.period)}, {label('line_women').lower()}", one.women),
            (f"{_name(one.period)}, {label('line_men').lower()}", one.men),
        )
        if isinstance(value, Bound)
    ]


def drawing(found: TimeChart, width: int) -> Markup:
    """Draw a chart: columns for a few values of the kommun alone, else lines."""
    alone = all(one.kind is LineKind.MAIN for one in found.lines)
    few = len(found.moments) <= _MOST_COLUMNS
    # A column starts at zero, so it says nothing where all values lie far from it.
    values = [p.value for one in found.lines for p in one.points if p.value is not None]
    near = min(values) >= 0 and min(values) * 3 <= max(values) * 2
    draw = column.draw if alone and few and near else line.draw
    return draw(found, width)
