"""Every object of a kommun, nested ones included, with the keys that its record has."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter
from typing import Any

from kommunvision.model import (
    Body,
    Decision,
    Goal,
    GoverningModel,
    Indicator,
    Item,
    Kommun,
    Level,
    LevelKind,
    NewsItem,
    Occasion,
    Reference,
    Scale,
    Source,
    Theme,
    Vision,
)
from kommunvision.origin import Origin
from kommunvision.swedish.format import capital
from kommunvision.swedish.keys import RECORDS, Field, Kind, Record, former
from kommunvision.swedish.problems.objects import DEFINITE

RECORD_OF: dict[type[Item], str] = {
    Body: "body",
    Decision: "decision",
    Goal: "goal",
    GoverningModel: "model",
    Indicator: "indicator",
    Level: "level",
    NewsItem: "news",
    Occasion: "occasion",
    Scale: "scale",
    Source: "source",
    Theme: "theme",
    Vision: "vision",
}

# Asked for at every key of every object; by way of its enum each takes nine times as long.
_FORMER, _RECORD, _REFERENCE = Kind.FORMER, Kind.RECORD, Kind.REFERENCE


# Whoever walks makes many of these two, so nothing watches over them: they are changed by nobody.
@dataclass(slots=True)
class Entry:
    """A key of an object with its value, and the object with an id that it belongs to."""

    owner: Item | None
    """The nearest object with an id; none for what belongs to the kommun itself."""
    record: str
    field: Field
    value: Any
    holder: Any
    """The object that has the key; it carries the places."""

    def origin(self, *index: int) -> Origin:
        """Return the place of the value, or of an item of it."""
        found: Origin = self.holder.where.of(self.field.attribute, *index)
        return found


@dataclass(slots=True)
class Link:
    """A reference and where it stands."""

    entry: Entry
    reference: Reference
    index: tuple[int, ...] = ()
    """Its place in the list of the entry, if that is a list."""

    @property
    def origin(self) -> Origin:
        """The place of the reference."""
        return self.entry.origin(*self.index)


def entries(kommun: Kommun) -> tuple[Entry, ...]:
    """Return every key that is written in the kommun's files, object by object."""
    return _walked(_Itself(kommun))


@dataclass(frozen=True, slots=True)
class _Itself:
    """A kommun that is like no other; to compare all that two of them say would take long."""

    kommun: Kommun

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Itself) and self.kommun is other.kommun

    def __hash__(self) -> int:
        return id(self.kommun)


# Each rule asks about one kommun before the next is looked at.
@lru_cache(maxsize=1)
def _walked(asked: _Itself) -> tuple[Entry, ...]:
    kommun = asked.kommun
    found: list[Entry] = []
    _walk(kommun, "kommun", None, found)
    for item in kommun.items:
        _walk(item, RECORD_OF[type(item)], item, found)
    for name, others in (
        ("series", kommun.series),
        ("term", kommun.terms),
        ("withdrawn", kommun.withdrawn),
    ):
        for other in others:
            _walk(other, name, None, found)
    return tuple(found)


def _values_of(record: Record) -> Callable[[Any], tuple[Any, ...]]:
    """Return what gives all that an object says, key by key."""
    names = [field.attribute for field in record.fields]
    # Of a single name it would give the value itself.
    return attrgetter(*names) if len(names) > 1 else lambda holder: (getattr(holder, names[0]),)


_VALUES = {name: _values_of(record) for name, record in RECORDS.items()}


def _walk(holder: Any, record: str, owner: Item | None, found: list[Entry]) -> None:  # noqa: ANN401 - any object of the model
    for field, value in zip(RECORDS[record].fields, _VALUES[record](holder), strict=True):
        if value is None:
            continue
        if field.kind is _FORMER:
            told = former(holder.part, of_statement=holder.about is not None)
            if told is None:
                continue
            field = told  # noqa: PLW2901 - it is the same key, read as another
        if field.many and not value:
            continue
        found.append(Entry(owner, record, field, value, holder))
        # Levels stand among the items themselves; other objects within objects are walked here.
        if field.kind is _RECORD and field.of != "level":
            for part in value if field.many else (value,):
                _walk(part, field.of, owner, found)


def links(kommun: Kommun) -> tuple[Link, ...]:
    """Return every reference in the kommun's files."""
    return _linked(_Itself(kommun))


@lru_cache(maxsize=1)
def _linked(asked: _Itself) -> tuple[Link, ...]:
    found: list[Link] = []
    for entry in _walked(asked):
        if entry.field.kind is _REFERENCE:
            if entry.field.many:
                found += [Link(entry, one, (place,)) for place, one in enumerate(entry.value)]
            else:
                found.append(Link(entry, entry.value))
    return tuple(found)


def who(kommun: Kommun, item: Item | None) -> str:
    """Return how a message names an object when it opens a sentence."""
    if item is None:
        return capital(DEFINITE["kommun"])
    word = DEFINITE[RECORD_OF[type(item)]]
    if isinstance(item, Goal):
        level = kommun.level_of(item)
        word = level.definite if level and level.kind is LevelKind.NODES else word
    return f'{capital(word)} "{item.id}"'


def model_of(kommun: Kommun, level: Level) -> GoverningModel:
    """Return the governing model that a level belongs to."""
    return next(model for model in kommun.models if level in model.levels)
