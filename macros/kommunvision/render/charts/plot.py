"""The ground of a chart over time: its axes, and the texts to the right of its lines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from markupsafe import Markup

from kommunvision.render.charts import svg
from kommunvision.render.charts.scale import Scale, scale
from kommunvision.render.charts.series import TimeChart
from kommunvision.swedish import axis
from kommunvision.swedish.labels import label

# The column of a phone, and that of a desk: a chart is drawn for each, so that its text is never
# made smaller. The stylesheet shows the one that there is room for.
NARROW, WIDE = 284, 660

_TALL = {NARROW: 190, WIDE: 240}
_SIGNS = {NARROW: 12, WIDE: 22}
_ABOVE = 24
_BELOW = 30
_GAP = 10
_TICK = 10
_NEAR = 4


@dataclass(frozen=True, slots=True)
class Tag:
    """A text to the right of the plot, at the height of what it names."""

    y: float
    rows: Sequence[str]
    x: float
    """Where what it names ends."""
    strong: bool = False


class Plot:
    """The room in which lines or columns are drawn."""

    def __init__(
        self, chart: TimeChart, width: int, names: Mapping[str, bool], *, bars: bool
    ) -> None:
        """Measure the room.

        Args:
            chart: What is drawn.
            width: The width of the whole drawing.
            names: The texts to the right, and whether they are bold.
            bars: Whether lengths are compared, so that the axis must begin at zero.
        """
        self.chart = chart
        self.width = width
        self.scale: Scale = scale(_values(chart), zero=bars, about=4)
        self._ticks = self.scale.ticks
        self.texts, self._counted_in = axis.numbers(self._ticks)
        rows = {name: svg.wrapped(name, _SIGNS[width]) for name in names}
        self.rows = rows
        self.left = max(map(svg.width_of, self.texts)) + _TICK
        widths = [svg.width_of(row, bold=names[name]) for name in names for row in rows[name]]
        widest = max(widths, default=0)
        self.right = width - (widest + _GAP + 4 if rows else _GAP)
        self.top = float(_ABOVE + (svg.ROW if self.unit and (chart.breaks or chart.ahead) else 0))
        # Each text takes its rows and a little air, and all of them must find room.
        needed = sum(len(own) * svg.ROW + _NEAR for own in rows.values())
        self.bottom = self.top + max(_TALL[width], needed)
        first, last = (chart.moments[index].at for index in (0, -1))
        steps = [later.at - earlier.at for earlier, later in pairwise(chart.moments)]
        span = last - first
        # Half a column at each end; a single period stands in the middle.
        edge = min(steps, default=Decimal(1)) / 2 if bars or not steps else Decimal(0)
        start, span = first - edge, span + 2 * edge
        wide = self.right - self.left
        self.band = wide * float(2 * edge / span) if edge else 0.0
        # Each is asked for by every line, target and text.
        self._places = {
            moment.label: self.left + wide * float((moment.at - start) / span)
            for moment in chart.moments
        }

    @property
    def unit(self) -> str:
        """What the axis counts."""
        return axis.unit(self._counted_in, self.chart.unit)

    def x(self, period: str) -> float:
        """Return where a period stands."""
        return self._places[period]

    def y(self, value: Decimal) -> float:
        """Return where a value stands."""
        return self.bottom - (self.bottom - self.top) * self.scale.share(value)

    def before(self, period: str) -> float:
        """Return the middle between a period and the one before it; the edge before the first."""
        labels = [moment.label for moment in self.chart.moments]
        index = labels.index(period)
        return (self.x(labels[index - 1]) + self.x(period)) / 2 if index else self.left

    def after(self, period: str) -> float:
        """Return the middle between a period and the next; the edge after the last."""
        labels = [moment.label for moment in self.chart.moments]
        index = labels.index(period) + 1
        return self.before(labels[index]) if index < len(labels) else self.right

    def ground(self) -> Iterator[Markup]:
        """Yield the axes with their texts."""
        heights = [self.y(tick) for tick in self._ticks]
        lines = [svg.path([(self.left, at), (self.right, at)]) for at in heights]
        yield svg.group("kv-grid", lines)
        if self.scale.lowest <= 0 <= self.scale.highest:
            zero = self.y(Decimal(0))
            yield svg.group("kv-zero", [svg.path([(self.left, zero), (self.right, zero)])])
        numbers = [
            svg.text(self.left - _TICK, at + 4.5, text, anchor="end")
            for at, text in zip(heights, self.texts, strict=True)
        ]
        yield svg.group("kv-tick", [*numbers, *self._periods()])
        said = [svg.text(0, 12, svg.wrapped(self.unit, int(self.width / svg.SIGN), 1))]
        if self.statement:
            said.append(svg.text(0, self.height - 5, self.statement))
        yield svg.group("kv-said", said if self.unit else said[1:])

    @property
    def statement(self) -> str:
        """What must be said of an axis without zero."""
        unit = f" {self._counted_in}" if self._counted_in else ""
        if self.scale.lowest > 0:
            return label("axis_from", value=f"{self.texts[0]}{unit}")
        if self.scale.highest < 0:
            return label("axis_to", value=f"{self.texts[-1]}{unit}")
        return ""

    @property
    def height(self) -> float:
        """The height of the whole drawing."""
        return self.bottom + _BELOW + (svg.ROW + 5 if self.statement else 0)

    def _periods(self) -> Iterator[Markup]:
        """Yield the periods' names at an even pace from the last one, where they have room."""
        places = []
        for moment in self.chart.moments:
            half = svg.width_of(moment.label) / 2
            middle = min(max(self.x(moment.label), half), self.width - half)
            places.append((middle - half, middle + half, middle, moment.label))
        places.reverse()
        paces = (places[::pace] for pace in range(1, len(places) + 1))
        shown = next(some for some in paces if _have_room(some))
        if _have_room([*shown, places[-1]]):
            shown.append(places[-1])
        for _, _, middle, words in shown:
            yield svg.text(middle, self.bottom + 22, words, anchor="middle")

    def tags(self, wanted: Sequence[Tag]) -> Iterator[Markup]:
        """Yield the texts to the right, moved apart, with a thin line where one was moved."""
        ordered = sorted(wanted, key=lambda tag: tag.y)
        middles = _apart([(tag.y, len(tag.rows) * svg.ROW + _NEAR) for tag in ordered],
                         self.top - _GAP, self.bottom + _GAP)  # fmt: skip
        leaders, texts = [], []
        for tag, middle in zip(ordered, middles, strict=True):
            far = tag.x < self.right - _GAP
            if far or abs(middle - tag.y) > svg.ROW / 2:
                start = (tag.x + 6, tag.y)
                knee = [(self.right, tag.y)] if far else []
                leaders.append(svg.path([start, *knee, (self.right + _GAP, middle)]))
            first = middle - (len(tag.rows) - 1) * svg.ROW / 2 + 4.5
            look = "kv-strong" if tag.strong else ""
            texts.append(svg.text(self.right + _GAP + 3, first, tag.rows, look=look))
        yield svg.group("kv-leader", leaders)
        yield svg.group("kv-tag", texts)


def _values(chart: TimeChart) -> list[Decimal]:
    found = [point.value for line in chart.lines for point in line.points]
    found += [value for step in chart.targets for value in step.values]
    found += [chart.baseline.value] if chart.baseline else []
    return [value for value in found if value is not None]


def _have_room(places: Sequence[tuple[float, float, float, str]]) -> bool:
    """Whether texts, each given from the right, stand apart from each other."""
    return all(later[1] + _GAP <= one[0] for one, later in pairwise(places))


def _apart(wanted: Sequence[tuple[float, float]], top: float, bottom: float) -> list[float]:
    """Return the middles of pieces of given heights, near where they wish, none over another."""
    middles: list[float] = []
    edge = top
    for y, height in wanted:
        middles.append(max(y, edge + height / 2))
        edge = middles[-1] + height / 2
    edge = bottom
    for index in range(len(wanted) - 1, -1, -1):
        height = wanted[index][1]
        middles[index] = min(middles[index], edge - height / 2)
        edge = middles[index] - height / 2
    return middles
