"""Lays the document out and writes it as PDF/UA; nothing but the site's own files is fetched."""

from __future__ import annotations

import logging
import mimetypes
from hashlib import sha256
from pathlib import Path
from urllib.parse import unquote

import weasyprint  # type: ignore[import-untyped] # WeasyPrint has no types
from weasyprint.urls import URLFetcher, URLFetcherResponse  # type: ignore[import-untyped] # WeasyPrint has no types

from kommunvision.document.book import Book
from kommunvision.document.compose import SITE, compose, set_chapters
from kommunvision.document.tags import mend

_STYLE = Path(__file__).parent / "document.css"
_DEFAULT_ACCENT = "#0b5563"

# The title on the cover: its largest size, how wide its line is, in points, and how wide a bold
# letter is at most on average, as a share of the size.
_TITLE_SIZE, _TITLE_WIDTH, _LETTER = 38, 439, 0.62


class _SiteFiles(URLFetcher):  # type: ignore[misc] # WeasyPrint has no types
    """Gives out the files of one folder, and refuses everything else."""

    def __init__(self, folder: Path) -> None:
        super().__init__(allowed_protocols=(SITE,), allow_redirects=False)
        self._folder = folder.resolve()

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:  # noqa: ARG002 - as the base class
        """Return a file of the site.

        Raises:
            ValueError: It is no file of the site; WeasyPrint then does without it.
        """
        scheme, _, name = url.partition(":")
        path = (self._folder / unquote(name)).resolve()
        if scheme != SITE or not path.is_relative_to(self._folder) or not path.is_file():
            raise ValueError(url)
        kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        return URLFetcherResponse(url, path.read_bytes(), {"Content-Type": kind})


def print_book(book: Book, site: Path) -> bytes:
    """Return the document as PDF/UA-1, the same bytes for the same input on the same machine.

    Args:
        book: What stands in it.
        site: Folder of the built site, in which its pictures are found.
    """
    logging.getLogger("weasyprint").setLevel(logging.CRITICAL)
    logging.getLogger("fontTools").setLevel(logging.CRITICAL)
    fetcher = _SiteFiles(site)
    accent = book.kommun.accent or _DEFAULT_ACCENT
    own = f":root {{ --accent: {accent}; --title-size: {_title_size(book.title)}pt }}"
    text = compose(book)
    page = weasyprint.HTML(string=text, base_url=f"{SITE}:", url_fetcher=fetcher)
    set_chapters(page.etree_element, book)
    styles = [
        weasyprint.CSS(string=style, url_fetcher=fetcher)
        for style in (own, _STYLE.read_text(encoding="utf-8"))
    ]
    identifier = sha256(text.encode()).hexdigest()[:32]
    made: bytes = page.write_pdf(
        stylesheets=styles, pdf_variant="pdf/ua-1", pdf_identifier=identifier, finisher=mend
    )
    return made


def _title_size(title: str) -> int:
    """Return how large the title may be, in points, so that its longest word has room on a line."""
    longest = max(map(len, title.split()), default=1)
    return min(_TITLE_SIZE, int(_TITLE_WIDTH / (_LETTER * longest)))
