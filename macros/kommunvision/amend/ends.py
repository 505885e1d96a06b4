"""The ends of a file's lines, and its byte order mark, are taken off and put back."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

_MARK = "\ufeff"
_LINE_END = re.compile(r"\r\n|\r|\n")


def fed_of(text: str) -> str:
    """Return a text without a byte order mark and with line feeds only."""
    return _LINE_END.sub("\n", text.removeprefix(_MARK))


def with_ends_of(text: str, new: str) -> str:
    """Return a text with the line ends, and the byte order mark, that the old one has."""
    mark = _MARK if text.startswith(_MARK) else ""
    ends = _LINE_END.findall(text)
    if len(set(ends)) <= 1:
        return mark + new.replace("\n", ends[0] if ends else "\n")
    usual = max(sorted(set(ends)), key=ends.count)
    old, lines = fed_of(text).split("\n"), new.split("\n")
    own = dict(enumerate(ends))
    now = [usual] * len(lines)
    for block in SequenceMatcher(None, old, lines, autojunk=False).get_matching_blocks():
        for step in range(block.size):
            now[block.b + step] = own.get(block.a + step, usual)
    pieces = [line + end for line, end in zip(lines[:-1], now, strict=False)]
    return mark + "".join(pieces) + lines[-1]
