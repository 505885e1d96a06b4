"""What a page would hold once it is HTML, and may not; the sanitizer behind would take it away."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache
from html.parser import HTMLParser

import markdown

from kommunvision.text.markdown_page import is_foreign, scheme_of
from kommunvision.text.prose import SCHEMES
from kommunvision.text.sanitize import TAGS

# As MkDocs has them.
_EXTENSIONS = ("toc", "tables", "fenced_code")
_MOST = 50


class Left(Enum):
    """What a found thing is."""

    TAG = auto()
    LINK = auto()
    IMAGE = auto()


@dataclass(frozen=True, slots=True)
class Leftover:
    """A tag or an address that may not stand on a page."""

    kind: Left
    word: str


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Leftover] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in TAGS:
            self.found.append(Leftover(Left.TAG, f"<{tag}"))
        for name, value in attrs:
            address = value or ""
            if name == "src" and is_foreign(address):
                self.found.append(Leftover(Left.IMAGE, address))
            elif name == "href" and (scheme := scheme_of(address)) and scheme not in SCHEMES:
                self.found.append(Leftover(Left.LINK, address))
            elif name.startswith("on") or name == "style":
                self.found.append(Leftover(Left.TAG, name))


@cache
def _converter() -> markdown.Markdown:
    return markdown.Markdown(extensions=list(_EXTENSIONS))


def leftovers(text: str) -> Iterator[Leftover]:
    """Convert a page as MkDocs would, and find what the check of its source has not seen.

    Args:
        text: The page below its front matter, of a size and depth that can be converted.
    """
    converter = _converter()
    converter.reset()
    reader = _Reader()
    reader.feed(converter.convert(text))
    reader.close()
    yield from dict.fromkeys(reader.found[:_MOST])
