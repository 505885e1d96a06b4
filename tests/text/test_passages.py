"""Swedish text is divided as its reader does it: sentences, points, headings, cells."""

import pytest

from kommunvision.text.passages import STAND_IN, Shape, passages


def sentences(text: str) -> list[str]:
    return [
        " ".join(token.text for token in sentence)
        for passage in passages(text)
        for sentence in passage.sentences
    ]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Vi har t.ex. bussar, bl.a. till Norra byn. De går ofta.", 2),
        ("Bussen går kl. 8.30 varje dag. Den är gul.", 2),
        ("Den 3. maj beslutar fullmäktige.", 1),
        ("Enligt 2 kap. 3 § kommunallagen gäller det. Så är det.", 2),
        ("Det kostar 2 300 kr. per år. Andelen är 81,5 procent.", 2),
        ("Omsättningen är 3 milj. kr. Den ökar.", 2),
        ("Skolor, vägar m.m. Det räcker.", 2),
        ("Det gäller fr.o.m. 2024 t.o.m. 2026. Sedan tar nästa plan vid.", 2),
        ("Vi nådde målet 2024. 2025 blev sämre.", 2),
        ("A. Svensson ledde mötet. Hon var nöjd.", 2),
        ("Kung Karl XII. Han dog.", 2),
        ('"Vi klarar det." Så sa hon.', 2),
        ("Eller hur? Ja! Så är det …", 3),
        ("1. Skolan byggs.", 1),
        ("Se s. 12 och sid. 14 i budgeten.", 1),
        ("En mening utan punkt", 1),
        ("Adressen är www.exempelby.example och inget mer.", 1),
    ],
)
def test_a_full_stop_ends_a_sentence_only_where_a_reader_would_stop(text, number):
    assert len(sentences(text)) == number, sentences(text)


def test_points_headings_and_cells_are_passages_of_their_own():
    text = "# Skolan\nVi ska:\n\n- bygga\n- laga\n  och måla\n\n| År | Antal |\n| --- | --- |\n| 2024 | tolv |\n"
    assert [
        (one.shape, " ".join(token.text for token in one.tokens)) for one in passages(text)
    ] == [
        (Shape.HEADING, "Skolan"),
        (Shape.PARAGRAPH, "Vi ska"),
        (Shape.POINT, "bygga"),
        (Shape.POINT, "laga och måla"),
        (Shape.CELL, "År"),
        (Shape.CELL, "Antal"),
        (Shape.CELL, "2024"),
        (Shape.CELL, "tolv"),
    ]


def test_a_line_that_goes_on_with_a_date_begins_no_list():
    assert sentences("Mötet hölls den\n15. maj i skolan.") == ["Mötet hölls den 15 maj i skolan"]


def test_quotations_with_a_sign_before_each_line_are_nobodys_words_here():
    assert sentences("Hon sa:\n\n> Det går bra.\n\nSå blev det.") == ["Hon sa", "Så blev det"]


def test_every_word_knows_where_it_stands_and_whether_it_is_quoted():
    text = "Två ord.\n\nHon sa ”vi kan” i går."
    tokens = [token for passage in passages(text) for token in passage.tokens]
    assert all(text[one.start : one.end] == one.text for one in tokens)
    assert [one.text for one in tokens if one.quoted] == ["vi", "kan"]


def test_numbers_abbreviations_and_hyphens_are_one_word_each():
    text = f"Ca 13 000 personer i gruv- och stadsbyn Ö-vik, bl.a. SCB:s 60-tal {STAND_IN * 4}"
    [passage] = passages(text)
    assert [one.text for one in passage.tokens] == [
        *("Ca", "13 000", "personer", "i", "gruv", "och", "stadsbyn", "Ö-vik", "bl.a."),
        *("SCB:s", "60-tal", STAND_IN * 4),
    ]
