"""How objects are kept: pickled as a row of their values, and put together again from it."""

from __future__ import annotations

import copyreg
from collections.abc import Callable, Iterable
from dataclasses import fields
from operator import attrgetter
from typing import Any

_VALUES: dict[type, Callable[[object], tuple[Any, ...]]] = {}
_SLOTS: dict[type, tuple[Callable[[object, object], None], ...]] = {}


def keep_in_rows(classes: Iterable[type]) -> None:
    """Let pickle keep objects of frozen data classes in rows.

    By themselves they ask their class for its fields, each one anew, and that takes most of the
    time of reading what was kept.
    """
    for kind in classes:
        names = tuple(one.name for one in fields(kind))
        _VALUES[kind] = _values_of(names)
        # Past what keeps objects from being changed: one that is only being made has no values.
        _SLOTS[kind] = tuple(getattr(kind, name).__set__ for name in names)
        copyreg.pickle(kind, _row)


def _values_of(names: tuple[str, ...]) -> Callable[[object], tuple[Any, ...]]:
    """Return what gives the values of an object's attributes."""
    # Of a single name it would give the value itself.
    return attrgetter(*names) if len(names) > 1 else lambda item: (getattr(item, names[0]),)


def _row(item: object) -> tuple[Any, ...]:
    kind = type(item)
    return _made, (kind, *_VALUES[kind](item))


def _made(kind: type, *values: object) -> object:
    item: object = object.__new__(kind)
    for put, value in zip(_SLOTS[kind], values, strict=True):
        put(item, value)
    return item
