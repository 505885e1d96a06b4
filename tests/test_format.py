"""Dates, numbers, lists and the alphabet as Swedish writes them."""

import pytest

from kommunvision.model import DatePoint, PartialDate, Season, Validity
from kommunvision.swedish import format as swedish

HARD_SPACE = "\N{NO-BREAK SPACE}"


def span(start: DatePoint, end: DatePoint | None = None) -> PartialDate:
    return PartialDate(start, end)


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (span(DatePoint(2016)), "2016"),
        (span(DatePoint(2016, 1)), "januari 2016"),
        (span(DatePoint(2025, 12, 15)), "15 december 2025"),
        (span(DatePoint(month=2, day=20)), "20 februari"),
        (span(DatePoint(month=9)), "september"),
        (span(DatePoint(2015, season=Season.SPRING)), "våren 2015"),
        (span(DatePoint(season=Season.WINTER)), "vintern"),
        (span(DatePoint(2016), DatePoint(2018)), "2016–2018"),
        (span(DatePoint(2025, 5), DatePoint(2025, 11)), "maj–november 2025"),
        (span(DatePoint(month=1), DatePoint(month=5)), "januari–maj"),
        (span(DatePoint(2025, 5, 12), DatePoint(2025, 5, 14)), "12–14 maj 2025"),
        (span(DatePoint(month=2, day=20), DatePoint(month=2, day=22)), "20–22 februari"),
        (span(DatePoint(2025, 5, 12), DatePoint(2025, 6, 3)), "12 maj – 3 juni 2025"),
        (span(DatePoint(2024, 11), DatePoint(2025, 3)), "november 2024 – mars 2025"),
        (span(DatePoint(2024, 12, 30), DatePoint(2025, 1, 2)), "30 december 2024 – 2 januari 2025"),
        (span(DatePoint(2015, season=Season.SPRING), DatePoint(2015, season=Season.AUTUMN)), "våren–hösten 2015"),
        (span(DatePoint(2014, season=Season.AUTUMN), DatePoint(2015, season=Season.SPRING)), "hösten 2014 – våren 2015"),
        (span(DatePoint(2016), DatePoint(2018, 5)), "2016 – maj 2018"),
    ],
)  # fmt: skip
def test_a_date_is_written_as_precisely_as_it_is_known(value, written):
    assert swedish.date(value) == written


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (Validity(label="mandatperioden"), "mandatperioden"),
        (Validity(span(DatePoint(2023)), span(DatePoint(2026))), "2023–2026"),
        (Validity(span(DatePoint(2023, 1, 1)), span(DatePoint(2026, 12, 31))), "1 januari 2023 – 31 december 2026"),
        (Validity(span(DatePoint(2023))), "från och med 2023"),
        (Validity(end=span(DatePoint(2026))), "till och med 2026"),
        (Validity(span(DatePoint(2023)), span(DatePoint(2026)), "mandatperioden"), "mandatperioden (2023–2026)"),
        (Validity(span(DatePoint(2023)), span(DatePoint(2026)), "mandatperioden 2023–2026"), "mandatperioden 2023–2026"),
        (Validity(end=span(DatePoint(2026)), label="t.o.m. 2026"), "t.o.m. 2026"),
        (Validity(), ""),
    ],
)  # fmt: skip
def test_a_validity_has_the_sources_own_name_first(value, written):
    assert swedish.validity(value) == written


@pytest.mark.parametrize(
    ("value", "article", "written"),
    [(1, "en", "en"), (1, "ett", "ett"), (0, "ett", "noll"), (2, "ett", "två"), (12, "en", "tolv"), (13, "en", "13"), (13000, "en", f"13{HARD_SPACE}000")],
)  # fmt: skip
def test_a_count_is_in_words_up_to_twelve(value, article, written):
    assert swedish.count(value, article) == written


def test_an_amount_agrees_with_its_article_and_has_a_word_for_none():
    assert swedish.amount(0, "ett", "mål", "mål") == "inga mål"
    assert swedish.amount(1, "ett", "mål", "mål") == "ett mål"
    assert swedish.amount(1, "en", "vision", "visioner") == "en vision"
    assert swedish.amount(3, "en", "vision", "visioner") == "tre visioner"


def test_a_number_has_a_decimal_comma_hard_spaces_and_a_true_minus():
    assert swedish.number(1234567.5) == f"1{HARD_SPACE}234{HARD_SPACE}567,5"
    assert swedish.number(-3) == "−3"


def test_a_thing_at_hand_has_one_article_also_where_its_form_brings_one():
    assert swedish.this("ett", "målet") == "det här målet"
    assert swedish.this("ett", "det strategiska målet") == "det här strategiska målet"
    assert swedish.this("en", "den årliga planen") == "den här årliga planen"


def test_a_list_has_commas_and_one_conjunction():
    assert swedish.listing([]) == ""
    assert swedish.listing(["a"]) == "a"
    assert swedish.listing(["a", "b"]) == "a och b"
    assert swedish.listing(["a", "b", "c"]) == "a, b och c"
    assert swedish.alternatives(["a", "b", "c"]) == "a, b eller c"


def test_only_the_first_letter_becomes_a_capital():
    assert swedish.capital("övergripande mål i Exempelby") == "Övergripande mål i Exempelby"
    assert swedish.capital("") == ""


def test_the_alphabet_ends_with_three_letters_of_its_own():
    places = ["Öckerö", "Zinkgruvan", "Ale", "Älvkarleby", "Åre", "Zürich", "Arvika"]
    assert sorted(places, key=swedish.order) == [
        "Ale", "Arvika", "Zinkgruvan", "Zürich", "Åre", "Älvkarleby", "Öckerö",
    ]  # fmt: skip


def test_both_forms_of_a_letter_sort_alike_and_other_accents_are_ignored():
    assert swedish.order("A\N{COMBINING RING ABOVE}re")[0] == swedish.order("Åre")[0]
    assert swedish.order("idé")[0] == swedish.order("ide")[0]


@pytest.mark.parametrize(
    ("count", "written"),
    [(0, "0 byte"), (999, "999 byte"), (1000, "1 kB"), (144_211, "144 kB"), (2_340_000, "2,3 MB")],
)
def test_the_size_of_a_file_is_told_in_the_largest_unit_that_fits(count, written):
    assert swedish.size(count) == written.replace(" ", HARD_SPACE)


def test_a_title_that_is_a_sentence_has_no_full_stop_before_a_comma():
    titles = ["Alla läser.", "<a href='x'>Fler mår bra.</a>", "Lek m.m.", "Ingen är ensam."]
    assert swedish.listing(titles) == (
        "Alla läser, <a href='x'>Fler mår bra</a>, Lek m.m. och Ingen är ensam."
    )


@pytest.mark.parametrize(
    ("title", "within"),
    [
        ("Utsläppen ska vara hälften så stora 2026 som 2019.", "… som 2019"),
        ("Exempelby är en plats där man vill bo.", "… vill bo"),
        ("Nio av tio ska trivas (också i byarna).", "… (också i byarna)"),
        ("Alla ska kunna säga ”jag hör till”.", "… ”jag hör till”"),
        ("Sjukfrånvaron ska vara högst 5 %.", "… högst 5 %"),
        ("Alla ska läsa i årskurs 3.", "… i årskurs 3"),
        ("Skolor, bibliotek m.fl.", "… m.fl."),
        ("Förskola före kl.", "… kl."),
        ("Mat, t.ex.", "… t.ex."),
    ],
)
def test_a_sentence_may_end_in_a_year_or_in_a_short_word(title, within):
    assert swedish.listing([title, "b"]).endswith(f"{within.removeprefix('…')} och b")
