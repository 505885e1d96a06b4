"""What is left to report: of which period, to whom, and said in three ways."""

import json
from datetime import date

import pytest
from icalendar import Calendar

from kommunvision.progress import Figures, Occasions, shown
from kommunvision.progress.due import missing_period, to_do
from kommunvision.report.due import Left, due_calendar, due_json, due_text
from kommunvision.swedish import periods
from tests.helpers import kommun_from

KOMMUN = """
organisation:
- {id: ks, namn: Kommunstyrelsen, slag: styrelse}
- {id: bun, namn: Barnnämnden, slag: nämnd}
mål:
- {id: a, nivå: mal, rubrik: A, ansvariga: [ks, bun]}
- {id: b, nivå: mal, rubrik: B}
- {id: c, nivå: mal, rubrik: C, ansvariga: [bun]}
- {id: d, nivå: mal, rubrik: D, ansvariga: [{namn: Räddningstjänsten}]}
indikatorer:
- {id: examen, namn: Unga med examen, enhet: procent, hör_till: [a], ansvariga: [bun], värden: [{period: 2023, värde: 80}]}
- {id: folk, namn: Invånare, enhet: antal, hör_till: [a], bakgrund: ja}
uppföljningar:
- id: ar
  namn: Årsredovisning 2024
  period: 2024
  senast: 2025-02-14
  omfattar: [mal]
  omdömen:
  - {om: a, kommentar: Bara ord.}
  - {om: c, status: framgår inte av källan}
"""


def left(text: str = KOMMUN) -> Left:
    kommun = kommun_from(text)
    (occasion,) = kommun.occasions
    return Left(kommun, occasion, to_do(Occasions(kommun), Figures(kommun), occasion))


def test_the_list_says_who_is_to_report_what_and_when():
    assert (
        due_text([left()], date(2025, 2, 10))
        == """\
Årsredovisning 2024 (Exempelby)
Allt ska vara rapporterat senast 14 februari 2025, om fyra dagar.

Kommunstyrelsen
  Omdömen som saknas:
  - A (a)

Barnnämnden
  Värden som saknas:
  - Unga med examen (examen), 2024
  Omdömen som saknas:
  - A (a)

Räddningstjänsten
  Omdömen som saknas:
  - D (d)

Ingen ansvarig är utpekad
  Omdömen som saknas:
  - B (b)
"""
    )


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2025, 2, 13), "Allt ska vara rapporterat senast 14 februari 2025, om en dag."),
        (date(2025, 2, 14), "Allt ska vara rapporterat i dag, 14 februari 2025."),
        (
            date(2025, 2, 15),
            "Allt skulle ha varit rapporterat senast 14 februari 2025, för en dag sedan.",
        ),
    ],
)
def test_the_list_tells_how_long_is_left(day, said):
    assert due_text([left()], day).splitlines()[1] == said


def test_an_occasion_to_which_everything_is_reported_says_so():
    done = KOMMUN.replace("kommentar: Bara ord.", "status: uppfyllt").replace("[mal]", "[c]")
    done = done.replace("{period: 2023, värde: 80}", "{period: 2024, saknas: för få svar}")
    assert "Allt är rapporterat." in due_text([left(done)], date(2025, 2, 10))
    assert due_text([], date(2025, 2, 10)) == "Ingen uppföljning är öppen.\n"


def test_who_reports_at_the_occasion_answers_for_what_nobody_else_does():
    found = left(KOMMUN.replace("  omfattar:", "  rapporteras_av: [ks]\n  omfattar:"))
    (ks, *_) = found.bodies
    assert [goal.id for goal in ks.statements] == ["a", "b"]


def test_programs_get_the_same_list():
    told = json.loads(due_json([left()], date(2025, 2, 10)))
    (occasion,) = told["occasions"]
    assert (occasion["due"], occasion["days_left"]) == ("2025-02-14", 4)
    assert occasion["bodies"][1] == {
        "id": "bun",
        "name": "Barnnämnden",
        "values": [{"indicator": "examen", "name": "Unga med examen", "period": "2024"}],
        "statements": [{"goal": "a", "name": "A"}],
    }


def test_a_calendar_gets_one_day_for_each_body_with_an_identity_that_lasts():
    first = due_calendar([left()], date(2025, 2, 10))
    later = due_calendar([left()], date(2025, 2, 11))
    events = Calendar.from_ical(first).walk("VEVENT")
    assert [str(one["uid"]).partition("@")[0] for one in events] == [
        *("ar.ks", "ar.bun", "ar.raddningstjansten", "ar.nobody"),
    ]
    assert {one.decoded("dtstart") for one in events} == {date(2025, 2, 14)}
    assert str(events[1]["summary"]) == (
        "Rapportera till Årsredovisning 2024: ett värde och ett omdöme (Barnnämnden)"
    )
    assert "- Unga med examen (examen), 2024" in str(events[1]["description"])
    assert later == first.replace("20250210T000000Z", "20250211T000000Z")


def test_what_has_no_day_is_a_task_in_the_calendar():
    calendar = due_calendar([left(KOMMUN.replace("  senast: 2025-02-14\n", ""))], date(2025, 2, 1))
    assert "BEGIN:VTODO" in calendar
    assert "BEGIN:VEVENT" not in calendar


@pytest.mark.parametrize(
    ("period", "values", "missing"),
    [
        ("2024", "[]", "2024"),
        ("2024", "[{period: 2024, värde: 1}]", None),
        ("2024", "[{period: 2024, saknas: inte mätt ännu}]", "2024"),
        # What was expected is no answer to what came out.
        ("2024", "[{period: 2023, värde: 1}, {period: 2024, värde: 2, prognos: ja}]", "2024"),
        ("2024", "[{period: 2024, saknas: för få svar}]", None),
        ("2024", "[{period: 2023, värde: 1}]", "2024"),
        # What is measured once a year is not asked for before the year has ended.
        ("tertial 2 2024", "[{period: 2023, värde: 1}]", None),
        ("tertial 3 2024", "[{period: 2023, värde: 1}]", "2024"),
        ("tertial 2 2024", "[{period: 2022/23, värde: 1}]", "2023/24"),
        ("2024", "[{period: tertial 3 2023, värde: 1}]", "tertial 3 2024"),
        ("2024", "[{period: tertial 1 2024, värde: 1}]", None),
        ("2024", "[{period: 2021-2023, värde: 1}]", "2022–2024"),
        ("2024", "[{period: 2023-05-01, värde: 1}]", "2024"),
    ],
)
def test_the_period_that_is_asked_for_is_one_that_ends_within_that_of_the_occasion(
    period, values, missing
):
    kommun = kommun_from(f"""
        indikatorer: [{{id: i, namn: I, enhet: antal, värden: {values}}}]
        uppföljningar: [{{id: o, namn: O, period: {period}, omfattar: [i]}}]
        """)
    found = missing_period(Figures(kommun), kommun.indicators[0], kommun.occasions[0])
    name = found and periods.name(
        found.kind.value, found.year, found.part, found.day, found.last_year
    )
    assert name == missing


def test_an_open_occasion_shows_the_newest_figure_that_it_knows():
    kommun = kommun_from("""
        indikatorer:
        - {id: i, namn: I, enhet: antal, värden: [{period: 2023, värde: 1}, {period: 2024, värde: 2}, {period: 2024, värde: 3, prognos: ja}]}
        uppföljningar:
        - {id: forr, namn: Prognos, period: 2024, till_och_med: 2024-08-31, utfall_eller_prognos: prognos}
        - {id: efter, namn: Utfall, period: 2024}
        """)
    figures, (indicator,) = Figures(kommun), kommun.indicators
    before, after = kommun.occasions
    assert [one.value for one in shown(figures, before, indicator)] == [1, 3]
    assert [one.value for one in shown(figures, after, indicator)] == [2]


IN_WORDS = """
organisation:
- {id: bun, namn: Barnnämnden, slag: nämnd}
- {id: tn, namn: Tekniska nämnden, slag: nämnd}
mål:
- {id: a, nivå: mal, rubrik: A}
- {id: b, nivå: mal, rubrik: B}
- {id: c, nivå: mal, rubrik: C}
uppföljningar:
%s
- {id: nu, namn: Nu, slag: delårsrapport, period: 2024, rapporteras_av: [bun], omdömen: [{om: a, %s}]}
"""


def unreported(before: str, said: str) -> list[str]:
    kommun = kommun_from(IN_WORDS % (before, said))
    now = next(one for one in kommun.occasions if one.id == "nu")
    found = to_do(Occasions(kommun), Figures(kommun), now)
    return [goal.id for one in found for goal in one.statements]


DELAR = "- {id: %s, namn: Då, slag: %s, period: 2023, %s omdömen: [{om: a, %s}]}"
JUDGED, TOLD = "status: uppfyllt", "kommentar: Det gick bra."


@pytest.mark.parametrize("said", [TOLD, "analys: Det gick bra.", "åtgärder: Vi fortsätter."])
def test_what_is_told_of_in_words_is_reported_where_the_follow_up_is_in_words_alone(said):
    assert unreported("", said) == ["b", "c"]
    assert unreported(DELAR % ("da", "Delårsrapport", "", TOLD), said) == ["b", "c"]


@pytest.mark.parametrize("said", ["rapporterat: 2024-09-01", "trend: bättre"])
def test_what_is_not_told_of_in_words_is_not_reported(said):
    assert unreported("", said) == ["a", "b", "c"]


def test_words_are_not_enough_where_the_last_follow_up_of_the_kind_gave_a_status():
    assert unreported(DELAR % ("da", "delårsrapport", "", JUDGED), TOLD) == ["a", "b", "c"]


def test_a_delar_in_words_is_done_where_only_the_whole_year_is_judged():
    assert unreported(DELAR % ("da", "årsredovisning", "", JUDGED), TOLD) == ["b", "c"]


def test_what_another_body_has_judged_says_nothing_of_how_this_one_reports():
    other = DELAR % ("da", "delårsrapport", "rapporteras_av: [tn],", JUDGED)
    assert unreported(other, TOLD) == ["b", "c"]


def test_a_status_for_one_goal_asks_for_one_for_every_goal():
    assert unreported("", f"{TOLD}}}, {{om: b, {JUDGED}") == ["a", "c"]


EACH = """
organisation:
- {id: bun, namn: Barnnämnden, slag: nämnd}
- {id: tn, namn: Tekniska nämnden, slag: nämnd}
- {id: ks, namn: Kommunstyrelsen, slag: styrelse}
mål:
- {id: delat, nivå: mal, rubrik: Delat, ansvariga: [bun, tn]}
- {id: bun-eget, nivå: mal, rubrik: Eget, ansvariga: bun}
- {id: tn-eget, nivå: mal, rubrik: Eget, ansvariga: tn}
- {id: utan, nivå: mal, rubrik: Utan}
- {id: annans, nivå: mal, rubrik: Annans, ansvariga: ks}
uppföljningar:
- {id: bun-u, namn: Barnnämndens, period: 2024, rapporteras_av: bun, omfattar: [mal]}
- {id: tn-u, namn: Tekniska nämndens, period: 2024, rapporteras_av: tn, omfattar: [%s]}
"""


def asked_of(text: str) -> dict[str, dict[str, list[str]]]:
    kommun = kommun_from(text)
    told = Occasions(kommun)
    return {
        occasion.id: {
            one.body.id: [goal.id for goal in one.statements]
            for one in to_do(told, Figures(kommun), occasion)
        }
        for occasion in kommun.occasions
    }


def test_of_bodies_that_report_each_nobody_is_asked_in_the_name_of_another():
    assert asked_of(EACH % "mal") == {
        "bun-u": {"bun": ["delat", "bun-eget", "utan"], "ks": ["annans"]},
        "tn-u": {"tn": ["delat", "tn-eget", "utan"], "ks": ["annans"]},
    }


def test_a_goal_that_its_body_does_not_report_on_its_own_is_asked_for_all_the_same():
    assert asked_of(EACH % "delat")["bun-u"]["tn"] == ["tn-eget"]
