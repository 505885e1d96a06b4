"""The official list that ships with the engine is whole and can be asked."""

import pytest

from kommunvision.swedish.global_goals import GLOBAL_GOALS
from kommunvision.swedish.registry import REGIONS, find, find_region, kommuner, regions


def test_there_are_290_kommuner_in_21_counties_each_with_its_name():
    listed = kommuner()
    assert len(listed) == 290
    assert {code[:2] for code in listed} == set(REGIONS)
    assert len(REGIONS) == 21
    assert len({one.county for one in listed.values()}) == 21
    assert all(len(code) == 4 and code.isdigit() for code in listed)
    assert all((one.url or "").startswith("https://") for one in listed.values())


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


def test_there_are_17_global_goals():
    assert list(GLOBAL_GOALS) == list(range(1, 18))
    assert GLOBAL_GOALS[13] == "Bekämpa klimatförändringarna"


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ("Region Skåne", "12"),
        ("Region Kalmar län", "08"),
        ("region jönköping", "06"),
        ("Region Västernorrland", "22"),
        ("Västra Götalandsregionen", "14"),
        ("Region Gotland", "09"),
        ("Region Exempel", None),
        ("Region", None),
    ],
)
def test_a_region_is_found_by_its_name_with_or_without_lan(asked, code):
    found = find_region(asked)
    assert (found.code if found else None) == code


def test_each_of_the_21_regions_has_its_county_and_is_found_by_its_own_name():
    assert len({one.county for one in regions().values()}) == 21
    assert all(find_region(one.name) is one for one in regions().values())
