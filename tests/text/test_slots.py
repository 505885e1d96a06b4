"""The HTML of macros finds its place in an editor's page after Markdown and the sanitizer."""

import markdown
import pytest
from markupsafe import Markup

from kommunvision.text.sanitize import clean
from kommunvision.text.slots import MOST_HTML, MisplacedError, Slots

CARD = '<div class="kv-card"><svg></svg>A & B</div>'


def finished(source, block="", words=""):
    slots = Slots()
    text = source
    while "BLOCK" in text:
        text = text.replace("BLOCK", slots.put(block or CARD, block=True), 1)
    while "WORDS" in text:
        text = text.replace("WORDS", slots.put(words or "<b>w</b>", block=False), 1)
    html = markdown.markdown(text, extensions=["tables", "attr_list", "toc"])
    return slots.splice(clean(html))


@pytest.mark.parametrize(
    ("source", "html"),
    [
        ("BLOCK", CARD),
        ("Före.\n\nBLOCK\n\nEfter.", f"<p>Före.</p>\n{CARD}\n<p>Efter.</p>"),
        ("Före.\nBLOCK\nEfter.", f"<p>Före.</p>\n{CARD}\n<p>Efter.</p>"),
        ("Före.  \nBLOCK", f"<p>Före.</p>\n{CARD}"),
        ("BLOCK\nBLOCK", f"{CARD}\n{CARD}"),
        ("- BLOCK\n- ord", f"<ul>\n<li>{CARD}</li>\n<li>ord</li>\n</ul>"),
        ("- a\n\n    BLOCK", f"<ul>\n<li>\n<p>a</p>\n{CARD}\n</li>\n</ul>"),
        ("> BLOCK", f"<blockquote>\n{CARD}\n</blockquote>"),
        ("Ett WORDS här.", "<p>Ett <b>w</b> här.</p>"),
        ("**WORDS**", "<p><strong><b>w</b></strong></p>"),
        ("WORDS\n\nBLOCK", f"<p><b>w</b></p>\n{CARD}"),
    ],
)
def test_html_stands_where_its_macro_stood(source, html):
    assert finished(source) == html


@pytest.mark.parametrize(
    ("source", "words", "html"),
    [
        # Where the sentence goes on, a full stop of what is put in would end it.
        ("Läs WORDS.", "<a>Alla läser.</a>", "Läs <a>Alla läser</a>."),
        ("(se WORDS)", "<a>Alla läser.</a>", "(se <a>Alla läser</a>)"),
        ("WORDS är nytt", "<a>Alla läser.</a>", "<a>Alla läser</a> är nytt"),
        ("**WORDS** är nytt", "<a>Alla läser.</a>", "<strong><a>Alla läser</a></strong> är nytt"),
        ("WORDS Sedan", "<a>Alla läser.</a>", "<a>Alla läser.</a> Sedan"),
        ("Läs WORDS", "<a>Alla läser.</a>", "Läs <a>Alla läser.</a>"),
        ("Läs WORDS!", "<a>Vad läser vi?</a>", "Läs <a>Vad läser vi?</a>!"),
        # That of something shortened belongs to it.
        ("Om WORDS och mer", "<a>skola m.m.</a>", "Om <a>skola m.m.</a> och mer"),
        ("Om WORDS.", "<a>skola m.m.</a>", "Om <a>skola m.m</a>."),
    ],
)
def test_words_that_end_with_a_full_stop_do_not_end_the_sentence_around_them(source, words, html):
    assert finished(source, words=words) == f"<p>{html}</p>"


@pytest.mark.parametrize(
    ("source", "form"),
    [
        ("WORDS", "Stor"),
        ("Så här. WORDS", "Stor"),
        ("Så: WORDS", "Stor"),
        ("Ord WORDS", "liten"),
        ("Ord, WORDS", "liten"),
        ("Läget (WORDS)", "liten"),
        ("Se t.ex. WORDS", "liten"),
        ("**Ord** WORDS", "liten"),
        ("Ord  \nWORDS", "Stor"),
        ("- Ord\n- WORDS", "Stor"),
        ("Ord\n\nWORDS", "Stor"),
    ],
)
def test_words_begin_as_their_place_in_the_sentence_asks_for(source, form):
    slots = Slots()
    text = source.replace("WORDS", slots.put("Stor", block=False, within="liten"))
    assert form in slots.splice(clean(markdown.markdown(text)))


def test_words_after_those_of_another_macro_begin_as_these_end():
    slots = Slots()
    ended = slots.put(Markup('<a href="x">Ett värde</a> nås.'), block=False)
    begun = slots.put("Ett värde", block=False)
    next_one = slots.put("Nås", block=False, within="nås")
    last = slots.put("Bra", block=False, within="bra")
    assert slots.splice(f"<p>{ended} {next_one}, {begun} {last}</p>") == (
        '<p><a href="x">Ett värde</a> nås. Nås, Ett värde bra</p>'
    )


def test_a_block_fills_a_table_cell():
    assert f"<td>{CARD}</td>" in finished("| A | B |\n|---|---|\n| BLOCK | WORDS |")


def test_the_html_of_a_macro_is_put_in_as_it_is_and_never_read_again():
    slots = Slots()
    first = slots.put("<i>", block=False)
    second = slots.put(f"<b>{first}</b>", block=False)
    assert slots.splice(f"<p>{first}{second}</p>") == f"<p><i><b>{first}</b></p>"


@pytest.mark.parametrize(
    "source", ["Ord BLOCK ord.", "## BLOCK", "[BLOCK](https://x.se)", "**BLOCK**", "    BLOCK"]
)
def test_a_block_among_words_is_no_page(source):
    with pytest.raises(MisplacedError):
        finished(source)


def test_a_macro_in_an_attribute_is_no_page():
    with pytest.raises(MisplacedError):
        finished("![WORDS](https://x.se/a.png)", words='" onerror="alert(1)')


def test_a_macro_that_vanishes_is_noticed():
    slots = Slots()
    slots.put("<b>w</b>", block=False)
    with pytest.raises(MisplacedError):
        slots.splice("<p>Inget här.</p>")


def test_a_forged_token_is_noticed():
    with pytest.raises(MisplacedError):
        Slots().splice("<p>\U000f0000</p>")


def test_a_page_cannot_grow_without_end():
    slots = Slots()
    with pytest.raises(MisplacedError):
        slots.put("x" * (MOST_HTML + 1), block=True)


@pytest.mark.parametrize(
    ("html", "kept"),
    [
        ('<h2 id="a">A</h2>', '<h2 id="a">A</h2>'),
        ('<p onclick="x()" style="color:red">A</p>', "<p>A</p>"),
        ("<script>alert(1)</script>A", "A"),
        ("<iframe src='https://x.se'></iframe>A", "A"),
        ('<a href="javascript:x()">A</a>', "<a>A</a>"),
        ('<a href="https://x.se">A</a>', '<a href="https://x.se">A</a>'),
        ('<a href="../mal/">A</a>', '<a href="../mal/">A</a>'),
        ('<img src="data:text/html,x" alt="A">', '<img alt="A">'),
        ('<form action="/"><input></form>', ""),
        ('<div class="kv-status">A</div>', '<div class="">A</div>'),
        ("<svg><script>x</script></svg>A", "A"),
    ],
)
def test_the_sanitizer_lets_through_what_markdown_makes_and_nothing_that_runs(html, kept):
    assert clean(html) == kept


def test_what_two_macros_name_alike_gets_names_of_its_own_and_keeps_its_links():
    table = '<div class="kv" aria-labelledby="a"><b id="a">x</b><a href="#a">1</a><a href="b/#a">2</a></div>'
    again = table.replace('"a"', '"a-2"').replace('"#a"', '"#a-2"')
    assert finished("BLOCK\n\nBLOCK", table) == f"{table}\n{again}"
    heading = '<h2 id="a">A</h2>'
    assert finished("## A {: #a }\n\nBLOCK", table) == f"{heading}\n{again}"
