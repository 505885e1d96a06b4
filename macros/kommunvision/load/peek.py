"""What a node says before it is read as an object: its ids, and yes to something."""

from __future__ import annotations

from collections.abc import Iterator

from kommunvision.load.tree import Mapping, Node, Scalar, Sequence
from kommunvision.swedish.keys import FLAG_WORDS, ID_KEY, RECORDS
from kommunvision.text.ascii import ascii_id

_FORMER_ID = next(one.key for one in RECORDS["goal"].fields if one.attribute == "former_ids")


# The key that makes a draft of an object, by the kind of object that may be one.
_DRAFT = {
    name: field.key
    for name, record in RECORDS.items()
    for field in record.fields
    if field.attribute == "draft"
}


def is_draft(kind: str, item: Node) -> bool:
    """Whether an object of a kind says that it is a draft."""
    key = _DRAFT.get(kind)
    return key is not None and says(item, key)


def says(item: Node, key: str) -> bool:
    """Whether an object says yes to a key."""
    return any(
        isinstance(value, Scalar) and FLAG_WORDS.get(value.text.strip().lower(), False)
        for value in _of(item, key)
    )


def own_ids(item: Node) -> Iterator[str]:
    """Yield the id of an object, and those that it had before."""
    for found in _of(item, ID_KEY) + _of(item, _FORMER_ID):
        for one in found.items if isinstance(found, Sequence) else (found,):
            if isinstance(one, Scalar):
                yield one.text


def _of(item: Node, key: str) -> list[Node]:
    entries = item.entries if isinstance(item, Mapping) else ()
    return [value for found, value in entries if found.text == key]


def ids(node: Node) -> Iterator[str]:
    """Yield every id that is written in an object, those of its parts included."""
    if isinstance(node, Sequence):
        for item in node.items:
            yield from ids(item)
    elif isinstance(node, Mapping):
        for key, value in node.entries:
            if key.text == ID_KEY and isinstance(value, Scalar):
                yield value.text
                # What cannot be an id is known elsewhere, and published, in the form that can.
                yield ascii_id(value.text)
            yield from ids(value)
