"""From bytes to text: UTF-8 with line feeds, or the reason why it is something else."""

from __future__ import annotations

import re

from kommunvision.swedish.encodings import encoding_name
from kommunvision.text.encoding import encoding_of, is_wide
from kommunvision.text.fault import Fault

# Control characters; line ends that only some programs know; what turns the direction of text or
# takes no room. Those that words need (soft hyphens, joiners) are left out.
UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u2028-\u202e\u2060-\u2069\ufdd0-\ufdef\ufeff\ufffe\uffff"
    "\U000e0000-\U000e0fff]"
)

# Without a meaning of their own; pictures of letters from pdf files, and our own tokens.
PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010fffd]")


def decode(raw: bytes) -> str | Fault:
    """Return text without a byte order mark and with line feeds only; else ``KV001``."""
    if is_wide(raw):
        return _fault(1, 1, "", raw)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _wrong_word(raw, error.start)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _wrong_word(raw: bytes, position: int) -> Fault:
    """Find the first word that is not UTF-8, and read it in the encoding that it seems to have."""
    name = encoding_of(raw)
    if name is None:
        return _fault(1, 1, "", raw)
    start = max(raw.rfind(end, 0, position) for end in (b"\n", b"\r")) + 1
    # What stands before the first wrong byte is right, but for a byte order mark.
    before = raw[start:position].decode("utf-8-sig" if start == 0 else "utf-8")
    own_start = len(before.rsplit(" ", 1)[0]) + 1 if " " in before else 0
    rest = re.split(rb"[\r\n]", raw[position:], maxsplit=1)[0].decode(name, "replace")
    words = (before[own_start:] + rest).split()
    word = words[0][:60] if words else ""
    above = raw[:start].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    return _fault(above.count(b"\n") + 1, own_start + 1, word, raw)


def _fault(line: int, column: int, word: str, raw: bytes) -> Fault:
    details = {"encoding": encoding_name(encoding_of(raw)), "character": word}
    return Fault(line, column, "KV001", word, details=details, length=max(len(word), 1))
