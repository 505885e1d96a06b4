"""Dates are read as precisely as people write them, and never filled out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kommunvision.load.dates import ImpossibleDate, NotADate, partial_date
from kommunvision.model import DatePoint, PartialDate, Season
from kommunvision.swedish import format as swedish


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2016", DatePoint(2016), None),
        ("2016-01", DatePoint(2016, 1), None),
        ("2025-12-15", DatePoint(2025, 12, 15), None),
        ("15 december 2025", DatePoint(2025, 12, 15), None),
        ("januari 2016", DatePoint(2016, 1), None),
        ("Januari 2016", DatePoint(2016, 1), None),
        ("20 februari", DatePoint(None, 2, 20), None),
        ("april", DatePoint(None, 4), None),
        ("våren 2015", DatePoint(2015, season=Season.SPRING), None),
        ("29 februari", DatePoint(None, 2, 29), None),
        ("maj–november 2025", DatePoint(2025, 5), DatePoint(2025, 11)),
        ("jan–maj", DatePoint(None, 1), DatePoint(None, 5)),
        ("jan - maj", DatePoint(None, 1), DatePoint(None, 5)),
        ("jan-maj 2021", DatePoint(2021, 1), DatePoint(2021, 5)),
        ("3–5 maj 2025", DatePoint(2025, 5, 3), DatePoint(2025, 5, 5)),
        ("28 april – 5 maj 2025", DatePoint(2025, 4, 28), DatePoint(2025, 5, 5)),
        ("november 2024 – maj 2025", DatePoint(2024, 11), DatePoint(2025, 5)),
        ("2016–2018", DatePoint(2016), DatePoint(2018)),
        ("2016-2018", DatePoint(2016), DatePoint(2018)),
    ],
)
def test_a_date_keeps_exactly_the_parts_that_are_written(text, start, end):
    assert partial_date(text) == PartialDate(start, end)


@pytest.mark.parametrize("text", ["", "snart", "2025/12/15", "12:30", "1_000", "15.12.2025", "–"])
def test_what_is_no_date_is_not_taken_for_one(text):
    with pytest.raises(NotADate):
        partial_date(text)


@pytest.mark.parametrize("text", ["2025-13-01", "31 februari", "2025-02-29", "2025-04-31", "0 maj"])
def test_a_day_that_does_not_exist_is_impossible(text):
    with pytest.raises(ImpossibleDate):
        partial_date(text)


@given(
    st.integers(1900, 2100),
    st.one_of(st.none(), st.integers(1, 12)),
    st.one_of(st.none(), st.integers(1, 28)),
)
def test_what_swedish_writes_is_read_back_the_same(year, month, day):
    value = PartialDate(DatePoint(year, month, day if month else None))
    assert partial_date(swedish.date(value)) == value


@pytest.mark.parametrize(
    ("start", "end", "wrong"),
    [
        ("2025", "2024", True),
        ("2025", "2025", False),
        ("maj 2025", "2025", False),
        ("maj 2025", "april 2025", True),
        ("20 februari", "19 februari", False),
        ("2024", "maj", False),
    ],
)
def test_an_end_before_its_start_is_noticed_only_when_it_is_certain(start, end, wrong):
    assert partial_date(end).last.is_before(partial_date(start).start) is wrong


def test_dates_sort_by_what_is_known():
    written = ["2025", "januari 2024", "våren 2024", "15 maj 2024", "maj 2024", "april"]
    ordered = sorted(written, key=lambda text: partial_date(text).sort_key)
    assert ordered == ["januari 2024", "våren 2024", "maj 2024", "15 maj 2024", "2025", "april"]


@pytest.mark.parametrize(
    "text", ["0000", "0000-01-01", "januari 0000", "våren 0000", "0000-2024", "1 maj 0000"]
)
def test_there_is_no_year_0(text):
    with pytest.raises(ImpossibleDate):
        partial_date(text)
