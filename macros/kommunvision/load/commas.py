"""Commas within braces and brackets that end a text, and were meant as part of it."""

from __future__ import annotations

from collections.abc import Mapping as Table
from itertools import pairwise

from kommunvision.load.tree import Mapping, Node, Scalar
from kommunvision.swedish.keys import RECORDS, Field, Kind
from kommunvision.text.guess import nearest

# What people write in words of their own.
_FREE = {Kind.LINE, Kind.PROSE, Kind.DATE_OR_WORDS, Kind.RECORD}

# After a comma in a text any word may stand; one that is only somewhat like a key is no slip.
_SLIP = 0.75


def has_no_colon(key: Scalar, value: Node) -> bool:
    """Whether a key within braces stands alone between commas, and so is meant as text."""
    return isinstance(value, Scalar) and not value.text and key.end == value.end != (0, 0)


def goes_on(fields: Table[str, Field], key: Scalar, before: tuple[Scalar, Scalar]) -> bool:
    """Whether an unknown key may be the rest of the text before it: only braces share a line.

    Args:
        fields: The keys that the object may have.
        key: The key that is none of them.
        before: The key and the value before it.
    """
    field, text = fields.get(before[0].text), before[1]
    free = field is not None and field.kind in _FREE and " " in text.text + key.text
    slip = nearest(key.text, fields, likeness=_SLIP)
    return free and slip is None and _shares_line(text, key)


def cut_text(field: Field, items: tuple[Node, ...]) -> Scalar | None:
    """Return what goes on like a sentence after a comma within brackets."""
    if not (field.record and RECORDS[field.record].plain):
        return None
    for before, item in pairwise(items):
        if not (isinstance(before, Scalar) and isinstance(item, Scalar)):
            continue
        if _shares_line(before, item) and " " in item.text and item.text[:1].islower():
            return item
    return None


def cut_with_colon(field: Field, items: tuple[Node, ...]) -> dict[int, Scalar]:
    """Return what has become a key after a comma within brackets, by its place in the list."""
    known = RECORDS[field.record].by_key if field.record else {}
    found = {}
    for place, (before, item) in enumerate(pairwise(items), start=1):
        if not (isinstance(item, Mapping) and item.entries):
            continue
        key = item.entries[0][0]
        # Braces of its own begin before the key.
        bare = (item.origin.line, item.origin.column) == (key.origin.line, key.origin.column)
        before_it = isinstance(before, Scalar) and _shares_line(before, key)
        if bare and (before_it or place - 1 in found) and key.text not in known:
            found[place] = key
    return found


def _shares_line(before: Scalar, after: Scalar) -> bool:
    return before.plain and after.plain and before.end[0] == after.origin.line - 1
