"""What stands in rows and cells becomes the nodes of a data file, by the key tables."""

from __future__ import annotations

from dataclasses import dataclass, field

from kommunvision.load.tree import Mapping, Node, Scalar, Sequence
from kommunvision.origin import Origin
from kommunvision.swedish.keys import CHOICES, RECORDS, Field, Kind, former
from kommunvision.swedish.workbook import EMPTY

_CORRECTION = {field.attribute: field.key for field in RECORDS["correction"].fields}


@dataclass(slots=True)
class Group:
    """What stands under a key while rows are gathered: a text, keys of its own, or several."""

    origin: Origin
    text: Scalar | None = None
    keys: dict[str, tuple[Scalar, Group]] = field(default_factory=dict)
    items: list[Group] = field(default_factory=list)

    def under(self, path: list[str], origin: Origin) -> Group:
        """Return what stands under a key, and under a key within that."""
        found = self
        for key in path:
            found = found.keys.setdefault(key, (Scalar(key, origin), Group(origin)))[1]
        return found


def record_node(record: str, group: Group) -> Node:
    """Return an object with its keys; the key that a bare text stands for among them."""
    fields = RECORDS[record].by_key
    entries: list[tuple[Scalar, Node]] = []
    plain = RECORDS[record].plain_key
    if group.text and group.text.text.strip() != EMPTY and plain not in group.keys:
        entries.append((Scalar(plain or group.text.text, group.text.origin), group.text))
    for key, (name, within) in group.keys.items():
        field = fields.get(key)
        if field is not None and field.kind is Kind.FORMER:
            field = _former(group)
        entries.append((name, _value(field, within)))
    return Mapping(tuple(entries), group.origin)


def _former(group: Group) -> Field | None:
    """Return how to read what stood before: as the key that the correction names."""
    part = group.keys.get(_CORRECTION["part"])
    word = part[1].text.text.strip().lower() if part and part[1].text else ""
    attribute = CHOICES["corrected"].get(word, "")
    return former(attribute, of_statement=_CORRECTION["about"] in group.keys)


def _value(field: Field | None, group: Group) -> Node:
    """Return what stands under a key."""
    record = field.record if field else ""
    several = field is not None and field.many
    lines = _lines(group.text) if several and not group.keys else []
    if group.items:
        items = [record_node(record, one) if record else _plain(one) for one in group.items]
        return Sequence((*lines, *items), group.origin)
    if group.text and not group.keys and group.text.text.strip() != EMPTY:
        return Sequence(tuple(lines), group.origin) if len(lines) > 1 else group.text
    return record_node(record, group) if record else _plain(group)


def _plain(group: Group) -> Node:
    """Return what stands where no key table knows what it is."""
    if group.text:
        return group.text
    pairs = tuple((name, _value(None, within)) for name, within in group.keys.values())
    return Mapping(pairs, group.origin)


def _lines(scalar: Scalar | None) -> list[Node]:
    lines = scalar.text.split("\n") if scalar else []
    return [Scalar(line, scalar.origin, plain=False) for line in lines if scalar and line.strip()]
