"""Answers are put where they belong in the kommun's data files, and nothing else is touched."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from kommunvision.amend import amended, content
from kommunvision.collect.alike import like, marked_like, texts
from kommunvision.collect.answers import Change
from kommunvision.collect.asked import Asked, Round
from kommunvision.collect.columns import PARTS, STATEMENTS, VALUES, Fill, Kind
from kommunvision.collect.sources import tree
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
            _put(file.object(asked, home), file.told, asked, row, found)
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
        told, problems = content(self._text, path, marks=True)
        if told is None:
            raise ValueError(f"{path} cannot be changed: {[one.code for one in problems]}")
        self.told = told

    def object(self, asked: Round, home: Occasion | Series | Indicator) -> dict[str, Tree]:
        """Return what the file says of an object; whoever changes it changes the file."""
        attribute = _ATTRIBUTES[type(home)]
        key = next(one.key for one in SECTIONS if one.attribute == attribute)
        everything: tuple[Occasion | Series | Indicator, ...] = getattr(asked.kommun, attribute)
        here = [one for one in everything if one.where.origin.path == self._path]
        place = next(number for number, one in enumerate(here) if one is home)
        objects = self.told[key]
        found = objects[place] if isinstance(objects, list) else objects
        if not isinstance(found, dict):
            raise TypeError(f"{self._path}: {key} {place} has no keys")
        return found

    def amended(self) -> Amended:
        """Return the file with its new content."""
        return Amended(self._path, self._before, amended(self._text, self.told))


# What stands within what.
_OWNERS = {"verdict": "statement", "part": "measurement"}

_ATTRIBUTES: dict[type, str] = {
    Occasion: "occasions",
    Series: "series",
    Indicator: "indicators",
}


def _put(
    home: dict[str, Tree],
    file: dict[str, Tree],
    asked: Round,
    row: Asked,
    changes: Iterable[Change],
) -> None:
    if row.measured is None:
        owner, attribute = "occasion", "statements"
    else:
        owner, attribute = "series" if row.measured.series else "indicator", "values"
    key = next(one.key for one in RECORDS[owner].fields if one.attribute == attribute)
    told = home.get(key)
    items = _several(told)
    changes = [_like_others(one, items, file) for one in changes]
    place = _place(row, items)
    if place is None:
        place = _new_place(asked, row, items)
        items.insert(place, _marked_like_others(_new(row), items, file))
    item = items[place]
    if not isinstance(item, dict):
        raise TypeError(f"{key} {place} has no keys")
    items[place] = _filled(item, row, changes)
    _set(home, owner, key, items)


# Where values stand, of a whole and of its parts.
_FIGURES = frozenset(
    one.keys[0] for kind in (VALUES, PARTS) for one in kind.columns if one.fill is Fill.VALUE
)


def _like_others(change: Change, items: list[Tree], file: dict[str, Tree]) -> Change:
    """Return an answer in the way in which its list and its file write such values."""
    if change.column.fill is not Fill.VALUE or not change.after:
        return change
    near, far = (list(texts(one, _FIGURES)) for one in (items, file))
    return replace(change, after=like(change.after, near, far))


def _marked_like_others(
    new: dict[str, Tree], items: list[Tree], file: dict[str, Tree]
) -> dict[str, Tree]:
    """Return what says which answer it is, in the quotation marks of such texts in its list."""
    return {
        key: marked_like(one, list(texts(items, [key])), list(texts(file, [key])))
        if isinstance(one, str)
        else one
        for key, one in new.items()
    }


def _several(told: Tree | None) -> list[Tree]:
    """Return a list; one single item may stand without a list around it."""
    return list(told) if isinstance(told, list) else [told] if told else []


def _filled(item: dict[str, Tree], row: Asked, changes: Iterable[Change]) -> dict[str, Tree]:
    """Return a statement or a value with answers about it, or about what stands within it."""
    kind = row.kind
    if not kind.within:
        return _answered(item, kind, changes)
    several, name = _several(item.get(kind.within)), row.key[-1]
    names = [_named(one, kind.named_by).casefold() for one in several]
    if name.casefold() in names:
        place = names.index(name.casefold())
        own = several[place]
        several[place] = _answered(own if isinstance(own, dict) else {}, kind, changes)
    else:
        # What is judged, or whose value it is, comes before what is said of it.
        several.append({kind.named_by: name, **_answered({}, kind, changes)})
    filled = dict(item)
    _set(filled, _OWNERS[kind.record], kind.within, several)
    return filled


def _answered(item: dict[str, Tree], kind: Kind, changes: Iterable[Change]) -> dict[str, Tree]:
    filled = dict(item)
    for change in changes:
        _answer(filled, kind.record, change)
    return filled


def _place(row: Asked, items: list[Tree]) -> int | None:
    """Return the place of an answer that is to be changed; none of one that is new."""
    if row.measured is None:
        # New ones may have moved it.
        told = [_about(one) for one in items]
        return told.index(row.item.id) if row.item.id in told else None
    if row.measured.measurement is not None:
        return _index(_values(row), row.measured.measurement)
    # Another answer about the same value may have made it.
    new = _new(row)
    return next((n for n, one in enumerate(items) if _says(one, new)), None)


def _says(item: Tree, new: dict[str, Tree]) -> bool:
    keys = (_key("measurement", "period"), _key("measurement", "forecast"))
    return isinstance(item, dict) and all(item.get(key) == new.get(key) for key in keys)


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


def _about(item: Tree) -> str:
    """Return the id that a statement is about."""
    return _named(item, _key("statement", "about"))


def _named(item: Tree, key: str) -> str:
    """Return what a key names: an id, with or without remarks, or a name."""
    named = item.get(key, "") if isinstance(item, dict) else ""
    return str(named.get(ID_KEY, "") if isinstance(named, dict) else named)


def _before(asked: Round, row: Asked) -> Iterator[Asked]:
    for one in asked.rows_of(STATEMENTS):
        if one.item is row.item:
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
    if change.column.fill is Fill.SOURCES:
        key = change.column.keys[0]
        _set(item, record, key, tree(text, item.get(key)))
        return
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
