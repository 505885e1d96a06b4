"""Objects of the model become JSON by the key tables that they are read by."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import is_dataclass
from enum import StrEnum
from typing import Any

from kommunvision.address import address
from kommunvision.export.setting import Setting
from kommunvision.export.values import chosen, written
from kommunvision.model import Correction, Item, Kommun, Reference
from kommunvision.swedish.keys import CHOICES, ID_KEY, NOT_STATED, RECORDS, Field, Kind, former
from kommunvision.swedish.open_data import PAGE_KEY

_CORRECTION = {field.attribute: field.key for field in RECORDS["correction"].fields}


class Writer:
    """Writes the objects of one kommun."""

    def __init__(self, setting: Setting, kommun: Kommun) -> None:
        self._setting = setting
        self._kommun = kommun

    def record(self, name: str, item: object) -> dict[str, Any]:
        """Return an object by its Swedish keys; those that it says nothing of are left out.

        What the kommun has an address for has it as one more key.
        """
        told: dict[str, Any] = {}
        if isinstance(item, Item):
            url = self._setting.url(address(self._kommun, item))
            told = {ID_KEY: item.id, PAGE_KEY: url}
        for key, field in _fields(name, item):
            value = self._told(field, item)
            if value is not None:
                told[key] = value
        return told

    def references(self, name: str, item: object) -> Iterator[Reference]:
        """Yield every reference in an object and its parts, in the order of the keys."""
        for _, field in _fields(name, item):
            value = getattr(item, field.attribute)
            for one in value or () if field.many else (value,):
                if isinstance(one, Reference):
                    yield one
                elif field.kind is Kind.RECORD and one is not None:
                    yield from self.references(field.of, one)

    def _told(self, field: Field, item: object) -> object:
        """Return what an object says under a key; none if it says nothing."""
        if field.attribute in getattr(item, "not_stated", ()):
            return NOT_STATED
        if field.word and getattr(item, field.word[1]):
            return field.word[0]
        value = getattr(item, field.attribute)
        if field.many:
            return [self._one(field, one) for one in value or ()] or None
        # A flag that is not set says no more than one that is left out.
        silent = value is None or (field.kind is Kind.FLAG and not value)
        return None if silent else self._one(field, value)

    def _one(self, field: Field, value: object) -> object:
        if field.kind is Kind.CHOICE and isinstance(value, str | StrEnum):
            return chosen(field.of, value)
        if is_dataclass(value) and field.record:
            return self.record(field.record, value)
        return written(value)


def read_as(field: Field, told: Mapping[str, Any]) -> Field:
    """Return how a value of a written object is read.

    What stood before is read as the key that the correction is about.
    """
    if field.kind is not Kind.FORMER:
        return field
    part = CHOICES["corrected"][told[_CORRECTION["part"]]]
    return former(part, of_statement=_CORRECTION["about"] in told) or field


def _fields(name: str, item: object) -> Iterator[tuple[str, Field]]:
    """Yield each key of an object, and how its value was read."""
    for field in RECORDS[name].fields:
        if field.kind is not Kind.FORMER:
            yield field.key, field
        elif isinstance(item, Correction) and (
            told := former(item.part, of_statement=item.about is not None)
        ):
            yield field.key, told
