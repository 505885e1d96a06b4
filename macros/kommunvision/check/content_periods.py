"""Periods, groups and earlier occasions that macro calls name: the data has something for them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kommunvision.model import Indicator, Item, Kommun, Measurement, Period
from kommunvision.progress import Figures, Occasions
from kommunvision.progress.spans import named
from kommunvision.swedish import periods
from kommunvision.swedish.macros import ArgumentKind
from kommunvision.text.calls import MacroCall

# A remedy names the newest of what could have been written.
_MOST_NAMED = 6


@dataclass(frozen=True, slots=True)
class Unknown:
    """A word that the data has nothing for."""

    attribute: str
    word: str
    known: tuple[str, ...]
    """What could have been written, the newest last; nothing if there is nothing to show."""


def unknown(call: MacroCall, found: Mapping[str, Item], kommun: Kommun) -> Iterator[Unknown]:
    """Find values of a call for which a kommun has no data; its ids are known to be right."""
    for argument in call.macro.arguments:
        value = call.arguments.get(argument.attribute)
        words = [value] if isinstance(value, str) else value if isinstance(value, tuple) else ()
        if not words:
            continue
        there: tuple[Period, ...] = ()
        if argument.kind is ArgumentKind.PERIOD:
            there = _periods(call, found, kommun)
            known = tuple(dict.fromkeys(periods.named(one) for one in there))
        elif argument.kind is ArgumentKind.GROUP:
            known = _groups(found, kommun)
        elif argument.attribute == "since":
            known, words = _earlier(found, kommun), [found["since"].id]
        else:
            continue
        for word in words:
            if word not in known and named(word, there) is None:
                yield Unknown(argument.attribute, word, known[-_MOST_NAMED:])


def _periods(call: MacroCall, found: Mapping[str, Item], kommun: Kommun) -> tuple[Period, ...]:
    """Return the periods that a macro has something for, the oldest first."""
    item, occasion = found.get("item"), found.get("occasion")
    if call.macro.function == "status" and item is not None:
        occasions = [one for one, _ in Occasions(kommun).history(item)]
    elif isinstance(item, Indicator):
        return tuple(one.period for one in _values(call, item, kommun))
    else:
        occasions = list(Occasions(kommun).all)
    return tuple(one.period for one in occasions if occasion in (None, one))


def _values(call: MacroCall, item: Indicator, kommun: Kommun) -> list[Measurement]:
    figures = Figures(kommun)
    own = [one for one in figures.own(item) if one.value is not None or not _compares(call)]
    if not _compares(call):
        return own
    groups = figures.groups(item).values()
    theirs = {one.period for values in groups for one in values if one.value is not None}
    return [one for one in own if one.period in theirs]


def _compares(call: MacroCall) -> bool:
    return call.macro.function == "comparison"


def _groups(found: Mapping[str, Item], kommun: Kommun) -> tuple[str, ...]:
    item = found.get("item")
    return tuple(Figures(kommun).groups(item)) if isinstance(item, Indicator) else ()


def _earlier(found: Mapping[str, Item], kommun: Kommun) -> tuple[str, ...]:
    """Return the ids of the occasions before the one that is told of, the oldest first."""
    every = [one.id for one in Occasions(kommun).all]
    now = found.get("occasion")
    return tuple(every[: every.index(now.id) if now else -1])
