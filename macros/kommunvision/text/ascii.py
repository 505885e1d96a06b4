"""Any text as a part of an address: lower case ASCII letters, digits and hyphens."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache


@lru_cache(maxsize=5_000)
def ascii_id(text: str) -> str:
    """Return the nearest valid id to a text."""
    letters = unicodedata.normalize("NFD", text.lower())
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return "-".join(re.findall(r"[a-z0-9]+", plain))
