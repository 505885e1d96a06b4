"""What somebody is likely to have meant by a cell that cannot be taken."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from kommunvision.load.meant import meant_date
from kommunvision.swedish.collect import ERROR_VALUES
from kommunvision.text.guess import nearest

_ERROR = re.compile(rf"#(?:{ERROR_VALUES}|[A-Z0-9/]+[!?]|#+)")
_AROUND: Final = " \t\"'”“’.,;:!*()"

# Spreadsheet programs count days from here; these are within the time that is reported.
_FIRST_DAY: Final = date(1899, 12, 30)
_SERIAL = re.compile(r"[45]\d{4}")
_BACKWARDS = re.compile(r"(\d{1,2})-(\d{1,2})-(20\d\d)")
_SHORT = re.compile(r"([0-4]\d)(\d\d)(\d\d)")


def is_error_value(text: str) -> bool:
    """Tell whether a text is an error of a formula, pasted as a value or by a Swedish program."""
    return _ERROR.fullmatch(text) is not None


def word_meant(text: str, words: Sequence[str]) -> str | None:
    """Return the word of a list that a text is likely to mean, with something added to it."""
    plain = text.casefold().strip(_AROUND)
    found = [one for one in words if re.search(rf"(?<!\w){re.escape(one.casefold())}(?!\w)", plain)]
    found = [one for one in found if not any(one != other and one in other for other in found)]
    if len(found) > 1:
        return None
    # What stands before a word may turn it into its opposite.
    if found and plain.startswith(found[0].casefold()):
        return found[0]
    return nearest(text, words)


def day_meant(text: str) -> str | None:
    """Return the day that a text is likely to mean."""
    if _SERIAL.fullmatch(text):
        return (_FIRST_DAY + timedelta(days=int(text))).isoformat()
    if found := _BACKWARDS.fullmatch(text):
        return _day(found[3], found[2], found[1])
    if found := _SHORT.fullmatch(text):
        return _day(f"20{found[1]}", found[2], found[3])
    return meant_date(text)


def _day(*parts: str) -> str | None:
    try:
        return date(*map(int, parts)).isoformat()
    except ValueError:
        return None
