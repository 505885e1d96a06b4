"""Words as a search sees them: one stem for all forms, the parts of compounds, letters in order."""

import pytest

from kommunvision.swedish.search import fold, initial, last_parts, register_order, stems, words


def test_the_words_of_a_text_are_in_lower_case_and_single_letters_are_left_out():
    assert words("Barn- och Utbildningsnämnden, § 47, i å 2026") == [
        "barn",
        "och",
        "utbildningsnämnden",
        "47",
        "2026",
    ]
    assert words("a\u030aret") == ["året"]


def test_the_forms_of_a_word_have_one_stem():
    for word in ("skola", "skolan", "skolor", "skolorna", "skolans"):
        assert "skol" in stems(word)
    assert stems("marknad") == stems("marknader") == stems("marknaden") == ("markn",)


def test_a_word_that_only_looks_definite_keeps_its_own_stem():
    assert stems("plan") == ("plan",)
    assert stems("handlingsplanen")[0] in stems("handlingsplan")


@pytest.mark.parametrize(
    ("compound", "part"),
    [
        ("grundskolan", "skola"),
        ("förskolorna", "skola"),
        ("äldreomsorgen", "omsorg"),
        ("arbetsmarknaden", "marknad"),
        ("jämställdhetsarbete", "arbete"),
        ("kyrkogården", "gård"),
        ("gymnasieskolornas", "skolor"),
    ],
)
def test_a_compound_ends_in_a_word_even_where_no_other_page_has_it(compound, part):
    ends = {end for stem in stems(compound) for end in last_parts(stem, frozenset())}
    assert ends & set(stems(part))


def test_a_short_part_is_found_where_it_or_the_word_before_it_occurs():
    assert "mål" not in last_parts("nämndmål", frozenset())
    assert "mål" in last_parts("nämndmål", frozenset({"mål"}))
    assert "mål" in last_parts("nämndmål", frozenset({"nämnd"}))
    assert "råd" in last_parts("ungdomsråd", frozenset({"ungdom"}))


def test_an_ending_is_no_part_of_a_compound():
    known = frozenset({"förändr", "ring", "försörj", "ning"})
    assert "ring" not in last_parts("förändring", known)
    assert "ning" not in last_parts("försörjning", known)


def test_no_part_begins_as_no_swedish_word_does():
    assert not {"ndskol", "dskol"} & last_parts("grundskol", frozenset({"grund", "gru"}))


def test_a_word_without_its_dots_and_accents():
    assert fold("målkedjeidén") == "malkedjeiden"


def test_titles_stand_in_the_order_of_a_swedish_register():
    titles = ["2030 utan utsläpp", "Öppna data", "Ärlighet", "”Zon”", "Åldrande", "Élan", "Apor"]
    ordered = sorted(titles, key=register_order)
    assert ordered == [
        "Apor",
        "Élan",
        "”Zon”",
        "Åldrande",
        "Ärlighet",
        "Öppna data",
        "2030 utan utsläpp",
    ]
    assert [initial(title) for title in ordered] == [
        ("A", "a"),
        ("E", "e"),
        ("Z", "z"),
        ("Å", "aa"),
        ("Ä", "ae"),
        ("Ö", "oe"),
        ("0–9", "0"),
    ]
