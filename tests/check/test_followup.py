"""What is stated at an occasion holds together, and what is locked stays as it was."""

import pytest

from kommunvision.check import check_kommun
from kommunvision.load import load_site, locks_text
from kommunvision.progress import Figures, Occasions
from kommunvision.progress.fingerprints import lock
from tests.check.examples import EVIDENCE, UNASSESSED
from tests.helpers import kommun_from, loaded_from, standard_files, write_files

GOALS = """
mål:
- {id: a, nivå: mal, rubrik: A}
- {id: b, nivå: mal, rubrik: B}
- {id: c, nivå: mal, rubrik: C}
- {id: d, nivå: mal, rubrik: D}
- {id: uppdrag, nivå: namndmal, rubrik: Uppdraget}
"""

INDICATORS = """
indikatorer:
- {id: ett, namn: Ett, enhet: procent, hör_till: [a], målvärden: [{period: 2024, minst: 50}], värden: [{period: 2024, värde: 40}]}
- {id: tva, namn: Två, enhet: procent, hör_till: [a, b], målvärden: [{period: 2024, minst: 50}], värden: [{period: 2024, värde: "49,96", ändrat_från: [{värde: 60, datum: 2025-06-01, skäl: Rättat.}]}]}
- {id: tre, namn: Tre, enhet: procent, hör_till: [c], målvärden: [{period: 2030, minst: 50}], värden: [{period: 2024, värde: 40}]}
"""


def codes(text: str) -> list[str]:
    """Code and subject of what the rules find, in the order of the file."""
    found = sorted(check_kommun(kommun_from(text)), key=lambda one: one.sort_key)
    left_out = {*EVIDENCE, UNASSESSED, "KV927"}
    return [f"{one.code} {one.subject}" for one in found if one.code not in left_out]


def codes_of(text: str) -> list[str]:
    """Code and subject of all that the rules find."""
    return [f"{one.code} {one.subject}" for one in check_kommun(kommun_from(text))]


def occasion(*lines: str, more: str = "", period: str = "2024") -> str:
    """YAML of one occasion with the goals and the indicators."""
    told = "".join(f"  {line}\n" for line in lines)
    return f"{GOALS}{INDICATORS}{more}\nuppföljningar:\n- id: ar\n  namn: År\n  period: {period}\n{told}"


def stated(*statements: str, more: str = "", **given: str) -> str:
    """YAML of one occasion with statements."""
    listed = ", ".join(f"{{{one}}}" for one in statements)
    return occasion(*given.values(), f"omdömen: [{listed}]", more=more)


def test_a_kommuns_own_words_are_proposed_before_those_that_everybody_has():
    own = """
skalor:
- id: lage
  namn: Läge
  används_för: [mål]
  steg: [{id: bra, ord: åt rätt håll, ton: bra}, {id: fel, ord: åt fel håll, ton: dåligt}]
"""
    text = stated("om: uppdrag, status: grön", more=own)
    (found,) = [one for one in check_kommun(kommun_from(text)) if one.code == "KV911"]
    assert found.details["choices"].startswith("åt rätt håll, åt fel håll, ")


@pytest.mark.parametrize(
    "word",
    [
        *("uppfyllt", "Delvis uppfyllt", "inte-uppfyllt", "uppfylld", "bedöms inte bli uppfyllt"),
        *(
            "inte bedömt",
            "inte mätt ännu",
            "går inte att bedöma",
            "framgår inte av källan",
            "klart",
        ),
    ],
)
def test_a_status_may_be_any_form_of_a_word_on_the_scale_or_one_of_the_four(word):
    assert codes(stated(f"om: d, status: {word}")) == []


def test_a_trend_may_be_the_engines_word_beside_a_scale_for_everything():
    scale = "\nskalor:\n- {id: s, namn: S, steg: [{id: x, ord: grön}, {id: y, ord: röd}]}\n"
    assert codes(stated("om: d, status: grön, trend: bättre", more=scale)) == []
    assert codes(stated("om: d, status: uppfyllt, trend: grön", more=scale)) == ["KV911 d"]


def test_a_statement_is_within_what_is_covered_by_its_level_its_id_or_its_indicators_goal():
    about = ("om: a", "om: uppdrag", "om: ett", "om: tre")
    assert codes(stated(*about, covers="omfattar: [mal]")) == ["KV915 uppdrag"]
    assert codes(stated(*about, covers="omfattar: [uppdrag, a]")) == ["KV915 tre"]
    assert codes(stated(*about)) == []


def test_an_exception_reaches_a_warning_by_its_subject():
    exception = "\nundantag:\n- {kod: KV915, gäller: [uppdrag], skäl: Så är det.}\n"
    text = stated("om: uppdrag", "om: tre", covers="omfattar: [a]", more=exception)
    assert codes(text) == ["KV915 tre"]


@pytest.mark.parametrize(
    ("tally", "found"),
    [
        ("antal: [{status: uppfyllt, antal: 2}], totalt: 4, nivå: mal", []),
        ("antal: [{status: uppfyllt, antal: 3}], totalt: 4, nivå: mal", ["KV916 ar"]),
        ("antal: [{status: uppfyllt, antal: 1}], totalt: 4, nivå: mal", ["KV916 ar"]),
        # Eight in the source, four here: two to six of them may be met.
        ("antal: [{status: uppfyllt, antal: 6}], totalt: 8, nivå: mal", []),
        ("antal: [{status: uppfyllt, antal: 7}], totalt: 8, nivå: mal", ["KV916 ar"]),
        ("antal: [{status: uppfyllt, antal: 1}], totalt: 8, nivå: mal", ["KV916 ar"]),
        # What is not judged may be left out of the source's total, but nothing else.
        ("antal: [{status: uppfyllt, antal: 2}], totalt: 3, nivå: mal", []),
        ("antal: [{status: uppfyllt, antal: 2}], totalt: 2, nivå: mal", ["KV916 ar"]),
        ("antal: [{status: inte bedömt, antal: 1}], nivå: mal", []),
        ("antal: [{status: inte bedömt, antal: 2}], nivå: mal", ["KV916 ar"]),
        ("antal: [{status: klart, antal: 1}], totalt: 1, nivå: namndmal", []),
        ("antal: [{status: klart, antal: 0}], totalt: 1, nivå: namndmal", ["KV916 ar"]),
        ("antal: [{status: uppfylt, antal: 2}]", ["KV911 ar"]),
        ("antal: [{status: uppfyllt, antal: 3}], totalt: 2", ["KV917 ar"]),
        ("antal: [{status: uppfyllt, antal: 3}], totalt: 2, motsägelse: Så står det.", []),
        ("antal: [{status: uppfyllt, antal: 3}], totalt: 4, nivå: mal, motsägelse: Ja.", []),
    ],
)
def test_a_summary_is_held_against_the_list_as_far_as_the_list_goes(tally, found):
    text = stated(
        "om: c, status: uppfyllt",
        "om: d, status: uppfyllt",
        "om: b, status: inte uppfyllt",
        "om: a, status: inte bedömt",
        "om: uppdrag, status: klart",
        tally=f"sammanräkning: [{{{tally}}}]",
    )
    assert codes(text) == found


AREAS = """
mål:
- {id: tryggt, nivå: omrade, rubrik: Trygghet, teman: [trygghet]}
- {id: a, nivå: mal, rubrik: A, överordnade: [tryggt], ansvariga: [ks]}
- {id: b, nivå: mal, rubrik: B, överordnade: [tryggt]}
- {id: c, nivå: mal, rubrik: C, teman: [lara]}
- {id: under-a, nivå: namndmal, rubrik: Under A, överordnade: [a]}
organisation: [{id: ks, namn: Kommunstyrelsen, slag: styrelse}]
indikatorer:
- {id: ett, namn: Ett, hör_till: [a]}
- {id: tva, namn: Två, hör_till: [c]}
uppföljningar:
- id: ar
  namn: År
  period: 2024
  omdömen:
  - {om: a, status: uppfyllt}
  - {om: b, status: inte uppfyllt}
  - {om: c, status: uppfyllt}
  - {om: under-a, status: uppfyllt}
  - {om: ett, status: uppfyllt}
  - {om: tva, status: inte uppfyllt}
  omfattar: [mal, namndmal, ett, tva]
"""


@pytest.mark.parametrize(
    ("tally", "found"),
    [
        ("inom: tryggt, nivå: mal, antal: [{status: uppfyllt, antal: 1}], totalt: 2", []),
        ("inom: tryggt, nivå: mal, antal: [{status: uppfyllt, antal: 2}], totalt: 2", ["KV916"]),
        ("inom: tryggt, antal: [{status: uppfyllt, antal: 2}], totalt: 3", []),
        ("inom: a, antal: [{status: uppfyllt, antal: 1}]", []),
        ("inom: ks, antal: [{status: uppfyllt, antal: 1}]", []),
        ("inom: ks, antal: [{status: uppfyllt, antal: 2}]", ["KV916"]),
        ("räknar: indikatorer, antal: [{status: uppfyllt, antal: 1}], totalt: 2", []),
        ("räknar: indikatorer, antal: [{status: uppfyllt, antal: 2}], totalt: 2", ["KV916"]),
        ("räknar: indikatorer, inom: tryggt, antal: [{status: uppfyllt, antal: 1}]", []),
        ("räknar: indikatorer, inom: tryggt, antal: [{status: uppfyllt, antal: 0}]", ["KV916"]),
        # Shares are rounded to the decimals of the source.
        ("nivå: mal, antal: [{status: uppfyllt, procent: 67}]", []),
        ("nivå: mal, antal: [{status: uppfyllt, procent: 66}]", ["KV939"]),
        ("nivå: mal, antal: [{status: uppfyllt, procent: 66.7}]", []),
        ("nivå: mal, antal: [{status: uppfyllt, procent: 66.6}]", ["KV939"]),
        ("nivå: mal, antal: [{status: uppfyllt, antal: 2, procent: 67}]", []),
        ("nivå: mal, antal: [{status: uppfyllt, antal: 2, procent: 75}]", ["KV939"]),
        # Two of four, or three or four of them where one is not in the list.
        ("nivå: mal, totalt: 4, antal: [{status: uppfyllt, procent: 50}]", []),
        ("nivå: mal, totalt: 4, antal: [{status: uppfyllt, procent: 75}]", []),
        ("nivå: mal, totalt: 4, antal: [{status: uppfyllt, procent: 100}]", ["KV939"]),
        ("nivå: mal, totalt: 4, antal: [{status: uppfyllt, procent: 60}]", ["KV939"]),
        ("nivå: mal, antal: [{status: uppfyllt, procent: 66}], motsägelse: Så står det.", []),
        ("nivå: mal, antal: [{status: uppfyllt}]", ["KV938"]),
    ],
)
def test_a_summary_of_an_area_or_a_body_and_a_share_are_held_against_the_list(tally, found):
    text = f"{AREAS}  sammanräkning: [{{{tally}}}]\n".replace(", teman: [trygghet]", "")
    told = [one.split()[0] for one in codes(text.replace(", teman: [lara]", ""))]
    assert [one for one in told if one in {"KV916", "KV917", "KV938", "KV939"}] == found


def test_a_share_of_those_that_are_judged_is_a_share_too():
    text = AREAS.replace("{om: b, status: inte uppfyllt}", "{om: b, status: inte bedömt}")
    text += "  sammanräkning: [{nivå: mal, antal: [{status: uppfyllt, procent: 100}]}]\n"
    assert "KV939" not in str(codes(text))


def test_a_judgement_that_the_source_does_not_tell_may_be_any_in_a_summary():
    text = stated(
        *(f"om: {goal}, status: framgår inte av källan" for goal in "abcd"),
        tally="sammanräkning: [{antal: [{status: uppfyllt, antal: 3}], totalt: 4, nivå: mal}]",
    )
    assert codes(text) == []


@pytest.mark.parametrize(
    ("statement", "found"),
    [
        ("om: a, status: uppfyllt", ["KV918 a"]),
        ("om: a, status: inte uppfyllt", []),
        ("om: a, status: delvis uppfyllt", []),
        ("om: a, status: uppfyllt, motsägelse: Ja.", []),
        ("om: ett, status: uppfyllt", ["KV918 ett"]),
        # Its target is of another year, and what is expected rests on no outcome.
        ("om: c, status: uppfyllt", []),
        ("om: a, status: uppfyllt, utfall_eller_prognos: prognos", []),
        # That work goes well says nothing of the outcome.
        ("om: a, status: klart", []),
    ],
)
def test_a_status_and_the_figures_that_point_in_opposite_directions_are_a_warning(statement, found):
    assert codes(stated(statement)) == found


def test_a_target_for_women_and_men_has_a_say_too():
    text = stated("om: ett, status: uppfyllt").replace(
        "minst: 50", "minst: 50, för: [kvinnor, män]"
    )
    assert codes(text) == []
    low = text.replace("värde: 40", "värde: 40, kvinnor: 60, män: 49")
    assert codes(low) == ["KV918 ett"]
    assert codes(text.replace("värde: 40", "värde: 40, kvinnor: 60, män: 50")) == []


def test_a_bad_status_where_the_target_is_reached_is_a_warning_too():
    text = stated("om: a, status: inte uppfyllt").replace("minst: 50", "minst: 30")
    assert codes(text) == ["KV918 a"]
    one_of_two = stated("om: a, status: inte uppfyllt").replace("minst: 50", "minst: 30", 1)
    assert codes(one_of_two) == []


@pytest.mark.parametrize(
    ("statement", "found"),
    [
        ("om: ett, värde: 40", []),
        ("om: ett, värde: 41", ["KV919 ett"]),
        ("om: ett, värde: 41, motsägelse: Ja.", []),
        ("om: tva, värde: 50", []),
        ("om: tva, värde: '49,9'", ["KV919 tva"]),
        ("om: tva, värde: 60", []),
        ("om: tva, värde: 60, rapporterat: 2025-02-01", []),
        ("om: tva, värde: 50, rapporterat: 2025-02-01", ["KV919 tva"]),
        ("om: tva, värde: 60, rapporterat: 2025-07-01", ["KV919 tva"]),
    ],
)
def test_a_reported_value_is_that_of_the_indicator_on_that_day_rounded_or_not(statement, found):
    assert codes(stated(statement)) == found


def test_a_value_that_is_corrected_after_the_lock_was_another_when_it_was_locked():
    text = stated(
        "om: tva, värde: 50",
        locked="låst: 2025-03-01",
        corrected="rättelser: [{om: tva, vad: värde, före: '60', datum: 2025-06-01, skäl: Fel.}]",
    )
    assert codes(text) == []
    assert codes(text.replace("'60'", "'61'")) == ["KV919 tva"]


def test_a_scale_without_a_step_is_an_empty_key():
    loaded = loaded_from(standard_files("skalor:\n- {id: s, namn: S, steg: []}\n"))
    assert [one.code for one in loaded.problems] == ["KV103"]


LOCKED = """
mål:
- {id: a, nivå: mal, rubrik: A}
- {id: b, nivå: mal, rubrik: B}
organisation:
- {id: ks, namn: Kommunstyrelsen, slag: styrelse}
- {id: kf, namn: Kommunfullmäktige, slag: fullmäktige}
indikatorer:
- {id: ett, namn: Ett, enhet: procent, hör_till: [a], värden: [{period: 2023, värde: 39}, {period: 2024, värde: 40}]}
- {id: uppdelad, namn: Uppdelad, enhet: procent, hör_till: [a], värden: [{period: 2024, värde: 60, kvinnor: 61, män: 59, delar: [{namn: Norra, värde: 66}]}]}
källor: [{id: budget, titel: Budget}, {id: tal, titel: Tal}]
beslut: [{id: kf-1, organ: kf, datum: 2025-02-24}, {id: kf-2, organ: kf, datum: 2025-02-25}]
skalor:
- {id: mognad, namn: Mognad, används_för: [uppdrag], nivåer: [namndmal], steg: [{id: f, ord: framme}, {id: p, ord: på väg}]}
- {id: egen, namn: Egen, används_för: [mål], steg: [{id: g, ord: grön}, {id: r, ord: röd}]}
uppföljningar:
- id: ar
  namn: Årsredovisning
  period: 2024
  omfattar: [mal]
  samlat_omdöme: Det gick bra.
  sammanräkning: [{antal: [{status: r, antal: 1}], motsägelse: Så står det.}]
  källa: budget
  beslut: kf-1
  låst: 2025-03-01
  omdömen:
"""
ABOUT_A = (
    "  - {om: a, status: grön, kommentar: Fler klarar sig., ansvariga: [ks], "
    "fler_bedömningar: [{skala: mognad, status: framme}], rapporterat: 2025-02-01, "
    "planerat: {klart: 2025-06-30}, verkligt: {start: 2025-01-10}}\n"
)
ABOUT_B = '  - {om: b, status: röd, värde: "12,50"}\n'
LOCKED += ABOUT_A + ABOUT_B


def locked(tmp_path, text: str) -> list[str]:
    """Lock the occasion above, and return what is found when the text is another."""
    write_files(tmp_path, standard_files(LOCKED))
    (kommun,) = load_site(tmp_path).kommuner
    made = lock(Occasions(kommun), Figures(kommun), kommun.occasions[0])
    write_files(tmp_path, {"data/exempelby/las.yml": locks_text([made])})
    assert load_site(tmp_path).kommuner[0].locks == (made,)
    write_files(tmp_path, {"data/exempelby/mal.yml": text})
    loaded = load_site(tmp_path)
    assert not loaded.problems
    found = check_kommun(loaded.kommuner[0])
    return [
        f"{one.code} {one.subject} {one.details.get('part', '')}".strip()
        for one in sorted(found, key=lambda one: one.sort_key)
        if one.code not in {*EVIDENCE, UNASSESSED}
    ]


CORRECTED = """  rättelser:
  - {om: a, vad: %s, före: %s, datum: 2025-04-01, skäl: Fel.}
"""


@pytest.mark.parametrize(
    ("before", "after"),
    [
        # In another order.
        (ABOUT_A + ABOUT_B, ABOUT_B + ABOUT_A),
        ("kommentar: Fler klarar sig.", 'kommentar: "Fler   klarar  sig. "'),
        ('"12,50"', "12.5"),
        ("status: grön", "status:  grön"),
        # A later value, and an earlier value that is revised in the open.
        ("{period: 2024, värde: 40}", "{period: 2024, värde: 40}, {period: 2025, värde: 44}"),
        ("värde: 40}", "värde: 41, ändrat_från: [{värde: 40, datum: 2025-05-01, skäl: Fel.}]}"),
        ("värde: 39}", "värde: 38}"),
    ],
)
def test_a_locked_occasion_may_be_laid_out_anew(tmp_path, before, after):
    text = LOCKED.replace(before, after)
    assert text != LOCKED
    assert locked(tmp_path, text) == []


def test_a_locked_occasion_that_nobody_has_touched_is_sound(tmp_path):
    assert locked(tmp_path, LOCKED) == []


def test_a_new_id_of_something_that_a_statement_names_changes_nothing(tmp_path):
    text = LOCKED.replace("{id: ks,", "{id: styrelsen, tidigare_id: [ks],")
    assert locked(tmp_path, text.replace("ansvariga: [ks]", "ansvariga: [styrelsen]")) == []
    text = LOCKED.replace("{id: a,", "{id: alfa, tidigare_id: [a],").replace("om: a", "om: alfa")
    assert locked(tmp_path, text.replace("hör_till: [a]", "hör_till: [alfa]")) == []


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        ("Fler klarar sig.", "Fler klarar si.", ["KV929 a kommentar"]),
        ("status: grön", "status: röd", ["KV929 a status"]),
        ("status: röd", "status: röd, trend: bättre", ["KV929 b trend"]),
        (", ansvariga: [ks]", "", ["KV929 a ansvariga"]),
        ('"12,50"', "13", ["KV929 b värde"]),
        ("status: grön", "status: inte bedömt", ["KV929 a status"]),
        ("rapporterat: 2025-02-01", "rapporterat: 2025-02-03", ["KV929 a rapporterat"]),
        ("klart: 2025-06-30", "klart: 2025-05-30", ["KV929 a planerat"]),
        ("status: framme", "status: på väg", ["KV929 a fler_bedömningar"]),
        ('  - {om: b, status: röd, värde: "12,50"}\n', "", ["KV930 b"]),
        ("Det gick bra.", "Det gick utmärkt.", ["KV932 ar samlat_omdöme"]),
        ("låst: 2025-03-01", "låst: 2025-03-02", ["KV932 ar låst"]),
        ("namn: Årsredovisning", "namn: Bokslut", ["KV932 ar namn"]),
        ("antal: 1}", "antal: 2}", ["KV932 ar sammanräkning"]),
        ("källa: budget", "källa: tal", ["KV932 ar källa"]),
        ("beslut: kf-1", "beslut: kf-2", ["KV932 ar beslut"]),
        ("  låst: 2025-03-01\n", "", ["KV928 ar"]),
        ("värde: 40", "värde: 41", ["KV933 ett"]),
        ("{period: 2024, värde: 40}", "{period: 2025, värde: 40}", ["KV933 ett"]),
        ("värde: 40", "värde: 41, ändrat_från: [{värde: 40, datum: 2025-02-01, skäl: X.}]", ["KV933 ett"]),
    ],
)  # fmt: skip
def test_a_change_of_a_locked_occasion_is_found(tmp_path, before, after, found):
    text = LOCKED.replace(before, after)
    assert text != LOCKED
    assert locked(tmp_path, text) == found


def test_other_words_on_the_scale_of_a_locked_occasion_are_found(tmp_path):
    assert locked(tmp_path, LOCKED.replace("grön", "lysande grön")) == ["KV929 a status"]
    assert locked(tmp_path, LOCKED.replace("ord: röd", "ord: röd, ton: bra")) == ["KV929 b status"]


def test_an_occasion_that_is_taken_away_altogether_is_found(tmp_path):
    assert locked(tmp_path, LOCKED[: LOCKED.index("uppföljningar:")]) == ["KV928 ar"]


@pytest.mark.parametrize(
    ("before", "after", "correction", "found"),
    [
        ("status: grön", "status: röd", ("status", "grön"), []),
        ("Fler klarar sig.", "Färre.", ("kommentar", "Fler klarar sig."), []),
        ("status: grön", "status: framgår inte av källan", ("status", "grön"), []),
        ("status: framme", "status: på väg", ("fler_bedömningar", "[{skala: mognad, status: framme}]"), []),
        ("status: framme", "status: på väg", ("fler_bedömningar", "{skala: mognad, status: framme}"), []),
        ("ansvariga: [ks], ", "", ("ansvariga", "ks"), []),
        ("rapporterat: 2025-02-01", "rapporterat: 2025-02-03", ("rapporterat", "2025-02-01"), []),
        ("klart: 2025-06-30", "klart: 2025-05-30", ("planerat", "{klart: 2025-06-30}"), []),
        ("start: 2025-01-10", "start: 2025-01-20", ("verkligt", "{start: 2025-01-10}"), []),
        ("status: grön", "status: röd", ("status", "framgår inte av källan"), ["KV936 a status"]),
        ("Fler klarar sig.", "Färre.", ("kommentar", "Många klarar sig."), ["KV936 a kommentar"]),
        ("klart: 2025-06-30", "klart: 2025-05-30", ("planerat", "{klart: 2025-06-29}"), ["KV936 a planerat"]),
        # A correction of one thing lets no other change through.
        ("om: b, status: röd", "om: b, status: grön", ("kommentar", "X."), ["KV929 b status", "KV936 a kommentar"]),
        # What belongs to the occasion cannot be corrected on a statement.
        ("namn: Årsredovisning", "namn: Bokslut", ("namn", "Årsredovisning"), ["KV932 ar namn", "KV940 a namn"]),
    ],
)  # fmt: skip
def test_a_correction_lets_through_what_it_tells_and_nothing_else(
    tmp_path, before, after, correction, found
):
    text = LOCKED.replace(before, after) + CORRECTED % correction
    assert locked(tmp_path, text) == found


@pytest.mark.parametrize(
    ("before", "after", "correction"),
    [
        ("namn: Årsredovisning", "namn: Bokslut", "vad: namn, före: Årsredovisning"),
        ("period: 2024\n", "period: tertial 3 2024\n", "vad: period, före: 2024"),
        ("omfattar: [mal]", "omfattar: [mal, namndmal]", "vad: omfattar, före: [mal]"),
        ("omfattar: [mal]", "omfattar: [mal]\n  till_och_med: 2024-12-30", "vad: till_och_med"),
        ("omfattar: [mal]", "omfattar: [mal]\n  rapporteras_av: [ks]", "vad: rapporteras_av"),
        ("Det gick bra.", "Det gick.", "vad: samlat_omdöme, före: Det gick bra."),
        ("Det gick bra.", "framgår inte av källan", "vad: samlat_omdöme, före: Det gick bra."),
        (
            "[{antal: [{status: r, antal: 1}],",
            "[{antal: [{status: r, antal: 1}], totalt: 2,",
            "vad: sammanräkning, före: [{antal: [{status: r, antal: 1}]}]",
        ),
        ("källa: budget", "källa: tal", "vad: källa, före: budget"),
        ("beslut: kf-1", "beslut: kf-2", "vad: beslut, före: kf-1"),
        ("låst: 2025-03-01", "låst: 2025-03-02", "vad: låst, före: 2025-03-01"),
        ("  låst:", "  utfall_eller_prognos: prognos\n  låst:", "vad: utfall_eller_prognos"),
    ],
)
def test_what_is_about_the_whole_occasion_can_be_corrected(tmp_path, before, after, correction):
    text = LOCKED.replace(before, after)
    assert text != LOCKED
    told = f"  rättelser:\n  - {{{correction}, datum: 2025-04-01, skäl: Fel.}}\n"
    assert [one[:5] for one in locked(tmp_path, text)] == ["KV932"]
    assert locked(tmp_path, text + told) == []


@pytest.mark.parametrize(
    "correction",
    [
        "vad: namn, före: Årsredovisning",
        "vad: period, före: 2024",
        "vad: omfattar, före: mal",
        "om: a, vad: ansvariga, före: [ks]",
        "om: b, vad: värde, före: 12.5",
        "om: b, vad: analys",
    ],
)
def test_a_correction_of_what_is_not_changed_is_an_error(correction):
    told = f"  rättelser:\n  - {{{correction}, datum: 2025-04-01, skäl: Fel.}}\n"
    assert [one[:5] for one in codes_of(LOCKED + told) if one.startswith("KV92")][:1] == ["KV922"]


def test_a_correction_from_before_the_lock_is_an_error():
    told = "  rättelser: [{vad: namn, före: Bokslut, datum: 2025-02-01, skäl: Fel.}]\n"
    assert "KV920 ar" in codes_of(LOCKED + told)


def test_the_remedy_for_a_changed_figure_can_be_pasted(tmp_path):
    write_files(tmp_path, standard_files(LOCKED))
    (kommun,) = load_site(tmp_path).kommuner
    made = lock(Occasions(kommun), Figures(kommun), kommun.occasions[0])
    write_files(tmp_path, {"data/exempelby/las.yml": locks_text([made])})
    changed = LOCKED.replace("värde: 66}]}]}", "värde: 67}], {}}]}")
    write_files(tmp_path, {"data/exempelby/mal.yml": changed.replace(", {}", "")})
    (found,) = (one for one in check_kommun(load_site(tmp_path).kommuner[0]) if one.code == "KV933")
    remedy = found.details["revision"].removeprefix("- ")
    told = remedy.replace("ÅÅÅÅ-MM-DD", "2025-05-01").replace("…", "Fel.")
    mended = changed.replace("{}", f"ändrat_från: [{told}]")
    write_files(tmp_path, {"data/exempelby/mal.yml": mended})
    assert not [one for one in check_kommun(load_site(tmp_path).kommuner[0]) if one.code == "KV933"]


def test_a_former_value_that_cannot_be_read_is_told_where_it_stands():
    corrections = "  rättelser: [{vad: period, före: i fjol, datum: 2025-04-01, skäl: Fel.}]\n"
    loaded = loaded_from(standard_files(LOCKED + corrections))
    assert [(one.code, one.details["value"]) for one in loaded.problems] == [("KV408", "i fjol")]


def test_a_former_value_names_things_that_exist():
    correction = (
        "  rättelser: [{om: a, vad: ansvariga, före: [nix], datum: 2025-04-01, skäl: X.}]\n"
    )
    assert "KV202 ar" in codes_of(LOCKED + correction)


@pytest.mark.parametrize(
    ("now", "revision", "found"),
    [
        ("kvinnor: 62", "", ["KV933 uppdelad"]),
        ("kvinnor: 62", "kvinnor: 61", []),
        ("kvinnor: 62", "värde: 60", ["KV933 uppdelad"]),
        ("män: 58", "män: 59", []),
        ("värde: 67", "", ["KV933 uppdelad"]),
        ("värde: 67", "delar: [{namn: Norra, värde: 66}]", []),
    ],
)
def test_the_parts_of_a_locked_figure_are_locked_too(tmp_path, now, revision, found):
    key = now.split(":")[0]
    old = {"kvinnor": "kvinnor: 61", "män": "män: 59", "värde": "värde: 66"}[key]
    told = f", ändrat_från: [{{{revision}, datum: 2025-05-01, skäl: Fel.}}]" if revision else ""
    text = LOCKED.replace(old, now).replace("]}]}\nkällor", f"]{told}}}]}}\nkällor")
    assert text != LOCKED
    assert locked(tmp_path, text) == found


def test_several_corrections_of_one_part_lead_back_to_what_was_locked(tmp_path):
    text = (
        LOCKED
        + """  rättelser:
  - {om: a, vad: status, före: röd, datum: 2025-06-01, skäl: Fel igen.}
  - {om: a, vad: status, före: grön, datum: 2025-04-01, skäl: Fel.}
"""
    )
    # Green, then red, then green again.
    assert locked(tmp_path, text) == []


def test_the_locks_are_the_same_bytes_however_the_data_is_ordered(tmp_path):
    def text_of(yaml: str) -> str:
        kommun = kommun_from(yaml)
        occasions, figures = Occasions(kommun), Figures(kommun)
        return locks_text(lock(occasions, figures, one) for one in kommun.occasions)

    swapped = LOCKED.replace("- {id: a, nivå: mal, rubrik: A}\n", "").replace(
        "rubrik: B}\n", "rubrik: B}\n- {id: a, nivå: mal, rubrik: A}\n"
    )
    assert text_of(LOCKED) == text_of(swapped)
    assert text_of(LOCKED).count("\n") == 11


@pytest.mark.parametrize(
    "text",
    [
        "lås: nej\n",
        "lås: [{uppföljning: ar}]\n",
        "annat: []\n",
        "lås:\n- {uppföljning: ar, huvud: abc, omdömen: {}, värden: []}\n",
    ],
)
def test_a_file_of_locks_that_somebody_has_edited_is_an_error(text):
    loaded = loaded_from({**standard_files(GOALS), "data/exempelby/las.yml": text})
    assert [one.code for one in loaded.problems] == ["KV934"]


def test_the_key_of_the_locks_stands_in_its_own_file_only():
    loaded = loaded_from(standard_files(f"{GOALS}lås: []\n"))
    assert [one.code for one in loaded.problems] == ["KV020"]
    beside = loaded_from({**standard_files(GOALS), "data/las.yml": "lås: []\n"})
    assert [one.code for one in beside.problems] == ["KV019"]


PROPOSED = """
mål:
- {id: a, nivå: mal, rubrik: A, status: förslag}
- {id: b, nivå: mal, rubrik: B, gäller: {från: 2025}}
- {id: uppdrag, nivå: namndmal, rubrik: Uppdraget}
uppföljningar:
- {id: ar, namn: År, period: 2024, omfattar: OMFATTAR}
"""


@pytest.mark.parametrize(
    ("covers", "found"),
    [
        ("[mal]", ["KV947 ar"]),
        ("[namndmal, mal]", ["KV947 ar"]),
        ("[namndmal]", []),
        ("[a, namndmal]", []),
        ("[mal, a]", []),
        ("[mal], låst: 2025-02-01", []),
    ],
)
def test_a_level_where_no_goal_is_in_force_is_told_of_since_nobody_is_asked_there(covers, found):
    assert codes(PROPOSED.replace("OMFATTAR", covers)) == found


@pytest.mark.parametrize(("cut_off", "found"), [("2024-04-30", []), ("2024-08-31", ["KV924 t2"])])
def test_two_forecasts_of_one_year_are_two_where_they_are_made_on_different_days(cut_off, found):
    text = f"""
uppföljningar:
- {{id: t1, namn: Tertial 1, slag: tertialrapport, period: 2024, till_och_med: {cut_off}, utfall_eller_prognos: prognos}}
- {{id: t2, namn: Tertial 2, slag: tertialrapport, period: 2024, till_och_med: 2024-08-31, utfall_eller_prognos: prognos}}
"""
    assert codes(text) == found
