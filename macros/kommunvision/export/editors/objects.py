"""What an object may have in a data file, as parts of a schema; by the loader's key tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from kommunvision.export.editors.beginnings import beginnings, words
from kommunvision.export.editors.values import shape
from kommunvision.export.schema import definition
from kommunvision.load.reader import MOST_ITEMS
from kommunvision.swedish.editors import (
    REFERENCE_NEEDS,
    asked,
    escaped,
    explained,
    needed,
    unknown,
)
from kommunvision.swedish.keys import RECORDS, Field, Kind, Record

_ANYTHING = ["string", "number", "boolean", "object", "array"]


class Parts:
    """The parts of one schema: each kind of object, once."""

    def __init__(self) -> None:
        self._found: dict[str, Any] = {}

    @property
    def ordered(self) -> dict[str, Any]:
        """The parts by name."""
        return dict(sorted(self._found.items()))

    def object(self, name: str) -> dict[str, str]:
        """Return the reference to a kind of object, which becomes a part with all within it.

        Beside it may stand what only describes. Anything else makes editors think that they know
        nothing of the value, and they offer less.
        """
        part = definition(name)
        if part not in self._found:
            self._found[part] = {}
            self._found[part] = self._record(name)
        return {"$ref": f"#/$defs/{part}"}

    def described(self, name: str) -> dict[str, Any]:
        """Return the reference to a kind of object with what it is."""
        record = RECORDS[name]
        return {
            **self.object(name),
            "title": record.name,
            "description": record.help,
            "markdownDescription": escaped(record.help),
        }

    def _record(self, name: str) -> dict[str, Any]:
        record = RECORDS[name]
        required = [field.key for field in record.fields if field.required]
        return {
            "type": "object",
            "errorMessage": needed(record),
            "properties": {field.key: self._field(field) for field in record.fields},
            **({"required": required} if required else {}),
            **({"anyOf": list(_led_somewhere(record))} if name == "reference" else {}),
            **only_keys((field.key for field in record.fields), unknown(record)),
            **beginnings(name),
        }

    def _field(self, field: Field) -> dict[str, Any]:
        """Return what may stand under a key."""
        told = {
            "title": field.key,
            "description": field.help,
            "markdownDescription": explained(field),
        }
        if field.kind is Kind.FORMER:
            # It is read as another key is; which one, the check sees.
            return {**told, "type": _ANYTHING, "errorMessage": asked(field)}
        alone = self._value(field, whole=True)
        if "$ref" in alone:
            return {**alone, **told}
        found = {**told, **alone, **words(field)}
        if not field.many:
            return found
        least = {"minItems": 1} if field.required else {}
        return {**found, "items": self._value(field, whole=False), "maxItems": MOST_ITEMS, **least}

    def _value(self, field: Field, *, whole: bool) -> dict[str, Any]:
        told = shape(field, whole=whole)
        if not field.record:
            return told
        if told["type"] == "object":
            return self.object(field.record) if whole else self.described(field.record)
        return {**told, "if": {"type": "object"}, "then": self.object(field.record)}


def only_keys(keys: Iterable[str], message: str) -> dict[str, Any]:
    """Return that an object has no keys but some.

    Said of the names, not as ``additionalProperties``, since a message for those is of the whole
    object and would be that of a missing key too.
    """
    pattern = f"^(?:{'|'.join(keys)})$"
    # To an editor's YAML a key may be a number.
    return {"propertyNames": {"type": "string", "pattern": pattern, "errorMessage": message}}


def _led_somewhere(record: Record) -> Iterator[dict[str, Any]]:
    for field in record.fields:
        if field.attribute in {"target", "name"}:
            yield {"required": [field.key], "errorMessage": REFERENCE_NEEDS}
