"""What is asked of objects while they are read, reckoned once from the key tables."""

from __future__ import annotations

from kommunvision.origin import Key, place_name
from kommunvision.swedish.keys import NOT_STATED, RECORDS, Record

Needed = tuple[frozenset[Key], str]
"""Names of places of which an object must have one, and the key that it lacks if it has none."""


def _needed(record: Record) -> tuple[Needed, ...]:
    ways = [(field,) for field in record.required] + ([record.either] if record.either else [])
    return tuple((frozenset(place_name(one.attribute) for one in way), way[0].key) for way in ways)


NEEDED = {name: _needed(record) for name, record in RECORDS.items()}

LONGEST_WORD = max(
    len(NOT_STATED),
    *(len(one.word[0]) for record in RECORDS.values() for one in record.fields if one.word),
)
"""Of the words that stand in place of a value; whatever is longer is none of them."""
