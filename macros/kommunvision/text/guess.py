"""What a writer probably meant by a word that means nothing here."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from kommunvision.swedish.statuses import NEGATIONS

# Comparing words is slow, and no word of ours is longer.
_LONGEST = 80


def nearest(word: str, vocabulary: Iterable[str], *, likeness: float = 0.6) -> str | None:
    """Return the word of a vocabulary that is most like the one that was written.

    Args:
        word: What was written; capitals make no difference.
        vocabulary: Words in lower case.
        likeness: From 0 to 1, how much the two must have in common.
    """
    if len(word) > _LONGEST:
        return None
    written = word.lower()
    # The opposite is like it in letters alone.
    words = [one for one in vocabulary if _denies(one) == _denies(written)]
    if written not in words and sum(_ends_or_has(one, written) for one in words) > 1:
        # What several choices have in common stands for none: "samiska" is no language by itself.
        return None
    close = get_close_matches(written, words, n=1, cutoff=likeness)
    return close[0] if close else None


def _denies(words: str) -> bool:
    return not NEGATIONS.isdisjoint(words.lower().split())


def _ends_or_has(words: str, written: str) -> bool:
    return words.endswith(written) or written in words.split()
