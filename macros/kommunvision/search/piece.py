"""What can be found of one kommun, ready to stand in an index together with others.

Pages have numbers by their places in the piece. A set of pages is a number in hexadecimal digits,
whose bits say which pages are in it: sets so written are small, and quickly put together. Words
with their sets stand in one text, since those of all kommuner are in memory at the same time.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from kommunvision.address import relative
from kommunvision.search.entry import Entry
from kommunvision.swedish.search import FUNCTION_WORDS, stems, words

# As small as JSON can be; made once, since most that is written with it is a single word.
as_json: Callable[[object], str] = json.JSONEncoder(
    ensure_ascii=False, separators=(",", ":")
).encode


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Pages with the words that lead to them."""

    slug: str
    """Slug of the kommun; empty for what spans kommuner."""
    pages: tuple[str, ...]
    """What is shown of each page, as JSON."""
    titles: str
    """The words of titles, each followed by the set of pages that have it there."""
    texts: str
    """The words of texts, in the same way."""
    foreign: str = "0"
    """The pages in other languages than Swedish."""


def pieces(page_url: str, entries: Iterable[Entry]) -> Iterator[Piece]:
    """Yield what can be found of each kommun by itself, for an index that tells of the kommun.

    Args:
        page_url: Address of the search page that the index belongs to.
        entries: What can be found.
    """
    by_slug: dict[str, list[Entry]] = {}
    for entry in entries:
        by_slug.setdefault(entry.slug or "", []).append(entry)
    for slug, found in by_slug.items():
        yield piece(page_url, found, slug=slug, several=True)


def piece(page_url: str, entries: Iterable[Entry], *, slug: str = "", several: bool) -> Piece:
    """Return entries as one piece.

    Args:
        page_url: As for ``pieces``.
        entries: What can be found.
        slug: Slug of their kommun.
        several: Whether the kommun of each is told.
    """
    shown = sorted(entries, key=lambda entry: (entry.slug or "", entry.url))
    return Piece(
        slug=slug,
        pages=tuple(_shown(entry, page_url, several=several) for entry in shown),
        titles=_sets(shown, lambda entry: found_by(entry.title, entry.lang)),
        texts=_sets(shown, _text),
        foreign=f"{sum(1 << number for number, entry in enumerate(shown) if entry.lang):x}",
    )


def sets_of(told: str) -> Iterator[tuple[str, int]]:
    """Yield the words of a piece, each with its pages as bits."""
    parts = iter(told.split())
    return ((word, int(pages, 16)) for word, pages in zip(parts, parts, strict=True))


def entries_of(found: Piece) -> Iterator[Entry]:
    """Yield what a register lists of a piece of another kommun."""
    for page in found.pages:
        url, title, kind, sentence, *more = json.loads(page)
        kommun, lang = (*more, None, None)[:2]
        yield Entry(
            url=url.removeprefix("../"),
            title=title,
            kind=kind,
            sentence=sentence,
            stems="",
            slug=found.slug,
            kommun=kommun or None,
            lang=lang,
        )


def stems_of(text: str, lang: str | None = None) -> str:
    """Return the stems of a text, as an entry has them."""
    return " ".join(sorted(found_by(text, lang)))


def found_by(text: str, lang: str | None) -> set[str]:
    """Return what leads to a text: stems of Swedish words, words of other languages as they are."""
    return set(words(text)) if lang else _stems(text)


def _stems(text: str) -> set[str]:
    telling = set(words(text)).difference(FUNCTION_WORDS)
    return {stem for word in telling for stem in stems(word)}


def _text(entry: Entry) -> set[str]:
    return _stems(f"{entry.kind} {entry.kommun or ''}").union(entry.stems.split())


def _sets(entries: Iterable[Entry], words_of: Callable[[Entry], set[str]]) -> str:
    found: dict[str, int] = {}
    for number, entry in enumerate(entries):
        bit = 1 << number
        for word in words_of(entry):
            found[word] = found.get(word, 0) | bit
    return " ".join(f"{word} {found[word]:x}" for word in sorted(found))


def _shown(entry: Entry, page_url: str, *, several: bool) -> str:
    shown = [relative(entry.url, page_url), entry.title, entry.kind, entry.sentence]
    kommun = entry.kommun if several and entry.kommun else ""
    more = [kommun, entry.lang or ""] if entry.lang else [kommun]
    return as_json([*shown, *more] if any(more) else shown)
