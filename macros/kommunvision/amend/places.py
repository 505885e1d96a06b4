"""Where in a text its nodes begin and end, and which comments it has."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from kommunvision.load.tree import Node, Scalar, Sequence

_COMMENT = re.compile(r"(?:^|(?<=[ \t]))#.*", re.MULTILINE)
_BLOCK_SIGN = re.compile(r"[|>][-+0-9]*")
_COLON = re.compile(r"[ \t]*:")
_BEFORE_DASH = re.compile(r"[ -]*")


class OddLayoutError(Exception):
    """Something is laid out as nobody writes it; no place in it is to be trusted."""


class Places:
    """A text, and where things stand in it; all places are counted in characters."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._lines = [0, *(match.end() for match in re.finditer("\n", text))]

    def start(self, node: Node) -> int:
        """Return where a node begins; a list in lines of its own begins with its first dash."""
        return self._at(node.origin.line - 1, node.origin.column - 1)

    def end(self, node: Node) -> int:
        """Return where a node ends; spaces, comments and line ends after it are left out."""
        if isinstance(node, Scalar):
            end = self._at(*node.end)
            sign = self.block_sign(node)
            if not sign:
                return end
            # What is kept of empty lines below a block belongs to it, by its sign.
            return end if "+" in sign else len(self.text[:end].rstrip())
        if self.is_flow(node):
            return self._at(*node.end)
        if isinstance(node, Sequence):
            return self.end(node.items[-1])
        key, value = node.entries[-1]
        return max(self.end(value), self.end(key))

    def block_sign(self, node: Scalar) -> str:
        """Return how a block of text begins; empty for a text that is none."""
        found = _BLOCK_SIGN.match(self.text, self.start(node))
        return found[0] if found and not node.plain else ""

    def is_flow(self, node: Node) -> bool:
        """Whether a list or mapping stands within brackets or braces."""
        return not isinstance(node, Scalar) and self.text[self.start(node)] in "[{"

    def dash(self, sequence: Sequence, item: Node) -> int:
        """Return where the dash of an item stands, on its line or above comments.

        Raises:
            OddLayoutError: It stands after something else on its line.
        """
        column, start = sequence.origin.column - 1, self.start(item)
        last = bisect_right(self._lines, start) - 1
        for line in range(last, -1, -1):
            place = self._lines[line] + column
            before = self.text[self._lines[line] : place]
            if place < start and self.text[place] == "-" and _BEFORE_DASH.fullmatch(before):
                return place
        raise OddLayoutError

    def colon(self, key: Scalar) -> int:
        """Return where the colon after a key ends.

        Raises:
            OddLayoutError: It is not on the line of the key.
        """
        found = _COLON.match(self.text, self.end(key))
        if not found:
            raise OddLayoutError
        return found.end()

    def line_start(self, place: int) -> int:
        """Return where the line of a place begins."""
        return self._lines[bisect_right(self._lines, place) - 1]

    def line_end(self, place: int) -> int:
        """Return where the next line begins; a place where one begins ends that before it."""
        if place and self.text[place - 1] == "\n":
            return place
        return self._lines[bisect_right(self._lines, place)]

    def column(self, place: int) -> int:
        """Return how far in a place is."""
        return place - self.line_start(place)

    def comments(self, top: Node | None) -> list[tuple[int, str]]:
        """Return the comments, each with where it begins."""
        found = []
        place = 0
        for start, end in [*(self._spans(top) if top else ()), (len(self.text), 0)]:
            between = _COMMENT.finditer(self.text, place, max(start, place))
            found += [(match.start(), match[0].rstrip()) for match in between]
            place = end
        return found

    def _spans(self, node: Node) -> Iterator[tuple[int, int]]:
        """Yield where texts stand, in their order; a comment beside a block's sign is outside."""
        if isinstance(node, Scalar):
            start = self.start(node)
            is_block = self.block_sign(node)
            yield (self.line_end(start) if is_block else start, self.end(node))
        elif isinstance(node, Sequence):
            for item in node.items:
                yield from self._spans(item)
        else:
            for key, value in node.entries:
                yield from self._spans(key)
                yield from self._spans(value)

    def _at(self, line: int, column: int) -> int:
        return self._lines[line] + column if line < len(self._lines) else len(self.text)
