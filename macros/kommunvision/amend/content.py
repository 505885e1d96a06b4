"""A tree of located nodes as plain texts, lists and dicts: what a file says, without places."""

from __future__ import annotations

from kommunvision.export.yaml_text import Tree
from kommunvision.load.tree import Node, Scalar, Sequence


def plain(node: Node) -> Tree:
    """Return what a node says; where nothing is said, that is an empty text."""
    if isinstance(node, Scalar):
        return "" if node.plain and node.is_empty else node.text
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {key.text: plain(value) for key, value in node.entries}
