"""The index of a search: small files of JSON, of which the browser fetches the few it needs.

``main.json`` says how the rest is cut. A small index stands in it whole. Of a large one the words
lie in files by the alphabet, of which each word after the first of a file is in it up to the first
of the next, and the pages in files by their number.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from kommunvision.address import relative
from kommunvision.artifact import Artifact
from kommunvision.search.entry import Entry
from kommunvision.swedish.search import FUNCTION_WORDS, fold, last_parts, stems, words

# Where an index lies, from its page.
FOLDER = "index/"

# Characters of JSON: so much is fetched at once, and so large is a file of words at most,
# unless a single word fills more.
WHOLE = 100_000
LARGEST = 30_000

PAGES_A_FILE = 30

# In a site of some size, a word on more than half of the pages leads to none of them.
_SOME_SIZE = 50

_NOT_PLAIN = re.compile("[^a-z0-9]")
_LONGEST_KEY = 12

# For each word the pages that it leads to, each as the step from the one before, in four lists: the
# word in the title, the end of a compound in the title, the word in the text, the end of one there.
Words = dict[str, list[list[int]]]


def index_files(page_url: str, entries: Sequence[Entry], *, several: bool) -> Iterator[Artifact]:
    """Yield the files of an index, the same for the same entries.

    Args:
        page_url: Address of the search page that the index belongs to.
        entries: What can be found.
        several: Whether the kommun of each is told.
    """
    shown = sorted(entries, key=lambda entry: (entry.slug or "", entry.url))
    found, common = _words(shown)
    pages = [_shown(entry, page_url, several=several) for entry in shown]
    here = f"{page_url}{FOLDER}"
    whole = {"common": sorted(common), "words": found, "pages": pages}
    if len(text := _json(whole)) <= WHOLE:
        yield Artifact(f"{here}main.json", text)
        return
    parts = list(_parts(found))
    firsts = [first for first, _ in parts]
    main = {"common": sorted(common), "firsts": firsts, "each": PAGES_A_FILE}
    yield Artifact(f"{here}main.json", _json(main))
    for number, (_, part) in enumerate(parts):
        yield Artifact(f"{here}words-{number}.json", _json(part))
    for number in range(0, len(pages), PAGES_A_FILE):
        yield Artifact(
            f"{here}pages-{number // PAGES_A_FILE}.json",
            _json(pages[number : number + PAGES_A_FILE]),
        )


def _shown(entry: Entry, page_url: str, *, several: bool) -> list[str]:
    shown = [relative(entry.url, page_url), entry.title, entry.kind, entry.sentence]
    kommun = entry.kommun if several and entry.kommun else ""
    more = [kommun, entry.lang or ""] if entry.lang else [kommun]
    return [*shown, *more] if any(more) else shown


def _words(entries: Sequence[Entry]) -> tuple[Words, set[str]]:
    """Return what each word leads to, and the words that are too common to lead anywhere."""
    titles = [_found_by(entry.title, entry.lang) for entry in entries]
    texts = [
        _stems(f"{entry.kind} {entry.kommun or ''}").union(entry.stems.split()) for entry in entries
    ]
    common = {stem for word in FUNCTION_WORDS for stem in stems(word)}
    count: defaultdict[str, int] = defaultdict(int)
    for text in texts:
        for one in text:
            count[one] += 1
    known = frozenset({*count, *(one for title in titles for one in title)})
    too_many = len(entries) / 2 if len(entries) >= _SOME_SIZE else len(entries)
    frequent = {one for one, pages in count.items() if pages > too_many}
    ends = {one: last_parts(one, known) for one in sorted(known)}
    found: dict[str, list[list[int]]] = {}
    for page, (entry, title, text) in enumerate(zip(entries, titles, texts, strict=True)):
        telling = text - frequent
        # Only Swedish words are known to be compounds, and where they part.
        parted = {} if entry.lang else ends
        ways = (title, _ends(title, parted), telling, _ends(telling, parted))
        reached: set[str] = set()
        for rank, way in enumerate(ways):
            for one in way - reached:
                found.setdefault(one, [[], [], [], []])[rank].append(page)
            reached |= way
    made = {one: _short([_steps(pages) for pages in found[one]]) for one in sorted(found)}
    return made, common | frequent


def stems_of(text: str, lang: str | None = None) -> str:
    """Return the stems of a text, as an entry has them."""
    return " ".join(sorted(_found_by(text, lang)))


def _stems(text: str) -> set[str]:
    return {stem for word in words(text) if word not in FUNCTION_WORDS for stem in stems(word)}


def _found_by(text: str, lang: str | None) -> set[str]:
    """Return what leads to a text: stems of Swedish words, words of other languages as they are."""
    return set(words(text)) if lang else _stems(text)


def _ends(stems: Iterable[str], ends: Mapping[str, frozenset[str]]) -> set[str]:
    return {part for one in stems for part in ends.get(one, ())}


def _steps(pages: Sequence[int]) -> list[int]:
    return [page - before for before, page in zip([0, *pages], pages, strict=False)]


def _short(ways: list[list[int]]) -> list[list[int]]:
    """Leave out the empty lists at the end."""
    while ways and not ways[-1]:
        ways.pop()
    return ways


def _key(word: str) -> str:
    """Return what a word is sorted by: plain letters, all equally many."""
    return _NOT_PLAIN.sub("_", fold(word))[:_LONGEST_KEY].ljust(_LONGEST_KEY, "-")


def _parts(found: Words) -> Iterator[tuple[str, Words]]:
    """Yield files of words, each with the key of its first word; equal keys stand together."""
    by_key: defaultdict[str, Words] = defaultdict(dict)
    for word, ways in found.items():
        by_key[_key(word)][word] = ways
    first, part, size = "", Words(), 0
    for key in sorted(by_key):
        more = len(_json(by_key[key]))
        if part and size + more > LARGEST:
            yield first, part
            first, part, size = "", Words(), 0
        first = first or key
        part.update(by_key[key])
        size += more
    if part:
        yield first, part


def _json(value: Any) -> str:  # noqa: ANN401 - anything that JSON knows
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
