"""A chart shows its values where they belong, and writes nothing that was not given."""

import re
from decimal import Decimal
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kommunvision.render.charts import bar, column, line, overview, sparkline
from kommunvision.render.charts.bar import Bar
from kommunvision.render.charts.overview import Share
from kommunvision.render.charts.plot import NARROW, WIDE
from kommunvision.render.charts.scale import scale
from kommunvision.render.charts.series import (
    Break,
    Line,
    LineKind,
    Point,
    PointKind,
    TargetStep,
    TimeChart,
)
from tests.render.gallery import (
    BARS,
    NEGATIVE_BARS,
    SCHOOL,
    SHARES,
    TIME_CHARTS,
    one_line,
    points,
    years,
)

Drawn = ET.Element
WIDTHS = pytest.mark.parametrize("width", [NARROW, WIDE])
EACH = pytest.mark.parametrize("name", TIME_CHARTS)


def read(svg: str) -> Drawn:
    return ET.fromstring(svg)  # noqa: S314 - our own drawing


def under(drawn: Drawn, look: str, tag: str) -> list[Drawn]:
    return [one for own in drawn.iter() if own.get("class") == look for one in own.iter(tag)]


def texts(drawn: Drawn) -> list[str]:
    return ["".join(text.itertext()) for text in drawn.iter("text")]


def places(path: Drawn) -> list[tuple[float, float]]:
    numbers = [float(number) for number in re.findall(r"-?[\d.]+", path.get("d", ""))]
    return list(zip(numbers[::2], numbers[1::2], strict=True))


def number_in(text: str) -> Decimal:
    return Decimal(re.sub(r"\s", "", text).replace("−", "-").replace(",", "."))


def ticks(drawn: Drawn) -> list[tuple[float, Decimal]]:
    """Height and number of each line of the grid: what a reader reads a value off from."""
    heights = [places(path)[0][1] for path in under(drawn, "kv-grid", "path")]
    numbers = [text for text in under(drawn, "kv-tick", "text") if text.get("text-anchor") == "end"]
    return [(y, number_in(text.text or "")) for y, text in zip(heights, numbers, strict=True)]


def read_off(drawn: Drawn, y: float) -> float:
    """The value at a height, by the axis alone."""
    (low_y, low), *_, (high_y, high) = ticks(drawn)
    return float(low) + (low_y - y) / (low_y - high_y) * float(high - low)


def precision(drawn: Drawn) -> float:
    """What a tenth of a unit of height is worth."""
    (low_y, low), *_, (high_y, high) = ticks(drawn)
    return float(high - low) / (low_y - high_y) * 0.11


@WIDTHS
def test_each_point_of_a_line_can_be_read_off_the_axis(width):
    chart = one_line(2018, "60.4", "71.25", "65", "88.8", "90.1", "77")
    drawn = read(line.draw(chart, width))
    (path,) = under(drawn, "kv-main", "path")
    found = [read_off(drawn, y) for _, y in places(path)]
    assert found == pytest.approx([60.4, 71.25, 65, 88.8, 90.1, 77], abs=precision(drawn))


@given(st.lists(st.decimals(-(10**5), 10**5, places=2), min_size=2, max_size=12))
def test_values_of_any_size_stand_in_line_with_the_axis(values):
    drawn = read(line.draw(one_line(2000, *map(str, values)), WIDE))
    (path,) = under(drawn, "kv-main", "path")
    found = [read_off(drawn, y) for _, y in places(path)]
    assert found == pytest.approx([float(value) for value in values], abs=precision(drawn))


@given(st.lists(st.decimals(-(10**5), 10**5, places=2), min_size=1, max_size=12))
def test_columns_start_at_zero_and_end_at_their_value(values):
    drawn = read(column.draw(one_line(2000, *map(str, values)), WIDE))
    columns = under(drawn, "kv-columns", "rect")
    for rect, value in zip(columns, values, strict=True):
        top = float(rect.get("y", ""))
        ends = sorted(read_off(drawn, y) for y in (top, top + float(rect.get("height", ""))))
        wanted = sorted([0.0, float(value)])
        assert ends == pytest.approx(wanted, abs=2 * precision(drawn))


@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_bars_start_at_zero_and_are_as_long_as_their_values(width):
    drawn = read(bar.draw(BARS, width))
    lengths = [float(rect.get("width", "")) for rect in drawn.iter("rect")]
    starts = {rect.get("x") for rect in drawn.iter("rect")}
    assert len(starts) == 1
    by_value = [length / value for length, value in zip(lengths, (81.5, 83.9, 85.2), strict=True)]
    assert by_value == pytest.approx([by_value[0]] * 3, rel=0.001)


def test_a_negative_bar_lies_on_the_other_side_of_zero():
    negative, positive, none = read(bar.draw(NEGATIVE_BARS, WIDE)).iter("rect")
    zero = float(positive.get("x", ""))
    assert float(negative.get("x", "")) + float(negative.get("width", "")) == pytest.approx(zero)
    assert float(negative.get("width", "")) / float(positive.get("width", "")) == pytest.approx(
        12.5 / 30, rel=0.001
    )
    assert none.get("width") == "0"


@EACH
@WIDTHS
def test_every_text_of_a_chart_is_given_or_a_round_number_of_the_axis(name, width):
    chart = TIME_CHARTS[name]
    drawn = read(line.draw(chart, width))
    axis = {
        text.text for text in under(drawn, "kv-tick", "text") if text.get("text-anchor") == "end"
    }
    said = {"".join(text.itertext()) for text in under(drawn, "kv-said", "text")}
    allowed = axis | said | {moment.label for moment in chart.moments}
    allowed |= {step.text for step in chart.targets} | {one.mark for one in chart.breaks}
    allowed |= {chart.ahead.mark} if chart.ahead else set()
    allowed |= {chart.baseline.text} if chart.baseline else set()
    for own in chart.lines:
        last = [point for point in own.points if point.value is not None][-1]
        between = {"preliminary": ", preliminärt ", "forecast": ", prognos "}.get(last.kind, " ")
        allowed.add(f"{own.name}{between}{last.text}")
    assert [text for text in texts(drawn) if text not in allowed] == []
    assert len(texts(drawn)) == len(set(texts(drawn)))


def test_a_missing_value_is_a_gap_and_a_lonely_value_a_point():
    drawn = read(line.draw(TIME_CHARTS["gaps"], WIDE))
    paths = under(drawn, "kv-main", "path")
    assert [len(places(path)) for path in paths] == [2]
    assert len(under(drawn, "kv-full", "circle")) == 4


def test_a_break_parts_the_line_and_is_marked_between_the_two_periods():
    chart = one_line(2020, "5", "6", "7", "8")
    chart = TimeChart(chart.moments, chart.lines, breaks=(Break("2022", "a"),))
    drawn = read(line.draw(chart, WIDE))
    before, after = (places(path) for path in under(drawn, "kv-main", "path"))
    (cut,) = under(drawn, "kv-break", "path")
    assert before[-1][0] < places(cut)[0][0] < after[0][0]
    assert "a" in texts(drawn)


@pytest.mark.parametrize(("everyone", "pieces"), [(False, 1), (True, 2)])
def test_a_break_parts_the_line_of_others_only_if_it_is_theirs_too(everyone, pieces):
    chart = one_line(2020, "5", "6", "7", "8")
    others = Line("Riket", points(2020, "4", "4", "5", "5"), LineKind.GROUP)
    lines, breaks = (*chart.lines, others), (Break("2022", "a", everyone=everyone),)
    drawn = read(line.draw(TimeChart(chart.moments, lines, breaks=breaks), WIDE))
    assert len(under(drawn, "kv-main", "path")) == 2
    assert len(under(drawn, "kv-group", "path")) == pieces


def test_preliminary_points_are_hollow_and_a_forecast_is_dashed():
    own = Line(
        "Totalt",
        points(2020, "5", "6", "7", "8", y2022=PointKind.PRELIMINARY, y2023=PointKind.FORECAST),
    )
    drawn = read(line.draw(TimeChart(years(2020, 2023), (own,)), WIDE))
    (forecast,) = under(drawn, "kv-forecast", "path")
    assert len(under(drawn, "kv-hollow", "circle")) == 2
    assert len(under(drawn, "kv-full", "circle")) == 2
    assert len(places(forecast)) == 2
    assert "Totalt, prognos 8" in texts(drawn)


def test_women_and_men_differ_in_dashes_and_in_the_shape_of_their_points():
    drawn = read(line.draw(SCHOOL, WIDE))
    groups = {
        look: next(g for g in drawn.iter("g") if g.get("class") == look)
        for look in ("kv-women", "kv-men")
    }
    assert groups["kv-women"].get("stroke-dasharray") != groups["kv-men"].get("stroke-dasharray")
    corners = {
        look: {len(places(path)) for path in own.iter("path") if path.get("d", "").endswith("Z")}
        and {
            tuple(y - places(path)[0][1] for _, y in places(path))
            for path in own.iter("path")
            if path.get("d", "").endswith("Z")
        }
        for look, own in groups.items()
    }
    assert len(corners["kv-women"] & corners["kv-men"]) == 0


def test_a_target_holds_from_its_first_period_to_its_last_at_its_height():
    chart = TimeChart(
        years(2020, 2023),
        (Line("Totalt", points(2020, "50", "60", "70", "80")),),
        targets=(
            TargetStep("2020", "2021", "Mål 55", Decimal(55)),
            TargetStep("2022", "2023", "Mål 75", Decimal(75)),
        ),
    )
    drawn = read(line.draw(chart, WIDE))
    first, second = (places(path) for path in under(drawn, "kv-target", "path"))
    assert first[1][0] == second[0][0]
    assert [read_off(drawn, own[0][1]) for own in (first, second)] == pytest.approx(
        [55, 75], abs=precision(drawn)
    )


def test_a_band_lies_between_its_two_ends():
    drawn = read(line.draw(TIME_CHARTS["a band"], WIDE))
    (band,) = under(drawn, "kv-band", "rect")
    top = float(band.get("y", ""))
    ends = [read_off(drawn, y) for y in (top + float(band.get("height", "")), top)]
    assert ends == pytest.approx([30, 40], abs=2 * precision(drawn))


@pytest.mark.parametrize(
    ("values", "said"),
    [
        (("81.5", "84"), "Axeln börjar vid 81."),
        (("-80.5", "-82"), "Axeln slutar vid −80,5."),
        (("1234567890123", "1300000000000"), "Axeln börjar vid 1,22 biljoner."),
        (("10", "84"), None),
        (("-10", "84"), None),
        (("0", "0"), None),
    ],
)
def test_an_axis_without_zero_says_so(values, said):
    found = [
        text for text in texts(read(line.draw(one_line(2020, *values), WIDE))) if "Axeln" in text
    ]
    assert found == ([said] if said else [])


def test_an_axis_of_columns_always_has_zero():
    assert not [
        text
        for text in texts(read(column.draw(one_line(2020, "81.5", "84"), WIDE)))
        if "Axeln" in text
    ]


@given(
    st.lists(
        st.decimals(
            allow_nan=False, allow_infinity=False, places=6, min_value=-(10**12), max_value=10**12
        ),
        min_size=1,
    )
)
def test_a_scale_holds_its_values_on_few_round_steps(values):
    found = scale(values)
    assert found.lowest <= min(values) <= max(values) <= found.highest
    assert 2 <= len(found.ticks) <= 8
    assert found.ticks[-1] == found.highest
    assert str(found.step.normalize().as_tuple().digits) in {"(1,)", "(2,)", "(2, 5)", "(5,)"}


def test_periods_stand_as_far_apart_as_they_are_in_time():
    moments = tuple(one for one in years(2010, 2020) if one.label in {"2010", "2018", "2020"})
    own = Line(
        "Totalt", (Point("2010", Decimal(1)), Point("2018", Decimal(2)), Point("2020", Decimal(3)))
    )
    drawn = read(line.draw(TimeChart(moments, (own,)), WIDE))
    (path,) = under(drawn, "kv-main", "path")
    first, second, third = (x for x, _ in places(path))
    assert (second - first) / (third - second) == pytest.approx(4, rel=0.01)


def test_a_point_of_a_period_that_is_no_moment_is_a_fault_of_the_program():
    chart = TimeChart(years(2020, 2021), (Line("Totalt", points(2021, "5", "6")),))
    with pytest.raises(ValueError, match="no moment for 2022"):
        line.draw(chart, WIDE)


@WIDTHS
def test_where_every_value_is_missing_nothing_is_drawn(width):
    chart = one_line(2020, None, None)
    assert line.draw(chart, width) == column.draw(chart, width) == ""
    assert bar.draw([Bar("Grannby", None, "statistik saknas")], width) == ""
    assert sparkline.draw([None, Decimal(1), None]) == ""
    assert overview.draw([Share(0, "check", "good")], width) == ""


@WIDTHS
def test_the_parts_of_an_overview_are_as_wide_as_their_numbers(width):
    drawn = read(overview.draw(SHARES, width))
    boxes = [
        next(group.iter("rect"))
        for group in drawn
        if (group.get("class") or "").startswith("kv-share")
    ]
    widths = [float(box.get("width", "")) + 2 for box in boxes]
    assert [one / sum(widths) for one in widths] == pytest.approx(
        [5 / 12, 3 / 12, 2 / 12, 2 / 12], abs=0.002
    )
    assert texts(drawn) == ["5", "3", "2", "2"]


def test_a_sparkline_has_a_gap_and_shows_the_target():
    drawn = read(sparkline.draw([Decimal(1), Decimal(2), None, Decimal(4)], Decimal(3)))
    (path,) = under(drawn, "kv-main", "path")
    (target,) = under(drawn, "kv-target", "path")
    end = drawn.findall(".//circle")[-1]
    heights = [y for _, y in places(path)] + [places(target)[0][1], float(end.get("cy", ""))]
    assert heights == pytest.approx([23, 17, 11, 5])


@EACH
@WIDTHS
def test_a_chart_is_small_the_same_each_time_and_brings_no_ids_styles_or_scripts(name, width):
    chart = TIME_CHARTS[name]
    for draw in (line.draw, column.draw):
        svg = draw(chart, width)
        assert svg == draw(chart, width)
        assert len(svg.encode()) < 6_000
        assert not re.search(r"<style|<script|url\(|\s(id|style|href|on\w+)=", svg)
        assert not re.search(r"\d\.\d\d", re.sub(r"<text.*?</text>", "", svg))


@WIDTHS
def test_markup_in_names_is_text(width):
    own = Line("<b>A</b> & B", points(2020, "5", "6"), LineKind.WOMEN)
    svg = line.draw(TimeChart(years(2020, 2021), (own,), unit="<i>kr</i>"), width)
    assert "<b>" not in svg
    assert "<i>" not in svg
    assert any("<b>A</b> & B" in text for text in texts(read(svg)))
    assert "<b>" not in bar.draw([Bar("<b>A</b>", Decimal(1), "<b>1</b>")], width)
