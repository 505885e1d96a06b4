"""What was stated when, on which scale, how many have which status, and what has changed."""

from dataclasses import replace

import pytest

from kommunvision.model import Outlook, Reference
from kommunvision.progress import NoStatus, Occasions, Way, compare
from kommunvision.progress.judgements import Judging
from tests.helpers import kommun_from

GOALS = """
mål:
- {id: a, nivå: mal, rubrik: A}
- {id: b, nivå: mal, rubrik: B}
- {id: c, nivå: mal, rubrik: C}
- {id: d, nivå: mal, rubrik: D}
- {id: e, nivå: mal, rubrik: E, status: ersatt}
- {id: uppdrag, nivå: namndmal, rubrik: Uppdraget}
"""

TWO = (
    GOALS
    + """
uppföljningar:
- id: ar
  namn: Årsredovisning 2024
  period: 2024
  omfattar: [mal]
  omdömen:
  - {om: a, status: uppfyllt}
  - {om: b, status: inte uppfyllt, trend: sämre}
  - {om: c, status: inte bedömt}
  - {om: d, status: framgår inte av källan}
- id: delar
  namn: Delårsrapport augusti 2024
  period: tertial 2 2024
  utfall_eller_prognos: prognos
  omdömen:
  - {om: a, status: bedöms bli delvis uppfyllt}
  - {om: b, status: delvis uppfyllt}
  - {om: c, status: uppfyllt}
  - {om: e, status: uppfyllt}
  - {om: uppdrag, status: pågår, utfall_eller_prognos: utfall}
"""
)


def occasions_from(text: str):
    kommun = kommun_from(text)
    occasions = Occasions(kommun)
    return occasions, kommun.by_id


def test_occasions_stand_in_order_of_time_and_each_goal_knows_its_newest_statement():
    occasions, by_id = occasions_from(TWO)
    assert [one.id for one in occasions.all] == ["delar", "ar"]
    assert occasions.previous(by_id["ar"]) is by_id["delar"]
    assert occasions.previous(by_id["delar"]) is None
    occasion, statement = occasions.latest_statement(by_id["b"])
    assert (occasion.id, statement.status) == ("ar", "inte uppfyllt")
    assert occasions.latest_statement(by_id["uppdrag"])[0].id == "delar"
    assert [one.id for one, _ in occasions.history(by_id["a"])] == ["delar", "ar"]


def test_what_has_been_told_of_an_occasion_is_not_told_of_another_one_of_its_name():
    occasions, by_id = occasions_from(TWO)
    first, goal = by_id["delar"], by_id["b"]
    other = replace(first, outlook=Outlook.OUTCOME, covers=(Reference("a"),))
    for _ in range(2):
        assert occasions.judgement(first, goal).outlook is Outlook.FORECAST
        assert occasions.judgement(other, goal).outlook is Outlook.OUTCOME
        assert [one.id for one in occasions.covered(first)] == ["a", "b", "c", "d", "e", "uppdrag"]
        assert [one.id for one in occasions.covered(other)] == ["a", "b", "c", "e", "uppdrag"]


def test_what_has_changed_is_told_by_the_order_of_the_steps():
    occasions, by_id = occasions_from(TWO)
    found = compare(occasions, by_id["ar"])
    assert {way: [one.item.id for one in found.of(way)] for way in found.changed} == {
        Way.BETTER: ["a"],
        Way.WORSE: ["b"],
        Way.NOT_JUDGED: ["c"],
        Way.REMOVED: ["e", "uppdrag"],
    }


def test_the_four_ways_of_having_no_status_are_kept_apart_and_counted():
    occasions, by_id = occasions_from(
        GOALS
        + """
uppföljningar:
- id: ar
  namn: Årsredovisning 2024
  period: 2024
  omdömen:
  - {om: a, status: Inte bedömt}
  - {om: b, status: inte mätt ännu}
  - {om: c, status: går inte att bedöma}
  - {om: d, status: framgår inte av källan}
"""
    )
    ar = by_id["ar"]
    four = [one for one in NoStatus if one is not NoStatus.COMMENTED]
    assert [occasions.judgement(ar, by_id[key]).none for key in "abcd"] == four
    counts = occasions.counts(ar, [by_id[key] for key in "abcd"])
    assert (counts.total, counts.judged, counts.silent) == (4, 1, 0)
    assert counts.none == dict.fromkeys(four, 1)
    assert occasions.counts(ar).silent == 1


def test_the_counts_hide_nothing():
    occasions, by_id = occasions_from(TWO)
    counts = occasions.counts(by_id["ar"])
    assert [(one.step.word, one.number) for one in counts.steps] == [
        ("uppfyllt", 1),
        ("delvis uppfyllt", 0),
        ("inte uppfyllt", 1),
    ]
    assert (counts.total, counts.judged) == (4, 3)
    # Everything in force is covered where the occasion names nothing, and what it speaks of.
    assert [item.id for item in occasions.covered(by_id["delar"])] == [*"abcde", "uppdrag"]


def test_indicators_are_counted_where_some_are_judged_themselves_and_not_only_measured():
    measured = """
indikatorer: [{id: i, namn: I}, {id: j, namn: J}]
uppföljningar:
- id: ar
  namn: Årsredovisning 2024
  period: 2024
  omfattar: [a]
  omdömen: [{om: a, status: uppfyllt}, {om: i, värde: 3}, {om: j, värde: 4}]
"""
    occasions, by_id = occasions_from(GOALS + measured)
    assert [one.id for one in occasions.counted(by_id["ar"])] == ["a"]
    judged = measured.replace("om: i, värde: 3", "om: i, status: framgår inte av källan")
    occasions, by_id = occasions_from(GOALS + judged)
    assert [one.id for one in occasions.counted(by_id["ar"])] == ["a", "i", "j"]
    assert occasions.counts(by_id["ar"]).judged == 2


def test_a_task_is_judged_with_the_words_for_tasks_and_a_goal_with_those_for_goals():
    occasions, by_id = occasions_from(TWO)
    task = occasions.judgement(by_id["delar"], by_id["uppdrag"])
    assert (task.scale.id, task.step.word, task.outlook) == (
        "genomforande",
        "pågår",
        Outlook.OUTCOME,
    )
    goal = occasions.judgement(by_id["delar"], by_id["a"])
    assert (goal.step.word, goal.outlook) == ("delvis uppfyllt", Outlook.FORECAST)
    ar = by_id["ar"]
    trend = occasions.judging.trend(ar, occasions.statement(ar, by_id["b"]))
    assert trend.step.word == "sämre"


@pytest.mark.parametrize(
    ("goal", "word", "scale"),
    [
        ("a", "grönt", "egen"),
        ("a", "i hamn", "ny"),
        ("uppdrag", "grönt", "for-namnd"),
        ("a", "inte bedömt", "egen"),
    ],
)
def test_the_kommuns_own_scale_is_found_by_occasion_level_and_word(goal, word, scale):
    occasions, by_id = occasions_from(
        GOALS
        + f"""
skalor:
- {{id: egen, namn: Egen, används_för: [mål], steg: [{{id: gront, ord: grönt}}, {{id: rott, ord: rött}}]}}
- {{id: ny, namn: Ny, steg: [{{id: hamn, ord: i hamn}}]}}
- {{id: for-namnd, namn: För nämndmål, nivåer: [namndmal], steg: [{{id: g, ord: grönt}}]}}
uppföljningar:
- {{id: ar, namn: År, period: 2024, omdömen: [{{om: {goal}, status: {word}}}]}}
- {{id: bara, namn: Bara, period: 2025, skalor: [ny], omdömen: [{{om: {goal}, status: {word}}}]}}
"""
    )
    statement = occasions.statement(by_id["ar"], by_id[goal])
    assert occasions.scale_of(by_id["ar"], statement).id == scale
    only = occasions.judgement(by_id["bara"], by_id[goal])
    assert only.scale.id == "ny"


def test_scales_found_for_one_thing_are_not_those_of_another():
    """What is found is remembered, so whoever is asked first must not decide for the rest."""
    kommun = kommun_from(
        GOALS
        + """
indikatorer: [{id: i, namn: I, enhet: st, hör_till: [a]}]
skalor:
- {id: egen, namn: Egen, används_för: [mål], steg: [{id: gront, ord: grönt}]}
- {id: matt, namn: Mått, används_för: [indikatorer], steg: [{id: m, ord: grönt}]}
- {id: for-namnd, namn: N, nivåer: [namndmal], steg: [{id: g, ord: grönt}]}
uppföljningar:
- id: ar
  namn: År
  period: 2024
  omdömen: [{om: a, status: grönt}, {om: uppdrag, status: grönt}, {om: i, status: grönt}]
- id: bara
  namn: Bara
  period: 2025
  skalor: [for-namnd]
  omdömen: [{om: a, status: grönt}, {om: uppdrag, status: grönt}, {om: i, status: grönt}]
"""
    )
    asked = [(occasion, one) for occasion in kommun.occasions for one in occasion.statements]
    alone = [Judging(kommun).status(*each) for each in asked]
    together = Judging(kommun)
    assert [together.status(*each) for each in asked] == alone
    assert [one.scale.id for one in alone[:3]] == ["egen", "for-namnd", "matt"]
    assert [together.status(*each) for each in reversed(asked)] == alone[::-1]


def test_statuses_on_different_scales_are_not_compared():
    occasions, by_id = occasions_from(
        GOALS
        + """
skalor:
- {id: gammal, namn: Gammal, steg: [{id: x, ord: grönt}]}
- {id: ny, namn: Ny, steg: [{id: y, ord: i hamn}, {id: z, ord: ej bedömt, vid_sidan: ja}]}
uppföljningar:
- {id: forr, namn: Förr, period: 2023, skalor: [gammal], omdömen: [{om: a, status: grönt}]}
- {id: nu, namn: Nu, period: 2024, skalor: [ny], omdömen: [{om: a, status: i hamn}, {om: b, status: ej bedömt}]}
- {id: sen, namn: Sen, period: 2025, skalor: [ny], omdömen: [{om: a, status: i hamn}, {om: b, status: i hamn}]}
"""
    )
    found = compare(occasions, by_id["nu"])
    assert {way: [one.item.id for one in found.of(way)] for way in found.changed} == {
        Way.OTHER_SCALE: ["a"],
    }
    later = compare(occasions, by_id["sen"])
    assert {way: [one.item.id for one in later.of(way)] for way in later.changed} == {
        Way.SAME: ["a"],
        Way.NEW: ["b"],
    }
