"""How high a frame must be for an embed to be seen whole on a phone, reckoned from its HTML."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil
from textwrap import wrap
from typing import Final

from kommunvision.text.elements import follow

WIDTH = 600
"""What an embed is as wide as where nobody says otherwise."""

# An embed's own edge above and below; and room for other letters, and for what wraps otherwise.
_EDGE = 50
_ROOM = 1.29


@dataclass(frozen=True, slots=True)
class _Kind:
    """How the text of an element is set where the frame is 320 pixels wide."""

    signs: int
    """So many find room on a line."""
    line: int
    gap: int
    """Pixels above and below it."""


_KINDS: Final = {
    "p": _Kind(31, 30, 20),
    "li": _Kind(23, 28, 16),
    "summary": _Kind(30, 30, 16),
    "dt": _Kind(34, 25, 12),
    "h2": _Kind(22, 31, 38),
    "h3": _Kind(25, 27, 36),
    "caption": _Kind(30, 30, 20),
    "tr": _Kind(19, 27, 46),
}
# Text within these is set otherwise, whatever element it is in.
_WITHIN: Final = {
    "figcaption": _Kind(24, 25, 2),
    "blockquote": _Kind(20, 31, 22),
    "kv-level": _Kind(36, 21, 2),
    "kv-counts": _Kind(30, 27, 5),
    "kv-card": _Kind(23, 30, 18),
    "kv-embed-foot": _Kind(32, 25, 7),
    "kv-told": _Kind(29, 30, 6),
}
# In a table of goals each cell has lines of its own; in one of figures they share them.
_CELL = _Kind(15, 27, 7)
_OF_CELLS = "kv-followup"
# What else takes room, beside text.
_BESIDE: Final = {
    "kv-quote": 120,
    "kv-card": 50,
    "kv-plot-narrow": 235,
    "kv-embed-foot": 32,
    "kv-counted": 10,
}
# The eye does not see what stands here before it is asked for, or at this width.
_UNSEEN: Final = frozenset({"svg", "thead", "details"})


def height(body: str) -> int:
    """Return the height in pixels, in whole tens."""
    reader = _Reader()
    follow(body, reader)
    return ceil((_EDGE + reader.total * _ROOM) / 10) * 10


class _Reader:
    """Adds up the lines of every block of text, and what stands between them."""

    def __init__(self) -> None:
        self.total = 0
        self._open: list[tuple[str, frozenset[str]]] = []
        self._text: list[str] = []

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Go into an element."""
        looks = frozenset(attributes.get("class", "").split())
        if self._is_block(tag):
            self._set()
        self._open.append((tag, looks))
        if not self._is_unseen():
            self.total += sum(_BESIDE.get(look, 0) for look in looks)

    def end(self, tag: str) -> None:
        """Come out of an element."""
        if self._is_block(tag):
            self._set()
        self._open.pop()

    def data(self, text: str) -> None:
        """Count what can be read."""
        if text.strip() and not self._is_unseen():
            self._text.append(text)

    def close(self) -> None:
        """Have nothing left to do."""

    def _is_block(self, tag: str) -> bool:
        return tag in _KINDS or (tag == "td" and self._stands_in(_OF_CELLS))

    def _is_unseen(self) -> bool:
        return any(tag in _UNSEEN for tag, _ in self._open)

    def _stands_in(self, name: str) -> bool:
        return any(name == tag or name in looks for tag, looks in self._open)

    def _set(self) -> None:
        """Set what has been read since the last block as lines of the one that it stands in."""
        text, self._text = " ".join(self._text), []
        if text:
            kind = self._kind()
            self.total += len(wrap(text, kind.signs)) * kind.line + kind.gap

    def _kind(self) -> _Kind:
        for look, kind in _WITHIN.items():
            if self._stands_in(look):
                return kind
        block = next((tag for tag, _ in reversed(self._open) if self._is_block(tag)), "p")
        return _CELL if block == "td" else _KINDS[block]
