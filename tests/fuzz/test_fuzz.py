"""The fuzzers, in seconds: what was kept of longer runs, and a few hundred inputs of chance.

Whoever adds a reader of others' files adds a target, and a folder with what it is to begin from.
"""

from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

from tests.fuzz.targets import TARGETS, harmless

CORPUS = Path(__file__).parent / "corpus"

WORDS = {
    "loader": ["mål:\n", "- id: a\n", "  rubrik: ", "värden: [", "{period: ", "2024", "-", "'", '"', "\n"],
    "exported": ['{"kommun": {', '"namn": "A"', ",", "}", "[", "]", "1e99", "true", "null", '"mål": ['],
    "prose": ["*", "**", "[a](", "https://x.se)", "- ", "1. ", "<b>", "&#x6a;", "\\", "\n", "\n\n", "_"],
    "page": ["# A\n", "![a](", "[b]: ", "https://x.example/a.png", "javascript:", ")", "<script>", "`", "```\n",
             "> ", "- ", "    ", "| a |\n|---|\n", "{{ mål(", '"a"', ") }}", "&#x6a;", "\\", "\n", "\n\n", "<!--"],
    "picture": ["\x89PNG\r\n\x1a\n", "GIF89a", "RIFF", "WEBP", "VP8X", "<svg xmlns='http://www.w3.org/2000/svg'>",
                "<g ", "style='", "url(", "</svg>", "IEND", "\0\0\0\0", "\x3b", "!\xfe", "<!--", "-->"],
    "document": ["%PDF-1.7\n", "1 0 obj\n", "<<", "/Root 1 0 R", "/Info 2 0 R", "/Author (A)", "/Metadata 3 0 R",
                 ">>", "endobj\n", "stream\n", "endstream\n", "xref\n0 2\n", "trailer\n", "startxref\n9\n", "%%EOF"],
    "workbook": ["PK\x03\x04", "PK\x05\x06", "[Content_Types].xml", "xl/workbook.xml", "<!DOCTYPE", "\0\0"],
    "macros": ["{{", "}}", "{%", "%}", "{#", " mål(", "kommuner()", "[", "]", '"', "'", "=", ",", "1", "\\", "\n", "|"],
    "answers": ['{"values": [', '{"id": "N00914"', '"title": "A"', '"period": 2024', "]", "}", ",", ":", "\n\n",
                "1e999999999999", "null", '"next_url": "', '"class": "dataset"', '"id": [', '"size": ['],
}  # fmt: skip


@pytest.mark.parametrize("name", sorted(TARGETS))
def test_what_longer_runs_have_kept_does_no_harm(name):
    kept = sorted((CORPUS / name).iterdir())
    assert kept
    for path in kept:
        TARGETS[name](path.read_bytes())


@pytest.mark.parametrize("name", sorted(TARGETS))
@settings(max_examples=150)
@given(data=st.data())
def test_whatever_is_put_together_does_no_harm(name, data):
    words = st.sampled_from(WORDS[name]) | st.text(max_size=8)
    text = "".join(data.draw(st.lists(words, max_size=40)))
    TARGETS[name](text.encode("latin-1" if name in {"picture", "workbook"} else "utf-8", "replace"))


@given(
    st.lists(
        st.lists(
            st.text(max_size=20)
            | st.integers()
            | st.floats(allow_nan=False, allow_infinity=False)
            | st.booleans()
            | st.dates()
            | st.none(),
            max_size=6,
        ),
        max_size=6,
    )
)
@settings(max_examples=40)
def test_a_workbook_with_any_cells_is_read_or_told_of(rows):
    book = Workbook()
    sheet = book.active
    sheet.title = "Data mål"
    sheet.append(["id", "nivå", "rubrik", "värde", "överordnade", "period"])
    for row in rows:
        cells = [ILLEGAL_CHARACTERS_RE.sub("", one) if isinstance(one, str) else one for one in row]
        sheet.append(cells)
    held = BytesIO()
    book.save(held)
    TARGETS["workbook"](held.getvalue())


@pytest.mark.parametrize(
    "answer",
    [
        b'{"id": 5e01010101010101010101}',
        b"1e999999999999",
        b"-1e-999999999999",
        b"1" * 5_000,
        b"[" * 100_000,
        b"\xff",
        b'{"values": NaN}',
    ],
)
def test_an_answer_that_is_no_answer_is_told_and_not_believed(answer):
    TARGETS["answers"](answer)


def test_a_broken_avif_is_no_picture():
    TARGETS["picture"]((CORPUS / "picture" / "empty.avif").read_bytes())


@pytest.mark.parametrize(
    "html",
    ["<script>a()</script>", "<p onclick='a()'>", "<a href='java&#9;script:a()'>", "<img src='//x.example/a.png'>",
     "<img src='/\\x.example/a.png'>", "<iframe>", "<p style='color:red'>", "<form>"],
)  # fmt: skip
def test_the_judge_of_the_targets_sees_what_does_harm(html):
    with pytest.raises(AssertionError):
        harmless(html)


def test_every_target_has_words_and_a_folder():
    assert set(WORDS) == set(TARGETS) == {path.name for path in CORPUS.iterdir()}
