"""How words that are put into a page fit the sentence that stands around them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kommunvision.swedish.plain.abbreviations import NEVER_LAST

_ATTRIBUTES = r"""(?:[^"'<>]|"[^"]*"|'[^']*')*"""
_TAG = re.compile(rf"</?[A-Za-z]{_ATTRIBUTES}>")
# What ends a stretch of running text; all other elements stand within one.
_BLOCKS = "p|li|ul|ol|dl|dt|dd|td|th|tr|table|thead|tbody|caption|h[1-6]|blockquote|div|hr|br|pre"
_BLOCK = re.compile(rf"(</?(?:{_BLOCKS})(?=[\s/>]){_ATTRIBUTES}>)")

# Signs after which a new sentence, or a value after its heading, begins.
_BEFORE_BEGINNING = (".", "!", "?", ":", "\u2026")
# The sentence goes on after what was put in: with a sign, a small letter or a figure.
_GOES_ON = re.compile(
    '["\u201d\u00bb]?[.,;:!?)\u2026]|\\s+[-\u2013\u2014(]?\\s*[a-z\u00e5\u00e4\u00f60-9]'
)
_LAST_STOP = re.compile(r"([^\s.<>]*)\.((?:</[a-z]+>)*)\Z")


@dataclass(frozen=True, slots=True)
class Fitting:
    """HTML that is put into a page."""

    alone: str
    """As it stands by itself, or first in a sentence."""
    within: str | None = None
    """As it stands further on in a sentence, where that is otherwise."""

    def between(self, before: str, after: str) -> str:
        """Return what fits between the words before and after it in the same stretch of text."""
        html = self.alone
        if self.within and _is_within_sentence(before):
            html = self.within
        return _without_stop(html, after)


def stretches(page: str) -> list[str]:
    """Cut a page into its tags of blocks and the running text between them, in order."""
    return _BLOCK.split(page)


def words_of(html: str) -> str:
    """Return the words of a piece of HTML without its tags."""
    return _TAG.sub("", html)


def _is_within_sentence(before: str) -> bool:
    words = before.split()
    if not words:
        return False
    if words[-1].endswith(_BEFORE_BEGINNING):
        return words[-1].strip("(.").lower() in NEVER_LAST
    return True


def _without_stop(html: str, after: str) -> str:
    """Take the full stop from words that end with one, if the sentence around them goes on."""
    found = _LAST_STOP.search(html)
    if not found or not _GOES_ON.match(after):
        return html
    # What is shortened keeps its stop, but where the sentence has one of its own there.
    if html[: found.start()].endswith(".") and not after.startswith("."):
        return html
    return "".join((html[: found.end(1)], found[2]))
