"""Data fields: a little Markdown works, everything else is shown as it stands, nothing runs."""

import re
import time
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kommunvision.text.prose import faults, to_html

TAGS = {"p", "em", "strong", "ul", "ol", "li", "a", "br"}


class Reader(HTMLParser):
    """What a browser would show, and every tag and attribute that it would obey."""

    def __init__(self, html):
        super().__init__(convert_charrefs=True)
        self.shown, self.tags, self.attributes = "", set(), []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes += attrs

    def handle_data(self, data):
        self.shown += data


@pytest.mark.parametrize(
    ("written", "html"),
    [
        ("Ett stycke.", "<p>Ett stycke.</p>"),
        ("Ett.\n\nTvå.", "<p>Ett.</p>\n<p>Två.</p>"),
        ("Vi *vill* och **kan**.", "<p>Vi <em>vill</em> och <strong>kan</strong>.</p>"),
        ("Rad ett  \nrad två\\\nrad tre", "<p>Rad ett<br>\nrad två<br>\nrad tre</p>"),
        ("- ett\n- två", "<ul>\n<li>ett</li>\n<li>två</li>\n</ul>"),
        ("- ett\n\n- två", "<ul>\n<li>ett</li>\n<li>två</li>\n</ul>"),
        ("1. ett\n2. två", "<ol>\n<li>ett</li>\n<li>två</li>\n</ol>"),
        ("[Läs](https://x.se?a=1&b=2)", '<p><a href="https://x.se?a=1&amp;b=2">Läs</a></p>'),
        ("[Skriv](mailto:a@x.se)", '<p><a href="mailto:a@x.se">Skriv</a></p>'),
        ("5 < 6 & 7 > 2", "<p>5 &lt; 6 &amp; 7 &gt; 2</p>"),
    ],
)
def test_what_a_data_field_may_have(written, html):
    assert to_html(written) == html


@pytest.mark.parametrize(
    "written",
    [
        "# inte en rubrik",
        "#1 i landet",
        "> inte ett citat",
        "`inte kod`",
        "    inte kod",
        "2016. Ett nytt år",
        "1. Minska utsläppen",
        "+ 3 procent",
        "medarbetar*innor och elev*er*na",
        "fil_namn_med_streck",
        "![bild](https://x.se/a.png)",
        "[namn]: https://x.se",
        '[a](https://x.se "titel")',
        "[](https://x.se)",
        "[a](/rot) [b](b.md) [c](#d)",
        "[a](javascript:alert(1))",
        "[a](JaVaScRiPt:alert(1))",
        "[a](data:text/html,x)",
        "<https://x.se>",
        "AT&amp;T &lt;b&gt; &#60;",
        "<b>fet</b>",
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<!-- dold -->",
        "{{ config }} {% raw %} {# x #}",
        "****",
        "5*3*2 = 30",
        "---",
        "En rubrik\n===",
    ],
)
def test_everything_else_is_shown_as_it_is_written(written):
    read = Reader(to_html(written))
    assert read.shown.split() == written.split()
    assert read.tags == {"p"}


def test_numbers_that_do_not_run_are_words_and_stay():
    assert to_html("1. ett\n2. två\n\nText.\n\n3. tre").striptags() == "ett två Text. 3. tre"
    assert "2016. b" in Reader(to_html("1. a\n2. c\n2016. b")).shown


def test_bullets_have_two_levels():
    assert to_html("- a\n  - b\n  - c\n- d") == (
        "<ul>\n<li>a<ul>\n<li>b</li>\n<li>c</li>\n</ul>\n</li>\n<li>d</li>\n</ul>"
    )


def test_plain_text_is_one_line_without_signs():
    assert to_html("Vi *vill*\nbli\n\n- bäst & störst").striptags() == "Vi vill bli bäst & störst"


PIECES = st.sampled_from(
    [
        *(
            "*",
            "**",
            "_",
            "__",
            "`",
            "```",
            "#",
            "##",
            ">",
            "-",
            "+",
            "1.",
            "2.",
            "2016.",
            "|",
            "~~~",
        ),
        *(
            "[",
            "](",
            ")",
            "]",
            "![",
            "](https://x.se)",
            "<b>",
            "</b>",
            "<",
            ">",
            "&amp;",
            "&",
            "\\",
        ),
        *(
            "\n",
            "\n\n",
            "  \n",
            " ",
            "    ",
            "\t",
            "{{",
            "}}",
            "{%",
            "ord",
            "mål",
            "Å2",
            "é",
            "===",
        ),
    ]
)


@given(st.lists(PIECES, max_size=40).map("".join))
def test_no_word_vanishes_whatever_stands_around_it(written):
    read = Reader(to_html(written))
    addresses = " ".join(value for _, value in read.attributes)
    for word in set(re.findall(r"[^\W\d_]{2,}", written)):
        assert written.count(word) <= read.shown.count(word) + addresses.count(word)
    assert read.tags <= TAGS
    assert {name for name, _ in read.attributes} <= {"href"}


@given(st.text(max_size=200))
def test_any_text_at_all_gives_safe_html(written):
    read = Reader(to_html(written))
    assert read.tags <= TAGS
    assert "\n\n" not in to_html(written)


@pytest.mark.parametrize(
    "written",
    ["[" * 10_000, "*" * 10_000, "- " * 5_000, "[a](" * 5_000, "*a _b " * 5_000, "\\" * 50_000,
     "<a " * 20_000, "a" * 2_000_000, "x\n\n" * 20_000, "(" * 50_000, "[" * 199 + "]" * 199],
    ids=lambda text: text[:6],
)  # fmt: skip
def test_hostile_texts_are_read_quickly(written):
    start = time.process_time()
    html = to_html(written)
    list(faults(written))
    assert time.process_time() - start < 5
    assert Reader(html).tags <= TAGS


def test_what_a_data_field_may_not_have_is_found_where_it_stands():
    text = (
        "Hej <b>du</b>.\n# Rubrik\n> Citat\n[a](javascript:alert(1))\n![b](c.png) och `kod`\n"
        "[d]: https://x.se\n|---|---|"
    )
    found = {(f.line, f.column, f.code, f.word, f.details.get("kind")) for f in faults(text)}
    assert found == {
        (1, 5, "KV602", "<b>", None),
        (1, 10, "KV602", "</b>", None),
        (2, 1, "KV604", "# Rubrik", "heading"),
        (3, 1, "KV604", "> Citat", "quotation"),
        (4, 5, "KV603", "javascript:alert(1)", None),
        (5, 1, "KV604", "![b](c.png)", "image"),
        (5, 17, "KV604", "`kod`", "code"),
        (6, 1, "KV604", "[d]: https://x.se", "reference"),
        (7, 1, "KV604", "|---|---|", "table"),
    }


@pytest.mark.parametrize(
    "text", ["#1 i landet", "a < b", "5 * 3", "[a](https://x.se)", "- a", "R&D"]
)
def test_ordinary_text_has_no_faults(text):
    assert list(faults(text)) == []


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("Vi gör:\n- fler kurser\n- mer stöd", 2),
        ("Vi gör:\n- fler kurser", 1),
        ("Vi gör det här\n- fler kurser\n- mer stöd\n- en fest", 3),
        ("Vi gör:\n1. Kurser\n2. Stöd", 2),
        ("•\tFler kurser\n•\tMer stöd", 2),
        ("Vi gör:\n· Fler kurser\n· Mer stöd", 2),
        ("Fler kurser – eller rättare sagt\n- mer stöd", 0),
        ("Det hände år\n1. Inte förr.", 0),
        ("Kurser · stöd", 0),
    ],
)
def test_a_list_needs_no_empty_line_above_it_and_may_come_from_word(text, items):
    shown = to_html(text)
    assert shown.count("<li>") == items
    assert shown.startswith("<p>") == (not text.startswith("•"))
