"""The index of a search: small files of JSON, of which the browser fetches the few it needs.

``main.json`` says how the rest is cut. A small index stands in it whole. Of a large one the words
lie in files by the alphabet, of which each word after the first of a file is in it up to the first
of the next, and the pages in files by their number.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from kommunvision.artifact import Artifact
from kommunvision.search.entry import Entry
from kommunvision.search.piece import Piece, as_json, piece, pieces, sets_of
from kommunvision.swedish.search import FUNCTION_WORDS, fold, last_parts, stems

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

# So few pages are taken one by one out of all the bits.
_FEW = 30

# The words in the order of the index, each with the JSON of the pages that it leads to: a page is
# the step from the one before. There are four lists: the word in the title, the end of a compound
# in the title, the word in the text, the end of one there.
Words = dict[str, str]


def index_files(
    page_url: str, entries: Sequence[Entry], *, several: bool, told: Iterable[Piece] = ()
) -> Iterator[Artifact]:
    """Yield the files of an index, the same for the same entries.

    Args:
        page_url: Address of the search page that the index belongs to.
        entries: What can be found.
        several: Whether the kommun of each is told.
        told: What can be found beside that, of kommuner that none of the entries is of.
    """
    own = pieces(page_url, entries) if several else [piece(page_url, entries, several=False)]
    found = sorted([*own, *told], key=lambda one: one.slug)
    words, common = _words(found)
    pages = [page for one in found for page in one.pages]
    here = f"{page_url}{FOLDER}"
    start = f'{{"common":{as_json(sorted(common))}'
    if _least(words, pages) <= WHOLE:
        whole = f'{start},"words":{_object(words)},"pages":{_array(pages)}}}'
        if len(whole) <= WHOLE:
            yield Artifact(f"{here}main.json", whole)
            return
    parts = list(_parts(words))
    firsts = [first for first, _ in parts]
    main = f'{start},"firsts":{as_json(firsts)},"each":{PAGES_A_FILE}}}'
    yield Artifact(f"{here}main.json", main)
    for number, (_, part) in enumerate(parts):
        yield Artifact(f"{here}words-{number}.json", _object(part))
    for number in range(0, len(pages), PAGES_A_FILE):
        yield Artifact(
            f"{here}pages-{number // PAGES_A_FILE}.json",
            _array(pages[number : number + PAGES_A_FILE]),
        )


def _least(words: Words, pages: Iterable[str]) -> int:
    """Return how large an index is at the least, which is known before it is put together."""
    return sum(map(len, pages)) + sum(len(word) + len(ways) for word, ways in words.items())


def _words(found: Sequence[Piece]) -> tuple[Words, set[str]]:
    """Return what each word leads to, and the words that are too common to lead anywhere."""
    titles, texts, swedish, number = _together(found)
    common = {stem for word in FUNCTION_WORDS for stem in stems(word)}
    known = frozenset({*titles, *texts})
    too_many = number / 2 if number >= _SOME_SIZE else number
    frequent = {one for one, pages in texts.items() if pages.bit_count() > too_many}
    telling = {one: pages for one, pages in texts.items() if one not in frequent}
    parts = {one: last_parts(one, known) for one in sorted(known)}
    ways = (titles, _ends(titles, parts, swedish), telling, _ends(telling, parts, swedish))
    made: Words = {}
    for one in sorted({word for way in ways for word in way}):
        lists, reached = [], 0
        for way in ways:
            pages = way.get(one, 0)
            lists.append(_steps(pages & ~reached))
            reached |= pages
        if reached:
            made[one] = _array(_short(lists))
    return made, common | frequent


def _together(found: Sequence[Piece]) -> tuple[dict[str, int], dict[str, int], int, int]:
    """Return titles and texts of all pieces as bits, the Swedish pages, and how many there are."""
    titles: dict[str, int] = {}
    texts: dict[str, int] = {}
    foreign = number = 0
    for one in found:
        for every, own in ((titles, one.titles), (texts, one.texts)):
            for word, pages in sets_of(own):
                every[word] = every.get(word, 0) | pages << number
        foreign |= int(one.foreign, 16) << number
        number += len(one.pages)
    return titles, texts, ((1 << number) - 1) & ~foreign, number


def _ends(
    way: Mapping[str, int], parts: Mapping[str, frozenset[str]], swedish: int
) -> dict[str, int]:
    """Return the pages by the ends of compounds.

    Only Swedish words are known to be compounds, and where they part.
    """
    found: dict[str, int] = {}
    for word, pages in way.items():
        for part in parts[word]:
            found[part] = found.get(part, 0) | (pages & swedish)
    return found


def _steps(pages: int) -> str:
    """Return the numbers of pages, each as the step from the one before; the first from 0."""
    if not pages:
        return "[]"
    found: list[int] = []
    if pages.bit_count() > _FEW:
        # To each one there are as many signs as there are pages to it.
        found = list(map(len, bin(pages)[:1:-1].replace("1", "1 ").split()))
    else:
        while pages:
            step = (pages & -pages).bit_length()
            pages >>= step
            found.append(step)
    found[0] -= 1
    return str(found).replace(" ", "")


def _short(ways: list[str]) -> list[str]:
    """Leave out the empty lists at the end."""
    while ways and ways[-1] == "[]":
        ways.pop()
    return ways


def _key(word: str) -> str:
    """Return what a word is sorted by: plain letters, all equally many."""
    return _NOT_PLAIN.sub("_", fold(word))[:_LONGEST_KEY].ljust(_LONGEST_KEY, "-")


def _parts(found: Words) -> Iterator[tuple[str, Words]]:
    """Yield files of words, each with the key of its first word; equal keys stand together."""
    by_key: dict[str, Words] = {}
    for word, ways in found.items():
        by_key.setdefault(_key(word), {})[word] = ways
    first, part, size = "", Words(), 0
    for key in sorted(by_key):
        more = len(_object(by_key[key]))
        if part and size + more > LARGEST:
            yield first, part
            first, part, size = "", Words(), 0
        first = first or key
        part.update(by_key[key])
        size += more
    if part:
        yield first, part


def _array(items: Iterable[str]) -> str:
    return f"[{','.join(items)}]"


def _object(items: Mapping[str, str]) -> str:
    return f"{{{','.join(f'{as_json(key)}:{value}' for key, value in items.items())}}}"
