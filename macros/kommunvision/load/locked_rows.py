"""The sheet with what locked occasions said becomes what the file of locks has."""

from __future__ import annotations

from typing import TypeAlias, Union

from kommunvision.load.sheets import Row, Sheet
from kommunvision.load.tree import Mapping, Node, Scalar, Sequence
from kommunvision.origin import Origin
from kommunvision.swedish.keys import LOCK_KEYS
from kommunvision.swedish.workbook import LOCK_HEADINGS

_Tree: TypeAlias = dict[str, Union[Scalar, "_Tree"]]


def locks_node(sheet: Sheet) -> Node:
    """Return the locks as they stand under the key of their file."""
    locks: dict[str, _Tree] = {}
    for row in sheet.rows:
        occasion = _text(row, "occasion")
        lock = locks.setdefault(
            occasion, {LOCK_KEYS[part]: {} for part in ("head", "statements", "figures")}
        )
        _put(lock, row)
    return Sequence(tuple(_node(lock, sheet.origin) for lock in locks.values()), sheet.origin)


def _put(lock: _Tree, row: Row) -> None:
    """Put what a row says in its place: one step down for each column that says something."""
    path = [_text(row, name) for name in ("place", "about", "key", "part")]
    *steps, last = [step for step in path if step] or [""]
    value = row.cells.get(LOCK_HEADINGS["value"])
    here = lock
    for step in steps if value else [*steps, last]:
        within = here.setdefault(step, {})
        if isinstance(within, Scalar):
            return
        here = within
    if value:
        here[last] = value


def _text(row: Row, name: str) -> str:
    found = row.cells.get(LOCK_HEADINGS[name])
    return found.text.strip() if found else ""


def _node(tree: _Tree, origin: Origin) -> Node:
    entries: list[tuple[Scalar, Node]] = []
    for key, value in tree.items():
        if isinstance(value, Scalar):
            node: Node = value
        elif key == LOCK_KEYS["figures"]:
            # Figures are a list; their numbers only keep them apart.
            figures = [one for one in value.values() if not isinstance(one, Scalar)]
            node = Sequence(tuple(_node(one, origin) for one in figures), origin)
        else:
            node = _node(value, origin)
        entries.append((Scalar(key, origin), node))
    return Mapping(tuple(entries), origin)
