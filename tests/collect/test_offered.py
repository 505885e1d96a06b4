"""Without scales of its own a kommun is offered words for goals of goals, and for tasks of tasks."""

import pytest

from kommunvision.collect import Round
from kommunvision.collect.columns import STATEMENTS
from kommunvision.form.choices import Choices
from tests.helpers import kommun_from

GOALS = ["uppfyllt", "delvis uppfyllt", "inte uppfyllt"]
TASKS = ["klart", "pågår", "inte påbörjat", "försenat", "avbrutet"]
NONE = ["inte bedömt", "inte mätt ännu", "går inte att bedöma"]


def kommun(name, more=""):
    return kommun_from(
        f"""
        styrmodeller:
        - id: modell
          namn: Modellen
          nivåer:
          - {{id: nagot, namn: {name}, artikel: ett, bestämd: det, plural: de, bestämd_plural: de}}
        mål:
        - {{id: a, nivå: nagot, rubrik: A}}
        - {{id: b, nivå: nagot, rubrik: B}}
        uppföljningar:
        {more}
        - {{id: nu, namn: Nu, period: 2024}}
        """
    )


def offered(found):
    row = Round(found, found.occasions[-1]).rows_of(STATEMENTS)[0]
    return row.choices["status"]


def words(found):
    return [one.word for one in offered(found).words]


@pytest.mark.parametrize(
    "name", ["mål", "nämndmål", "Övergripande mål", "målområde", "strategiskt mål för bolag"]
)
def test_a_goal_is_offered_words_for_goals(name):
    assert words(kommun(name)) == [*GOALS, *NONE]


@pytest.mark.parametrize(
    "name", ["uppdrag", "aktivitet/genomförande", "särskild åtgärd", "projekt"]
)
def test_a_task_is_offered_words_for_tasks(name):
    assert words(kommun(name)) == [*TASKS, *NONE]


@pytest.mark.parametrize("name", ["åtagande", "prioritering", "aktivitet för mål"])
def test_what_may_be_either_is_offered_both(name):
    assert words(kommun(name)) == [*TASKS, *GOALS, *NONE]


@pytest.mark.parametrize(("name", "word"), [("mål", "Pågår"), ("uppdrag", "delvis uppfyllt")])
def test_a_word_of_the_other_kind_can_still_be_written(name, word):
    assert offered(kommun(name)).read(word) == (word.lower(),)


def test_what_is_called_en_is_expected_to_become_so_in_its_own_gender():
    text = """
        styrmodeller:
        - id: modell
          namn: Modellen
          nivåer:
          - {id: f, namn: målsättning, artikel: en, bestämd: målsättningen, plural: målsättningar,
             bestämd_plural: målsättningarna}
        mål: [{id: a, nivå: f, rubrik: A}]
        uppföljningar:
        - {id: delar, namn: Delår, period: 2024, till_och_med: 2024-08-31,
           utfall_eller_prognos: prognos, omdömen: [{om: a, status: uppfyllt}]}
        - {id: nu, namn: Nu, period: 2025, utfall_eller_prognos: prognos}
        """
    found = kommun_from(text)
    assert words(found)[:3] == [
        "bedöms bli uppfylld",
        "bedöms bli delvis uppfylld",
        "bedöms inte bli uppfylld",
    ]
    # A writer may still use the other form.
    assert "bedöms bli uppfyllt" in offered(found).words[0].forms
    # What was only expected then is not shown as if it had come out.
    row = Round(found, found.occasions[-1]).rows_of(STATEMENTS)[0]
    assert row.shown["last"] == "Delår: bedöms bli uppfylld"


def test_a_level_that_has_been_judged_by_how_far_it_has_come_is_offered_those_words_too():
    before = "- {id: da, namn: Då, period: 2023, omdömen: [{om: b, status: pågår}]}"
    assert words(kommun("mål", before)) == [*TASKS, *GOALS, *NONE]


def in_forms(found, record="statement"):
    return [word for word, _ in Choices(found).words(record, "status")]


def test_the_forms_offer_no_words_for_tasks_where_every_level_is_of_goals():
    silent = [*NONE[:1], "inte bedömd", *NONE[1:], "framgår inte av källan"]
    assert in_forms(kommun("nämndmål")) == [*GOALS, *silent]
    assert in_forms(kommun("nämndmål"), "count") == GOALS
    assert in_forms(kommun("uppdrag"))[3:8] == TASKS
    assert in_forms(kommun("åtagande"))[3:8] == TASKS


@pytest.mark.parametrize(
    "said",
    [
        "omdömen: [{om: b, status: pågår}]",
        "sammanräkning: [{antal: [{status: pågår, antal: 2}], totalt: 2}]",
    ],
)
def test_the_forms_offer_every_word_that_the_data_has(said):
    before = f"- {{id: da, namn: Då, period: 2023, {said}}}"
    assert "pågår" in in_forms(kommun("mål", before))
