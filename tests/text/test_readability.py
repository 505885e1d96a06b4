"""LIX is what Björnsson defined: words per sentence, and long words in per cent."""

from kommunvision.swedish.plain.words import meaning
from kommunvision.text.passages import passages
from kommunvision.text.readability import Reading, read


def test_lix_is_words_per_sentence_and_long_words_in_per_cent():
    # Twelve words of which three have more than six letters, in two sentences, five times.
    text = " ".join(["Katten ligger framför kaminen. Den har en mjuk och randig svans."] * 5)
    reading = read(passages(text))
    assert (reading.words, reading.sentences, reading.long_words) == (55, 10, 10)
    assert reading.lix == round(55 / 10 + 100 * 10 / 55)


def test_seven_letters_are_long_and_six_are_not():
    assert read(passages("Sexbok sjubokk.")).long_words == 1


def test_a_short_text_has_no_lix():
    assert read(passages("En kort text. Den har få ord. Det räcker inte.")).lix is None


def test_headings_tables_and_points_that_are_no_sentences_are_not_counted():
    text = "# Rubrik med ord\n\n- en punkt\n- En hel mening.\n\n| cell | cell |\n\nEn mening till."
    assert read(passages(text)) == Reading(6, 2, 0)


def test_the_meanings_follow_the_known_steps():
    told = [meaning(lix).partition(",")[0] for lix in (29, 30, 40, 41, 50, 51, 60, 61)]
    easy, medium, hard = ["lätt"] * 2, ["medelsvår"] * 2, ["svår"] * 2
    assert told == ["mycket lätt", *easy, *medium, *hard, "mycket svår"]
