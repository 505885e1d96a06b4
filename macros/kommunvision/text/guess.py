"""What a writer probably meant by a word that means nothing here."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

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
    # A word that several choices have in common stands for none of them.
    words = list(vocabulary)
    if sum(word.lower() in one.split() for one in words) > 1:
        return None
    close = get_close_matches(word.lower(), words, n=1, cutoff=likeness)
    return close[0] if close else None
