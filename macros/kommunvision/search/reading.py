"""What a finished page says: the words of its own, and its first sentence."""

from __future__ import annotations

import re
from collections.abc import Mapping
from textwrap import shorten

from kommunvision.text.elements import follow

# Drawings, and lists that show other pages: a page is found by what it says itself.
_SILENT_TAGS = frozenset({"svg", "figcaption", "nav", "script", "style"})
_SILENT_CLASSES = frozenset(
    {"kv-chain", "kv-indicators", "kv-source", "kv-status", "kv-missing", "kv-words"}
)
_SOURCES = "varifran"

_BLOCKS = frozenset({"p", "li", "dd", "dt", "td", "th", "h2", "h3", "h4", "h5", "h6", "br"})

_END = re.compile(r"[.!?]\s+")
_LONGEST_SENTENCE = 180


class _Reader:
    def __init__(self) -> None:
        self.words: list[str] = []
        self.paragraphs: list[list[str]] = []
        # Whether all around is silent, and then each open element.
        self._open = [False]
        self._ended = False
        self._in_paragraph = False
        self._above_sections = True

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag in _BLOCKS:
            self.words.append(" ")
        silent = self._open[-1] or tag in _SILENT_TAGS
        if attributes:
            # The list of sources is the last thing on every page.
            self._ended = self._ended or attributes.get("id") == _SOURCES
            looks = attributes.get("class")
            silent = silent or bool(looks and not _SILENT_CLASSES.isdisjoint(looks.split()))
        self._open.append(silent)
        if tag == "h2":
            self._above_sections = False
        if tag == "p" and self._above_sections and not silent and not self._ended:
            self._in_paragraph = True
            self.paragraphs.append([])

    def end(self, tag: str) -> None:
        self._open.pop()
        if tag == "p":
            self._in_paragraph = False
        if tag in _BLOCKS:
            self.words.append(" ")

    def data(self, text: str) -> None:
        if self._ended or self._open[-1]:
            return
        self.words.append(text)
        if self._in_paragraph:
            self.paragraphs[-1].append(text)

    def close(self) -> None:
        """Have nothing left to do."""


def read(html: str) -> tuple[str, str | None]:
    """Return a page's own words on one line, and the first sentence above its sections, if any."""
    reader = _Reader()
    follow(html, reader)
    paragraphs = (" ".join("".join(parts).split()) for parts in reader.paragraphs)
    first = next((one for one in paragraphs if one), None)
    return " ".join("".join(reader.words).split()), sentence(first) if first else None


def sentence(text: str) -> str:
    """Return the first sentence of a text, cut between words if it is very long."""
    line = " ".join(text.split())
    ends = (found.end() for found in _END.finditer(line))
    # What goes on with a small letter was an abbreviation.
    end = next((end for end in ends if line[end : end + 1].isupper()), len(line))
    return shorten(line[:end], _LONGEST_SENTENCE, placeholder=" \N{HORIZONTAL ELLIPSIS}")
