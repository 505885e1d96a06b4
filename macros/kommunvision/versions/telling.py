"""One thing that differs, as a line of the summary."""

from __future__ import annotations

from collections.abc import Iterator

from kommunvision.model import Goal, Indicator, Item, Level, Measurement
from kommunvision.swedish import periods
from kommunvision.swedish import versions as words
from kommunvision.swedish.format import date
from kommunvision.swedish.keys import RECORDS
from kommunvision.swedish.quantities import value_words
from kommunvision.swedish.target_words import target_words
from kommunvision.swedish.versions import NOUNS, Noun
from kommunvision.versions.model import Fate, StatusMove, TargetMove, Thing, ValueMove

# So many values of an indicator are told one by one; more are counted.
_FEW = 3

_STATEMENTS = next(one.key for one in RECORDS["occasion"].fields if one.attribute == "statements")

_RECORD = {Goal: "goal", Indicator: "indicator"}


def noun_of(record: str, level: Level | None) -> Noun:
    """Return what a thing is called; a goal by the kommun's own name of its level."""
    if level is not None:
        return Noun(level.article, level.name, level.plural, level.definite)
    return NOUNS[record]


def status_sentence(move: StatusMove) -> str:
    """Return how a status has gone."""
    noun = noun_of(_RECORD.get(type(move.item), "vision"), move.level)
    return words.became(
        _name(noun, move.item),
        move.before,
        move.now,
        move.occasion.name,
        move.since.name if move.since else None,
    )


def thing_line(thing: Thing) -> str:
    """Return what has become of an object, with the keys and the values that differ."""
    name = _name(noun_of(thing.record, thing.level), thing.item)
    former = thing.former_title if thing.fate is not Fate.NEW else None
    was = noun_of(thing.record, thing.former_level) if thing.former_level else None
    told = words.changed_keys(name, [_key(one, thing) for one in thing.keys], former, was)
    more = [*_values(thing), *(_target(one, thing.item) for one in thing.targets)]
    if not more:
        return told
    return f"{told}{'; ' if thing.keys or former else ': '}{'; '.join(more)}"


def _key(key: str, thing: Thing) -> str:
    return words.key_about(key, thing.about) if thing.about and key == _STATEMENTS else key


def _name(noun: Noun, item: Item) -> str:
    if isinstance(item, Level):
        return words.named(noun, item.plural)
    return words.named(noun, item.called, getattr(item, "number", None))


def _values(thing: Thing) -> Iterator[str]:
    if len(thing.values) > _FEW:
        kinds = [_kind(one) for one in thing.values]
        yield words.values_moved(*map(kinds.count, (Fate.NEW, Fate.CHANGED, Fate.GONE)))
        return
    for move in thing.values:
        one = move.now or move.before
        if one is None:
            continue
        of = ", ".join(filter(None, (move.group, move.definition)))
        before, now = (_value(each, thing.item) for each in (move.before, move.now))
        yield words.value_moved(one.period, of, before, now, forecast=one.forecast)


def _kind(move: ValueMove) -> Fate:
    if move.before is None:
        return Fate.NEW
    return Fate.GONE if move.now is None else Fate.CHANGED


def _value(one: Measurement | None, item: Item) -> str | None:
    if one is None:
        return None
    if one.value is None or not isinstance(item, Indicator):
        return words.NO_VALUE
    return words.short(value_words(one.value, item.unit, item.decimals))


def _target(move: TargetMove, item: Item) -> str:
    unit, genders = (item.unit, item.genders) if isinstance(item, Indicator) else (None, None)
    one = move.now or move.before
    when = None
    if one is not None and one.period is not None:
        when = periods.about(one.period)
    elif one is not None and one.deadline is not None:
        when = date(one.deadline)
    before, now = (
        words.short(target_words(each, unit, genders=genders)) if each else None
        for each in (move.before, move.now)
    )
    return words.target_moved(when, before, now)
