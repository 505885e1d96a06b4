"""A tree of located nodes as plain texts, lists and dicts: what a file says, without places."""

from __future__ import annotations

from kommunvision.amend.places import Places
from kommunvision.export.yaml_text import Quoted, Tree
from kommunvision.load.tree import Node, Scalar, Sequence


def plain(node: Node) -> Tree:
    """Return what a node says; where nothing is said, that is an empty text."""
    if isinstance(node, Scalar):
        return "" if node.plain and node.is_empty else node.text
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {key.text: plain(value) for key, value in node.entries}


def with_marks(node: Node, places: Places) -> Tree:
    """Return what a node says, each text with the quotation marks that it stands in."""
    if isinstance(node, Sequence):
        return [with_marks(item, places) for item in node.items]
    if not isinstance(node, Scalar):
        return {key.text: with_marks(value, places) for key, value in node.entries}
    mark = "" if node.plain else places.text[places.start(node)]
    return Quoted(node.text, mark) if mark and mark in "\"'" else str(plain(node))
