"""LIX, the Swedish measure of how hard a text is to read."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from kommunvision.text.passages import Passage, Shape

# A shorter text has too few sentences for the measure to say anything.
FEWEST_WORDS = 50
FEWEST_SENTENCES = 3

_SENTENCE_END = re.compile(r"[.!?\u2026][\"\u201d\u2019\u00bb)\]\s]*$")


@dataclass(frozen=True, slots=True)
class Reading:
    """What LIX is made of: words, sentences, words of more than six letters."""

    words: int
    sentences: int
    long_words: int

    @property
    def lix(self) -> int | None:
        """Words per sentence plus long words in per cent, rounded; none for too short a text."""
        if self.words < FEWEST_WORDS or self.sentences < FEWEST_SENTENCES:
            return None
        # Halves up, as people round.
        exact = self.words / self.sentences + 100 * self.long_words / self.words
        return int(exact + 0.5)

    def __add__(self, other: Reading) -> Reading:
        """Return the reading of two texts together."""
        return Reading(
            self.words + other.words,
            self.sentences + other.sentences,
            self.long_words + other.long_words,
        )


def read(passages: Iterable[Passage]) -> Reading:
    """Count the words and sentences of paragraphs and lists; headings and tables have none.

    Points of a list that are no sentences are left out too: a row of names is no easy text.
    """
    sentences = [
        [token for token in sentence if token.is_word]
        for passage in passages
        if _has_sentences(passage)
        for sentence in passage.sentences
    ]
    words = [token for sentence in sentences for token in sentence]
    return Reading(len(words), len(sentences), sum(token.is_long for token in words))


def _has_sentences(passage: Passage) -> bool:
    if passage.shape is Shape.POINT:
        return bool(_SENTENCE_END.search(passage.text))
    return passage.shape is Shape.PARAGRAPH
