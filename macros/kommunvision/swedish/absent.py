"""Words that people and their programs write where there is no value."""

from __future__ import annotations

import re

from kommunvision.swedish.keys.measure import MISSING

_WORDS = {
    *MISSING,
    *("saknas", "värde saknas", "uppgift saknas", "data saknas", "ingen uppgift", "inget värde"),
    *("ej mätt", "inte mätt", "framgår inte av källan", "n/a", "na", "e.u."),
    *("nan", "inf", "infinity", "null", "none", "nil", "undefined"),
}

# Dashes, points and question marks alone; what a spreadsheet has in place of a result.
_SIGNS = re.compile(r"[-–—−.…?*/\s]+|#\S+[!?]?|#saknas!?", re.IGNORECASE)


def stands_for_nothing(value: object) -> bool:
    """Tell whether what stands in place of a value says that there is none."""
    if not isinstance(value, str):
        return False
    words = " ".join(value.casefold().split())
    return words.lstrip("+-.") in _WORDS or _SIGNS.fullmatch(words) is not None
