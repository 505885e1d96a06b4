"""Links that are none, since there is room between their two parts: [mal] (mal.md)."""

from __future__ import annotations

import re
from collections.abc import Iterator

# In the second part stands what can only be an address; else it may be words in brackets.
_PARTED = re.compile(
    r"(?<!!)\[[^\[\]\n]+\][ \t\xa0]+\("
    r"(?:(?:https?://|mailto:|tel:|www\.)[^\s()]+|(?:[\w.-]+/)*[\w-]+\.(?:md|pdf|html?)(?:#[\w-]*)?)\)"
)


def parted(text: str) -> Iterator[tuple[int, str]]:
    """Yield where such links begin, and what is written."""
    for found in _PARTED.finditer(text):
        yield found.start(), found[0]
