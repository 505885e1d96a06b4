"""A chart of columns over time, from zero; other lines than the kommun's own lie over them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from markupsafe import Markup

from kommunvision.render.charts import marks, svg
from kommunvision.render.charts.line import line_tags, lined, tag_names
from kommunvision.render.charts.plot import Plot
from kommunvision.render.charts.series import Line, LineKind, PointKind, TimeChart

# The part of its band that a column fills, and how wide it is at most.
_FILLED = 0.64
_WIDEST = 48.0
_LOOKS = {
    PointKind.OUTCOME: "kv-full",
    PointKind.PRELIMINARY: "kv-hollow",
    PointKind.FORECAST: "kv-expected",
}


def draw(chart: TimeChart, width: int) -> Markup:
    """Return the drawing in a given width; nothing if there is no value."""
    if chart.empty:
        return Markup("")
    plot = Plot(chart, width, tag_names(chart), bars=True)
    parts = [*plot.ground(), *marks.below(plot)]
    for line in sorted(chart.lines, key=lambda one: one.kind is not LineKind.MAIN):
        parts += _columns(plot, line) if line.kind is LineKind.MAIN else lined(plot, line)
    parts += [*marks.over(plot), *plot.tags([*line_tags(plot, chart.lines), *marks.names(plot)])]
    return svg.drawing(width, plot.height, "kv-plot", parts)


def _columns(plot: Plot, line: Line) -> Iterator[Markup]:
    by_look: dict[str, list[Markup]] = {look: [] for look in _LOOKS.values()}
    zero = plot.y(Decimal(0))
    wide = min(plot.band * _FILLED, _WIDEST)
    for point in line.points:
        if point.value is None:
            continue
        end = plot.y(point.value)
        by_look[_LOOKS[point.kind]].append(
            svg.element(
                "rect", x=svg.coordinate(plot.x(point.period) - wide / 2),
                y=svg.coordinate(min(zero, end)), width=svg.coordinate(wide),
                height=svg.coordinate(abs(end - zero)),
            )
        )  # fmt: skip
    yield svg.group("kv-columns", [svg.group(look, own) for look, own in by_look.items() if own])
