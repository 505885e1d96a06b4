"""What an object must have, reckoned once for each record of the key tables."""

from __future__ import annotations

from kommunvision.origin import Key, place_name
from kommunvision.swedish.keys import RECORDS, Record

Needed = tuple[frozenset[Key], str]
"""Names of places of which an object must have one, and the key that it lacks if it has none."""


def _needed(record: Record) -> tuple[Needed, ...]:
    ways = [(field,) for field in record.required] + ([record.either] if record.either else [])
    return tuple((frozenset(place_name(one.attribute) for one in way), way[0].key) for way in ways)


NEEDED = {name: _needed(record) for name, record in RECORDS.items()}
