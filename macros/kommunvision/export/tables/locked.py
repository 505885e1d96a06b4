"""What locked occasions said when they were locked, as rows: one for each fingerprint or figure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from kommunvision.export.tables.table import Column, Table, Type
from kommunvision.export.values import written
from kommunvision.model import Lock, LockedFigure
from kommunvision.swedish.keys import FACTS, FLAG_WORDS, LOCK_FIGURE_KEYS, LOCK_KEYS
from kommunvision.swedish.workbook import DATA_SHEETS, LOCK_HEADINGS, LOCKS_TABLE

_YES = next(word for word, meaning in FLAG_WORDS.items() if meaning)

# The occasion, the part of its lock, what it is about, the key, the part of a value, the value.
_Row = tuple[str | None, ...]


def locked(locks: Iterable[Lock]) -> Iterator[Table]:
    """Yield a table with everything that locks hold; none if there are no locks."""
    rows = tuple(
        (lock.occasion, *row)
        for lock in sorted(locks, key=lambda one: one.occasion)
        for row in _rows(lock)
    )
    if rows:
        explained = DATA_SHEETS[LOCKS_TABLE].help
        columns = [Column(one, Type.TEXT, explained) for one in LOCK_HEADINGS.values()]
        yield Table(LOCKS_TABLE, tuple(columns), rows)


def _rows(lock: Lock) -> Iterator[_Row]:
    # A lock without anything still is a lock.
    yield (LOCK_KEYS["occasion"], None, None, None, lock.occasion)
    for key, mark in _marks("occasion", lock.head):
        yield (LOCK_KEYS["head"], None, key, None, mark)
    for about, marks in sorted(lock.statements.items()):
        place = LOCK_KEYS["statements"]
        yield from ((place, about, key, None, mark) for key, mark in _marks("statement", marks))
        if not marks:
            yield (place, about, None, None, None)
    for number, figure in enumerate(lock.figures, start=1):
        for key, part, text in _figure(figure):
            yield (LOCK_KEYS["figures"], str(number), LOCK_FIGURE_KEYS[key], part, text)


def _marks(record: str, marks: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for name, field in FACTS[record].items():
        if name in marks:
            yield field.key, marks[name]


def _figure(figure: LockedFigure) -> Iterator[tuple[str, str | None, str]]:
    told = {
        "indicator": figure.indicator,
        "period": str(written(figure.period)),
        "forecast": _YES if figure.forecast else None,
        "value": figure.value,
        "women": figure.women,
        "men": figure.men,
    }
    yield from ((key, None, text) for key, text in told.items() if text)
    yield from (("parts", part, text) for part, text in sorted(figure.parts.items()))
