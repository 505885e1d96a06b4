"""Letters that were encoded twice: what was written, where that is certain."""

from __future__ import annotations

import re

from kommunvision.swedish.format import number
from kommunvision.swedish.problems.objects import WORDS
from kommunvision.text.fault import Fault, line_and_column

# The bytes that go on with a character in UTF-8, in the two encodings that they are mostly read in.
_LATER = {
    text: byte
    for byte in range(0x80, 0xC0)
    for text in {chr(byte), bytes([byte]).decode("cp1252", "replace")} - {"\ufffd"}
}
_GOES_ON = f"[{re.escape(''.join(_LATER))}]"

# Letters of Latin-1; dashes, quotation marks and the like; the euro. Nothing else is certain.
_TWICE = re.compile(
    f"[\u00c2\u00c3]{_GOES_ON}|\u00e2[\x80\u20ac]{_GOES_ON}|\u00e2[\x82\u201a][\xac]"
)
# Each begins with one of these; most texts have none, which is soon seen.
_BEGINS = "\u00c2", "\u00c3", "\u00e2"
_WORD = re.compile(rf"(?:{_TWICE.pattern}|[^\s])+")


def doubled(text: str) -> Fault | None:
    """Return the first word with such letters, what was meant, and how many words there are."""
    if not (any(sign in text for sign in _BEGINS) and _TWICE.search(text)):
        return None
    wrong = [word for word in _WORD.finditer(text) if _TWICE.search(word[0])]
    first, count = wrong[0], len(wrong)
    words = WORDS[count > 1].format(number=number(count))
    details = {"word": first[0], "meant": _TWICE.sub(_once, first[0]), "words": words}
    place = line_and_column(text, first.start())
    return Fault(*place, "KV027", first[0], details=details, length=len(first[0]))


def _once(found: re.Match[str]) -> str:
    return bytes(_LATER.get(sign) or ord(sign) for sign in found[0]).decode("utf-8")
