"""Periods as people write them, and as the pages say them again."""

from datetime import date

import pytest

from kommunvision.load.numbers import NotAPeriod, period
from kommunvision.swedish import periods


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
