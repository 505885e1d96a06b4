"""Which targets a value is held against, and how it lies to them."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kommunvision.model import Period, PeriodKind
from kommunvision.progress import Figures, Unsaid, applying, next_target, reached
from tests.helpers import kommun_from


def held(target: str, value: str, more: str = "", series: str = ""):
    """Hold the value of 2024 against a target."""
    kommun = kommun_from(
        f"""
indikatorer:
- id: ind
  namn: Indikatorn
  {more}
  målvärden: [{{{target}}}]
  värden:
  - {{period: 2023, värde: 80}}
  - {{period: 2024, {value}}}
mätvärden:
{series or "- {indikator: ind, grupp: Tomt, värden: []}"}
"""
    )
    (indicator,) = kommun.indicators
    figures = Figures(kommun)
    measurement = figures.measurement(indicator, Period(PeriodKind.YEAR, 2024))
    return reached(indicator.targets[0], measurement, indicator, figures)


@pytest.mark.parametrize(
    ("target", "value", "verdict", "gap"),
    [
        ("minst: 85", "värde: 81.5", False, "-3.5"),
        ("minst: 85", "värde: 85", True, "0"),
        ("högst: 85", "värde: 85", True, "0"),
        ("högst: 20", "värde: 20.1", False, "0.1"),
        ("över: 50", "värde: 50", False, "0"),
        ("över: 50", "värde: 50.01", True, "0.01"),
        ("under: 0", "värde: -0.5", True, "-0.5"),
        ("under: 10", "värde: 10", False, "0"),
        ("exakt: 100", "värde: 100", True, "0"),
        ("exakt: 100", "värde: 99", False, "-1"),
        ("från: 2, till: 4", "värde: 4", True, "0"),
        ("från: 2, till: 4", "värde: 1.5", False, "-0.5"),
        ("från: 2, till: 4", "värde: 5", False, "1"),
        ("från: 2", "värde: 99", True, "0"),
        ("exakt: ja", "värde: ja", True, None),
        ("exakt: nej", "värde: ja", False, None),
        ("exakt: på plats", "värde: På plats", True, None),
        ("ja: ja", "värde: nej", False, None),
        ("klart: ja, senast: 2024-12-31", "värde: ja", True, None),
        ("ska: öka, jämfört_med: året före", "värde: 80.1", True, "0.1"),
        ("ska: öka, jämfört_med: varje år", "värde: 80", False, "0"),
        ("ska: minska, jämfört_med: året före", "värde: 80.1", False, "0.1"),
        ("ska: vara oförändrad, jämfört_med: året före", "värde: 80", True, "0"),
        ("bland_de_bästa: 100", "värde: 100", True, "0"),
        ("bland_de_bästa: 100", "värde: 143", False, "43"),
    ],
)
def test_a_value_lies_to_its_target_as_a_person_would_count(target, value, verdict, gap):
    found = held(target, value)
    assert found.verdict is verdict
    assert found.gap == (None if gap is None else Decimal(gap))


@pytest.mark.parametrize(
    ("target", "value", "more", "reason"),
    [
        ("minst: 85", "saknas: inte mätt ännu", "", Unsaid.NO_VALUE),
        ("minst: 85", "värde: ja", "", Unsaid.OTHER_KIND),
        ("ja: ja", "värde: kanske", "", Unsaid.OTHER_KIND),
        ("text: Ska bli bra", "värde: 3", "", Unsaid.WORDS_ONLY),
        ("ska: öka, jämfört_med: framgår inte av källan", "värde: 81", "", Unsaid.COMPARED_WITH_WHAT),
        ("ska: öka", "värde: 81", "", Unsaid.COMPARED_WITH_WHAT),
        ("ska: öka, jämfört_med: utgångsläget", "värde: 81", "", Unsaid.NO_BASELINE),
        ("ska: öka, jämfört_med: året före", "värde: 81, brott: Ny enkät", "", Unsaid.NOT_COMPARABLE),
        ("procent: -50", "värde: 3", "", Unsaid.NO_BASELINE),
        ("procent: -50", "värde: 3", "utgångsläge: {period: 2010, värde: 0}", Unsaid.NO_BASELINE),
        ("procent: -50", "värde: 3, brott: Ny", "utgångsläge: {period: 2010, värde: 7}", Unsaid.NOT_COMPARABLE),
        ("bland_de_bästa: 100", "värde: 81.5", "", Unsaid.NO_RANK),
        ("bland_de_bästa: 100", "värde: 81", "enhet: procent", Unsaid.NO_RANK),
        ("mot_grupp: Tomt", "värde: 81", "", Unsaid.NO_GROUP_VALUE),
    ],
)  # fmt: skip
def test_what_cannot_be_said_is_not_said(target, value, more, reason):
    found = held(target, value, more)
    assert found.verdict is None
    assert found.conditions[0].unsaid is reason


def test_a_percentage_is_counted_from_the_baseline():
    base = "utgångsläge: {period: 2010, värde: 7}"
    assert held("procent: -50", "värde: 3.5", base).verdict is True
    less = held("procent: -50", "värde: 3.6", base)
    assert (less.verdict, less.bound, less.gap) == (False, Decimal("3.5"), Decimal("0.1"))
    assert held("procent: 10", "värde: 7.7", base).verdict is True
    assert held("procent: 10", "värde: 7.69", base).verdict is False


def test_a_group_is_met_in_the_same_period_with_the_margin():
    riket = "- {indikator: ind, grupp: Riket, värden: [{period: 2024, värde: 82}, {period: 2023, värde: 1}]}"
    assert held("mot_grupp: Riket", "värde: 82", series=riket).verdict is True
    more = held("mot_grupp: [{grupp: Riket, skillnad: 2}]", "värde: 83", series=riket)
    assert (more.verdict, more.gap, more.conditions[0].theirs) == (False, Decimal(-1), Decimal(82))
    most = held("mot_grupp: [{grupp: Riket, skillnad: -2, högst: ja}]", "värde: 80", series=riket)
    assert most.verdict is True


def test_all_conditions_are_meant_and_one_that_fails_is_enough():
    assert held("minst: 70, ska: öka, jämfört_med: året före", "värde: 81").verdict is True
    assert held("minst: 70, ska: öka, jämfört_med: året före", "värde: 79").verdict is False
    assert held("minst: 70, ska: öka", "värde: 79").verdict is None
    assert held("minst: 90, ska: öka", "värde: 79").verdict is False


def test_the_target_of_a_period_is_found_and_so_is_the_next_one():
    (indicator,) = kommun_from(
        """
        indikatorer:
        - id: ind
          namn: Indikatorn
          målvärden:
          - {period: 2026, minst: 85}
          - {period: 2025, minst: 82, delmål: ja}
          - {varje_år: ja, utom_år: [2025], minst: 70}
          - {senast: 2027, klart: ja}
          - {text: Ska bli bäst}
        """
    ).indicators

    def names(period: Period) -> list[str]:
        return [
            str(one.at_least or one.text or one.deadline) for one in applying(indicator, period)
        ]

    def year(number: int) -> Period:
        return Period(PeriodKind.YEAR, number)

    assert names(year(2024)) == ["70", "Ska bli bäst"]
    assert names(year(2025)) == ["82", "Ska bli bäst"]
    assert names(year(2026)) == ["85", "70", "Ska bli bäst"]
    assert len(names(year(2027))) == 3
    assert next_target(indicator, year(2024)).at_least == 82
    assert next_target(indicator, year(2025)).at_least == 82
    assert next_target(indicator, year(2025), after=True).at_least == 85
    assert next_target(indicator, year(2026), after=True).done
    assert next_target(indicator, year(2028)) is None
    assert next_target(indicator, Period(PeriodKind.TERTIAL, 2025, 2)).at_least == 82


NUMBERS = st.decimals(min_value=-(10**6), max_value=10**6, allow_nan=False, places=4)


@given(value=NUMBERS, bound=NUMBERS)
def test_the_arithmetic_agrees_with_that_of_whole_numbers(value, bound):
    # Counted in ten-thousandths, with integers, by other means than the engine's.
    own, other = int(value.scaleb(4)), int(bound.scaleb(4))
    expected = {
        "minst": own >= other,
        "högst": own <= other,
        "över": own > other,
        "under": own < other,
        "exakt": own == other,
    }
    (indicator,) = _KOMMUN.indicators
    measurement = replace(indicator.values[0], value=value)
    for key, target in zip(expected, indicator.targets, strict=True):
        set_to_bound = replace(target, **{_NAMES[key]: bound})
        found = reached(set_to_bound, measurement, indicator, _FIGURES)
        assert found.verdict is expected[key]
        assert int(found.gap.scaleb(4)) == own - other


_NAMES = {"minst": "at_least", "högst": "at_most", "över": "over", "under": "under", "exakt": "exactly"}  # fmt: skip
_KOMMUN = kommun_from(
    "indikatorer:\n- id: ind\n  namn: Indikatorn\n  värden: [{period: 2024, värde: 1}]\n"
    "  målvärden: [{minst: 1}, {högst: 1}, {över: 1}, {under: 1}, {exakt: 1}]\n"
)
_FIGURES = Figures(_KOMMUN)


@pytest.mark.parametrize(
    ("whom", "verdict", "gaps"),
    [
        ("kvinnor", True, ["2"]),
        ("män", False, ["-3"]),
        ("[kvinnor, män]", False, ["2", "-3"]),
        ("Kvarnskolan", True, ["0"]),
    ],
)
def test_a_target_for_some_is_held_against_the_value_of_each(whom, verdict, gaps):
    value = "värde: 70, kvinnor: 87, män: 82, delar: [{namn: Kvarnskolan, värde: 85}]"
    found = held(f"minst: 85, för: {whom}", value)
    assert found.verdict is verdict
    assert [one.gap for one in found.conditions] == [Decimal(gap) for gap in gaps]


def test_a_target_for_those_without_a_value_is_not_judged():
    found = held("minst: 85, för: [kvinnor, män]", "värde: 90, kvinnor: 87")
    assert found.verdict is None
    assert [one.unsaid for one in found.conditions] == [None, Unsaid.NO_VALUE]


def test_a_group_is_met_by_the_value_of_the_same_people():
    riket = "- {indikator: ind, grupp: Riket, värden: [{period: 2024, värde: 90, kvinnor: 80}]}"
    assert held("mot_grupp: Riket, för: kvinnor", "värde: 1, kvinnor: 81", series=riket).verdict
    men = held("mot_grupp: Riket, för: män", "värde: 99, män: 99", series=riket)
    assert men.conditions[0].unsaid is Unsaid.NO_GROUP_VALUE


def test_a_percentage_for_some_is_counted_from_their_own_value_in_the_baseline_period():
    base = "utgångsläge: {period: 2023, värde: 80}"
    series = "- {indikator: ind, definition: a, värden: [{period: 2023, värde: 80, kvinnor: 40}, {period: 2024, värde: 1, kvinnor: 45}]}"
    kommun = kommun_from(
        f"indikatorer: [{{id: ind, namn: A, {base}, målvärden: [{{procent: 10, för: kvinnor}}]}}]\n"
        f"mätvärden:\n{series}"
    )
    (indicator,) = kommun.indicators
    figures = Figures(kommun)
    measurement = figures.measurement(indicator, Period(PeriodKind.YEAR, 2024))
    found = reached(indicator.targets[0], measurement, indicator, figures)
    assert (found.verdict, found.bound, found.gap) == (True, Decimal(44), Decimal(1))


@pytest.mark.parametrize(
    ("target", "value", "verdict"),
    [
        ("högst: 10", "färre än 5", True),
        ("högst: 5", "färre än 5", True),
        ("högst: 4", "färre än 5", None),
        ("minst: 5", "färre än 5", False),
        ("minst: 4", "färre än 5", None),
        ("minst: 5", "högst 5", None),
        ("minst: 6", "högst 5", False),
        ("över: 5", "högst 5", False),
        ("under: 5", "färre än 5", True),
        ("under: 5", "högst 5", None),
        ("minst: 95", "fler än 95", True),
        ("över: 95", "fler än 95", True),
        ("över: 95", "minst 95", None),
        ("högst: 95", "fler än 95", False),
        ("högst: 95", "minst 95", None),
        ("exakt: 5", "färre än 5", False),
        ("exakt: 4", "färre än 5", None),
        ("från: 2, till: 4", "färre än 2", False),
        ("från: 2, till: 4", "färre än 4", None),
        ("från: 2, till: 4", "fler än 4", False),
        ("från: 2", "fler än 4", True),
        ("ska: öka, jämfört_med: året före", "färre än 5", None),
    ],
)
def test_a_bound_is_held_against_a_target_only_where_it_decides(target, value, verdict):
    found = held(target, f"värde: {value}")
    assert (found.verdict, found.gap) == (verdict, None)
    assert (found.conditions[0].unsaid is Unsaid.ONLY_BOUND) is (verdict is None)


@given(
    word=st.sampled_from(["under", "högst", "över", "minst"]),
    number=st.integers(-3, 3),
    target=st.sampled_from(["minst", "högst", "över", "under", "exakt"]),
    wanted=st.integers(-3, 3),
)
def test_what_a_bound_decides_is_true_of_every_value_within_it(word, number, target, wanted):
    fits = {
        "under": lambda value, limit: value < limit,
        "högst": lambda value, limit: value <= limit,
        "över": lambda value, limit: value > limit,
        "minst": lambda value, limit: value >= limit,
        "exakt": lambda value, limit: value == limit,
    }
    halves = [Decimal(half) / 2 for half in range(-20, 21)]
    verdicts = {fits[target](one, wanted) for one in halves if fits[word](one, number)}
    expected = verdicts.pop() if len(verdicts) == 1 else None
    assert held(f"{target}: {wanted}", f"värde: {word} {number}").verdict is expected
