"""How high a frame must be for an embed to be seen whole on a phone, reckoned from its HTML."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache, lru_cache
from html import unescape
from math import ceil
from textwrap import wrap
from typing import Final

from kommunvision.text.elements import classes, goes_on

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
# Most tags are in drawings, and none of those says anything of the height. One may have others in
# it: so the innermost go first.
_DRAWING = re.compile(r"<svg[^<]*(?:<(?!/?svg)[^<]*)*</svg>")
# A word may be broken at a hyphen, and not all blanks are one sign wide, or none on a new line.
_BROKEN = re.compile(r"[-\t\r\v\f]|^\s")
_TAG = re.compile(r"([a-z][a-z0-9]*)(.*)", re.DOTALL)


def height(body: str) -> int:
    """Return the height in pixels, in whole tens."""
    total, here = 0, _OUTSIDE
    around: list[_Element] = []
    text: list[str] = []
    before, *pieces = _without_drawings(body).split("<")
    text += _seen(before)
    for piece in pieces:
        # No value of an attribute holds a sign that ends a tag.
        tag, _, words = piece.partition(">")
        if tag[0] == "/":
            if text and here.is_block:
                total += here.room(text)
                text.clear()
            here = around.pop()
        else:
            own = here.inner.get(tag) or here.found(tag)
            if text and own.begins_block:
                total += here.room(text)
                text.clear()
            total += own.beside
            if own.goes_on:
                around.append(here)
                here = own
        if words != "\n" and not here.unseen:
            text += _seen(words)
    return ceil((_EDGE + total * _ROOM) / 10) * 10


def _without_drawings(body: str) -> str:
    found = 1
    while found:
        body, found = _DRAWING.subn("", body)
    return body


def _seen(words: str) -> list[str]:
    """Return what can be read of a text; each sign that HTML must spell out stands by itself."""
    parts = map(unescape, _SPELT_OUT.split(words)) if "&" in words else [words]
    return [part for part in parts if part.strip()]


@lru_cache(maxsize=2_000)
def _lines(text: str, signs: int) -> int:
    """Return how many lines a text takes, as ``wrap`` breaks it; many texts come again."""
    if len(text) <= signs and "\t" not in text:
        return 1
    words = text.replace("\n", " ").split(" ")
    if _BROKEN.search(text) or max(map(len, words)) > signs:
        return len(wrap(text, signs, break_on_hyphens="-" in text))
    # Of whole words the lines can be counted without making them, which takes ten times as long.
    lines, end = 1, -1
    for word in words:
        end += 1 + len(word)
        if end > signs and word:
            lines, end = lines + 1, len(word)
    return lines


@dataclass(frozen=True, slots=True, eq=False)
class _Element:
    """An open element: what it and those around it say of text in it."""

    block: str = "p"
    """The innermost block of text."""
    within: str = ""
    """The first of ``_WITHIN`` that it is in."""
    in_cells: bool = False
    unseen: bool = False
    beside: int = 0
    """What it takes up itself, in pixels."""
    is_block: bool = False
    begins_block: bool = False
    goes_on: bool = True
    """Whether it has an end further on."""
    inner: dict[str, _Element] = field(default_factory=dict)
    """Elements inside it, by their tags as they are written: there are few, many times each."""

    def room(self, text: Iterable[str]) -> int:
        """Return what text takes up as it is set here, in pixels."""
        if self.within:
            kind = _WITHIN[self.within]
        else:
            kind = _CELL if self.block == "td" else _KINDS[self.block]
        return _lines(" ".join(text), kind.signs) * kind.line + kind.gap

    def found(self, written: str) -> _Element:
        """Return the element that a tag begins inside this one."""
        name, _, attributes = written.partition(" ")
        if attributes and "class=" not in attributes and not attributes.endswith("/"):
            # Addresses and ids differ from tag to tag, and say nothing.
            return self.inner.get(name) or self.found(name)
        tag, attributes = _TAG.findall(written)[0]
        looks = classes(attributes)
        own = {tag, *looks.split()}
        unseen = self.unseen or tag in _UNSEEN
        in_cells = self.in_cells or _OF_CELLS in own
        is_block = tag in _KINDS or (tag == "td" and in_cells)
        made = _element(
            tag if is_block else self.block,
            next((one for one in _WITHIN if one in own or one == self.within), ""),
            in_cells,
            unseen,
            0 if unseen else sum(_BESIDE.get(one, 0) for one in own),
            is_block,
            tag in _KINDS or (tag == "td" and self.in_cells),
            goes_on(tag, attributes),
        )
        # Classes are ours, and few.
        if not attributes or attributes == f' class="{looks}"':
            self.inner[written] = made
        return made


_element = cache(_Element)
_OUTSIDE = _Element()
