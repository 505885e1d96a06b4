"""From bytes to text: UTF-8 with line feeds, or the reason why it is something else."""

from __future__ import annotations

import re

from kommunvision.text.fault import Fault

# Control characters; line ends that only some programs know; what turns the direction of text or
# takes no room. Those that words need (soft hyphens, joiners) are left out.
UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u2028-\u202e\u2060-\u2069\ufdd0-\ufdef\ufeff\ufffe\uffff"
    "\U000e0000-\U000e0fff]"
)

# Without a meaning of their own; pictures of letters from pdf files, and our own tokens.
PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010fffd]")

_WIDE = {b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16"}


def decode(raw: bytes) -> str | Fault:
    """Return text without a byte order mark and with line feeds only; else ``KV001``."""
    if raw[:2] in _WIDE:
        details = {"encoding": _WIDE[raw[:2]], "character": ""}
        return Fault(1, 1, "KV001", "", details=details)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _wrong_word(raw, error.start)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _wrong_word(raw: bytes, position: int) -> Fault:
    """Find the first word that is not UTF-8, and read it as Windows-1252."""
    start = raw.rfind(b"\n", 0, position) + 1
    # What stands before the first wrong byte is right, but for a byte order mark.
    before = raw[start:position].decode("utf-8-sig" if start == 0 else "utf-8")
    own_start = len(before.rsplit(" ", 1)[0]) + 1 if " " in before else 0
    end = raw.find(b"\n", position)
    rest = raw[position : end if end >= 0 else len(raw)].decode("cp1252", "replace")
    word = (
        (before[own_start:] + rest).split()[0][:60] if (before[own_start:] + rest).split() else ""
    )
    details = {"encoding": "Windows-1252", "character": word}
    line = raw.count(b"\n", 0, position) + 1
    return Fault(line, own_start + 1, "KV001", word, details=details, length=max(len(word), 1))
