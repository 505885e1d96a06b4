"""On paper a page is whole: nothing folded, no column cut off, kommun and day in the margin."""

import io
import re
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from tests.browser import served
from tests.looking import DESK, looked_at
from tests.projects import project

COLUMNS = 40

# One page of each kind, and the longest of its kind.
DIFFERING = (
    "",
    "sok/",
    "exempelby/",
    "exempelby/vision/vision-2035/",
    "exempelby/malkedja/",
    "exempelby/mal/utb-2/",
    "exempelby/indikatorer/ind-examen/",
    "exempelby/kallor/",
    "exempelby/sa-styrs-exempelby/",
    "smedjebacken/malkedja/",
)
OTHERS = (
    "om/",
    "tema/",
    "globala-mal/4/",
    "exempelby/vision/",
    "exempelby/niva/",
    "exempelby/niva/mal/",
    "exempelby/organisation/bun/",
    "exempelby/styrmodell/",
    "exempelby/aktuellt/",
    "exempelby/om/",
    "exempelby/tillganglighet/",
    "sandviken/niva/",
)

# What leads about on a screen, and nowhere on paper.
ON_SCREEN_ONLY = ".kv-toc, .kv-letters, .kv-search, .kv-results, .kv-page-footer a, .kv-as-data"

_WORDS = """(left_out) => {
    document.querySelectorAll(left_out).forEach((one) => one.remove());
    document.querySelectorAll("details").forEach((one) => { one.open = true; });
    return document.querySelector("main").innerText.split(/\\s+/).filter(Boolean);
}"""


def run_together(text: str) -> str:
    """Text without what a line break may have changed: spaces, hyphens, ligatures."""
    return re.sub(r"[\s\u00ad\u2010-]", "", unicodedata.normalize("NFKC", text))


def printed(screen: Page, address: str) -> tuple[list[str], PdfReader]:
    """The words of a page, also the folded ones, and the page as it is printed by a dark screen."""
    with looked_at(screen, address, DESK) as (page, _):
        page.emulate_media(color_scheme="dark")
        pdf = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
        return page.evaluate(_WORDS, ON_SCREEN_ONLY), pdf


def missing(words: list[str], pdf: PdfReader) -> list[str]:
    on_paper = run_together("".join(page.extract_text() for page in pdf.pages))
    # Between a link and the full stop after it stands the address.
    return [word for word in words if run_together(word).rstrip(".,;:") not in on_paper]


@pytest.mark.parametrize(
    "path", [*DIFFERING, *(pytest.param(one, marks=pytest.mark.full) for one in OTHERS)]
)
def test_every_word_of_a_page_is_printed(screen: Page, site_address: str, path: str) -> None:
    words, pdf = printed(screen, site_address + path)
    assert len(words) > 20
    assert missing(words, pdf) == []


def test_every_sheet_says_whose_page_it_is_and_which_sheet(screen: Page, site_address: str) -> None:
    _, pdf = printed(screen, f"{site_address}exempelby/kallor/")
    sheets = [page.extract_text() for page in pdf.pages]
    assert len(sheets) > 1
    for number, sheet in enumerate(sheets, start=1):
        assert "Exempelby kommun" in sheet
        assert f"{number} ({len(sheets)})" in sheet


def test_a_page_ends_with_its_own_address_and_links_show_theirs(
    screen: Page, site_address: str
) -> None:
    _, pdf = printed(screen, f"{site_address}exempelby/mal/utb-2/")
    text = run_together("".join(page.extract_text() for page in pdf.pages))
    assert "Sidansadress:https://kommunvision.example/exempelby/mal/utb2/" in text
    assert "StrategiförkompetensiExempellän(https://regionexempellan.example/kompetens)" in text
    assert "kod.kommunvision.example" not in text


def test_an_address_that_is_its_own_text_is_not_printed_twice(
    screen: Page, site_address: str
) -> None:
    _, pdf = printed(screen, f"{site_address}exempelby/")
    text = run_together("".join(page.extract_text() for page in pdf.pages))
    assert "https://exempelby.example" in text
    assert "(https://exempelby.example)" not in text


@pytest.fixture(scope="module")
def wide(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A site with the widest table that anyone will write, of words that do not break by themselves."""
    root = project(tmp_path_factory.mktemp("wide"))
    cells = [[f"rad{row}kolumn{column}" for column in range(COLUMNS)] for row in range(40)]
    lines = [cells[0], ["---"] * COLUMNS, *cells[1:]]
    table = "\n".join(f"| {' | '.join(line)} |" for line in lines)
    page = Path(root, "content", "exempelby", "bred.md")
    page.write_text(f"# En bred tabell\n\nHär står allt i en enda tabell.\n\n{table}\n", "utf-8")
    command = [sys.executable, "-m", "kommunvision", "build", "--root", str(root)]
    result = subprocess.run(command, check=False, capture_output=True, encoding="utf-8")
    assert result.returncode == 0, result.stdout + result.stderr
    with served(root / "site") as address:
        yield address


def test_no_column_of_a_very_wide_table_is_lost(screen: Page, wide: str) -> None:
    words, pdf = printed(screen, f"{wide}exempelby/bred/")
    assert len(words) > COLUMNS * 40
    # What stands outside the sheet is in the file, but on no paper.
    seen: list[str] = []
    for page in pdf.pages:
        width = float(page.mediabox.width)
        page.extract_text(
            visitor_text=lambda text, cm, tm, *_, width=width: (
                seen.append(text) if 0 <= tm[4] * cm[0] + cm[4] < width else None
            )
        )
    on_paper = run_together("".join(seen))
    assert [word for word in words if run_together(word) not in on_paper] == []
