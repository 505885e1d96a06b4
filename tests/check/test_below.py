"""A count of things that is less than none is doubted; a difference or money is not."""

import pytest

from kommunvision.check import check_kommun
from tests.collect.filling import INDICATORS, VALUES, asked_of, filled, put, read, site, told
from tests.helpers import kommun_from


def doubted(unit, name="Besök på museet", told="värden: [{period: 2024, värde: -5}]", more=""):
    text = f"""
    indikatorer:
    - {{id: x, namn: {name}, enhet: {unit}, {told}}}
    {more}
    """
    found = check_kommun(kommun_from(text))
    return [(one.subject, one.details["value"]) for one in found if one.code == "KV948"]


@pytest.mark.parametrize(
    "unit", ["antal", "personer", "elever", "antal elever", "ärenden", "bostäder"]
)
def test_a_count_below_nought_is_doubted(unit):
    assert doubted(unit) == [("x", "-5")]


@pytest.mark.parametrize(
    "unit",
    ["procent", "procentenheter", "kronor", "miljoner kronor", "grader", "index", "dagar", "minuter",
     "ton", "elever per lärare"],
)  # fmt: skip
def test_what_may_be_below_nought_is_not_doubted(unit):
    assert doubted(unit) == []


@pytest.mark.parametrize(
    "name",
    ["Förändring av antalet elever", "Flyttnetto", "Befolkningsökning", "Födelseöverskott",
     "Befolkningsutveckling", "Pendlingsbalans", "Inflyttade minus utflyttade"],
)  # fmt: skip
def test_a_name_that_tells_of_a_difference_is_enough(name):
    assert doubted("personer", name) == []


@pytest.mark.parametrize(
    "aim", ["målvärden: [{period: 2024, minst: -10}]", "utgångsläge: {värde: -3, period: 2020}"]
)
def test_who_aims_at_less_than_nothing_means_a_difference(aim):
    assert doubted("personer", told=f"{aim}, värden: [{{period: 2024, värde: -5}}]") == []


def test_women_men_parts_and_bounds_are_looked_at_too():
    values = "[{period: 2024, värde: 5, kvinnor: -2, delar: [{namn: Norr, värde: -1}]}, {period: 2025, värde: färre än -4}]"
    found = doubted("personer", told=f"värden: {values}")
    assert sorted(value for _, value in found) == ["-1", "-2", "färre än -4"]


def test_an_exception_takes_the_doubt_away():
    exception = "undantag: [{kod: KV948, gäller: [x], skäl: Siffran är netto.}]"
    assert doubted("personer", more=exception) == []


def test_it_is_doubted_in_a_workbook_by_its_cell(tmp_path):
    files = {"data/nyby/indikatorer.yml": INDICATORS.replace("enhet: elever", "enhet: personer")}
    asked = asked_of(site(tmp_path, files))
    changes, (found,) = read(asked, filled(asked, put(VALUES, "ind-elever", "värde", -412)))
    assert (found.code, found.origin.cell) == ("KV948", "I3")
    assert told(changes) == {("ind-elever", "värde"): ("", "-412")}
