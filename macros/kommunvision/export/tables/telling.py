"""What objects of the model say, as the cells of a table have it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal
from enum import StrEnum
from typing import Any, TypeVar

from kommunvision.chain import GoalSystem
from kommunvision.export.records import Writer
from kommunvision.export.setting import Setting
from kommunvision.export.tables.table import Cell
from kommunvision.export.values import chosen, written
from kommunvision.load import record_of
from kommunvision.model import Bound, Goal, Item, Reference, Validity, Value
from kommunvision.swedish.format import validity
from kommunvision.swedish.keys import NOT_STATED, RECORDS, Field, Kind
from kommunvision.swedish.quantities import ANSWERS

_BETWEEN = "; "

Made = TypeVar("Made")


class Telling:
    """Tells the objects of one kommun in plain words, numbers and answers."""

    def __init__(self, setting: Setting, system: GoalSystem) -> None:
        self.setting = setting
        self.system = system
        self.writer = Writer(setting, system.kommun)
        self._made: dict[tuple[object, ...], Any] = {}

    def once(self, make: Callable[..., Made], *of: Item) -> Made:
        """Return what several files need, made of the kommun or of some of its objects, once.

        Nobody may change what is returned, for others are given the same.
        """
        key = (make, *(one.id for one in of))
        if key not in self._made:
            self._made[key] = make(self, *of)
        found: Made = self._made[key]
        return found

    def field(self, field: Field, item: object) -> Cell:
        """Return what an object says under a key; none if it says nothing."""
        if field.attribute in getattr(item, "not_stated", ()):
            return NOT_STATED
        if field.word and getattr(item, field.word[1], False):
            return field.word[0]
        value = getattr(item, field.attribute, None)
        if field.many:
            return self.listed(self._one(field, one) for one in value or ())
        return self._one(field, value)

    def called(self, ref: Reference) -> str:
        """Return what a reference leads to by its name, and the place in it."""
        found = self.setting.site.find(ref.target, self.system.kommun) if ref.target else None
        name = ref.name or (found[1].called if found else ref.target or "")
        return f"{name}, {ref.place}" if ref.place else name

    def references(self, refs: Iterable[Reference]) -> str | None:
        """Return what several references lead to, each once."""
        return self.listed(dict.fromkeys(self.called(one) for one in refs))

    @staticmethod
    def listed(told: Iterable[Cell]) -> str | None:
        """Return several values in one cell; none if there are none."""
        return _BETWEEN.join(str(one) for one in told if one is not None) or None

    def _one(self, field: Field, value: object) -> Cell:
        if value is None or value == "":
            return None
        if field.kind is Kind.CHOICE and isinstance(value, str | StrEnum):
            return chosen(field.of, value)
        if isinstance(value, Reference):
            return self.called(value)
        if isinstance(value, Validity):
            return validity(value)
        return value if isinstance(value, bool | int | Decimal) else str(written(value))


def kind(system: GoalSystem, item: Item) -> str:
    """Return what an object is: a goal by the name of its level."""
    return system.level_of(item).name if isinstance(item, Goal) else RECORDS[record_of(item)].noun


def number(value: Value | None) -> Decimal | None:
    """Return a value that is a number."""
    return value if isinstance(value, Decimal) else None


def words(value: Value | None) -> str | None:
    """Return a value that is an answer, words, or a bound, which is no number to count with."""
    if isinstance(value, bool):
        return ANSWERS[value]
    if isinstance(value, Bound):
        return str(written(value))
    return value if isinstance(value, str) else None
