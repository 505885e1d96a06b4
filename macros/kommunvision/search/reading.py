"""What a finished page says: the words of its own, and its first sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import unescape
from textwrap import shorten

from kommunvision.text.elements import goes_on, pieces

# Drawings, and lists that show other pages: a page is found by what it says itself.
_SILENT_TAGS = frozenset({"svg", "figcaption", "nav", "script", "style"})
_SILENT_CLASSES = re.compile(
    r'\sclass="(?:[^"]*\s)?kv-(?:chain|indicators|source|status|missing|words)[\s"]'
)
# The list of sources is the last thing on every page.
_SOURCES = ' id="varifran"'

_BLOCKS = frozenset({"p", "li", "dd", "dt", "td", "th", "h2", "h3", "h4", "h5", "h6"})

_END = re.compile(r"[.!?]\s+")
_LONGEST_SENTENCE = 180


def read(html: str) -> tuple[str, str | None]:
    """Return a page's own words on one line, and the first sentence above its sections, if any."""
    words: list[str] = []
    paragraphs: list[list[str]] = []
    # How many open elements there are from the one that is passed by, with all that is in it.
    silent = 0
    above_sections, in_paragraph = True, False
    for end, tag, attributes, text in pieces(html):
        # A line that is broken is a space between words.
        said = " " if tag == "br" else text
        if said:
            if not silent:
                words.append(said)
                if in_paragraph:
                    paragraphs[-1].append(said)
            continue
        if _SOURCES in attributes:
            break
        if tag in _BLOCKS:
            words.append(" ")
        if end:
            silent -= silent > 0
        elif (silent or _is_silent(tag, attributes)) and goes_on(tag, attributes):
            silent += 1
        above_sections = above_sections and tag != "h2"
        if tag == "p":
            in_paragraph = above_sections and not (end or silent)
            paragraphs += [[]] if in_paragraph else []
    first = next(filter(None, map(_line, paragraphs)), None)
    return _line(words), sentence(first) if first else None


def _is_silent(tag: str, attributes: str) -> bool:
    return tag in _SILENT_TAGS or bool(attributes and _SILENT_CLASSES.search(attributes))


def _line(parts: Iterable[str]) -> str:
    return " ".join(unescape("".join(parts)).split())


def sentence(text: str) -> str:
    """Return the first sentence of a text, cut between words if it is very long."""
    line = " ".join(text.split())
    ends = (found.end() for found in _END.finditer(line))
    # What goes on with a small letter was an abbreviation.
    end = next((end for end in ends if line[end : end + 1].isupper()), len(line))
    found = line[:end].rstrip()
    if len(found) <= _LONGEST_SENTENCE:
        return found
    return shorten(found, _LONGEST_SENTENCE, placeholder=" \N{HORIZONTAL ELLIPSIS}")
