"""Which objects of a kommun have come, changed or gone, and which of their keys differ."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from kommunvision.model import (
    PAST,
    GoverningModel,
    Indicator,
    Item,
    Kommun,
    Occasion,
    Reference,
    Term,
)
from kommunvision.swedish.keys import ID_KEY, RECORDS, SECTIONS, Field
from kommunvision.versions.model import Fate, Thing
from kommunvision.versions.moves import source_keys, target_moves, value_moves

# Told by themselves, value by value.
_TOLD_APART = {"values", "targets"}
# The name that an object goes by; a change of it is worth more than the key.
_TITLES = ("title", "name")


def things(before: Kommun, now: Kommun) -> Iterator[Thing]:
    """Yield what has become of each object, in the order of the key tables and of the files."""
    renamed = renames(before, now)
    for record, old, new in _sections(before, now):
        then = {item.id: item for item in reversed(old)}
        kept = set()
        for item in new:
            former = then.get(item.id) or then.get(renamed.get(item.id, ""))
            if former is None:
                if item.id not in before.unread:
                    yield _thing(Fate.NEW, item, record, now)
                continue
            kept.add(former.id)
            yield from _changed((before, former), (now, item), record, renamed)
        for item in old:
            if item.id not in kept and item.id not in now.unread:
                yield _thing(Fate.GONE, item, record, before)


def shared_themes(before: Kommun, now: Kommun) -> Iterator[Thing]:
    """Yield what has become of the themes that stand outside the folders of the kommuner."""
    then = {one.id: one for one in before.themes if not before.owns(one)}
    new = {one.id: one for one in now.themes if not now.owns(one)}
    for key, theme in new.items():
        if key not in then:
            yield _thing(Fate.NEW, theme, "theme", now)
        else:
            yield from _changed((before, then[key]), (now, theme), "theme", {})
    yield from (
        _thing(Fate.GONE, one, "theme", before) for key, one in then.items() if key not in new
    )


def own_terms(kommun: Kommun) -> tuple[Term, ...]:
    """Return the words that the kommun explains itself."""
    return tuple(one for one in kommun.terms if kommun.owns(one))


def shared_terms(kommun: Kommun) -> tuple[Term, ...]:
    """Return the words that the site explains for all; not those that the kommun has its own of."""
    return tuple(one for one in kommun.terms if not kommun.owns(one))


def renames(before: Kommun, now: Kommun) -> dict[str, str]:
    """Return the id that an object had, by the id that it has now."""
    found = {}
    for item in now.items:
        if item.id in before.by_id:
            continue
        old = next((key for key in reversed(item.former_ids) if key in before.by_id), None)
        if old is not None and type(before.by_id[old]) is type(item) and old not in now.by_id:
            found[item.id] = old
    return found


def facts(before: Kommun, now: Kommun) -> tuple[str, ...]:
    """Return the keys of the kommun itself whose values differ."""
    return tuple(_keys("kommun", before, now, {}))


def _sections(before: Kommun, now: Kommun) -> Iterator[tuple[str, list[Item], list[Item]]]:
    for section in SECTIONS:
        if section.record == "theme":
            own = ([one for one in each.themes if each.owns(one)] for each in (before, now))
            yield (section.record, *own)  # type: ignore[misc]
            continue
        old, new = (_items(each, section.attribute) for each in (before, now))
        if old or new:
            yield section.record, old, new
        if section.record == "model":
            yield "level", list(before.levels), list(now.levels)


def _items(kommun: Kommun, attribute: str) -> list[Item]:
    found = getattr(kommun, attribute, ())
    return [one for one in found if isinstance(one, Item)] if isinstance(found, tuple) else []


def _thing(fate: Fate, item: Item, record: str, kommun: Kommun) -> Thing:
    return Thing(fate=fate, item=item, record=record, level=kommun.level_of(item))


def _changed(
    before: tuple[Kommun, Item], now: tuple[Kommun, Item], record: str, renamed: Mapping[str, str]
) -> Iterator[Thing]:
    former, item = before[1], now[1]
    keys = (*_keys(record, former, item, renamed), *source_keys(before, now))
    values, targets = value_moves(before, now), target_moves(former, item)
    if former.id != item.id:
        keys = (ID_KEY, *keys)
    if not (keys or values or targets):
        return
    old, new = (_title(one) for one in (former, item))
    level, past = now[0].level_of(item), before[0].level_of(former)
    moved = level and past and renamed.get(level.id, level.id) != past.id
    yield Thing(
        fate=Fate.ENDED if _ended(item) and not _ended(former) else Fate.CHANGED,
        item=item,
        record=record,
        level=level,
        keys=keys,
        former_title=old if old != new else None,
        former_level=past if moved else None,
        about=tuple(_about(before, now, renamed)),
        values=values,
        targets=targets,
    )


def _about(
    before: tuple[Kommun, Item], now: tuple[Kommun, Item], renamed: Mapping[str, str]
) -> Iterator[str]:
    """Yield the name of each thing that an occasion tells of otherwise than before."""
    former, item = before[1], now[1]
    if not isinstance(former, Occasion) or not isinstance(item, Occasion):
        return
    old = {one.about.target: _plain(one, {}) for one in former.statements}
    for one in item.statements:
        target = one.about.target or ""
        if old.pop(renamed.get(target, target), None) != _plain(one, renamed):
            yield _called(now[0], target)
    yield from (_called(before[0], key or "") for key in old)


def _called(kommun: Kommun, key: str) -> str:
    found = kommun.by_id.get(key)
    return found.called if found else key


def _keys(record: str, former: object, item: object, renamed: Mapping[str, str]) -> Iterator[str]:
    """Yield each key whose value differs, as its writer types it."""
    unstated = getattr(former, "not_stated", frozenset()) ^ getattr(item, "not_stated", frozenset())
    for one in RECORDS[record].fields:
        if one.attribute in _TOLD_APART and isinstance(item, Indicator):
            continue
        if one.attribute in {"id", "former_ids"}:
            continue
        if one.attribute in unstated or _differs(one, former, item, renamed):
            yield one.key


def _differs(field: Field, former: object, item: object, renamed: Mapping[str, str]) -> bool:
    if field.word and getattr(former, field.word[1], None) != getattr(item, field.word[1], None):
        return True
    old, new = (getattr(one, field.attribute, None) for one in (former, item))
    if isinstance(item, GoverningModel) and field.attribute == "levels":
        # Levels are told by themselves; of the model it is their order.
        old, new = ([one.id for one in levels] for levels in (old or (), new or ()))
        new = [renamed.get(one, one) for one in new]
    return bool(old != new) and _plain(old, {}) != _plain(new, renamed)


def _plain(value: Any, renamed: Mapping[str, str]) -> Any:  # noqa: ANN401 - any value of the model
    """Return a value without its places, and with the ids that things had before."""
    if isinstance(value, tuple):
        return tuple(_plain(one, renamed) for one in value)
    if not is_dataclass(value):
        return value
    parts = {one.name: getattr(value, one.name) for one in fields(value) if one.compare}
    if isinstance(value, Reference) and value.target:
        parts["target"] = renamed.get(value.target, value.target)
    return (type(value), *((name, _plain(one, renamed)) for name, one in parts.items()))


def _title(item: Item) -> str | None:
    return next((text for name in _TITLES if (text := getattr(item, name, None))), None)


def _ended(item: Item) -> bool:
    return getattr(item, "standing", None) in PAST
