"""Keys that an object cannot have: what was probably meant, and how that is told."""

from __future__ import annotations

from kommunvision.origin import Origin
from kommunvision.problem import Problem, problem
from kommunvision.swedish.genders import OTHERS
from kommunvision.swedish.keys import Field, Record
from kommunvision.text.guess import nearest


def unknown(record: Record, key: str, origin: Origin) -> tuple[Problem, Field | None]:
    """Return the problem of a key that a record has not, and which of its keys was meant."""
    attribute, choice = OTHERS.get(key.strip().lower(), ("", ""))
    field = next((one for one in record.fields if one.attribute == attribute), None)
    if field is not None:
        told = {"key": key, "object": record.name, "right": field.key, "choice": choice}
        return Problem("KV130", origin, told), field
    near = nearest(key, record.by_key)
    found = problem("KV101", origin, suggestion=near, key=key, object=record.name)
    return found, record.by_key[near] if near else None
