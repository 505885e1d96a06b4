"""Restricted Markdown of data fields: paragraphs, emphasis, lists, links; the rest stays text."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import chain, islice, pairwise
from typing import TypeVar
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import markdown
import nh3
from markdown.blockprocessors import BlockProcessor
from markdown.inlinepatterns import LinkInlineProcessor, SubstituteTagInlineProcessor
from markdown.util import Registry
from markupsafe import Markup

from kommunvision.text.fault import Fault, line_and_column
from kommunvision.text.markdown_page import WORD_TAG
from kommunvision.text.parted import parted

# A link leads to a page, a mailbox or a telephone; nothing else is ever made a link.
SCHEMES = frozenset({"http", "https", "mailto", "tel"})

_TAGS = {"p", "em", "strong", "ul", "ol", "li", "a", "br"}

T = TypeVar("T")

# An ampersand in data is an ampersand, never the start of an HTML entity. While Markdown runs,
# a character that Unicode keeps for such use inside a program stands in its place.
_AMPERSAND = "\ufdd0"

# A text that is longer or has more signs than this is no prose; it is shown as it stands, without
# a search for pairs, which would take long.
_LONGEST = 100_000
_MOST_LINES = 2_000
_MOST_SIGNS = 400
_SIGN = re.compile(r"[\[\]*_\\]")

# Word and pdf files have signs of their own.
_BULLET = re.compile(
    r"( *)(?:[-*] +|[\u2022\u2023\u25aa\u25cf\u25e6][ \t\xa0]*|\xb7[ \t\xa0]+)(\S.*)"
)
_NUMBER = re.compile(r" {0,3}(\d{1,3})\. +(\S.*)")
# From this indentation a bullet belongs under the item above it.
_NESTED = 2


class _Lists(BlockProcessor):
    """Bullets in two levels, and numbers that run 1, 2, 3; other numbers are words of the text."""

    def test(self, _parent: ET.Element, block: str) -> bool:
        return bool(_BULLET.match(block) or _NUMBER.match(block) or self._within(block))

    def run(self, parent: ET.Element, blocks: list[str]) -> bool:
        if begins := self._within(blocks[0]):
            # What stands above the list is left to be a paragraph.
            lines = blocks[0].split("\n")
            blocks[:1] = ["\n".join(lines[:begins]), "\n".join(lines[begins:])]
            return False
        before = self.lastChild(parent)
        if _BULLET.match(blocks[0]):
            home = before if before is not None and before.tag == "ul" else None
            self._fill(home if home is not None else ET.SubElement(parent, "ul"), blocks.pop(0))
            return True
        home = before if before is not None and before.tag == "ol" else None
        if not self._runs_on(blocks, 0 if home is None else len(home)):
            return False
        self._fill(home if home is not None else ET.SubElement(parent, "ol"), blocks.pop(0))
        return True

    @staticmethod
    def _within(block: str) -> int:
        """Return the line where a list begins below other words; 0 if none does.

        A line may begin with a dash that is none of a list. Two such lines, or a colon above, make
        it one.
        """
        lines = block.split("\n")
        if _BULLET.match(lines[0]) or _NUMBER.match(lines[0]):
            return 0
        for place, (above, line) in enumerate(pairwise(lines), start=1):
            below = lines[place + 1] if place + 1 < len(lines) else ""
            number = _NUMBER.match(line)
            if number and number[1] == "1" and (after := _NUMBER.match(below)) and after[1] == "2":
                return place
            sure = above.rstrip().endswith(":") or _BULLET.match(below)
            if _BULLET.match(line) and sure:
                return place
        return 0

    @staticmethod
    def _runs_on(blocks: list[str], so_far: int) -> bool:
        """Tell whether the first block goes on from a number, or begins a list of two or more."""
        lines = (line for block in blocks[:2] for line in block.split("\n"))
        numbers = [int(found[1]) for line in lines if (found := _NUMBER.match(line))]
        if so_far:
            return numbers[0] == so_far + 1
        return numbers[:2] == [1, 2]

    @staticmethod
    def _fill(home: ET.Element, block: str) -> None:
        """Put the lines of a block into a list; a line without a marker goes on from the last."""
        last = home
        for line in block.split("\n"):
            number = _NUMBER.match(line) if home.tag == "ol" else None
            bullet = _BULLET.match(line)
            if number and int(number[1]) == len(home) + 1:
                last = ET.SubElement(home, "li")
                last.text = number[2]
            elif bullet and home.tag == "ul" and (len(bullet[1]) < _NESTED or not len(home)):
                last = ET.SubElement(home, "li")
                last.text = bullet[2]
            elif bullet:
                nested = home[-1].find("ul")
                last = ET.SubElement(
                    nested if nested is not None else ET.SubElement(home[-1], "ul"), "li"
                )
                last.text = bullet[2]
            else:
                last.text = f"{last.text}\n{line.strip()}"


class _Links(LinkInlineProcessor):
    """Links to an absolute address of a known scheme; anything else stays as it is written."""

    def handleMatch(  # type: ignore[override]  # noqa: N802 - the name is the library's
        self, m: re.Match[str], data: str
    ) -> tuple[ET.Element | str | None, int | None, int | None]:
        link, start, end = super().handleMatch(m, data)
        if not isinstance(link, ET.Element) or "title" in link.attrib:
            return None, None, None
        if not (link.text or "").strip() or not is_absolute(link.get("href", "")):
            return None, None, None
        return link, start, end


def is_absolute(address: str) -> bool:
    """Tell whether an address is complete and of a scheme that is safe to follow."""
    if re.search(r"[\s\\]", address) or not address.replace(_AMPERSAND, "").isprintable():
        return False
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    if parts.scheme in {"http", "https"}:
        # What stands before an @ is a password, or a false name in front of the real one.
        return bool(parts.netloc) and "@" not in parts.netloc
    return parts.scheme in SCHEMES and bool(parts.path)


def _only(registry: Registry[T], *names: str) -> Registry[T]:
    """Return a registry with some of another's processors, in this order."""
    kept: Registry[T] = Registry()
    for place, name in enumerate(names):
        kept.register(registry[name], name, 100 - place)
    return kept


@cache
def _converter() -> markdown.Markdown:
    """Make Python-Markdown with the allowed constructs only."""
    converter = markdown.Markdown(output_format="html")
    converter.preprocessors = _only(converter.preprocessors, "normalize_whitespace")
    converter.postprocessors = Registry()
    parser = converter.parser
    parser.blockprocessors = _only(parser.blockprocessors, "empty", "paragraph")
    inline = _only(converter.inlinePatterns, "escape", "linebreak", "em_strong")
    converter.inlinePatterns = inline
    # The processor that uses the patterns has taken hold of the first registry already.
    converter.treeprocessors["inline"].inlinePatterns = inline  # type: ignore[attr-defined]
    parser.blockprocessors.register(_Lists(parser), "lists", 99.5)
    inline.register(_Links(r"(?<!!)\[", converter), "link", 99.5)
    inline.register(SubstituteTagInlineProcessor(r"\\\n", "br"), "break", 99.2)
    # An asterisk inside a word is a letter of it: medarbetar*innor.
    if converter.delimiters is not None:
        converter.delimiters.add("*", "strong,em", smart=True)
    return converter


@lru_cache(maxsize=2_000)
def to_html(text: str) -> Markup:
    """Turn a data field into HTML: a paragraph or more, without blank lines."""
    if (
        len(text) > _LONGEST
        or text.count("\n") > _MOST_LINES
        or len(_SIGN.findall(text)) > _MOST_SIGNS
    ):
        made = "\n".join(f"<p>{html.escape(part)}</p>" for part in re.split(r"\n\s*\n", text))
    else:
        converter = _converter()
        converter.reset()
        prepared = text.replace(_AMPERSAND, "\ufffd").replace("&", _AMPERSAND)
        made = converter.convert(prepared).replace(_AMPERSAND, "&amp;")
    return Markup(  # noqa: S704 - the converter escapes markup, and nh3 stands behind it
        nh3.clean(
            made,
            tags=_TAGS,
            attributes={"a": {"href"}},
            url_schemes=set(SCHEMES),
            link_rel=None,
        )
    )


_HTML = re.compile(
    rf"(?i)</?(?:{WORD_TAG})?[A-Za-z][A-Za-z0-9-]*(?:\s[^<>]*)?/?>|<!--|<[!?][A-Za-z]|<script"
)
_LINK = re.compile(r"(?<!!)\[[^\[\]]*\]\(\s*<?([^\s()<>]+(?:\([^()\s]*\))?)[^()\n]*\)")
_MARKUP = {
    "image": re.compile(r"!\[[^\[\]]*\]\([^()\n]*\)"),
    "heading": re.compile(r"^ {0,3}#{1,6} +\S.*$", re.MULTILINE),
    "quotation": re.compile(r"^ {0,3}> ?\S.*$", re.MULTILINE),
    "code": re.compile(r"```|`[^`\n]+`"),
    "reference": re.compile(r"^ {0,3}\[[^\[\]\n]+\]: *\S+", re.MULTILINE),
    "table": re.compile(r"^ *\|? *:?-{3,}:? *\|[-:| ]*$", re.MULTILINE),
}
# Each of these has one of these signs, and most texts have none.
_MARKS = re.compile(r"[<>\[#`|]")
# So many are enough to see what is wrong.
_MOST_FAULTS = 50


def faults(text: str) -> Iterator[Fault]:
    """Find what a data field may not have; it would be shown as text, with its signs.

    ``KV602`` is raw HTML, ``KV603`` a link to anything but a complete address, ``KV604`` other
    markup, with its kind among the details, ``KV608`` a link in two parts.
    """
    if not _MARKS.search(text):
        return
    tags = (_fault(text, found.start(), "KV602", found[0]) for found in _HTML.finditer(text))
    links = (
        _fault(text, found.start(1), "KV603", found[1])
        for found in _LINK.finditer(text)
        if not is_absolute(found[1])
    )
    markup = (
        _fault(text, found.start(), "KV604", found[0], kind=kind)
        for kind, pattern in _MARKUP.items()
        for found in pattern.finditer(text)
    )
    apart = (_fault(text, start, "KV608", written) for start, written in parted(text))
    yield from islice(chain(tags, links, markup, apart), _MOST_FAULTS)


def _fault(text: str, position: int, code: str, found: str, **details: str) -> Fault:
    indent = len(found) - len(found.lstrip())
    word = found.strip().partition("\n")[0]
    line, column = line_and_column(text, position + indent)
    return Fault(line, column, code, word[:80], details=details, length=len(word))
