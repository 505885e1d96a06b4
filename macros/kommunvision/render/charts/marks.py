"""What a chart over time has besides its values: targets, the baseline, breaks in the series."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from kommunvision.render.charts import points, svg
from kommunvision.render.charts.plot import Plot, Tag
from kommunvision.render.charts.series import TargetStep, TimeChart

# A target for a single period is no longer than this to each side.
_STUB = 9

# More steps than these are not all named beside the plot; the table has them all.
_MOST_NAMED = 6


def named(chart: TimeChart) -> list[TargetStep]:
    """Return the steps that are named: the last with each text, and of very many the newest."""
    by_text = list({step.text: step for step in chart.targets}.values())
    return by_text if len(by_text) <= _MOST_NAMED else [by_text[0], *by_text[1 - _MOST_NAMED :]]


def names(plot_of: Plot) -> Iterator[Tag]:
    """Yield the texts of the targets and of the baseline."""
    chart = plot_of.chart
    for step in named(chart):
        middle = sum(map(plot_of.y, step.values)) / len(step.values)
        yield Tag(middle, plot_of.rows[step.text], _ends(plot_of, step)[1])
    if chart.baseline:
        y = plot_of.y(chart.baseline.value)
        yield Tag(y, plot_of.rows[chart.baseline.text], plot_of.right)


def below(plot_of: Plot) -> Iterator[Markup]:
    """Yield what lies under the values: the bands of targets."""
    bands = []
    for step in plot_of.chart.targets:
        if step.lowest is None or step.highest is None:
            continue
        start, end = _ends(plot_of, step)
        upper = plot_of.y(step.highest)
        bands.append(
            svg.element(
                "rect", x=svg.coordinate(start), y=svg.coordinate(upper),
                width=svg.coordinate(end - start),
                height=svg.coordinate(plot_of.y(step.lowest) - upper),
            )
        )  # fmt: skip
    yield svg.group("kv-band", bands)


def over(plot_of: Plot) -> Iterator[Markup]:
    """Yield the lines of targets, of the baseline and of breaks."""
    chart = plot_of.chart
    lines = []
    theirs = []
    for step in chart.targets:
        start, end = _ends(plot_of, step)
        lines += [svg.path([(start, plot_of.y(v)), (end, plot_of.y(v))]) for v in step.values]
        apart = (end - start) / (len(step.kinds) + 1)
        theirs += [
            points.mark(kind, start + apart * place, plot_of.y(v))
            for place, kind in enumerate(step.kinds, start=1)
            for v in step.values
        ]
    hollow = [svg.group("kv-hollow", theirs)] if theirs else []
    yield svg.group("kv-target", [*lines, *hollow])
    if base := chart.baseline:
        y = plot_of.y(base.value)
        line = svg.path([(plot_of.x(base.period), y), (plot_of.right, y)])
        yield svg.group("kv-baseline", [line])
    marked = [*chart.breaks, *([chart.ahead] if chart.ahead else [])]
    cuts = [(plot_of.before(one.before), one.mark) for one in marked]
    top = plot_of.top
    yield svg.group("kv-break", [svg.path([(x, top - 4), (x, plot_of.bottom)]) for x, _ in cuts])
    yield svg.group("kv-tag", [svg.text(x, top - 8, mark, anchor="middle") for x, mark in cuts])


def _ends(plot_of: Plot, step: TargetStep) -> tuple[float, float]:
    """Return where the line of a target starts and ends: halfway to the periods beside it."""
    start, end = plot_of.before(step.first), plot_of.after(step.last)
    if end - start < 2 * _STUB:
        middle = plot_of.x(step.first)
        start, end = max(plot_of.left, middle - _STUB), min(plot_of.right, middle + _STUB)
    return start, end
