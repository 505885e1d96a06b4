"""Which values, targets and statuses differ."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping

from kommunvision.model import (
    Indicator,
    Item,
    Kommun,
    Measurement,
    Occasion,
    Series,
    Target,
)
from kommunvision.progress import Figures, Occasions, Way, stated
from kommunvision.progress import compare as compare_occasions
from kommunvision.swedish.keys import RECORDS
from kommunvision.swedish.statements import status_words
from kommunvision.versions.model import StatusMove, TargetMove, ValueMove

_Of = tuple[str | None, str | None]
# Told by themselves, and what the series is looked up by.
_VALUES = {"values", "indicator"}

_Values = dict[tuple[_Of, Hashable], Measurement]


def value_moves(before: tuple[Kommun, Item], now: tuple[Kommun, Item]) -> tuple[ValueMove, ...]:
    """Return the values of an indicator that differ, wherever they are written."""
    if not isinstance(before[1], Indicator) or not isinstance(now[1], Indicator):
        return ()
    old, new = _values(before[0], before[1]), _values(now[0], now[1])
    return tuple(
        ValueMove(before=old.get(key), now=new.get(key), group=key[0][0], definition=key[0][1])
        for key in dict.fromkeys([*new, *old])
        if old.get(key) != new.get(key)
    )


def source_keys(before: tuple[Kommun, Item], now: tuple[Kommun, Item]) -> tuple[str, ...]:
    """Return the keys that differ, beside the values, in series that both versions have."""
    old, new = _series(*before), _series(*now)
    pairs = [(old[of], new[of]) for of in new if of in old]
    return tuple(
        one.key
        for one in RECORDS["series"].fields
        if one.attribute not in _VALUES
        and any(getattr(a, one.attribute) != getattr(b, one.attribute) for a, b in pairs)
    )


def target_moves(before: Item, now: Item) -> tuple[TargetMove, ...]:
    """Return the targets of an indicator that differ; those for one period are held together."""
    if not isinstance(before, Indicator) or not isinstance(now, Indicator):
        return ()
    old, new = _targets(before), _targets(now)
    return tuple(
        TargetMove(before=old.get(key), now=new.get(key))
        for key in dict.fromkeys([*new, *old])
        if old.get(key) != new.get(key)
    )


def status_moves(before: Kommun, now: Kommun, renamed: Mapping[str, str]) -> Iterator[StatusMove]:
    """Yield the statuses that differ, occasion by occasion.

    An occasion that is new is held against the one before it, as its page does.
    """
    old, new = Occasions(before), Occasions(now)
    then = {one.id: one for one in before.occasions}
    for occasion in new.all:
        former = then.get(occasion.id) or then.get(renamed.get(occasion.id, ""))
        if former is None:
            yield from _since_earlier(new, occasion)
            continue
        for item in now.items:
            past = before.by_id.get(renamed.get(item.id, item.id))
            was = _words(former, past, old) if past else None
            is_now = _words(occasion, item, new)
            if was != is_now:
                yield StatusMove(
                    item=item,
                    level=now.level_of(item),
                    occasion=occasion,
                    before=was,
                    now=is_now,
                )


def _since_earlier(occasions: Occasions, occasion: Occasion) -> Iterator[StatusMove]:
    found = compare_occasions(occasions, occasion)
    if found is None:
        return
    for one in (*found.of(Way.BETTER), *found.of(Way.WORSE)):
        yield StatusMove(
            item=one.item,
            level=occasions.kommun.level_of(one.item),
            occasion=occasion,
            before=_words(found.before, one.item, occasions),
            now=_words(occasion, one.item, occasions),
            since=found.before,
        )


def _words(occasion: Occasion, item: Item, occasions: Occasions) -> str | None:
    """Return the status of an item as its page says it."""
    said, judgement = occasions.statement(occasion, item), occasions.judgement(occasion, item)
    # What is only spoken of has no status, whatever others at the occasion have.
    spoken_of = said is not None and said.status is None and "status" not in said.not_stated
    if judgement is None or spoken_of:
        return None
    level = occasions.kommun.level_of(item)
    article, definite = (level.article, level.definite) if level else ("en", "")
    return status_words(stated(occasion, judgement, article=article, definite=definite))


def _values(kommun: Kommun, indicator: Indicator) -> _Values:
    found: _Values = {}
    own = [((None, None), indicator.values)]
    series = Figures(kommun).series_of(indicator)
    for of, values in [*own, *(((one.group, one.definition), one.values) for one in series)]:
        for value in values:
            found.setdefault((of, (value.period, value.forecast)), value)
    return found


def _series(kommun: Kommun, item: Item) -> dict[_Of, Series]:
    found = Figures(kommun).series_of(item) if isinstance(item, Indicator) else ()
    return {(one.group, one.definition): one for one in found}


def _targets(indicator: Indicator) -> dict[Hashable, Target]:
    found: dict[Hashable, Target] = {}
    for one in indicator.targets:
        key = (one.period, one.deadline, one.every_year, one.whom, one.milestone)
        place = 0
        while (key, place) in found:
            place += 1
        found[key, place] = one
    return found
