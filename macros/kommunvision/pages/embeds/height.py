"""How high a frame must be for an embed to be seen whole on a phone, reckoned from its HTML."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from html import unescape
from math import ceil
from textwrap import wrap
from typing import Final, NamedTuple

from kommunvision.text.elements import classes, goes_on, pieces

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

_SPELT_OUT = re.compile(r"(&[^;\s]+;)")


def height(body: str) -> int:
    """Return the height in pixels, in whole tens."""
    total, around = 0, [_OUTSIDE]
    text: list[str] = []
    for end, tag, attributes, words in pieces(body):
        here = around[-1]
        if words:
            text += [] if here.unseen else _seen(words)
            continue
        if text and here.is_block(tag):
            total += _lines(" ".join(text), here.kind.signs) * here.kind.line + here.kind.gap
            text = []
        if end:
            around.pop()
            continue
        own = _inside(here, tag, classes(attributes))
        total += own.beside
        if goes_on(tag, attributes):
            around.append(own)
    return ceil((_EDGE + total * _ROOM) / 10) * 10


def _seen(words: str) -> list[str]:
    """Return what can be read of a text; each sign that HTML must spell out stands by itself."""
    parts = map(unescape, _SPELT_OUT.split(words)) if "&" in words else [words]
    return [part for part in parts if part.strip()]


@lru_cache(maxsize=20_000)
def _lines(text: str, signs: int) -> int:
    """Return how many lines a text takes; the same goals are named in embed after embed."""
    # Most lines are short, and have no hyphen to be broken at: to look for those takes longest.
    if len(text) <= signs and "\t" not in text:
        return 1
    return len(wrap(text, signs, break_on_hyphens="-" in text))


class _Element(NamedTuple):
    """An open element: what it and those around it say of text in it."""

    block: str = "p"
    """The innermost block of text."""
    within: str = ""
    """The first of ``_WITHIN`` that it is in."""
    in_cells: bool = False
    unseen: bool = False
    beside: int = 0
    """What it takes up itself, in pixels."""

    def is_block(self, tag: str) -> bool:
        """Tell whether an element that begins or ends here is a block of text."""
        return tag in _KINDS or (tag == "td" and self.in_cells)

    @property
    def kind(self) -> _Kind:
        """How text is set."""
        if self.within:
            return _WITHIN[self.within]
        return _CELL if self.block == "td" else _KINDS[self.block]


_OUTSIDE = _Element()


@cache
def _inside(around: _Element, tag: str, looks: str) -> _Element:
    """Return an element as it stands inside another: there are few ways, and many elements."""
    own = {tag, *looks.split()}
    unseen = around.unseen or tag in _UNSEEN
    in_cells = around.in_cells or _OF_CELLS in own
    is_block = tag in _KINDS or (tag == "td" and in_cells)
    return _Element(
        block=tag if is_block else around.block,
        within=next((one for one in _WITHIN if one in own or one == around.within), ""),
        in_cells=in_cells,
        unseen=unseen,
        beside=0 if unseen else sum(_BESIDE.get(one, 0) for one in own),
    )
