"""Words that a list explains become links in running text, and the text stays as it was."""

import re

from kommunvision.text.glossing import Vocabulary, gloss

WORDS = Vocabulary.of([("mål", "målet", "målen"), ("nämnd", "nämnden"), ("god hushållning",)])


def glossed(html: str) -> tuple[str, tuple[int, ...]]:
    return gloss(html, WORDS, lambda number, word: f"[{number}:{word}]")


def test_a_word_is_linked_where_it_first_stands_in_whatever_form():
    made, found = glossed("<p>Nämndens mål nås. Målen är nämndens.</p><p>Målet.</p>")
    assert made == "<p>[1:Nämndens] [0:mål] nås. Målen är nämndens.</p><p>Målet.</p>"
    assert found == (1, 0)


def test_only_whole_words_are_meant():
    text = "<p>Han målar målkedjan, som de nämnda i mål-gruppen.</p>"
    assert glossed(text) == (text, ())


def test_several_words_together_are_one_also_over_a_line_and_in_the_genitive():
    made, _ = glossed("<p>Krav på god\nhushållnings skull, god och hushållning.</p>")
    assert made == "<p>Krav på [2:god\nhushållnings] skull, god och hushållning.</p>"


def test_headings_links_tables_and_labels_are_left_alone():
    html = (
        '<h2 id="mal">Målet</h2><p><a href="x">Mål</a> <span class="kv-status">mål</span></p>'
        "<table><tr><td>Mål</td></tr></table>"
        '<ul class="kv-chain"><li>Mål</li></ul><svg><text>Mål</text></svg>'
    )
    assert glossed(html) == (html, ())


def test_quoted_words_and_answers_are_told_of_but_stand_as_they_were_written():
    html = '<p class="kv-lead">Målet nås.</p><blockquote><p>Nämnden vill.</p></blockquote>'
    assert glossed(html) == (html, (0, 1))


def test_lists_and_emphasis_of_a_text_are_running_text_and_what_follows_a_link_too():
    made, _ = glossed('<ul><li>Ett <strong>mål</strong></li></ul><p><a href="x">x</a> nämnd</p>')
    assert (
        made == '<ul><li>Ett <strong>[0:mål]</strong></li></ul><p><a href="x">x</a> [1:nämnd]</p>'
    )


def test_marking_changes_no_letter_of_the_text():
    html = "<p>Mål &amp; nämnd &lt;mål&gt; 5 &gt; 4<br>god hushållning</p>"
    made, _ = gloss(html, WORDS, lambda _, word: f"<a>{word}</a>")
    assert re.sub("</?a>", "", made) == html
