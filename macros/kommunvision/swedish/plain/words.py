"""How plain language is told of: what LIX means, what texts are called, the page for staff."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from kommunvision.swedish.format import alternatives

# The lowest LIX of each step, and what it means; Björnsson's scale.
MEANINGS: Final[tuple[tuple[int, str], ...]] = (
    (61, "mycket svår, som byråkratsvenska"),
    (51, "svår, som facktexter"),
    (41, "medelsvår, som dagstidningar"),
    (30, "lätt, som skönlitteratur"),
    (0, "mycket lätt, som barnböcker"),
)

# What a text of the data files is called; which says what it is about, and key what it is.
IN_DATA: Final = "{which}: {key}"
ABOUT: Final = '{which}: {key} om "{about}"'
# What a key of an easy text is called, beside the same key of the text that it goes with.
EASY: Final = "lättläst {key}"
TITLE_OF_PAGE: Final = "{page}: {key}"


def meaning(lix: int) -> str:
    """Return what a LIX says of a text, as words after a colon."""
    return next(words for lowest, words in MEANINGS if lix >= lowest)


def near(suggestions: Iterable[str]) -> str:
    """Return the question what somebody meant; nothing without a suggestion."""
    listed = [f'"{one}"' for one in suggestions]
    return f"Menade du {alternatives(listed)}? " if listed else ""
