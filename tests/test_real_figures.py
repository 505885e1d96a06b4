"""Statistics of the real kommuner: each figure is the publisher's own, and none is more than that.

The figures below are copied from the publishers' files and not from ``data/``, so a slip of the hand
in the data is found here.
"""

from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from kommunvision.load import load_site
from kommunvision.progress import Figures

ROOT = Path(__file__).resolve().parent.parent
REAL = ("nora", "norberg", "sandviken", "smedjebacken")

# Per series: kommun, indicator and publisher; then the value of each year.
FIGURES = {
    ("nora", "befolkning", "SCB"): {
        2011: "10429",
        2012: "10356",
        2013: "10399",
        2014: "10352",
        2015: "10502",
        2016: "10665",
        2017: "10747",
        2018: "10737",
        2019: "10726",
        2020: "10686",
        2021: "10721",
        2022: "10701",
        2023: "10627",
        2024: "10639",
    },
    ("nora", "oppet-arbetslosa", "Kolada"): {
        2011: "3.563257",
        2012: "3.94148",
        2013: "3.806584",
        2014: "3.362852",
        2015: "3.662533",
        2016: "3.61745",
        2017: "3.488013",
        2018: "2.957081",
        2019: "2.456291",
        2020: "3.532515",
        2021: "2.583081",
        2022: "2.181918",
        2023: "2.029011",
        2024: "2.441048",
    },
    ("norberg", "oppet-arbetslosa", "Kolada"): {
        2011: "2.668764",
        2012: "3.199315",
        2013: "3.667079",
        2014: "5.186536",
        2015: "6.188401",
        2016: "5.15321",
        2017: "3.864074",
        2018: "2.884517",
        2019: "3.83536",
        2020: "4.447475",
        2021: "3.689525",
        2022: "2.710027",
        2023: "2.670976",
        2024: "2.970158",
    },
    ("sandviken", "antal-invanare", "SCB"): {
        2011: "36995",
        2012: "37089",
        2013: "37250",
        2014: "37833",
        2015: "38314",
        2016: "38949",
        2017: "39259",
        2018: "39208",
        2019: "39234",
        2020: "39290",
        2021: "39250",
        2022: "39098",
        2023: "38628",
        2024: "38360",
    },
    ("sandviken", "vaxthusgaser", "SMHI"): {
        1990: "268433.037",
        2000: "278986.848",
        2005: "311719.308",
        2010: "305733.809",
        2015: "236682.343",
        2020: "208145.527",
        2021: "189039.097",
        2022: "170628.063",
        2023: "158703.115",
    },
    ("smedjebacken", "oppet-arbetslosa", "Kolada"): {
        2011: "2.754722",
        2012: "2.475074",
        2013: "2.438059",
        2014: "2.369281",
        2015: "2.128994",
        2016: "2.331374",
        2017: "2.218862",
        2018: "2.311214",
        2019: "2.587741",
        2020: "3.188934",
        2021: "2.58535",
        2022: "1.998524",
        2023: "2.087991",
        2024: "2.427618",
    },
}

# The numbers that goals of theirs state: kommun, indicator, number, year.
STATED = [
    ("nora", "befolkning", 13000, 2030),
    ("sandviken", "antal-invanare", 50000, None),
]


@cache
def kommuner():
    return {kommun.slug: kommun for kommun in load_site(ROOT).kommuner if kommun.slug in REAL}


def indicator_of(slug, name):
    return next(one for one in kommuner()[slug].indicators if one.id == name)


@pytest.mark.parametrize("about", FIGURES, ids="-".join)
def test_each_figure_is_the_one_that_the_publisher_gives(about):
    slug, name, _ = about
    values = Figures(kommuner()[slug]).own(indicator_of(slug, name))
    assert {one.period.year: one.value for one in values} == {
        year: Decimal(value) for year, value in FIGURES[about].items()
    }


def test_there_are_no_other_figures_and_each_series_names_its_publisher():
    found = {
        (slug, series.indicator.target, series.publisher)
        for slug, kommun in kommuner().items()
        for series in kommun.series
    }
    assert found == set(FIGURES)
    assert not [one.id for kommun in kommuner().values() for one in kommun.indicators if one.values]


def test_what_the_kommun_has_not_decided_is_background_and_gets_no_status():
    for slug, name, _ in FIGURES:
        assert indicator_of(slug, name).background, (slug, name)
    assert not [one.id for kommun in kommuner().values() for one in kommun.occasions]


def test_only_numbers_that_goals_state_are_targets_and_each_says_where():
    found = [
        (slug, indicator.id, target.exactly, target.period and target.period.year)
        for slug, kommun in sorted(kommuner().items())
        for indicator in kommun.indicators
        for target in indicator.targets
        if target.sources and target.decisions
    ]
    assert found == STATED
    assert sum(len(one.targets) for kommun in kommuner().values() for one in kommun.indicators) == 2


def test_the_change_of_ages_in_unemployment_breaks_the_series():
    for slug in ("nora", "norberg", "smedjebacken"):
        values = Figures(kommuner()[slug]).own(indicator_of(slug, "oppet-arbetslosa"))
        assert [one.period.year for one in values if one.break_before] == [2023]
