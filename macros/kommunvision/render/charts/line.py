"""A chart of lines over time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from markupsafe import Markup

from kommunvision.render.charts import marks, svg
from kommunvision.render.charts.plot import Plot, Tag
from kommunvision.render.charts.points import mark
from kommunvision.render.charts.series import Line, LineKind, Point, PointKind, TimeChart
from kommunvision.swedish.labels import label

# Where points stand closer than this, only those are marked that say something of their own.
_CLOSE = 22
_FORECAST = PointKind.FORECAST


def draw(chart: TimeChart, width: int) -> Markup:
    """Return the drawing in a given width; nothing if there is no value."""
    if chart.empty:
        return Markup("")
    plot = Plot(chart, width, tag_names(chart), bars=False)
    parts = [*plot.ground(), *marks.below(plot), *marks.over(plot)]
    # The kommun's own values come last, and so on top.
    for line in sorted(chart.lines, key=lambda one: one.kind is LineKind.MAIN):
        parts += lined(plot, line)
    parts += plot.tags([*line_tags(plot, chart.lines), *marks.names(plot)])
    return svg.drawing(width, plot.height, "kv-plot", parts)


def tag_names(chart: TimeChart) -> dict[str, bool]:
    """Return every text that stands to the right of the plot, and whether it is bold."""
    found = {_named(line): line.kind is LineKind.MAIN for line in chart.lines if _last(line)}
    others = [step.text for step in marks.named(chart)]
    others += [chart.baseline.text] if chart.baseline else []
    return dict.fromkeys(others, False) | found


def line_tags(plot: Plot, lines: Sequence[Line]) -> Iterator[Tag]:
    """Yield the name of each line, where it ends."""
    for line in lines:
        point = _last(line)
        if point and point.value is not None:
            strong = line.kind is LineKind.MAIN
            yield Tag(
                plot.y(point.value), plot.rows[_named(line)], plot.x(point.period), strong=strong
            )


def lined(plot: Plot, line: Line) -> Iterator[Markup]:
    """Yield a line with its gaps, what is only expected in dashes, and the marks of its points."""
    breaks = {one.before for one in plot.chart.breaks if one.parts(line)}
    runs = list(_runs(plot, line, breaks))
    look = f"kv-{line.kind.value}"
    sure: list[Markup] = []
    expected: list[Markup] = []
    for run in runs:
        for forecast, pieces in groupby(pairwise(run), lambda two: two[1].kind is _FORECAST):
            first, *rest = pieces
            points = [*first, *(later for _, later in rest)]
            drawn = svg.path([_place(plot, point) for point in points])
            (expected if forecast else sure).append(drawn)
    full: list[Markup] = []
    hollow: list[Markup] = []
    for point in _marked(plot, line, runs):
        one = mark(line.kind, *_place(plot, point))
        (full if point.kind is PointKind.OUTCOME else hollow).append(one)
    parts = (
        *sure,
        svg.group("kv-forecast", expected),
        svg.group("kv-full", full),
        svg.group("kv-hollow", hollow),
    )
    yield svg.group(look, [part for part in parts if part])


def _runs(plot: Plot, line: Line, breaks: set[str]) -> Iterator[list[Point]]:
    """Yield the points that follow on each other without a gap or a break."""
    by_period = {point.period: point for point in line.points}
    unknown = by_period.keys() - {moment.label for moment in plot.chart.moments}
    if unknown:
        raise ValueError(f"{line.name}: no moment for {', '.join(sorted(unknown))}")
    run: list[Point] = []
    for moment in plot.chart.moments:
        point = by_period.get(moment.label)
        missing = point is None or point.value is None
        if run and (missing or moment.label in breaks):
            yield run
            run = []
        if point is not None and not missing:
            run.append(point)
    if run:
        yield run


def _marked(plot: Plot, line: Line, runs: Sequence[Sequence[Point]]) -> Iterator[Point]:
    """Yield the points that get a mark: all if there is room, else those that say something."""
    places = [plot.x(moment.label) for moment in plot.chart.moments]
    closest = min((later - one for one, later in pairwise(places)), default=_CLOSE)
    every = max(1, round(_CLOSE / closest)) if line.kind is not LineKind.MAIN else 1
    spaced = closest >= _CLOSE and line.kind is not LineKind.GROUP
    last = runs[-1][-1] if runs else None
    for run in runs:
        for number, point in enumerate(reversed(run)):
            telling = len(run) == 1 or point.kind is not PointKind.OUTCOME or point is last
            shaped = line.kind not in {LineKind.MAIN, LineKind.GROUP} and number % every == 0
            if telling or spaced or shaped:
                yield point


def _place(plot: Plot, point: Point) -> tuple[float, float]:
    if point.value is None:
        raise ValueError("a missing value has no place")
    return plot.x(point.period), plot.y(point.value)


def _last(line: Line) -> Point | None:
    return next((point for point in reversed(line.points) if point.value is not None), None)


def _named(line: Line) -> str:
    point = _last(line)
    if point is None or not point.text:
        return line.name
    if point.kind is PointKind.OUTCOME:
        return f"{line.name} {point.text}"
    return label(f"chart_{point.kind.value}", name=line.name, value=point.text)
