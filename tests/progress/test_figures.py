"""Values gathered from indicator and series, in order of time, and as they stood on a day."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from kommunvision.model import Period, PeriodKind
from kommunvision.progress import Figures, from_baseline, from_year_before
from tests.helpers import kommun_from


def year(number: int) -> Period:
    return Period(PeriodKind.YEAR, number)


KOMMUN = """
indikatorer:
- id: flyt
  namn: Elever som läser med flyt
  enhet: procent
  riktning: högre
  utgångsläge: {period: 2020, värde: 78}
  värden:
  - {period: 2024, värde: 81.5, kvinnor: 83, män: 80, ändrat_från: [{värde: 80, datum: 2025-03-14, skäl: Rättat.}, {värde: 81, datum: 2025-05, skäl: Rättat igen.}]}
  - {period: 2022, värde: 79}
mätvärden:
- indikator: flyt
  värden:
  - {period: 2025, värde: 83, prognos: ja}
  - {period: 2023, värde: 80.3}
- indikator: flyt
  definition: lägeskommun
  värden: [{period: 2024, värde: 70}]
- indikator: flyt
  grupp: Riket
  värden: [{period: 2024, värde: 82}, {period: 2023, värde: 81}]
- indikator: flyt
  grupp: Nära
  definition: lägeskommun
  värden: [{period: 2024, värde: 60}]
"""


def test_own_values_come_from_the_indicator_and_its_series_in_order_of_time():
    kommun = kommun_from(KOMMUN)
    figures, (indicator,) = Figures(kommun), kommun.indicators
    assert [(one.period.year, one.value) for one in figures.own(indicator)] == [
        (2022, Decimal(79)),
        (2023, Decimal("80.3")),
        (2024, Decimal("81.5")),
        (2025, Decimal(83)),
    ]
    assert figures.source(indicator, figures.own(indicator)[0]) is None
    assert figures.source(indicator, figures.own(indicator)[1]) is kommun.series[0]


def test_what_has_been_told_of_an_indicator_is_not_told_of_another_one_of_its_name():
    kommun = kommun_from(KOMMUN)
    figures, (indicator,) = Figures(kommun), kommun.indicators
    whole = figures.own(indicator)
    without = replace(indicator, values=())
    assert figures.definitions(without) == (None, "lägeskommun")
    assert [one.period.year for one in figures.own(without)] == [2023, 2025]
    _, _, women = figures.apart("kvinnor", whole[2], indicator)
    assert [one.value for one in women.own(indicator)] == [None, None, Decimal(83), None]
    assert figures.own(indicator) == whole
    then = Figures(kommun, date(2025, 1, 1))
    assert then.own(indicator)[2].value == Decimal(80) != figures.own(indicator)[2].value


def test_a_second_way_of_counting_keeps_to_itself_and_to_its_own_groups():
    kommun = kommun_from(KOMMUN)
    figures, (indicator,) = Figures(kommun), kommun.indicators
    assert figures.definitions(indicator) == (None, "lägeskommun")
    assert [one.value for one in figures.own(indicator, "lägeskommun")] == [Decimal(70)]
    assert [one.period.year for one in figures.groups(indicator)["Riket"]] == [2023, 2024]
    assert list(figures.groups(indicator)) == ["Riket"]
    assert list(figures.groups(indicator, "lägeskommun")) == ["Nära"]


def test_the_latest_value_is_an_outcome_and_of_a_period_that_has_ended():
    kommun = kommun_from(KOMMUN)
    figures, (indicator,) = Figures(kommun), kommun.indicators
    assert figures.latest(indicator).period == year(2024)
    assert figures.latest(indicator, date(2024, 12, 30)).period == year(2023)
    assert figures.latest(indicator, date(2020, 1, 1)) is None


def test_a_value_is_what_stood_on_a_day_before_its_revisions():
    kommun = kommun_from(KOMMUN)
    figures, (indicator,) = Figures(kommun), kommun.indicators
    measurement = figures.measurement(indicator, year(2024))
    stood = {
        day: figures.as_of(measurement, date(2025, *day)).value
        for day in ((3, 13), (3, 14), (4, 30), (5, 1))
    }
    assert stood == {
        (3, 13): Decimal(80),
        (3, 14): Decimal(81),
        (4, 30): Decimal(81),
        (5, 1): Decimal("81.5"),
    }
    before = figures.as_of(measurement, date(2025, 3, 13))
    # What a revision does not name it has not changed.
    assert (before.women, before.men) == (measurement.women, measurement.men)
    assert before.revisions == ()


def test_the_parts_of_a_value_are_what_stood_on_a_day_too():
    kommun = kommun_from("""
        indikatorer:
        - id: ind
          namn: Ind
          värden:
          - period: 2024
            värde: 81
            kvinnor: 84
            män: 78
            delar: [{namn: Norra, värde: 70}, {namn: Södra, värde: 75}]
            ändrat_från:
            - {kvinnor: 82, delar: [{namn: Norra, värde: 69}], datum: 2025-03-14, skäl: Ett.}
            - {män: 77, datum: 2025-05-01, skäl: Två.}
    """)
    figures, (indicator,) = Figures(kommun), kommun.indicators
    now = figures.measurement(indicator, year(2024))

    def on(month: int) -> tuple[object, ...]:
        one = figures.as_of(now, date(2025, month, 1))
        return (one.value, one.women, one.men, *(part.value for part in one.parts))

    assert on(1) == (81, 82, 77, 69, 75)
    assert on(4) == (81, 84, 77, 70, 75)
    assert on(6) == (81, 84, 78, 70, 75)


def test_a_value_moves_from_the_year_before_and_from_the_baseline():
    kommun = kommun_from(KOMMUN)
    figures, (indicator,) = Figures(kommun), kommun.indicators
    measurement = figures.measurement(indicator, year(2024))
    shift = from_year_before(indicator, measurement, figures)
    assert (shift.difference, shift.better, shift.unchanged) == (Decimal("1.2"), True, False)
    since = from_baseline(indicator, measurement, figures)
    assert (since.difference, since.period) == (Decimal("3.5"), year(2020))
    first = figures.measurement(indicator, year(2022))
    assert from_year_before(indicator, first, figures) is None


def test_nothing_is_said_of_a_movement_across_a_break():
    kommun = kommun_from(
        """
        indikatorer:
        - id: flyt
          namn: Flyt
          riktning: lägre
          utgångsläge: {period: 2020, värde: 78}
          värden:
          - {period: 2022, värde: 79}
          - {period: 2023, värde: 70, brott: Ny enkät}
          - {period: 2024, värde: 71}
        """
    )
    figures, (indicator,) = Figures(kommun), kommun.indicators
    assert from_year_before(indicator, figures.measurement(indicator, year(2023)), figures) is None
    after = figures.measurement(indicator, year(2024))
    assert from_year_before(indicator, after, figures).better is False
    assert from_baseline(indicator, after, figures) is None


def test_words_on_a_scale_move_by_its_steps_and_answers_only_change_or_stay():
    kommun = kommun_from(
        """
        skalor:
        - {id: mognad, namn: Mognad, steg: [{id: klar, ord: i mål}, {id: vag, ord: på väg}, {id: start, ord: i början}]}
        indikatorer:
        - id: plan
          namn: Planen
          skala: mognad
          värden: [{period: 2023, värde: i början}, {period: 2024, värde: i mål}]
        - id: svar
          namn: Svaret
          värden: [{period: 2023, värde: ja}, {period: 2024, värde: ja}]
        """
    )
    figures, (plan, svar) = Figures(kommun), kommun.indicators
    shift = from_year_before(plan, figures.latest(plan), figures)
    assert (shift.steps, shift.better, shift.difference) == (2, True, None)
    answer = from_year_before(svar, figures.latest(svar), figures)
    assert (answer.unchanged, answer.better, answer.difference) == (True, None, None)
