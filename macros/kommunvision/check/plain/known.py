"""Words that are right although the dictionary lacks them: names, ids, what the kommun says so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from kommunvision.check.plain.texts import Text
from kommunvision.check.walk import entries
from kommunvision.model import Kommun, Reference
from kommunvision.swedish.keys import Kind
from kommunvision.swedish.plain.right import RIGHT
from kommunvision.swedish.registry import REGIONS, kommuner
from kommunvision.text.passages import Shape, Token
from kommunvision.text.spelling import Dictionary

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")

# A part of a compound that the dictionary lacks is at least so long, and so is the rest.
_SHORTEST_PART = 4
_GENITIVE = "s"
_BETWEEN_PARTS = ("", "s")


@dataclass(frozen=True, slots=True)
class Known:
    """Words that need no dictionary."""

    words: frozenset[str]
    """In lower case."""

    def knows(self, word: str, dictionary: Dictionary) -> bool:
        """Tell whether a word is right: as it is, as a genitive, or made of known parts."""
        first, hyphen, rest = word.partition("-")
        if hyphen and self.knows(first, dictionary) and self.knows(rest, dictionary):
            return True
        small = word.lower()
        if self._has(small) or dictionary.knows(word) or dictionary.knows(small):
            return True
        return any(self._has_part(small, place, dictionary) for place in _borders(small))

    def _has(self, word: str) -> bool:
        return word in self.words or (
            word.endswith(_GENITIVE) and word.removesuffix(_GENITIVE) in self.words
        )

    def _has_part(self, word: str, place: int, dictionary: Dictionary) -> bool:
        """Tell whether a compound has a part of the kommun's own words, and a word beside it."""
        first, last = word[:place], word[place:]
        if self._has(last) and dictionary.knows(first):
            return True
        rests = [last.removeprefix(link) for link in _BETWEEN_PARTS]
        return first in self.words and any(map(dictionary.knows, rests))


def _borders(word: str) -> range:
    return range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1)


@cache
def _public_names() -> frozenset[str]:
    """Return the words in the names of all kommuner, regioner and counties."""
    official = [name for one in kommuner().values() for name in (one.name, one.formal_name)]
    counties = [one.county for one in kommuner().values()]
    return frozenset(_words([*official, *counties, *REGIONS.values()]))


def known_to(together: Iterable[Kommun], texts: Iterable[Text]) -> Known:
    """Return the words that are right in the texts of a kommun, or of several.

    Args:
        together: The kommuner whose names, ids and own lists count.
        texts: Their texts; a word that has a capital within a sentence is a name there.
    """
    named = [word for kommun in together for word in _words(_names(kommun))]
    own = (one for kommun in together if kommun.plain for one in kommun.plain.correct)
    return Known(_public_names() | RIGHT | frozenset([*named, *_words(own), *_capitals(texts)]))


def _words(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        for found in _WORD.findall(text):
            yield found.lower()
            yield from found.lower().split("-")


def _names(kommun: Kommun) -> Iterator[str]:
    """Yield what the data names: bodies, sources, people, units, levels, ids."""
    for entry in entries(kommun):
        values = entry.value if isinstance(entry.value, tuple) else (entry.value,)
        # A title is written by hand in full; what is wrong there would be right everywhere.
        if entry.field.kind in {Kind.LINE, Kind.ID} and entry.field.attribute not in _SENTENCES:
            yield from (value for value in values if isinstance(value, str))
        if entry.field.kind is Kind.REFERENCE:
            yield from (one.name for one in values if isinstance(one, Reference) and one.name)


_SENTENCES = frozenset({"title", "alt"})


def _capitals(texts: Iterable[Text]) -> Iterator[str]:
    for text in texts:
        for passage in text.passages:
            if passage.shape is Shape.CELL:
                continue
            for sentence in passage.sentences:
                yield from (one.text.lower() for one in sentence[1:] if is_name(one))


def is_name(token: Token) -> bool:
    """Tell whether a word begins with a capital."""
    return token.text[:1].isupper()
