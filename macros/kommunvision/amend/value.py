"""The lines of one entry are written with another value, and the comments beside it kept."""

from __future__ import annotations

from kommunvision.amend import flow, scalar
from kommunvision.amend.content import plain
from kommunvision.amend.entry import Entry
from kommunvision.amend.lines import at_column, indent_of, indented
from kommunvision.amend.places import Places
from kommunvision.export.yaml_text import Tree, yaml_entry, yaml_item
from kommunvision.load.tree import Mapping, Node, Scalar


class Values:
    """Writes the values of a text's entries."""

    def __init__(self, places: Places, comments: list[tuple[int, str]]) -> None:
        self._places = places
        self._text = places.text
        self._comments = comments

    def scalar(self, entry: Entry, node: Scalar, wanted: str, column: int) -> str:
        """Return the lines of an entry that had one value, and gets another."""
        text, places = self._text, self._places
        start, end = places.start(node), places.end(node)
        old, head, inside = text[start:end], text[entry.start : start], column + 2
        if not old:
            head = f"{text[entry.start : entry.head]} "
        elif places.block_sign(node):
            content = next((line for line in old.split("\n")[1:] if line.strip()), "")
            inside = max(indent_of(content), inside)
        at = places.column(start) if old else places.column(entry.head) + 1
        first, below = scalar.rewritten(old, wanted, at, inside)
        # A comment that is further in than a block would become part of it.
        tail = at_column(entry.tail, column) if below else entry.tail
        return f"{head}{first}{self._beside(entry, node)}\n{below}{tail}"

    def flow(self, entry: Entry, node: Node, wanted: Tree) -> str | None:
        """Return the lines of an entry within brackets; none if it is better written anew."""
        text, places = self._text, self._places
        start, end = places.start(node), places.end(node)
        is_mapping = isinstance(node, Mapping)
        if not wanted or not isinstance(wanted, dict if is_mapping else list):
            return None
        if self._inside(start, end) or not plain(node):
            return None
        found = flow.rewritten(places, node, wanted)
        column = places.column(start)
        was_short = "\n" not in text[start:end] and column + end - start <= scalar.WIDTH
        # A row of figures stays one, however long.
        if was_short and column + len(found) > scalar.WIDTH and entry.name is not None:
            return None
        return text[entry.start : start] + found + text[end : entry.limit]

    def anew(self, entry: Entry, wanted: Tree, column: int, *, is_section: bool) -> tuple[str, str]:
        """Return the lines of an entry that gets another kind of value, in the house's layout.

        Returns:
            The lines, and comments for which there is no place among them any more.
        """
        if entry.name is None:
            written = yaml_item(wanted, column).removeprefix("-")
        else:
            key, _, _ = yaml_entry(entry.name, [], column).rpartition(": ")
            written = yaml_entry(entry.name, wanted, column, is_object=is_section and bool(wanted))
            written = written.removeprefix(f"{key}:")
        first, _, below = written.partition("\n")
        beside = self._beside(entry, entry.node)
        whole = self._inside(entry.start, entry.end)
        lost = [comment for comment in whole if comment != beside.strip()]
        head = self._text[entry.start : entry.head]
        body = f"{head}{first}{beside}\n{indented(below, column, first=True)}"
        lifted = "".join(f"{' ' * column}{one}\n" for one in lost)
        return body + at_column(entry.tail, column), lifted

    def _beside(self, entry: Entry, node: Node) -> str:
        """Return the comment that stands beside a value, with the room before it."""
        text, places = self._text, self._places
        if isinstance(node, Scalar) and (sign := places.block_sign(node)):
            start = places.start(node) + len(sign)
            return text[start : places.line_end(start)].rstrip("\n")
        if isinstance(node, Scalar) or places.is_flow(node):
            return text[max(places.end(node), entry.head) : entry.end].rstrip("\n")
        if places.line_start(places.start(node)) == places.line_start(entry.start):
            return ""
        return text[entry.head : places.line_end(entry.head)].rstrip("\n")

    def _inside(self, start: int, end: int) -> list[str]:
        return [text for place, text in self._comments if start <= place < end]
