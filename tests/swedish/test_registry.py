"""The official list that ships with the engine is whole and can be asked."""

import pytest

from kommunvision.swedish.global_goals import GLOBAL_GOALS
from kommunvision.swedish.registry import REGIONS, find, kommuner


def test_there_are_290_kommuner_in_21_counties_each_with_its_name():
    listed = kommuner()
    assert len(listed) == 290
    assert {code[:2] for code in listed} == set(REGIONS)
    assert len(REGIONS) == 21
    assert len({one.county for one in listed.values()}) == 21
    assert all(len(code) == 4 and code.isdigit() for code in listed)
    assert all(one.url is None or one.url.startswith("https://") for one in listed.values())


@pytest.mark.parametrize("asked", ["0114", "Upplands Väsby", "upplands väsby kommun "])
def test_a_kommun_is_found_by_code_and_by_name(asked):
    found = find(asked)
    assert found is not None
    assert (found.code, found.formal_name, found.county) == (
        "0114",
        "Upplands Väsby kommun",
        "Stockholms län",
    )


@pytest.mark.parametrize(
    ("asked", "code"), [("Malmö stad", "1280"), ("Göteborgs Stad", "1480"), ("Halmstad", "1380")]
)
def test_a_kommun_that_calls_itself_stad_is_found(asked, code):
    found = find(asked)
    assert found is not None
    assert found.code == code


def test_an_unknown_name_is_not_found():
    assert find("Exempelby") is None


def test_an_address_that_is_not_certain_is_left_out():
    assert kommuner()["1885"].url == "https://lindesberg.se"
    assert kommuner()["1904"].url is None


def test_there_are_17_global_goals():
    assert list(GLOBAL_GOALS) == list(range(1, 18))
    assert GLOBAL_GOALS[13] == "Bekämpa klimatförändringarna"
