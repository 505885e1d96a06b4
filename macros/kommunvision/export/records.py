"""Objects of the model become JSON by the key tables that they are read by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import is_dataclass
from enum import StrEnum
from typing import Any, NamedTuple

from kommunvision.address import address
from kommunvision.export.setting import Setting
from kommunvision.export.values import chosen, written
from kommunvision.model import Correction, Item, Kommun, Reference
from kommunvision.remembered import Remembered
from kommunvision.swedish.keys import CHOICES, ID_KEY, NOT_STATED, RECORDS, Field, Kind, former
from kommunvision.swedish.open_data import PAGE_KEY

_CORRECTION = {field.attribute: field.key for field in RECORDS["correction"].fields}


class _Told(NamedTuple):
    """How a key is told, without what has to be looked up at each object that has it."""

    key: str
    attribute: str
    many: bool
    flag: bool
    choice: str
    """Name of the choice table."""
    record: str
    """Name of the record that a value is read as."""
    part: str
    """The same, but for references and times of validity."""
    word: tuple[str, str] | None


class Writer:
    """Writes the objects of one kommun, each once: it stands in several files and on many pages."""

    def __init__(self, setting: Setting, kommun: Kommun) -> None:
        self._setting = setting
        self._kommun = kommun
        self._records: Remembered[dict[str, Any]] = Remembered()
        self._references: Remembered[tuple[Reference, ...]] = Remembered()

    def record(self, name: str, item: object) -> dict[str, Any]:
        """Return an object by its Swedish keys; those that it says nothing of are left out.

        What the kommun has an address for has it as one more key. Nobody may change what is
        returned, for others are given the same.
        """
        return self._records.of(item, lambda: self._record(name, item), name)

    def references(self, name: str, item: object) -> tuple[Reference, ...]:
        """Return every reference in an object and its parts, in the order of the keys."""
        return self._references.of(item, lambda: tuple(self._referred(name, item)), name)

    def _record(self, name: str, item: object) -> dict[str, Any]:
        told: dict[str, Any] = {}
        if isinstance(item, Item):
            url = self._setting.url(address(self._kommun, item))
            told = {ID_KEY: item.id, PAGE_KEY: url}
        not_stated = getattr(item, "not_stated", ())
        for one in _all_told(name, item):
            value = getattr(item, one.attribute)
            if one.attribute in not_stated:
                told[one.key] = NOT_STATED
            elif one.word and getattr(item, one.word[1]):
                told[one.key] = one.word[0]
            elif one.many:
                if value:
                    told[one.key] = [self._one(one, part) for part in value]
            # A flag that is not set says no more than one that is left out.
            elif value is not None and (value or not one.flag):
                told[one.key] = self._one(one, value)
        return told

    def _referred(self, name: str, item: object) -> Iterator[Reference]:
        for told in _all_told(name, item):
            value = getattr(item, told.attribute)
            for one in value or () if told.many else (value,):
                if isinstance(one, Reference):
                    yield one
                elif told.part and one is not None:
                    yield from self.references(told.part, one)

    def _one(self, told: _Told, value: object) -> object:
        if told.choice and isinstance(value, str | StrEnum):
            return chosen(told.choice, value)
        if told.record and is_dataclass(value):
            return self.record(told.record, value)
        return value if type(value) is str else written(value)


def read_as(field: Field, told: Mapping[str, Any]) -> Field:
    """Return how a value of a written object is read.

    What stood before is read as the key that the correction is about.
    """
    if field.kind is not Kind.FORMER:
        return field
    part = CHOICES["corrected"][told[_CORRECTION["part"]]]
    return former(part, of_statement=_CORRECTION["about"] in told) or field


def _all_told(name: str, item: object) -> Iterable[_Told]:
    """Return how each key of an object is told."""
    if isinstance(item, Correction):
        return _of_correction(item)
    return _TOLD[name]


def _of_correction(item: Correction) -> Iterator[_Told]:
    """Yield how each key of a correction is told; what stood before, as its own key was."""
    for field in RECORDS["correction"].fields:
        if field.kind is not Kind.FORMER:
            yield _told(field)
        elif told := former(item.part, of_statement=item.about is not None):
            yield _told(told, field.key)


def _told(field: Field, key: str | None = None) -> _Told:
    return _Told(
        key=key or field.key,
        attribute=field.attribute,
        many=field.many,
        flag=field.kind is Kind.FLAG,
        choice=field.of if field.kind is Kind.CHOICE else "",
        record=field.record,
        part=field.of if field.kind is Kind.RECORD else "",
        word=field.word,
    )


_TOLD = {
    name: tuple(_told(field) for field in record.fields if field.kind is not Kind.FORMER)
    for name, record in RECORDS.items()
}
