"""Finished HTML read once from its first element to its last, by a parser that is quick at it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Protocol, cast

from lxml import etree

if TYPE_CHECKING:
    from lxml.etree import ParserTarget


class Follower(Protocol):
    """What is told of each element as it begins and ends, and of the text between."""

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Go into an element."""

    def end(self, tag: str) -> None:
        """Come out of one; those without content end as soon as they begin."""

    def data(self, text: str) -> None:
        """Read text."""

    def close(self) -> None:
        """Reach the end."""


def follow(html: str, follower: Follower) -> None:
    """Tell somebody of all that stands in a piece of HTML.

    The parser puts ``html`` and ``body`` around it, which are told of too.
    """
    if html.strip():
        # The parser asks for nothing more than what a follower has.
        target = cast("ParserTarget[None]", follower)
        parser = etree.HTMLParser(target=target, huge_tree=True)
        etree.fromstring(html, parser)
