"""Values and targets: what is a figure, what is a reason for none, and what is a condition."""

import pytest

from kommunvision.check.values import alike, figures, no_values, targets
from tests.helpers import kommun_from, loaded_from, places, standard_files

INDICATOR = """
indikatorer:
- id: examen
  namn: Unga med examen
  enhet: procent
  hör_till: framgår inte av källan
  {line}
"""


def check(rule, line):
    return places(tuple(rule(kommun_from(INDICATOR.format(line=line)))))


def test_a_part_may_be_missing_with_its_reason_while_the_whole_has_a_value():
    line = "värden: [{period: 2024, värde: 81, delar: [{namn: Åskolan, saknas: för få svar}]}]"
    assert check(figures, line) == []


@pytest.mark.parametrize(
    ("part", "found"),
    [
        ("namn: Åskolan", [("KV901", 6, 53)]),
        ("namn: Åskolan, värde: 80, saknas: för få svar", [("KV902", 6, 81)]),
    ],
)
def test_a_part_has_a_value_or_a_reason_and_not_both(part, found):
    line = f"värden: [{{period: 2024, värde: 81, delar: [{{{part}}}]}}]"
    assert check(figures, line) == found


def test_a_reason_that_is_misspelt_is_one_fault_and_not_two():
    line = "värden: [{period: 2024, saknas: inte mätt}]"
    loaded = loaded_from(standard_files(INDICATOR.format(line=line)))
    (kommun,) = loaded.kommuner
    assert [one.code for one in [*loaded.problems, *figures(kommun)]] == ["KV108"]


@pytest.mark.parametrize(
    ("line", "codes"),
    [
        ("värden: [{period: 2024, värd: 80}]", ["KV101"]),
        ('målvärden: [{period: 2026, minst: ">=80"}]', ["KV118"]),
        ("målvärden: [{period: 2026, mist: 80}]", ["KV101"]),
        ("målvärden: [{period: 2026, från: två, till: 4}]", ["KV118"]),
        ("målvärden: [{period: 2026, mot_grupp: [{gruppen: Alla}]}]", ["KV101"]),
        ("målvärden: [{period: 2026, minst: 80}, {mot_grupp: []}]", ["KV904"]),
        ("utgångsläge: {perod: 2020, värde: 4}\n  målvärden: [{procent: 5}]", ["KV101"]),
        ("utgångsläge: {period: 2020, värde: 4.000}\n  målvärden: [{procent: 5}]", ["KV118"]),
    ],
)
def test_a_condition_or_value_that_cannot_be_read_is_one_fault_and_not_two(line, codes):
    loaded = loaded_from(standard_files(INDICATOR.format(line=line)))
    (kommun,) = loaded.kommuner
    found = [*loaded.problems, *figures(kommun), *targets(kommun)]
    assert [one.code for one in found] == codes


@pytest.mark.parametrize("key", ["exakt", "minst", "högst", "över", "under"])
def test_nought_is_a_target(key):
    assert check(targets, f"målvärden: [{{{key}: 0}}]") == []


def test_a_target_that_is_only_a_year_is_none():
    assert check(targets, "målvärden: [{period: 2026}]") == [("KV904", 6, 16)]


def test_a_value_is_held_to_the_kind_of_the_first():
    line = "värden: [{period: 2023, värde: 81}, {period: 2024, värde: ja}]"
    assert check(alike, line) == [("KV908", 6, 61)]


@pytest.mark.parametrize(
    "written",
    ["saknas", "–", "'-'", "'...'", "'#DIV/0!'", "'#SAKNAS!'", "N/A", "NaN", ".inf", "null",
     "inte mätt ännu", "för få svar"],
)  # fmt: skip
def test_words_for_no_value_are_none(written):
    line = f"värden: [{{period: 2023, värde: {written}}}, {{period: 2024, värde: 81}}]"
    assert check(no_values, line) == [("KV949", 6, 34)]
    # The number is not blamed for standing beside them.
    assert check(alike, line) == []


@pytest.mark.parametrize("written", ["ja", "god", "inget nytt", "på väg", "81"])
def test_words_that_are_a_value_are_one(written):
    assert check(no_values, f"värden: [{{period: 2024, värde: {written}}}]") == []


def test_a_step_of_a_scale_may_be_called_as_a_lack_is():
    line = "skala: s\n  värden: [{period: 2024, värde: data saknas}]\nskalor: [{id: s, namn: S, steg: [{id: x, ord: data saknas}]}]"
    assert check(no_values, line) == []


@pytest.mark.parametrize("written", ["--5", "+ -5", "= 5 kr"])
def test_what_has_more_signs_than_one_before_a_number_is_no_word(written):
    line = f"värden: [{{period: 2024, värde: '{written}'}}]"
    loaded = loaded_from(standard_files(INDICATOR.format(line=line)))
    assert [one.code for one in loaded.problems] == ["KV118"]
