"""Periods as people write them, and as the pages say them again."""

from datetime import date

import pytest

from kommunvision.load.numbers import NotABound, NotANumber, NotAPeriod, period, value
from kommunvision.swedish import periods
from kommunvision.swedish.quantities import value_words


@pytest.mark.parametrize(
    ("written", "first", "last", "named", "told"),
    [
        ("2024", (2024, 1, 1), (2024, 12, 31), "2024", "år 2024"),
        ("första halvåret 2024", (2024, 1, 1), (2024, 6, 30), "halvår 1 2024", "första halvåret 2024"),
        ("tertial 2 2024", (2024, 5, 1), (2024, 8, 31), "tertial 2 2024", "andra tertialet 2024"),
        ("kvartal 3 2024", (2024, 7, 1), (2024, 9, 30), "kvartal 3 2024", "tredje kvartalet 2024"),
        ("feb 2024", (2024, 2, 1), (2024, 2, 29), "februari 2024", "i februari 2024"),
        ("jan–aug 2024", (2024, 1, 1), (2024, 8, 31), "januari–augusti 2024", "under januari–augusti 2024"),
        ("läsåret 2023/24", (2023, 8, 1), (2024, 7, 31), "2023/24", "läsåret 2023/24"),
        ("2024-08-31", (2024, 8, 31), (2024, 8, 31), "31 augusti 2024", "den 31 augusti 2024"),
        ("2022–2024", (2022, 1, 1), (2024, 12, 31), "2022–2024", "åren 2022–2024"),
    ],
)  # fmt: skip
def test_a_period_is_read_and_said(written, first, last, named, told):
    found = period(written)
    assert (found.first_day, found.last_day) == (date(*first), date(*last))
    parts = (found.kind.value, found.year, found.part, found.day, found.last_year)
    assert (periods.name(*parts), periods.when(*parts)) == (named, told)
    assert period(named) == found


def test_months_that_run_into_another_year_or_backwards_are_no_period():
    for words in (
        "nov 2023–feb 2024",
        "augusti–augusti 2024",
        "1–3 maj 2024",
        "januari–augusti",
        "augusti",
    ):
        with pytest.raises(NotAPeriod):
            period(words)


def test_several_months_are_compared_with_the_same_months_a_year_before():
    assert period("jan–aug 2024").before() == period("jan–aug 2023")
    assert period("2024").covers(period("jan–aug 2024"))


@pytest.mark.parametrize(
    ("written", "unit", "told"),
    [
        ("färre än 5", "personer", "färre än 5 personer"),
        ("Färre  än 5", "antal", "färre än 5"),
        ("under 5", "procent", "under 5 procent"),
        ("<5", "procent", "under 5 procent"),
        ("< 5", "procent", "under 5 procent"),
        ("≥ 95,5", "procent", "minst 95,5 procent"),
        ("fler än 1 200", "invånare", "fler än 1\xa0200 invånare"),
        ("färre än 1", "personer", "färre än 1 person"),
        # Words that only begin like a bound.
        ("under utredning", "", "”under utredning”"),
        ("minst lika bra", "", "”minst lika bra”"),
    ],
)
def test_a_value_may_be_a_bound_and_is_said_as_it_is_written(written, unit, told):
    assert value_words(value(written), unit) == told


@pytest.mark.parametrize("written", ["färre än 5 personer", "under 5 %", "mellan < 5", "<5–10"])
def test_a_bound_is_a_word_and_a_number_and_nothing_more(written):
    if written.startswith("mellan"):
        assert value(written) == written
    else:
        with pytest.raises(NotABound):
            value(written)


def test_what_looks_like_a_number_is_still_no_text():
    with pytest.raises(NotANumber):
        value("~5")


@pytest.mark.parametrize(
    "words",
    ["0000", "år 0000", "0000–2024", "läsåret 0000/01", "kvartal 1 0000", "januari 0000",
     "0000-01-01", "läsåret 9999/00"],
)  # fmt: skip
def test_a_year_that_no_calendar_has_is_no_period(words):
    with pytest.raises(NotAPeriod):
        period(words)


@pytest.mark.parametrize("words", ["0001", "9999", "läsåret 9998/99", "0001–9999"])
def test_the_first_and_the_last_year_have_days(words):
    assert period(words).first_day < period(words).last_day
