"""The chart of an indicator has every target over the periods that it holds for."""

from kommunvision.chain import GoalSystem
from kommunvision.render.charts.series import LineKind, TimeChart
from kommunvision.render.views import drawn
from tests.helpers import kommun_from


def chart(indicator: str, series: str = "[]") -> TimeChart:
    found, _ = _drawn(indicator, series)
    return found


def notes(indicator: str, series: str = "[]") -> list[str]:
    return _drawn(indicator, series)[1]


def _drawn(indicator: str, series: str):
    kommun = kommun_from(
        f"indikatorer:\n- id: ind\n  namn: Antalet\n{indicator}\nmätvärden: {series}\n"
    )
    figures = GoalSystem(kommun).figures
    (item,) = kommun.indicators
    found = drawn.chart(item, figures)
    told = [one["text"] for one in drawn.notes(item, figures, found)]
    return found, [*told, *drawn.definition(item, figures, found)]


VALUES = (
    "  värden: [{period: 2022, värde: 70}, {period: 2023, värde: 72}, {period: 2024, värde: 75}]"
)


def steps(found: TimeChart) -> list[tuple[str, str, str]]:
    return [(one.text, one.first, one.last) for one in found.targets]


def test_the_axis_reaches_to_a_later_target_and_says_where_nothing_is_known_yet():
    text = f"{VALUES}\n  målvärden: [{{period: 2024, minst: 76}}, {{period: 2027, minst: 80}}]"
    found = chart(text)
    assert [one.label for one in found.moments] == ["2022", "2023", "2024", "2025", "2026", "2027"]
    assert steps(found) == [("Mål 2024: 76", "2024", "2024"), ("Mål 2027: 80", "2027", "2027")]
    assert found.ahead.before == "2025"
    assert notes(text) == ["Från och med 2025 finns inget värde."]


def test_where_every_target_has_its_value_nothing_lies_ahead():
    text = f"{VALUES}\n  målvärden: [{{period: 2024, minst: 76}}]"
    assert chart(text).ahead is None
    assert notes(text) == []


def test_a_target_of_every_year_is_not_drawn_over_the_years_that_it_is_not_for():
    text = f"{VALUES}\n  målvärden: [{{varje_år: ja, utom_år: [2023], från: 2, till: 4}}]"
    assert steps(chart(text)) == [("Mål: 2–4", "2022", "2022"), ("Mål: 2–4", "2024", "2024")]


def test_a_target_to_be_reached_by_a_day_holds_from_the_period_of_that_day():
    text = f"{VALUES}\n  målvärden: [{{minst: 80, senast: 2025-06-30}}]"
    assert steps(chart(text)) == [("Mål: 80", "2025", "2025")]


def test_a_target_for_a_year_is_not_drawn_among_quarters():
    values = "  värden: [{period: kvartal 3 2024, värde: 7}, {period: kvartal 4 2024, värde: 9}]"
    found = chart(f"{values}\n  målvärden: [{{period: 2024, minst: 30}}]")
    assert steps(found) == []
    assert len(found.moments) == 2


def test_a_change_in_per_cent_is_drawn_where_it_ends_up():
    text = "  utgångsläge: {period: 2019, värde: 1240}\n  målvärden: [{period: 2025, procent: -50}]"
    found = chart(f"{text}\n{VALUES}")
    assert steps(found) == [("Mål: 620", "2025", "2025")]
    assert found.moments[0].label == "2019"


def test_women_and_men_have_targets_of_their_own():
    values = "  värden: [{period: 2023, värde: 7}, {period: 2024, värde: 8, kvinnor: 9, män: 7}]"
    text = (
        "  målvärden: [{period: 2024, minst: 9, för: kvinnor}, {period: 2024, minst: 8, för: män}]"
    )
    found = chart(f"{text}\n{values}")
    assert [(one.text, one.kinds) for one in found.targets] == [
        ("Mål för kvinnor: 9", (LineKind.WOMEN,)),
        ("Mål för män: 8", (LineKind.MEN,)),
    ]


def test_a_part_is_drawn_where_it_has_a_target_of_its_own():
    parts = "delar: [{namn: Kvarnskolan, värde: 9}, {namn: Åskolan, värde: 7}]"
    values = f"  värden: [{{period: 2023, värde: 7}}, {{period: 2024, värde: 8, {parts}}}]"
    found = chart(f"  målvärden: [{{minst: 9, för: Kvarnskolan}}]\n{values}")
    assert [one.name for one in found.lines] == ["Kommunen", "Kvarnskolan"]
    assert found.targets[0].text == "Mål för ”Kvarnskolan”: 9"


TWO_WAYS = (
    "[{indikator: ind, definition: hemkommun, värden: [{period: 2023, värde: 7}, {period: 2024, värde: 8}]},"
    " {indikator: ind, definition: skolans elever, värden: [{period: 2023, värde: 5}, {period: 2024, värde: 6, brott: Ny lista}]}]"
)


def test_ways_of_counting_stand_beside_each_other_each_with_its_name_and_its_breaks():
    found = chart("", TWO_WAYS)
    assert [(one.name, one.kind) for one in found.lines] == [
        ("Kommunen", LineKind.MAIN),
        ("Skolans elever", LineKind.DEFINITION),
    ]
    own, other = found.lines
    (cut,) = found.breaks
    assert (cut.parts(own), cut.parts(other)) == (False, True)
    assert notes("", TWO_WAYS) == [
        "Skolans elever: Ny lista",
        "Linjen Kommunen är räknad enligt ”hemkommun”.",
    ]


def test_where_there_are_too_many_lines_it_is_said_which_way_of_counting_is_drawn():
    groups = "".join(
        f", {{indikator: ind, grupp: Grupp {n}, definition: hemkommun, värden: [{{period: 2024, värde: {n}}}]}}"
        for n in range(5)
    )
    series = f"{TWO_WAYS[:-1]}{groups}]"
    assert not any(one.kind is LineKind.DEFINITION for one in chart("", series).lines)
    assert notes("", series) == [
        "Diagrammet visar bara värden räknade enligt ”hemkommun”. Tabellerna har alla värden."
    ]


def test_a_year_that_is_known_only_as_a_bound_is_not_said_to_have_no_value():
    values = "  värden: [{period: 2022, värde: 7}, {period: 2023, värde: 6}, {period: 2024, värde: färre än 5}]"
    assert notes(values) == []
    ahead = f"{values}\n  målvärden: [{{period: 2026, högst: 5}}]"
    assert notes(ahead) == ["Från och med 2025 finns inget värde."]
