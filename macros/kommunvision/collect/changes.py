"""Answers are put where they belong in the kommun's data files, and nothing else is touched."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kommunvision.amend import amended, content
from kommunvision.collect.answers import Change
from kommunvision.collect.asked import Asked, Round
from kommunvision.collect.columns import STATEMENTS, Fill
from kommunvision.export.values import written
from kommunvision.export.yaml_text import Tree
from kommunvision.load.numbers import period
from kommunvision.model import Indicator, Occasion, Series
from kommunvision.swedish.keys import ID_KEY, RECORDS, SECTIONS
from kommunvision.swedish.quantities import ANSWERS


@dataclass(frozen=True, slots=True)
class Amended:
    """A data file with answers in it."""

    path: str
    """Relative to the site's root."""
    before: bytes
    after: str


def amendments(root: Path, asked: Round, changes: Iterable[Change]) -> tuple[Amended, ...]:
    """Return the data files that change; nothing is written.

    Args:
        root: Root of the site's repository.
        asked: The occasion.
        changes: What is to change.
    """
    rows: defaultdict[int, list[Change]] = defaultdict(list)
    for change in changes:
        rows[id(change.row)].append(change)
    files: dict[str, _File] = {}
    # In the order of the kommun's files, so that new statements get their order from it.
    for row in asked.rows:
        if found := rows.get(id(row)):
            home = _home(asked, row)
            path = home.where.origin.path
            file = files.setdefault(path, _File(root, path))
            _put(file.object(asked, home), asked, row, found)
    return tuple(file.amended() for file in files.values())


def _home(asked: Round, row: Asked) -> Occasion | Series | Indicator:
    """Return the object of a data file that an answer stands in."""
    if row.measured is None:
        return asked.occasion
    return row.measured.series or row.measured.indicator


class _File:
    """One data file on its way to other content."""

    def __init__(self, root: Path, path: str) -> None:
        self._path = path
        self._before = (root / path).read_bytes()
        self._text = self._before.decode()
        told, problems = content(self._text, path)
        if told is None:
            raise ValueError(f"{path} cannot be changed: {[one.code for one in problems]}")
        self._told = told

    def object(self, asked: Round, home: Occasion | Series | Indicator) -> dict[str, Tree]:
        """Return what the file says of an object; whoever changes it changes the file."""
        attribute = _ATTRIBUTES[type(home)]
        key = next(one.key for one in SECTIONS if one.attribute == attribute)
        everything: tuple[Occasion | Series | Indicator, ...] = getattr(asked.kommun, attribute)
        here = [one for one in everything if one.where.origin.path == self._path]
        place = next(number for number, one in enumerate(here) if one is home)
        objects = self._told[key]
        found = objects[place] if isinstance(objects, list) else objects
        if not isinstance(found, dict):
            raise TypeError(f"{self._path}: {key} {place} has no keys")
        return found

    def amended(self) -> Amended:
        """Return the file with its new content."""
        return Amended(self._path, self._before, amended(self._text, self._told))


_ATTRIBUTES: dict[type, str] = {
    Occasion: "occasions",
    Series: "series",
    Indicator: "indicators",
}


def _put(home: dict[str, Tree], asked: Round, row: Asked, changes: Iterable[Change]) -> None:
    if row.kind is STATEMENTS:
        record, owner, attribute = "statement", "occasion", "statements"
    else:
        record, attribute = "measurement", "values"
        owner = "series" if row.measured and row.measured.series else "indicator"
    key = next(one.key for one in RECORDS[owner].fields if one.attribute == attribute)
    told = home.get(key)
    # One single item may stand without a list around it.
    items: list[Tree] = list(told) if isinstance(told, list) else [told] if told else []
    place = _place(row, items)
    if place is None:
        place = _new_place(asked, row, items)
        items.insert(place, _new(row))
    item = items[place]
    if not isinstance(item, dict):
        raise TypeError(f"{key} {place} has no keys")
    filled = dict(item)
    for change in changes:
        _answer(filled, record, change)
    items[place] = filled
    _set(home, owner, key, items)


def _place(row: Asked, items: list[Tree]) -> int | None:
    """Return the place of an answer that is to be changed; none of one that is new."""
    if row.measured is None:
        # New ones may have moved it.
        told = [_about(one) for one in items]
        return told.index(row.item.id) if row.item.id in told else None
    return _index(_values(row), row.measured.measurement)


def _index(items: Iterable[object], wanted: object) -> int | None:
    return next((place for place, one in enumerate(items) if one is wanted), None)


def _values(row: Asked) -> tuple[object, ...]:
    if row.measured is None:
        return ()
    home = row.measured.series or row.measured.indicator
    return home.values


def _new_place(asked: Round, row: Asked, items: list[Tree]) -> int:
    """Return where a new answer belongs: after the one before it, new ones included."""
    if row.measured is None:
        earlier = {one.item.id for one in _before(asked, row)}
        places = [number for number, one in enumerate(items) if _about(one) in earlier]
    else:
        key = period(row.shown["period"]).sort_key
        home = row.measured.series or row.measured.indicator
        places = [number for number, one in enumerate(home.values) if one.period.sort_key <= key]
    return max(places, default=-1) + 1


def _about(item: Tree) -> Tree:
    """Return the id that a statement is about; a reference may have remarks of its own."""
    about = item.get(_key("statement", "about"), "") if isinstance(item, dict) else ""
    return about.get(ID_KEY, "") if isinstance(about, dict) else about


def _before(asked: Round, row: Asked) -> Iterator[Asked]:
    for one in asked.rows_of(row.kind):
        if one is row:
            return
        yield one


def _new(row: Asked) -> dict[str, Tree]:
    """Return a new statement or value, with what says which it is."""
    if row.measured is None:
        return {_key("statement", "about"): row.item.id}
    found: dict[str, Tree] = {
        _key("measurement", "period"): str(written(period(row.shown["period"])))
    }
    if row.measured.forecast:
        found[_key("measurement", "forecast")] = ANSWERS[True]
    return found


def _key(record: str, attribute: str) -> str:
    return next(one.key for one in RECORDS[record].fields if one.attribute == attribute)


def _answer(item: dict[str, Tree], record: str, change: Change) -> None:
    """Put one answer in its item; an empty one takes away what stood there."""
    text = change.after
    if change.column.fill is Fill.TEXT and "\n" in text:
        # A text of several lines ends its last one, as texts in files do.
        text = f"{text}\n"
    first, *within = change.column.keys
    if not within:
        _set(item, record, first, text)
        return
    part = item.get(first)
    inner = dict(part) if isinstance(part, dict) else {}
    _set(inner, "planned", within[0], text)
    _set(item, record, first, inner)


def _set(item: dict[str, Tree], record: str, key: str, value: Tree) -> None:
    """Give a key its value; a new key stands where the order of the keys has it."""
    if not value:
        item.pop(key, None)
        return
    if key in item:
        item[key] = value
        return
    order = list(RECORDS[record].by_key)
    entries = list(item.items())
    rank = order.index(key)
    place = 1 + max(
        (n for n, (one, _) in enumerate(entries) if one in order and order.index(one) < rank),
        default=-1,
    )
    item.clear()
    item.update([*entries[:place], (key, value), *entries[place:]])
