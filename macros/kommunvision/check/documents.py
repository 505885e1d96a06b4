"""Documents that say who wrote them, and where: people who work with a text are no part of it."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from kommunvision.check.pdf_words import LARGEST_OPENED, Told, told
from kommunvision.origin import Origin
from kommunvision.problem import Problem, problem

# Where a document of an office program says it, and in which elements.
_OFFICE = {
    **dict.fromkeys((".docx", ".xlsx", ".pptx"), "docProps/core.xml"),
    **dict.fromkeys((".odt", ".ods", ".odp"), "meta.xml"),
}
_PEOPLE = re.compile(
    r"<(?:dc:creator|cp:lastModifiedBy|meta:initial-creator)(?:\s[^<>]*)?>([^<>]+)</"
)
_PDF = ".pdf"
_AUTHOR = re.compile(
    rb"/Author\s*\(((?:\\.|[^\\()])+)\)|<dc:creator>.{0,200}?<rdf:li>([^<>]+)<", re.DOTALL
)
_MOST_READ = 200_000
# The words about a pdf stand at its beginning or its end.
_PDF_READ = 2_000_000


def authors(file: Path, path: str) -> Iterator[Problem]:
    """Yield the names of people, and of their folders, that a document carries with it."""
    ending = file.suffix.lower()
    found: list[str] = []
    paths: tuple[str, ...] = ()
    try:
        if ending in _OFFICE:
            found = _of_office(file, _OFFICE[ending])
        elif ending == _PDF:
            found, paths = _of_pdf(file)
    except (OSError, BadZipFile, KeyError, NotImplementedError, RuntimeError, EOFError, ValueError):
        # All that zipfile and zlib raise of a file that is none; whoever downloads it will notice.
        return
    for name in dict.fromkeys(word.strip() for word in found):
        if name:
            yield problem("KV742", Origin(path), file=path, word=name[:60])
    for place in dict.fromkeys(paths):
        yield problem("KV127", Origin(path), file=path, word=place[:120])


def _of_office(file: Path, inside: str) -> list[str]:
    with ZipFile(file) as opened, opened.open(inside) as part:
        text = part.read(_MOST_READ).decode("utf-8", "replace")
    return [html.unescape(name) for name in _PEOPLE.findall(text)]


def _of_pdf(file: Path) -> tuple[list[str], tuple[str, ...]]:
    """Return the names and the paths in a PDF.

    An earlier version of the document may stand before the present one, so what is plain text is
    looked at too.
    """
    with file.open("rb") as opened:
        raw = opened.read(_PDF_READ)
        size = file.stat().st_size
        if size > _PDF_READ:
            opened.seek(max(size - _PDF_READ, _PDF_READ))
            raw += opened.read(_PDF_READ)
        opened.seek(0)
        known = told(opened) if size <= LARGEST_OPENED else Told()
    plainly = [_name(plain or described) for plain, described in _AUTHOR.findall(raw)]
    return [*known.people, *plainly], known.paths


def _name(raw: bytes) -> str:
    written = re.sub(rb"\\([()\\])", rb"\1", raw)
    if written.startswith(b"\xfe\xff"):
        return written.decode("utf-16", "replace")
    try:
        return written.decode("utf-8")
    except UnicodeDecodeError:
        return written.decode("latin-1")
