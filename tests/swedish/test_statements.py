"""What was stated at a follow-up, in the form that fits en and ett."""

import pytest

from kommunvision.swedish.statements import Stated, statement_sentence, status_words

GOAL = {"occasion": "Delårsrapport augusti 2024", "article": "ett", "definite": "målet"}
TASK = {"occasion": "Årsredovisning 2024", "article": "en", "definite": "aktiviteten"}


@pytest.mark.parametrize(
    ("about", "status", "sentence"),
    [
        (GOAL, {"word": "uppfyllt"}, "Målet är uppfyllt."),
        (GOAL, {"word": "Delvis uppfyllt"}, "Målet är delvis uppfyllt."),
        (GOAL, {"word": "uppfyllt", "forecast": True, "forecast_word": "bedöms bli uppfyllt"}, "Målet bedöms bli uppfyllt."),
        (GOAL, {"word": "ej uppnått", "forecast": True}, "Målet bedöms ej bli uppnått."),
        (GOAL, {"word": "God måluppfyllelse"}, "Statusen för målet är ”God måluppfyllelse”."),
        (GOAL, {"word": "Grön", "forecast": True}, "Prognosen för målet är ”Grön”."),
        (GOAL, {"word": "Kan delvis uppnås"}, "Målet kan delvis uppnås."),
        (GOAL, {"none": "not_judged"}, "Målet är inte bedömt."),
        (GOAL, {"none": "not_measured"}, "Målet är inte mätt ännu."),
        (GOAL, {"none": "cannot_be_judged"}, "Målet går inte att bedöma."),
        (GOAL, {"none": "not_stated"}, "Målet är bedömt, men bedömningen framgår inte av källan."),
        (TASK, {"word": "klart", "word_common": "klar"}, "Aktiviteten är klar."),
        (TASK, {"word": "klart"}, "Aktiviteten är klar."),
        (TASK, {"word": "inte påbörjat"}, "Aktiviteten är inte påbörjad."),
        (TASK, {"word": "pågår"}, "Aktiviteten pågår."),
        (TASK, {"word": "klart", "forecast": True, "forecast_word": "bedöms bli klart"}, "Aktiviteten bedöms bli klar."),
        (TASK, {"word": "klart", "forecast": True, "forecast_word": "blir klart i tid", "forecast_common": "blir klar i tid"}, "Aktiviteten blir klar i tid."),
        (GOAL, {"word": "klart", "forecast": True, "forecast_word": "blir klart i tid", "forecast_common": "blir klar i tid"}, "Målet blir klart i tid."),
        (TASK, {"word": "inte påbörjat", "forecast": True}, "Aktiviteten bedöms inte bli påbörjad."),
        (TASK, {"word": "målet nått"}, "Statusen för aktiviteten är ”målet nått”."),
        (TASK, {"none": "not_judged"}, "Aktiviteten är inte bedömd."),
        (TASK, {"none": "not_stated"}, "Aktiviteten är bedömd, men bedömningen framgår inte av källan."),
    ],
)  # fmt: skip
def test_a_statement_is_a_sentence_that_names_its_occasion(about, status, sentence):
    assert statement_sentence(Stated(**about, **status)) == f"{about['occasion']}: {sentence}"


def test_the_status_alone_has_the_form_of_what_it_is_about():
    assert status_words(Stated(**TASK, word="försenat")) == "försenad"
    assert status_words(Stated(**GOAL, word="försenat")) == "försenat"
    assert status_words(Stated(**TASK, word="Grön")) == "Grön"
    assert status_words(Stated(**TASK, none="not_judged")) == "inte bedömd"
