"""Objects are read by the key tables; every mistake is a problem at its own place."""

import pytest

from kommunvision.model import Reference, Standing
from tests.helpers import kommun_from, places, problems_from


def test_a_goal_has_what_its_keys_say():
    kommun = kommun_from("""
        mål:
        - id: utb-2
          nivå: mal
          rubrik: Fler unga når gymnasieexamen
          överordnade: [{id: omr-1, not: enligt bilagan, vår_tolkning: ja}]
          status: förslag
          gäller: 2016–2018
          ansvariga: alla
          globala_mål: [4, 8]
          beslut: framgår inte av källan
    """)
    (goal,) = kommun.goals
    assert goal.title == "Fler unga når gymnasieexamen"
    assert goal.parents == (Reference("omr-1", note="enligt bilagan", ours=True),)
    assert goal.standing is Standing.PROPOSAL
    assert goal.validity.label == "2016–2018"
    assert goal.responsible_all
    assert goal.global_goals == (4, 8)
    assert goal.not_stated == {"decisions"}
    assert goal.where.of("parents", 0).line == 5


def test_one_single_value_stands_for_a_list():
    (goal,) = kommun_from("""
        mål:
        - {id: a, nivå: mal, rubrik: A, överordnade: b, källa: {id: k, plats: sidan 2}}
    """).goals
    assert goal.parents == (Reference("b"),)
    assert goal.sources == (Reference("k", place="sidan 2"),)


@pytest.mark.parametrize(
    ("line", "expected", "suggestion"),
    [
        ("överodnade: [x]", ("KV101", 6, 3), "överordnade"),
        ("status: gälande", ("KV108", 6, 11), "gällande"),
        ("förkortad: kanske", ("KV106", 6, 14), None),
        ("ordning: först", ("KV107", 6, 12), None),
        ("text:", ("KV103", 6, 3), None),
        ('text: ""', ("KV103", 6, 3), None),
        ("nummer: ' '", ("KV103", 6, 3), None),
        ("ordning: [1, 2]", ("KV104", 6, 12), None),
        ("rubrik2: x", ("KV101", 6, 3), "rubrik"),
        ("gäller: {från: 2025-13-01}", ("KV402", 6, 18), None),
        ("gäller: {från: 2026, till: 2025}", ("KV403", 6, 30), None),
        ("gäller: 2026–2023", ("KV403", 6, 11), None),
        ("tidigare_id: [Å ett]", ("KV109", 6, 17), "a-ett"),
        ("nummer: framgår inte av källan", ("KV115", 6, 11), None),
        ("stödjer: [{namn: X, adress: 'javascript:alert(1)'}]", ("KV110", 6, 31), None),
        ("överordnade: [{not: utan id}]", ("KV102", 6, 18), None),
    ],
)
def test_a_mistake_is_found_at_its_line_and_column(line, expected, suggestion):
    (found,) = problems_from(f"""\
# Mål
mål:
- id: a
  nivå: mal
  rubrik: A
  {line}
""")
    assert places((found,)) == [expected]
    assert found.suggestion == suggestion


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("24/11 2025", "2025-11-24"),
        ("2025.11.24", "2025-11-24"),
        ("20251124", "2025-11-24"),
        ("251124", "2025-11-24"),
        ("991124", "1999-11-24"),
        ("701124", "1970-11-24"),
        ("391124", "2039-11-24"),
        ("451124", None),
        ("måndag den 24 november 2025", "24 november 2025"),
        ("den 24:e november 2025", "24 november 2025"),
        ("1:a november 2025", "1 november 2025"),
        ("2025-11-24 18:30", "2025-11-24"),
        ("2025-11-24, kl. 18.30", None),
        ("31/2 2025", None),
        ("15/12-25", "2025-12-15"),
        ("15/12 -25", "2025-12-15"),
        ("15/12 25", "2025-12-15"),
        ("15/12-95", "1995-12-15"),
        ("15/12-45", None),
        ("15/12/25", None),
        ("25.12.15", None),
        ("12/9", "12 september"),
        ("den 12/9", "12 september"),
        ("31/2", None),
        ("9/25", None),
        ("snart", None),
    ],
)
def test_a_date_in_another_form_is_proposed_in_one_that_is_read(written, meant):
    (found,) = problems_from(f"källor:\n- {{id: a, titel: A, datum: '{written}'}}\n")
    assert (found.code, found.suggestion) == ("KV401", meant)


@pytest.mark.parametrize(
    ("key", "written", "code", "meant"),
    [
        ("värde", "81,5 %", "KV118", "81,5"),
        ("värde", "1.234,5", "KV118", "1 234,5"),
        ("värde", "13.000", "KV118", None),
        ("minst", ">= 80 procent", "KV118", "80"),
        ("minst", "många", "KV118", None),
    ],
)
def test_a_number_with_its_unit_is_proposed_without_it(key, written, code, meant):
    lists = {"värde": "värden", "minst": "målvärden"}
    (found,) = problems_from(
        f"indikatorer:\n- id: a\n  namn: A\n  {lists[key]}:\n"
        f"  - {{period: 2024, {key}: '{written}'}}\n"
    )
    assert (found.code, found.suggestion) == (code, meant)


@pytest.mark.parametrize("key", ["Rubrik", "rubrk", "rubrik\u00a0"])
def test_a_misspelt_key_is_not_also_missing(key):
    (found,) = problems_from(f"mål:\n- id: a\n  nivå: mal\n  {key}: A\n")
    assert (found.code, found.suggestion) == ("KV101", "rubrik")


def test_a_word_that_several_choices_share_is_none_of_them():
    found = problems_from("kommun:\n  namn: X\n  tillgänglighet: {förenlighet: förenlig}\n")
    assert [one.suggestion for one in found if one.code == "KV108"] == [None]


def test_nobody_is_told_to_take_away_a_key_that_must_be_there():
    found = problems_from("mål:\n- {id: a, nivå: mal, rubrik: , text: }\n")
    assert [(one.code, one.details["remedy"]) for one in found] == [
        ("KV103", "Skriv ett värde. Nyckeln måste finnas."),
        ("KV103", "Skriv ett värde, eller ta bort raden."),
    ]


def test_a_dash_with_nothing_behind_it_is_an_empty_value():
    (found,) = problems_from("mål:\n- {id: a, nivå: mal, rubrik: A}\n- \n")
    assert found.code == "KV105"
    (found,) = problems_from("mål:\n- id: a\n  nivå: mal\n  rubrik: A\n  ansvariga:\n  -\n")
    assert (found.code, found.details["key"]) == ("KV103", "ansvariga")


def test_a_missing_key_is_reported_at_the_first_line_of_the_object():
    assert places(problems_from("mål:\n- id: a\n  nivå: mal\n")) == [("KV102", 2, 3)]


def test_decomposed_letters_are_reported_at_their_word():
    found = problems_from("mål:\n- {id: a, nivå: mal, rubrik: God ha\u030alsa}\n")
    assert places(found) == [("KV601", 2, 34)]


def test_all_mistakes_come_at_once():
    text = """\
mål:
- id: A B
  nivå: mal
  rubrik: A
- id: b
  nivå: mal
  rubrk: B
"""
    assert places(problems_from(text)) == [("KV109", 2, 7), ("KV101", 7, 3)]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("mål: [{id: a, nivå: mal, rubrk: A}]", "rubrik"),
        ("mål: [{id: a, nivå: mal, Rubrik: A}]", "rubrik"),
        ("mål: [{idd: a, nivå: mal, rubrik: A}]", "id"),
        ("mål: [{id: a, nivå: mal, rubrik: A, källa: {idd: k}}]", "id"),
        ("indikatorer: [{id: i, namn: I, värden: [{perriod: 2024, värde: 1}]}]", "period"),
    ],
)
def test_a_key_that_is_misspelt_is_told_of_alone_and_not_as_missing_too(text, key):
    (found,) = problems_from(text)
    assert (found.code, found.suggestion) == ("KV101", key)


def test_a_key_that_is_missing_is_told_of_beside_one_that_is_like_nothing():
    found = problems_from("mål: [{id: a, nivå: mal, xyz: A}]")
    assert {one.code for one in found} == {"KV101", "KV102"}
    # One that is like another key says nothing of this one.
    found = problems_from("mål: [{id: a, nivå: mal, beskrivnng: A}]")
    assert {one.code for one in found} == {"KV101", "KV102"}


@pytest.mark.parametrize("text", ["mål: text\n", "mål: {id: a}\n", "- a\n", "mål:\n- bara text\n"])
def test_the_wrong_shape_is_a_problem_and_no_crash(text):
    assert problems_from(text)


@pytest.mark.parametrize("written", ["81,5", "81,5 %", "81,5%"])
def test_a_decimal_comma_within_braces_is_told_of_as_such(written):
    (found,) = problems_from(f"""
        indikatorer:
        - {{id: i, namn: I, hör_till: m, värden: [{{period: 2024, värde: {written}}}]}}
    """)
    assert found.code == "KV119"


@pytest.mark.parametrize(
    ("line", "key", "rest"),
    [
        ("{id: a, nivå: mal, rubrik: Trygghet, omsorg och vård, text: B}", "rubrik", "omsorg och vård"),
        ("{id: a, nivå: mal, rubrik: Trygghet, omsorg, vård och skola}", "rubrik", "omsorg"),
        ("{id: a, nivå: mal, rubrik: Åren 2024, 2025}", "rubrik", "2025"),
        ("{id: a, nivå: mal, rubrik: A, lydelser: [{text: Trygghet, vård}]}", "text", "vård"),
    ],
)  # fmt: skip
def test_a_text_that_a_comma_within_braces_has_cut_is_told_of_once(line, key, rest):
    (found,) = problems_from(f"mål:\n- {line}\n")
    assert (found.code, found.details["key"], found.details["value"]) == ("KV117", key, rest)
    assert found.origin.column == f"- {line}".index(rest) + 1


@pytest.mark.parametrize(
    ("line", "rest"),
    [
        ("{id: a, nivå: mal, rubrik: Bra skola, fast: kort}", "fast"),
        ("{id: a, nivå: mal, rubrik: Bra skola, kort sagt: läsa, det vill säga: räkna}", "kort sagt"),
        ("{id: a, nivå: mal, rubrik: A, stödjer: [Bra skola, fast: kort]}", "fast"),
        ("{id: a, nivå: mal, rubrik: A, stödjer: [Bra skola, fast: kort, sagt: nu]}", "fast"),
    ],
)  # fmt: skip
def test_a_text_that_a_comma_and_a_colon_have_cut_is_told_of_once(line, rest):
    (found,) = problems_from(f"mål:\n- {line}\n")
    assert (found.code, found.details["value"]) == ("KV129", rest)
    assert found.origin.column == f"- {line}".index(rest) + 1


@pytest.mark.parametrize(
    "line",
    [
        "{id: a, färg: röd, nivå: mal, rubrik: A}",
        "{id: a, nivå: mal, rubrik: Bra skola, beskrivnng: röd}",
        '{id: a, nivå: mal, rubrik: "A", färg: röd}',
        "{id: a, nivå: mal, rubrik: A,\n   färg: röd}",
        "{id: a, nivå: mal, rubrik: A, stödjer: [Agenda 2030, {färg: röd, namn: A}]}",
    ],
)
def test_a_key_that_is_no_rest_of_a_text_is_just_unknown(line):
    assert "KV101" in {one.code for one in problems_from(f"mål:\n- {line}\n")}
    assert "KV129" not in {one.code for one in problems_from(f"mål:\n- {line}\n")}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("stödjer: [Strategin för trygghet, omsorg och vård]", [("KV128", 5, 37)]),
        ('stödjer: ["Strategin för trygghet", "omsorg och vård"]', []),
        ("stödjer: [Agenda 2030, Regional utvecklingsstrategi]", []),
        ("stödjer:\n  - Agenda 2030\n  - en regional strategi", []),
        ("teman: [klimat, skola]", []),
    ],
)
def test_a_text_that_a_comma_within_brackets_has_cut_is_doubted(line, expected):
    found = problems_from(f"mål:\n- id: a\n  nivå: mal\n  rubrik: A\n  {line}\n")
    assert places(found) == expected


@pytest.mark.parametrize(
    ("written", "meant"),
    [("framgår ej", True), ("vet ej", True), ("–", True), ("Okänt", True), ("i fredags", False)],
)
def test_a_day_that_nobody_knows_has_words_of_its_own(written, meant):
    (found,) = problems_from(f"källor: [{{id: k, titel: K, datum: {written}}}]")
    assert found.code == "KV401"
    assert found.suggestion == ("framgår inte av källan" if meant else None)


@pytest.mark.parametrize("sign", ["|", "", ">", ">-"])
def test_an_empty_line_is_a_new_paragraph_with_or_without_the_bar(sign):
    (vision,) = kommun_from(f"""
        visioner:
        - id: v
          rubrik: V
          status: gällande
          text: {sign}
            Hela livets kommun.

            Här hjälps vi åt.
    """).visions
    assert vision.text == "Hela livets kommun.\n\nHär hjälps vi åt."


def test_a_word_that_several_end_in_means_none_of_them_more_than_another():
    found = problems_from("""
        mål:
        - id: m
          nivå: n
          rubrik: M
          översättningar: [{språk: samiska, rubrik: M, översatt_av: E}]
    """)
    assert [(one.code, one.suggestion) for one in found] == [("KV108", None)]
