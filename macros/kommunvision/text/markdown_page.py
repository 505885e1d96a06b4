"""What an editor's Markdown page consists of, each thing at its place, without converting it."""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from kommunvision.text.calls import MacroCall

_FENCE = re.compile(r"(?ms)^( {0,3}(`{3,20}|~{3,20}))[^\n]*\n.*?(?:^ {0,3}\2[`~]*[ \t]*$|\Z)")
_CODE = re.compile(r"(?<!`)(`{1,20})(?!`)[^\n]*?(?<!`)\1(?!`)")
_HEADING = re.compile(r"(?m)^(#{1,6})(?!#)[ \t]*([^\n]*)$|^([^\s#>|\n][^\n]*)\n(=+|-+)[ ]*$")
_IMAGE = re.compile(r"!\[([^\[\]]*)\](?:\(\s*<?([^\s()<>]*(?:\([^()\s]*\))?)[^()\n]*\)|\[)")
_LINK = re.compile(
    r"(?<!!)\[((?:[^\[\]\n]|\n(?!\s*\n)|!?\[[^\[\]\n]*\])*)\]\(\s*<?([^\s()<>]*(?:\([^()\s]*\))?)[^()\n]*\)"
)
_DEFINITION = re.compile(r"^ {0,3}\[([^\[\]\n]+)\]:[ \t]*\n?[ \t]*<?([^\s<>]+)", re.MULTILINE)
# Word has tags of its own, which look like addresses: <o:p>.
WORD_TAG = r"(?:o|v|w|m|st1):"
_AUTOLINK = re.compile(rf"<((?!{WORD_TAG})[A-Za-z][A-Za-z0-9+.-]*:[^\s<>]*)>")
_HTML = re.compile(
    rf"</?(?:{WORD_TAG})?[A-Za-z][A-Za-z0-9-]*(?:\s[^<>]*)?/?>|<!--|<[!?][A-Za-z]|<(?i:script)\b"
)
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")


class Part(Enum):
    """What a found thing is."""

    HEADING = auto()
    LINK = auto()
    IMAGE = auto()
    HTML = auto()


@dataclass(frozen=True, slots=True)
class Found:
    """A thing on a page."""

    part: Part
    start: int
    end: int
    text: str
    """A heading's words, a link's words, an image's alternative text, a tag."""
    address: str = ""
    address_start: int = 0
    level: int = 0


class MarkdownPage:
    """A page's text below its front matter, with its macro calls."""

    def __init__(self, text: str, calls: tuple[MacroCall, ...]) -> None:
        self.text = text
        self.calls = calls
        self._line_starts = [0, *(found.end() for found in re.finditer("\n", text))]
        covered = text
        for call in calls:
            covered = _cover(covered, *call.span, "M")
        self._code: list[tuple[int, int]] = []
        for pattern in (_FENCE, _CODE):
            covered = pattern.sub(self._take_code, covered)
        self._words = covered
        self.found = tuple(sorted(self._find(), key=lambda found: found.start))

    def place(self, position: int) -> tuple[int, int]:
        """Return line and column of a position."""
        line = bisect_right(self._line_starts, position)
        return line, position - self._line_starts[line - 1] + 1

    @property
    def words(self) -> str:
        """The text with code and macro calls covered, every place unchanged."""
        return self._words

    def in_code(self, call: MacroCall) -> bool:
        """Tell whether a macro call stands in code."""
        return self.is_code(call.span[0])

    def is_code(self, start: int) -> bool:
        """Tell whether a position is in code, also such as is told by its indent alone."""
        if any(begin <= start < end for begin, end in self._code):
            return True
        line_start = self.text.rfind("\n", 0, start) + 1
        return self.text[line_start:start].startswith("    ") and not self._in_list(line_start)

    def holder(self, call: MacroCall) -> Found | None:
        """Return the heading, link, image or tag that a macro call stands in."""
        start, end = call.span
        return next((f for f in self.found if f.start <= start and end <= f.end), None)

    def is_alone(self, call: MacroCall) -> bool:
        """Tell whether a call has its line, list item or table row to itself and its like."""
        start, end = call.span
        line_start = self.text.rfind("\n", 0, start) + 1
        line_end = self.text.find("\n", end)
        line_end = line_end if line_end >= 0 else len(self.text)
        around = self.text
        for other in self.calls:
            if other.macro.block:
                around = _cover(around, *other.span, " ")
        line = around[line_start:line_end]
        if line.lstrip().startswith("|"):
            return True
        return not re.sub(r"^[>\s]*(?:[-*+]|\d+\.)?\s+|^[>\s]+", "", line).strip()

    def _in_list(self, line_start: int) -> bool:
        """Tell whether an indented line belongs to a list item above it."""
        for line in reversed(self.text[:line_start].split("\n")[:-1]):
            if re.match(r" *(?:[-*+]|\d+\.)\s", line):
                return True
            if line.strip() and not line.startswith("  "):
                return False
        return False

    def _take_code(self, found: re.Match[str]) -> str:
        self._code.append(found.span())
        return _blank(found[0])

    def _find(self) -> Iterator[Found]:
        words = self._words
        for m in _HEADING.finditer(words):
            level = len(m[1]) if m[1] else (1 if m[4].startswith("=") else 2)
            yield Found(Part.HEADING, m.start(), m.end(), m[2] or m[3] or "", level=level)
        for m in _IMAGE.finditer(words):
            yield Found(Part.IMAGE, m.start(), m.end(), m[1], m[2] or "", max(m.start(2), 0))
        for pattern in (_LINK, _DEFINITION):
            for m in pattern.finditer(words):
                yield Found(Part.LINK, m.start(), m.end(), m[1], m[2], m.start(2))
        for m in _AUTOLINK.finditer(words):
            yield Found(Part.LINK, m.start(), m.end(), m[1], m[1], m.start(1))
        for m in _HTML.finditer(words):
            yield Found(Part.HTML, m.start(), m.end(), m[0])


def scheme_of(address: str) -> str:
    """Return the scheme of an address, however it is hidden; empty for a relative one."""
    found = _SCHEME.match(_plain(address).replace("/", ""))
    return found[1].lower() if found else ""


def is_foreign(address: str) -> bool:
    """Tell whether an address leads to another site, or holds its content in itself."""
    return bool(scheme_of(address)) or _plain(address).startswith("//")


def _plain(address: str) -> str:
    """Return an address as a browser reads it, which takes a backslash for a slash."""
    return re.sub(r"[\x00-\x20\x7f]", "", html.unescape(address)).replace("\\", "/")


def _blank(text: str, sign: str = " ") -> str:
    return re.sub(r"[^\n]", sign, text)


def _cover(text: str, start: int, end: int, sign: str) -> str:
    """Put a sign in the place of each character of a span, line ends kept."""
    return text[:start] + _blank(text[start:end], sign) + text[end:]
