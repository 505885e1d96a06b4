"""Text as its reader meets it: paragraphs, points and headings, with sentences and words.

Whoever reads a text has covered what is no prose: signs of markup are spaces, and what stands for
a word without being one (code, an address, what a macro gives) is a row of ``STAND_IN``.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from functools import cached_property
from itertools import pairwise

from kommunvision.swedish.plain.abbreviations import BEFORE_FIGURES, NEVER_LAST

STAND_IN = "\ufffc"

_TOKEN = re.compile(
    rf"{STAND_IN}+"
    r"|\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)(?:,\d+)?"
    r"|\d+(?:[.,:/–-]\d+)*(?:-?[^\W\d_]+)*"
    r"|(?:[^\W\d_]{1,2}\.){2,}"
    r"|[^\W_]+(?:[-'’:][^\W_]+)*"
)
_STOP = re.compile(r"(?<![.!?…])([.!?…]{1,9})[\"”’»)\]]{0,9}(?=\s|$)")
_BEFORE = re.compile(r"[^\s(\"”»\[]+$")
_AFTER = re.compile(r"[\s\"”»(\[–-]*(\S)")

_HEADING = re.compile(r"#{1,6}\s+(?=\S)")
_POINT = re.compile(r"\s*(?:[-*+]|(\d{1,3})[.)])\s+(?=\S)")
_TERM = re.compile(r":\s+(?=\S)")
_RULE = re.compile(r"\s*(?:[-=*_]\s*){3,}$")

# Quoted words are somebody else's. A mark without its mate quotes nothing.
_QUOTED = re.compile(r"[”“\"][^”“\"]{1,400}[”“\"]|»[^«»]{1,400}[«»]")


class Shape(Enum):
    """What a passage is on the page."""

    PARAGRAPH = auto()
    POINT = auto()
    HEADING = auto()
    CELL = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a number, and where it stands in the text."""

    text: str
    start: int
    end: int
    quoted: bool = False

    @property
    def is_word(self) -> bool:
        """Whether it is written here, and does not stand in for something else."""
        return not self.text.startswith(STAND_IN)

    @property
    def is_long(self) -> bool:
        """Whether it is a long word as LIX counts them."""
        return self.is_word and sum(map(str.isalpha, self.text)) > _LONG_WORD


_LONG_WORD = 6
# An abbreviation, an initial or the number of a year is no longer.
_LONGEST_BEFORE = 20


@dataclass(frozen=True)
class Passage:
    """A paragraph, a point of a list, a heading or a cell of a table."""

    shape: Shape
    text: str
    """Its text, what is no prose covered."""
    start: int
    """Where it begins in the whole text."""

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """Its words and numbers in order."""
        quoted = [found.span() for found in _QUOTED.finditer(self.text)]
        firsts = [first for first, _ in quoted]

        def is_quoted(place: int) -> bool:
            before = bisect_right(firsts, place) - 1
            return before >= 0 and place < quoted[before][1]

        return tuple(
            Token(
                found[0],
                self.start + found.start(),
                self.start + found.end(),
                is_quoted(found.start()),
            )
            for found in _TOKEN.finditer(self.text)
        )

    @cached_property
    def sentences(self) -> tuple[tuple[Token, ...], ...]:
        """Its sentences as words; a passage without a full stop is one sentence."""
        ends = [self.start + end for end in _ends(self.text)]
        starts = [one.start for one in self.tokens]
        borders = [0, *(bisect_left(starts, end) for end in ends), len(starts)]
        found = (self.tokens[first:last] for first, last in pairwise(borders))
        return tuple(one for one in found if any(token.is_word for token in one))


def passages(text: str) -> Iterator[Passage]:
    """Yield the passages of a covered text; quotations with ``>`` are no words of the writer."""
    shape, first, number, position = Shape.PARAGRAPH, 0, 0, 0
    open_passage = False
    for line in text.split("\n"):
        start, position = position, position + len(line) + 1
        point = _POINT.match(line)
        starts_list = point and (not point[1] or int(point[1]) in {1, number + 1})
        begins = bool(_HEADING.match(line) or starts_list or _TERM.match(line))
        apart = not line.strip() or bool(_RULE.match(line)) or line.lstrip().startswith(("|", ">"))
        if open_passage and (begins or apart or shape is Shape.HEADING):
            yield Passage(shape, text[first : start - 1], first)
            open_passage = False
        if line.lstrip().startswith("|"):
            yield from _cells(line, start)
        if apart:
            continue
        if begins or not open_passage:
            shape, first = _opening(line, start, is_point=bool(starts_list))
            number = int(point[1] or 0) if starts_list and point else number
            open_passage = True
    if open_passage:
        yield Passage(shape, text[first:], first)


def _opening(line: str, start: int, *, is_point: bool) -> tuple[Shape, int]:
    """Return what a line opens, and where its words begin."""
    if heading := _HEADING.match(line):
        return Shape.HEADING, start + heading.end()
    if is_point and (point := _POINT.match(line)):
        return Shape.POINT, start + point.end()
    term = _TERM.match(line)
    return Shape.PARAGRAPH, start + (term.end() if term else 0)


def _cells(line: str, start: int) -> Iterator[Passage]:
    for found in re.finditer(r"[^|]+", line):
        if re.search(r"[^\W_]", found[0]):
            yield Passage(Shape.CELL, found[0], start + found.start())


def _ends(text: str) -> Iterator[int]:
    """Yield where the sentences of a passage end, the last one's end left out."""
    for stop in _STOP.finditer(text):
        after = _AFTER.match(text, stop.end())
        if after and (stop[1] != "." or _ends_here(text, stop.start(), after[1])):
            yield stop.end()


def _ends_here(text: str, stop: int, next_sign: str) -> bool:
    """Tell whether a full stop ends a sentence, by the word before it and the sign after it."""
    if next_sign.islower():
        return False
    found = _BEFORE.search(text, max(stop - _LONGEST_BEFORE, 0), stop)
    word = found[0] if found else ""
    known = word.lower()
    if known in (BEFORE_FIGURES if next_sign.isdigit() else NEVER_LAST):
        return False
    # The initial of a name, and a number that opens the passage.
    initial = len(word) == 1 and word.isupper()
    opens = word.isdigit() and not text[: stop - len(word)].strip()
    return not initial and not opens
