"""Words that a list explains are found in finished HTML, and become links where they first stand.

Only running text is marked: no headings, no links, no tables. What is quoted is read, since its
words are explained beside it, but stands as it was written.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

_TOKEN = re.compile(r"""(<(?:[^<>"']|"[^"]*"|'[^']*')*>)""")
_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)")
_CLASS = re.compile(r'\sclass="([^"]*)"')
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_SPACE = re.compile(r"\s+")

_VOID = frozenset({"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"})

_RUNNING = frozenset({"p", "li"})
_INLINE = frozenset({"em", "strong", "b", "i"})
_LISTS = frozenset({"ul", "ol"})
_QUOTING = "blockquote"
_ANSWER = "kv-lead"
_SILENT: Final = (
    "a button code dt figcaption h1 h2 h3 h4 h5 h6 label legend nav pre script style summary svg "
    "table"
)
_SILENT_TAGS = frozenset(_SILENT.split())
_SILENT_CLASSES = frozenset({"kv-cards", "kv-contact", "kv-source", "kv-words"})

_GENITIVE = "s"


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of a list, each with its forms, by the first word of each form."""

    _beginnings: dict[str, list[tuple[tuple[str, ...], int]]] = field(default_factory=dict)

    @classmethod
    def of(cls, words: Iterable[Sequence[str]]) -> Vocabulary:
        """Return a vocabulary of words that are told by their numbers; the first form wins."""
        made = cls()
        for number, forms in enumerate(words):
            for form in forms:
                parts = tuple(found[0].lower() for found in _WORD.finditer(form))
                if parts:
                    made._beginnings.setdefault(parts[0], []).append((parts, number))
        for several in made._beginnings.values():
            several.sort(key=lambda one: -len(one[0]))
        return made

    def __bool__(self) -> bool:
        return bool(self._beginnings)

    def found_in(self, text: str) -> Iterator[tuple[int, int, int]]:
        """Yield each place of a word in a text: its beginning, its end, the word's number."""
        words = list(_WORD.finditer(text))
        place = 0
        while place < len(words):
            number, length = self._at(text, words, place)
            if length:
                yield words[place].start(), words[place + length - 1].end(), number
            place += length or 1

    def _at(self, text: str, words: Sequence[re.Match[str]], place: int) -> tuple[int, int]:
        """Return the number of the word that stands at a place, and of how many words it is."""
        first = words[place][0].lower()
        beginnings = dict.fromkeys((first, first.removesuffix(_GENITIVE)))
        for parts, number in (one for key in beginnings for one in self._beginnings.get(key, ())):
            several = words[place : place + len(parts)]
            told = [found[0].lower() for found in several]
            gaps = (text[one.end() : two.start()] for one, two in pairwise(several))
            whole = told in ([*parts], [*parts[:-1], parts[-1] + _GENITIVE])
            if whole and all(_SPACE.fullmatch(gap) for gap in gaps):
                return number, len(parts)
        return 0, 0


def gloss(
    html: str, vocabulary: Vocabulary, link: Callable[[int, str], str]
) -> tuple[str, tuple[int, ...]]:
    """Return HTML with links, and the numbers of the words that it has, in their order.

    Args:
        html: Finished, well-formed HTML.
        vocabulary: The words.
        link: Makes a link of a word's number and of the word as it stands, which is HTML.
    """
    standing = _Standing()
    linked: set[int] = set()
    met: dict[int, None] = {}
    made = []
    for token in _TOKEN.split(html):
        if token.startswith("<"):
            standing.pass_by(token)
        elif token and (standing.running or standing.read):
            token = _glossed(token, vocabulary, link, linked, met, marks=standing.running)  # noqa: PLW2901
        made.append(token)
    return "".join(made), tuple(met)


def _glossed(  # noqa: PLR0913 - what is known so far is handed along
    text: str,
    vocabulary: Vocabulary,
    link: Callable[[int, str], str],
    linked: set[int],
    met: dict[int, None],
    *,
    marks: bool,
) -> str:
    made, last = [], 0
    for start, end, number in vocabulary.found_in(text):
        met.setdefault(number)
        if marks and number not in linked:
            linked.add(number)
            made += [text[last:start], link(number, text[start:end])]
            last = end
    return "".join([*made, text[last:]])


class _Standing:
    """Where in a document something stands, while its tags are passed one by one."""

    def __init__(self) -> None:
        self.running = False
        """Whether it is running text, not within anything that is left alone."""
        self.read = False
        """Whether it is quoted, or an answer, and so read without being marked."""
        self._open: list[tuple[bool, bool, bool]] = []
        self._silent = False
        self._list_is_plain = True

    def pass_by(self, token: str) -> None:
        """Go on behind a tag."""
        tag = _TAG.match(token)
        if tag is None or tag[2] in _VOID or token.endswith("/>"):
            return
        if tag[1]:
            if self._open:
                self.running, self.read, self._silent = self._open.pop()
            return
        self._open.append((self.running, self.read, self._silent))
        found = _CLASS.search(token)
        self._enter(tag[2], frozenset(found[1].split()) if found else frozenset())

    def _enter(self, tag: str, classes: frozenset[str]) -> None:
        if tag in _SILENT_TAGS or classes & _SILENT_CLASSES:
            self._silent = True
        if tag == _QUOTING or _ANSWER in classes:
            self.read = True
        if tag in _LISTS:
            self._list_is_plain = not classes
        if tag in _RUNNING:
            plain = not classes and (tag == "p" or self._list_is_plain)
            self.running = plain and not (self.read or self._silent)
        elif tag not in _INLINE or classes:
            self.running = False
        self.read = self.read and not self._silent
