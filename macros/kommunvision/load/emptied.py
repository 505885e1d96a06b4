"""Data files in which there is nothing, or only headings: somebody may have emptied them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kommunvision.folders import DATA, LEDGER
from kommunvision.load.files import data_files
from kommunvision.load.located import parse
from kommunvision.load.locks import LOCKS
from kommunvision.load.tree import Mapping, Node, Scalar, Sequence
from kommunvision.problem import Problems
from kommunvision.swedish.keys import RECORDS, SECTIONS

_KINDS = {section.key: RECORDS[section.record].name for section in SECTIONS}


def emptied_files(root: Path) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the path of each data file without objects, and what kinds its headings are for."""
    for file in data_files(root, DATA, Problems()):
        if file.path == LEDGER or file.path.endswith(f"/{LOCKS}"):
            continue
        top, found = parse(file.text, file.path)
        if found:
            continue
        if top is None:
            yield file.path, ()
        elif isinstance(top, Mapping) and all(_is_empty(node) for _, node in top.entries):
            yield file.path, tuple(_KINDS[key.text] for key, _ in top.entries if key.text in _KINDS)


def _is_empty(node: Node) -> bool:
    if isinstance(node, Scalar):
        return node.is_empty
    return isinstance(node, Sequence) and not node.items
