"""A value that is taken in looks like those beside it in the file, and says the same."""

from decimal import Decimal

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from kommunvision.collect.alike import like
from kommunvision.collect.asked import as_written
from kommunvision.export.yaml_text import Quoted, yaml_flat
from kommunvision.load import load_kommun
from kommunvision.load.numbers import NotABound, NotANumber, value
from kommunvision.swedish.bounds import Bound
from tests.collect.filling import VALUES, asked_of, filled, put, read, site, written

HEAD = """
indikatorer:
  - id: ind-las
    namn: Elever som läser
    enhet: {unit}
    decimaler: {decimals}
    hör_till: [skola-1]
    värden:{values}
"""


def after(root, values, figure):
    """The last line of the list of values when a figure of 2026 has been taken in."""
    decimals = max(-Decimal(str(figure)).as_tuple().exponent, 0)
    text = HEAD.format(values=values, unit="kronor", decimals=decimals)
    site(root, {"data/nyby/indikatorer.yml": text})
    asked = asked_of(root)
    changes, problems = read(asked, filled(asked, put(VALUES, "ind-las", "värde", figure)))
    assert problems == ()
    written(root, asked, changes)
    kommun, problems = load_kommun(root, "data/nyby")
    assert not problems
    (indicator,) = kommun.indicators
    read_back = next(one.value for one in indicator.values if one.period.year == 2026)
    assert read_back == Decimal(str(figure))
    file = (root / "data/nyby/indikatorer.yml").read_text("utf-8")
    return "\n".join(file.splitlines()[7:])


@pytest.mark.parametrize(
    ("told", "figure", "new"),
    [
        ("{period: 2025, värde: 81.5}", 83.5, "{period: 2026, värde: 83.5}"),
        ('{period: 2025, värde: "81,5"}', 83.5, '{period: 2026, värde: "83,5"}'),
        ("{period: 2025, värde: '81,5'}", 83.5, "{period: 2026, värde: '83,5'}"),
        ("{period: 2025, värde: '81,5'}", 83, "{period: 2026, värde: 83}"),
        ('{period: 2025, värde: "81"}', 83, '{period: 2026, värde: "83"}'),
        ("{period: '2025', värde: '81'}", 83.5, "{period: '2026', värde: '83,5'}"),
        ("{period: 2025, värde: 12 000}", 13500, "{period: 2026, värde: 13 500}"),
        (
            "{period: 2025, värde: 12\u00a0000}",
            135000,
            "{period: 2026, värde: 135\u00a0000}",
        ),
        ("{period: 2025, värde: 12000}", 13500, "{period: 2026, värde: 13500}"),
        ("{period: 2025, värde: −12000}", -13500, "{period: 2026, värde: −13500}"),
        ('{period: 2025, värde: "−12 000,5"}', -900.5, '{period: 2026, värde: "−900,5"}'),
        # The sign of a gain says nothing of how a loss is written.
        ("{period: 2025, värde: +12 000}", -13500, "{period: 2026, värde: -13 500}"),
        # Three decimals after a point could be thousands.
        ("{period: 2025, värde: 81.5}", 83.125, '{period: 2026, värde: "83,125"}'),
    ],
)
def test_a_new_value_is_written_as_its_neighbour_is(tmp_path, told, figure, new):
    assert after(tmp_path, f"\n      - {told}", figure).split("- ", 2)[2] == new


def test_a_value_on_a_line_of_its_own_is_written_so_too(tmp_path):
    values = '\n      - period: 2025\n        värde: "81,5"'
    expected = '\n      - period: 2026\n        värde: "83,5"'
    assert after(tmp_path, values, 83.5) == values[1:] + expected
    values = "\n      - period: 2025\n        värde: 81,5"
    expected = "\n      - period: 2026\n        värde: 83,5"
    assert after(tmp_path, values, 83.5) == values[1:] + expected


def test_what_most_are_decides_and_the_file_where_the_list_does_not_tell(tmp_path):
    values = """
      - {period: 2022, värde: "80,5"}
      - {period: 2023, värde: 81.5}
      - {period: 2024, värde: 82.5}
      - {period: 2025, saknas: för få svar}"""
    assert after(tmp_path / "a", values, 83.5).endswith("{period: 2026, värde: 83.5}")
    other = """
      - {period: 2025, saknas: för få svar}
  - id: annan
    namn: Annan
    enhet: kronor
    hör_till: [skola-2]
    värden: [{period: 2026, värde: 12 000.5}]"""
    root = site(
        tmp_path / "b",
        {"data/nyby/indikatorer.yml": HEAD.format(values=other, unit="kronor", decimals=1)},
    )
    asked = asked_of(root)
    written(root, asked, read(asked, filled(asked, put(VALUES, "ind-las", "värde", 13500.5)))[0])
    file = (root / "data/nyby/indikatorer.yml").read_text("utf-8")
    assert "- {period: 2026, värde: 13 500.5}\n" in file


def test_a_bound_has_its_number_as_the_others(tmp_path):
    values = "\n      - {period: 2025, värde: 4 000.5}"
    text = HEAD.format(values=values, unit="kronor", decimals=1)
    root = site(tmp_path, {"data/nyby/indikatorer.yml": text})
    asked = asked_of(root)
    edit = put(VALUES, "ind-las", "värde", "färre än 5000,5")
    written(root, asked, read(asked, filled(asked, edit))[0])
    file = (root / "data/nyby/indikatorer.yml").read_text("utf-8")
    assert "- {period: 2026, värde: färre än 5 000.5}\n" in file


NUMBERS = st.tuples(
    st.sampled_from(["", "", "minst ", "<", "färre än "]),
    st.sampled_from(["", "", "-", "−", "–", "+"]),
    st.sampled_from(
        ["0", "7", "812", "007", "1200", "1 200", "1\u00a0200", "13\u202f500\u202f000"]
    ),
    st.sampled_from(["", "", ",5", ".5", ",50", ".123"]),
).map("".join)
WORDS = st.sampled_from(["ja", "goda", "enligt plan 13000", "se bilaga 12345", "12 000 kr"])
OTHERS = st.lists(
    st.tuples(NUMBERS | WORDS, st.sampled_from(["", "", '"', "'"])).map(
        lambda one: Quoted(*one) if one[1] else one[0]
    ),
    max_size=4,
)


def says(text):
    """What a data file would be taken to say; the text itself where it is no number."""
    try:
        found = value(text)
    except (NotANumber, NotABound):
        return str(text)
    return (found, as_written(found)) if isinstance(found, Decimal | Bound) else str(text)


@given(NUMBERS | WORDS, OTHERS, OTHERS)
def test_a_value_says_the_same_however_the_others_are_written(text, near, far):
    taken_in = as_written(said[0]) if isinstance(said := says(text), tuple) else text
    found = like(taken_in, near, far)
    assert says(found) == says(taken_in)
    assert yaml.load(f"[{yaml_flat(found)}]", yaml.BaseLoader) == [found]  # noqa: S506 - takes all for text
