"""What the pages say of an indicator, from the data to the sentences."""

from datetime import date

import pytest

from kommunvision.model import Period, PeriodKind
from kommunvision.progress import Figures, Occasions, facts, stated
from kommunvision.swedish.sentences import OF_VALUES, TO_TARGET, indicator_sentences, told
from kommunvision.swedish.statements import statement_sentence
from kommunvision.swedish.target_words import target_words
from tests.helpers import kommun_from

SCHOOL = """
- id: ind
  namn: Elever i årskurs 9 som är behöriga till yrkesprogram
  mening: "{period} var {värde} av eleverna i årskurs 9 behöriga till yrkesprogram."
  enhet: procent
  decimaler: 1
"""


def said(text: str, period: Period | None = None, more: str = "") -> str:
    kommun = kommun_from(f"indikatorer:{text}\n{more}")
    (indicator,) = kommun.indicators
    return " ".join(indicator_sentences(facts(indicator, Figures(kommun), period)))


def one(data: str, name: str = "Elever som läser med flyt", more: str = "") -> str:
    """Say what the newest value of a plain indicator says."""
    lines = "\n".join(f"  {line}" for line in data.splitlines())
    return said(f"\n- id: ind\n  namn: {name}\n{lines}", more=more)


def test_the_value_comes_first_then_the_target_then_how_they_lie_and_the_change():
    text = (
        SCHOOL
        + """
  målvärden: [{period: 2024, minst: 85}]
  värden: [{period: 2023, värde: 80.3}, {period: 2024, värde: 81.5}]
"""
    )
    assert said(text) == (
        "År 2024 var 81,5 procent av eleverna i årskurs 9 behöriga till yrkesprogram. "
        "Målet är minst 85 procent. Utfallet ligger 3,5 procentenheter under målet men är "
        "1,2 procentenheter högre än året före."
    )


def test_only_what_is_counted_is_marked_as_arithmetic():
    text = (
        SCHOOL
        + """
  målvärden: [{period: 2024, minst: 85}]
  värden: [{period: 2024, värde: 81.5}]
"""
    )
    kommun = kommun_from(f"indikatorer:{text}")
    sentences = told(facts(kommun.indicators[0], Figures(kommun)))
    assert [(sentence.text[:8], sentence.reckoned) for sentence in sentences] == [
        ("År 2024 ", None),
        ("Målet är", None),
        ("Utfallet", TO_TARGET),
    ]


@pytest.mark.parametrize(
    ("values", "last"),
    [
        (
            "enhet: procent\n  värden: [{period: 2023, värde: 80}, {period: 2024, värde: 81}]",
            OF_VALUES,
        ),
        (
            "värden: [{period: 2023, värde: nej}, {period: 2024, värde: ja}]",
            None,
        ),
        (
            "värden: [{period: 2023, värde: Bra}, {period: 2024, värde: Bättre}]",
            None,
        ),
    ],
)
def test_without_a_target_a_difference_is_of_values_and_words_beside_each_other_are_none(
    values, last
):
    kommun = kommun_from(f"indikatorer:\n- id: i\n  namn: Läsning\n  {values}\n")
    assert told(facts(kommun.indicators[0], Figures(kommun)))[-1].reckoned == last


P = "enhet: procent\ndecimaler: 1\n"


@pytest.mark.parametrize(
    ("data", "sentences"),
    [
        (P + "värden: [{period: 2024, värde: 81.5}]", "Elever som läser med flyt: 81,5 procent år 2024."),
        (P + "värden: [{period: 2024, värde: 81}, {period: 2023, värde: 80}]", "Elever som läser med flyt: 81,0 procent år 2024. Värdet är 1 procentenhet högre än året före."),
        (P + "värden: [{period: 2024, värde: 0}, {period: 2023, värde: 0}]", "Elever som läser med flyt: 0,0 procent år 2024. Värdet är oförändrat jämfört med året före."),
        (P + "målvärden: [{period: 2024, högst: 20}]\nvärden: [{period: 2024, värde: 20}]", "Elever som läser med flyt: 20,0 procent år 2024. Målet är högst 20 procent. Utfallet ligger precis på målet."),
        (P + "målvärden: [{period: 2024, över: 20}]\nvärden: [{period: 2024, värde: 20}]", "Elever som läser med flyt: 20,0 procent år 2024. Målet är över 20 procent. Utfallet ligger precis på gränsen, som inte räknas in."),
        (P + "målvärden: [{period: 2024, minst: 85}]\nvärden: [{period: 2024, värde: 84.98}]", "Elever som läser med flyt: 84,98 procent år 2024. Målet är minst 85 procent. Utfallet ligger 0,02 procentenheter under målet."),
        (P + "målvärden: [{period: 2024, minst: 85}]\nvärden: [{period: 2024, värde: 87}, {period: 2023, värde: 87}]", "Elever som läser med flyt: 87,0 procent år 2024. Målet är minst 85 procent. Utfallet ligger 2 procentenheter över målet och är oförändrat jämfört med året före."),
        (P + "målvärden: [{period: 2026, minst: 85}]\nvärden: [{period: 2024, värde: 81.5}]", "Elever som läser med flyt: 81,5 procent år 2024. Målet till 2026 är minst 85 procent. Utfallet ligger 3,5 procentenheter under målet."),
        (P + "målvärden: [{period: 2024, minst: 80}, {period: 2025, minst: 82, delmål: ja}, {period: 2026, minst: 85}]\nvärden: [{period: 2024, värde: 81.5}]", "Elever som läser med flyt: 81,5 procent år 2024. Målet är minst 80 procent. Utfallet ligger 1,5 procentenheter över målet. Delmålet till 2025 är minst 82 procent."),
        (P + "målvärden: [{period: 2024, minst: 80}, {minst: 90}]\nvärden: [{period: 2024, värde: 81.5}, {period: 2023, värde: 80}]", "Elever som läser med flyt: 81,5 procent år 2024. Målet för 2024 är minst 80 procent. Utfallet ligger 1,5 procentenheter över det målet. Målet utan årtal är minst 90 procent. Utfallet ligger 8,5 procentenheter under det målet. Värdet är 1,5 procentenheter högre än året före."),
        (P + "utgångsläge: {period: 2020, värde: 0}\nmålvärden: [{procent: 10}]\nvärden: [{period: 2024, värde: 2}]", "Elever som läser med flyt: 2,0 procent år 2024. Målet är att värdet ska öka med 10 procent jämfört med 2020. Det går inte att räkna i procent från utgångsläget. Värdet är 2 procentenheter högre än 2020."),
        ("enhet: dagar\nvärden: [{period: 2024, värde: 1.5}, {period: 2023, värde: 1}]", "Elever som läser med flyt: 1,5 dagar år 2024. Värdet är 0,5 dagar högre än året före."),
        ("enhet: dagar\nvärden: [{period: 2024, värde: 1}, {period: 2023, värde: 2}]", "Elever som läser med flyt: 1 dag år 2024. Värdet är 1 dag lägre än året före."),
        (P + "målvärden: [{varje_år: ja, utom_år: [2025], minst: 80}]\nvärden: [{period: 2024, värde: 81.5}]", "Elever som läser med flyt: 81,5 procent år 2024. Målet varje år utom 2025 är minst 80 procent. Utfallet ligger 1,5 procentenheter över målet."),
        (P + "målvärden: [{från: 2, till: 4}]\nvärden: [{period: 2024, värde: 3}]", "Elever som läser med flyt: 3,0 procent år 2024. Målet är mellan 2 och 4 procent. Utfallet ligger inom intervallet."),
        (P + "målvärden: [{från: 2, till: 4}]\nvärden: [{period: 2024, värde: 5.5}]", "Elever som läser med flyt: 5,5 procent år 2024. Målet är mellan 2 och 4 procent. Utfallet ligger 1,5 procentenheter över intervallet."),
        (P + "målvärden: [{minst: 2, högst: 4}]\nvärden: [{period: 2024, värde: 5.5}]", "Elever som läser med flyt: 5,5 procent år 2024. Målet är minst 2 procent och högst 4 procent. Utfallet ligger 3,5 procentenheter över 2 procent och 1,5 procentenheter över 4 procent."),
        (P + "målvärden: [{ska: öka, jämfört_med: året före}]\nvärden: [{period: 2024, värde: 81.5}, {period: 2023, värde: 82}]", "Elever som läser med flyt: 81,5 procent år 2024. Målet är att värdet ska öka jämfört med året före. Värdet är 0,5 procentenheter lägre än året före."),
        (P + "målvärden: [{ska: öka, jämfört_med: framgår inte av källan}]\nvärden: [{period: 2024, värde: 81.5}]", "Elever som läser med flyt: 81,5 procent år 2024. Målet är att värdet ska öka. Källan säger inte jämfört med vad."),
        (P + "målvärden: [{ska: vara oförändrad, jämfört_med: varje år}]\nvärden: [{period: 2024, värde: 81.5}]", "Elever som läser med flyt: 81,5 procent år 2024. Målet är att värdet ska vara oförändrat varje år. Det finns inget tidigare värde att jämföra med."),
        (P + "utgångsläge: {period: 2020, värde: 78}\nmålvärden: [{ska: öka, jämfört_med: utgångsläget}]\nvärden: [{period: 2024, värde: 81.5}]", "Elever som läser med flyt: 81,5 procent år 2024. Målet är att värdet ska öka jämfört med 2020. Värdet är 3,5 procentenheter högre än 2020."),
        ("enhet: ton\nutgångsläge: {period: 2010, värde: 7}\nmålvärden: [{period: 2030, procent: -50}]\nvärden: [{period: 2024, värde: 4.7}]", "Elever som läser med flyt: 4,7 ton år 2024. Målet till 2030 är att värdet ska minska med 50 procent jämfört med 2010. Räknat från 7 ton år 2010 motsvarar det 3,5 ton. Utfallet ligger 1,2 ton över målet men är 2,3 ton lägre än 2010."),
        ("enhet: plats\nmålvärden: [{bland_de_bästa: 100, av: Sveriges kommuner}]\nvärden: [{period: 2024, värde: 143}, {period: 2023, värde: 150}]", "Elever som läser med flyt: plats 143 år 2024. Målet är en plats bland de 100 bästa av Sveriges kommuner. Utfallet ligger 43 platser efter målet men är 7 platser högre upp än året före."),
        ("enhet: plats\nmålvärden: [{bland_de_bästa: 100}]\nvärden: [{period: 2024, värde: 99}]", "Elever som läser med flyt: plats 99 år 2024. Målet är en plats bland de 100 bästa. Utfallet ligger bland de 100 bästa."),
        ("målvärden: [{klart: ja, senast: 2026-12-31}]\nvärden: [{period: 2024, värde: nej}]", "Elever som läser med flyt: svaret var nej år 2024. Målet är att det ska vara klart senast den 31 december 2026. Enligt värdet är det inte klart."),
        ("målvärden: [{ja: ja}]\nvärden: [{period: 2024, värde: ja}, {period: 2023, värde: nej}]", "Elever som läser med flyt: svaret var ja år 2024. Målet är att svaret ska vara ja. Utfallet är det som målet anger. Året före var svaret nej."),
        ("målvärden: [{text: Ska bli bäst i landet.}]\nvärden: [{period: 2024, värde: på väg}]", "Elever som läser med flyt: ”på väg” år 2024. Målet är enligt källan ”Ska bli bäst i landet”."),
        ("enhet: kronor\nmålvärden: [{period: 2024, högst: 1}]\nvärden: [{period: 2024, värde: -1234567}, {period: 2023, värde: -1234566}]", "Elever som läser med flyt: −1\xa0234\xa0567 kronor år 2024. Målet är högst 1 krona. Utfallet ligger 1\xa0234\xa0568 kronor under målet och är 1 krona lägre än året före."),
        ("enhet: personer\nmålvärden: [{period: 2024, minst: 13000}]\nvärden: [{period: 2024, värde: 10456}, {period: 2023, värde: 10468}]", "Elever som läser med flyt: 10\xa0456 personer år 2024. Målet är minst 13\xa0000 personer. Utfallet ligger 2\xa0544 personer under målet. Antalet är 12 lägre än året före."),
        ("enhet: antal\nvärden: [{period: 2024, värde: 1, kvinnor: 1, män: 0}]", "Elever som läser med flyt: år 2024 var antalet 1. Bland kvinnor var antalet 1 och bland män 0. Skillnaden är 1."),
        ("enhet: kr/inv\nvärden: [{period: 2024, värde: 1}]", "Elever som läser med flyt: 1 kr/inv år 2024."),
        ("enhet: framgår inte av källan\nvärden: [{period: 2024, värde: 4.5}]", "Elever som läser med flyt: år 2024 var värdet 4,5."),
        (P + "värden: [{period: 2024, värde: 81.5, kvinnor: 83.4, män: 79.6}]", "Elever som läser med flyt: 81,5 procent år 2024. Bland kvinnor var värdet 83,4 procent och bland män 79,6 procent. Skillnaden är 3,8 procentenheter."),
        (P + "värden: [{period: 2024, värde: 81.5, kvinnor: 83.4}]", "Elever som läser med flyt: 81,5 procent år 2024. Bland kvinnor var värdet 83,4 procent."),
        (P + "värden: [{period: 2024, värde: 81.5, preliminärt: ja}]", "Elever som läser med flyt: 81,5 procent år 2024. Värdet är preliminärt."),
        (P + "målvärden: [{period: 2026, minst: 85}]\nvärden: [{period: 2026, värde: 83, prognos: ja}, {period: 2025, värde: 83}]", "Elever som läser med flyt: 83,0 procent år 2025. Målet till 2026 är minst 85 procent. Utfallet ligger 2 procentenheter under målet. Prognosen för 2026 är 83,0 procent."),
        (P + "målvärden: [{period: 2026, minst: 85}]\nvärden: [{period: 2026, värde: 83, prognos: ja}]", "Elever som läser med flyt: värdet väntas bli 83,0 procent år 2026. Målet är minst 85 procent. Prognosen ligger 2 procentenheter under målet."),
        (P + "värden: [{period: 2024, värde: 81.5, brott: Ny enkät från och med 2024.}, {period: 2023, värde: 70}]", "Elever som läser med flyt: 81,5 procent år 2024. Värdet går inte att jämföra med tidigare år: Ny enkät från och med 2024."),
        (P + "värden: [{period: 2024, värde: 81.5, ändrat_från: [{värde: 80.9, datum: 2025-03-14, skäl: Rättad statistik}]}]", "Elever som läser med flyt: 81,5 procent år 2024. Värdet ändrades den 14 mars 2025. Innan dess var det 80,9 procent. Skäl: Rättad statistik."),
        (P + "värden: [{period: 2024, värde: 81.5}, {period: 2025, saknas: inte mätt ännu}]", "Elever som läser med flyt: 81,5 procent år 2024. Det finns ingen siffra för 2025. Mätningen är inte klar."),
        (P + "", "Elever som läser med flyt: det finns ingen siffra ännu."),
        (P + "värden: [{period: läsåret 2023/24, värde: 81.5}, {period: läsåret 2022/23, värde: 80}]", "Elever som läser med flyt: 81,5 procent läsåret 2023/24. Värdet är 1,5 procentenheter högre än läsåret före."),
        (P + "värden: [{period: tertial 2 2024, värde: 81.5}, {period: tertial 2 2023, värde: 80}]", "Elever som läser med flyt: 81,5 procent andra tertialet 2024. Värdet är 1,5 procentenheter högre än samma period året före."),
    ],
)  # fmt: skip
def test_a_value_is_told_in_plain_swedish(data, sentences):
    assert one(data) == sentences


@pytest.mark.parametrize(
    ("reason", "sentence"),
    [
        ("inte mätt ännu", "Mätningen är inte klar."),
        ("statistik saknas", "Det saknas statistik."),
        ("mäts vartannat år", "Mätningen görs vartannat år."),
        ("för få svar", "För få har svarat."),
        ("mätmetod ändrad", "Sättet att mäta har ändrats."),
        ("mäts inte längre", "Mätningen görs inte längre."),
        ("framgår inte", "Siffran framgår inte av källan."),
    ],
)
def test_a_missing_value_is_told_with_its_reason_and_the_newest_one_there_is(reason, sentence):
    text = f"{SCHOOL}  värden: [{{period: 2025, saknas: {reason}}}, {{period: 2023, värde: 80.3}}]"
    assert said(text, Period(PeriodKind.YEAR, 2025)) == (
        "Elever i årskurs 9 som är behöriga till yrkesprogram: det finns ingen siffra för 2025. "
        f"{sentence} Det senaste värdet är 80,3 procent, från 2023."
    )


def test_a_value_is_held_against_the_others_that_the_target_names():
    riket = "mätvärden: [{indikator: ind, grupp: Riket, värden: [{period: 2024, värde: 82.1}]}]"
    data = (
        P
        + "målvärden: [{mot_grupp: [{grupp: Riket, skillnad: 2}]}]\nvärden: [{period: 2024, värde: 81.5}]"
    )
    assert one(data, more=riket) == (
        "Elever som läser med flyt: 81,5 procent år 2024. Målet är minst 2 procentenheter över "
        "värdet för ”Riket”. Värdet för ”Riket” var 82,1 procent, så målet motsvarar 84,1 procent. "
        "Utfallet ligger 2,6 procentenheter under målet."
    )


def test_a_word_on_a_scale_is_told_with_its_place():
    scale = "skalor: [{id: mognad, namn: Mognad, steg: [{id: mal, ord: i mål}, {id: vag, ord: på väg}, {id: start, ord: i början}]}]"
    data = "skala: mognad\nvärden: [{period: 2023, värde: start}, {period: 2024, värde: vag}]"
    assert one(data, name="Planen", more=scale) == (
        "Planen: ”på väg” år 2024. Det är steg 2 av 3 på skalan ”Mognad”, räknat från det bästa. "
        "Läget är ett steg högre upp på skalan än året före."
    )


def test_a_sentence_with_its_own_unit_and_a_name_that_asks():
    data = 'enhet: personer\nmening: "Det bodde {värde} personer i Exempelby {period}"\nvärden: [{period: 2024, värde: 13000}]'
    assert one(data) == "Det bodde 13\xa0000 personer i Exempelby år 2024."
    asked = one(P + "värden: [{period: 2024, värde: 80}]", name='"Känner du dig trygg i skolan?"')
    assert asked == "Känner du dig trygg i skolan? 80,0 procent år 2024."


@pytest.mark.parametrize(
    ("target", "words"),
    [
        ("minst: 85", "minst 85 procent"),
        ("högst: 82.5", "högst 82,5 procent"),
        ("exakt: 100", "100 procent"),
        ("exakt: på plats", "”på plats”"),
        ("från: 2, till: 4", "mellan 2 och 4 procent"),
        ("från: 2", "minst 2 procent"),
        ("ja: ja", "ska vara ja"),
        ("ska: minska, jämfört_med: varje år, varje_år: ja", "ska minska varje år"),
        ("ska: öka, jämfört_med: utgångsläget", "ska öka jämfört med 2020"),
        ("procent: -50", "ska minska med 50 procent jämfört med 2020"),
        ("procent: 12.5, senast: 2030", "ska öka med 12,5 procent jämfört med 2020 senast 2030"),
        ("bland_de_bästa: 100, av: Sveriges kommuner", "bland de 100 bästa av Sveriges kommuner"),
        ("bland_de_bästa: 1, av: Sveriges kommuner", "bäst av Sveriges kommuner"),
        ("mot_grupp: Riket", "minst samma värde som för ”Riket”"),
        ("mot_grupp: [{grupp: Riket, skillnad: -1}]", "högst 1 procentenhet under värdet för ”Riket”"),
        ("mot_grupp: [{grupp: Riket, skillnad: -2, högst: ja}]", "minst 2 procentenheter under värdet för ”Riket”"),
        ("mot_grupp: [{grupp: Riket, skillnad: 2, högst: ja}]", "högst 2 procentenheter över värdet för ”Riket”"),
        ("klart: ja, senast: 2026-12-31", "ska vara klart senast 31 december 2026"),
        ("minst: 70, ska: öka, jämfört_med: året före", "minst 70 procent och ska öka jämfört med året före"),
        ("minst: 70, varje_år: ja, utom_år: [2024, 2025]", "minst 70 procent varje år utom 2024 och 2025"),
        ("text: Ska öka.", "”Ska öka”"),
    ],
)  # fmt: skip
def test_a_target_is_told_in_a_cell(target, words):
    kommun = kommun_from(
        f"indikatorer: [{{id: ind, namn: Indikatorn, enhet: procent, utgångsläge: {{period: 2020, värde: 1}}, målvärden: [{{{target}}}]}}]".replace(
            "värde: 1}", "värde: 1}"
        )
    )
    (indicator,) = kommun.indicators
    assert target_words(indicator.targets[0], indicator.unit, indicator.baseline.period) == words


def test_a_status_is_told_with_the_words_of_its_scale_and_the_forms_of_its_level():
    kommun = kommun_from(
        """
        mål:
        - {id: a, nivå: mal, rubrik: A}
        uppföljningar:
        - {id: d, namn: Delårsrapport augusti 2024, period: tertial 2 2024, utfall_eller_prognos: prognos, omdömen: [{om: a, status: uppfyllt}]}
        """
    )
    occasions = Occasions(kommun)
    goal, occasion, level = kommun.by_id["a"], kommun.by_id["d"], kommun.by_id["mal"]
    judgement = occasions.judgement(occasion, goal)
    told_of = stated(occasion, judgement, article=level.article, definite=level.definite)
    assert statement_sentence(told_of) == "Delårsrapport augusti 2024: Målet bedöms bli uppfyllt."


def test_a_locked_occasion_tells_the_value_that_stood_that_day():
    kommun = kommun_from(
        "indikatorer: [{id: ind, namn: Flyt, enhet: procent, värden: [{period: 2023, värde: 80}, "
        "{period: 2024, värde: 82, ändrat_från: [{värde: 81, datum: 2025-03-14, skäl: Rättat.}]}]}]"
    )
    then = facts(kommun.indicators[0], Figures(kommun, date(2025, 1, 31)))
    assert " ".join(indicator_sentences(then)) == (
        "Flyt: 81 procent år 2024. Värdet är 1 procentenhet högre än året före."
    )


def test_the_longest_numbers_that_a_file_may_hold_lose_no_digit():
    data = (
        "enhet: ton\nmålvärden: [{period: 2024, minst: 0}]\n"
        'värden: [{period: 2024, värde: "999999999999999,123456789012345"}]'
    )
    long = "999\xa0999\xa0999\xa0999\xa0999,123456789012345 ton"
    assert one(data) == (
        f"Elever som läser med flyt: {long} år 2024. Målet är minst 0 ton. "
        f"Utfallet ligger {long} över målet."
    )


def test_women_and_men_are_held_against_targets_of_their_own():
    text = one(
        """enhet: procent
målvärden: [{period: 2024, minst: 85, för: kvinnor}, {period: 2024, minst: 80, för: män}]
värden: [{period: 2024, värde: 83, kvinnor: 84, män: 82}]"""
    )
    assert text == (
        "Elever som läser med flyt: 83 procent år 2024. "
        "Målet för kvinnor är minst 85 procent. Målet för män är minst 80 procent. "
        "Utfallet för kvinnor är 84 procent och ligger 1 procentenhet under målet. "
        "Utfallet för män är 82 procent och ligger 2 procentenheter över målet. "
        "Bland kvinnor var värdet 84 procent och bland män 82 procent. "
        "Skillnaden är 2 procentenheter."
    )


def test_one_target_may_be_meant_for_both_women_and_men():
    text = one(
        """enhet: procent
målvärden: [{period: 2026, minst: 85, för: [kvinnor, män], delmål: ja}]
värden: [{period: 2024, värde: 83, kvinnor: 84}]"""
    )
    assert "Delmålet för både kvinnor och män till 2026 är minst 85 procent." in text
    assert "Utfallet för kvinnor är 84 procent och ligger 1 procentenhet under delmålet." in text
    assert "Det finns ingen siffra för män." in text


def test_a_part_without_a_value_says_why():
    text = one(
        """enhet: procent
målvärden: [{minst: 85, för: Åskolan}]
värden: [{period: 2024, värde: 83, delar: [{namn: Åskolan, saknas: för få svar}]}]"""
    )
    assert text == (
        "Elever som läser med flyt: 83 procent år 2024. Målet för ”Åskolan” är minst 85 procent. "
        "Det finns ingen siffra för ”Åskolan”. För få har svarat."
    )


def test_that_the_value_of_some_should_rise_is_told_with_how_theirs_has_moved():
    text = one(
        """enhet: procent
målvärden: [{ska: öka, jämfört_med: året före, för: män}]
värden: [{period: 2023, värde: 80, män: 75}, {period: 2024, värde: 79, män: 77}]"""
    )
    assert "Målet för män är att värdet ska öka jämfört med året före." in text
    assert "Värdet för män är 2 procentenheter högre än året före." in text
