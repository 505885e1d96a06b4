"""Lays an answer beside what was fetched before: what is new, changed, gone, or looks wrong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise

from kommunvision.model import (
    DatePoint,
    Kommun,
    Measurement,
    PartialDate,
    Period,
    Revision,
    Series,
    Value,
)
from kommunvision.statistics.asked import Fetched, Remark, remark
from kommunvision.swedish.statistics import CHANGED_BY_PUBLISHER

# Percent taken for shares, thousands for ones: a slip of the unit is a hundred times or more.
_SUSPECT = 100

# What is rounded to six decimals, as copies of statistics often are, has not been revised.
_NOISE = Decimal("1e-6")


class Kind(StrEnum):
    """What has become of a value since it was fetched before."""

    NEW = "new"
    CHANGED = "changed"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Change:
    """One value that is not as it was."""

    kind: Kind
    before: Measurement | None
    after: Measurement | None

    @property
    def period(self) -> Period:
        """The period that it is about."""
        known = self.after or self.before
        if known is None:
            raise ValueError(self.kind)
        return known.period


@dataclass(frozen=True, slots=True)
class Merged:
    """One series as it is to be, with what has happened to it."""

    indicator: str
    group: str | None
    code: str
    series: Series | None
    """None when it is to be removed, or has never held a figure."""
    changes: tuple[Change, ...] = ()
    remarks: tuple[Remark, ...] = ()


_Key = tuple[str, str]


def merge(old: Iterable[Series], fetched: Fetched, day: date) -> tuple[Merged, ...]:
    """Return every series that was or is, in the order in which they are written.

    Args:
        old: What the file holds.
        fetched: What the publisher has answered.
        day: The day of the fetch, for what is new.
    """
    before = {_key(series): series for series in old}
    after = {_key(series): series for series in fetched.series}
    spoken_of = {(one.indicator, "") for one in fetched.remarks}
    merged = []
    for key in sorted(before.keys() | after.keys() | spoken_of):
        known, new = before.get(key), after.get(key)
        if new is not None:
            one = _merged(known, new, day)
        elif known is None or key[0] in fetched.uncertain:
            one = Merged(key[0], key[1] or None, (known and known.code) or "", known)
        else:
            gone = tuple(Change(Kind.GONE, value, None) for value in known.values)
            said = (remark(key[0], "no_longer_asked"),)
            one = Merged(key[0], key[1] or None, known.code or "", None, gone, said)
        if key in spoken_of:
            about = [each for each in fetched.remarks if each.indicator == key[0]]
            one = replace(one, remarks=(*(_named(each, known) for each in about), *one.remarks))
        merged.append(one)
    return tuple(merged)


def _named(said: Remark, known: Series | None) -> Remark:
    """Return a remark on a key figure that is gone with the title that it had, if we know it."""
    if said.key != "kpi_gone":
        return said
    if known is None or not known.title:
        return replace(said, key="kpi_gone_unknown")
    return replace(said, details=(*said.details, ("title", known.title)))


def _key(series: Series) -> _Key:
    return (series.indicator.target or "", series.group or "")


def _merged(old: Series | None, new: Series, day: date) -> Merged:
    indicator, _ = _key(new)
    code = new.code or ""
    if not _has_figures(new):
        # A publisher that suddenly knows nothing at all is more likely to be wrong than right.
        said = remark(indicator, "empty_kept" if old and _has_figures(old) else "empty")
        return Merged(indicator, new.group, code, old, (), (said,))
    today = PartialDate(DatePoint(day.year, day.month, day.day))
    dropped: tuple[Measurement, ...] = ()
    if old is not None and old.code != new.code:
        # Another key figure is chosen: its values are no revision of the former one's.
        dropped = old.values
        old = None
    earlier = {value.period: value for value in old.values} if old else {}
    values: list[Measurement] = []
    changes = [Change(Kind.GONE, value, None) for value in dropped]
    for value in new.values:
        known = earlier.pop(value.period, None)
        if known is None:
            changes.append(Change(Kind.NEW, None, value))
            values.append(value)
        elif _same_figures(known, value):
            values.append(known)
        else:
            revised = _revised(known, value, today)
            changes.append(Change(Kind.CHANGED, known, revised))
            values.append(revised)
    changes += [Change(Kind.GONE, value, None) for value in earlier.values()]
    remarks = [*_renamed(old, new), *_suspect(indicator, values, changes)]
    series = replace(new, values=tuple(values), fetched=today)
    if old is not None and old.fetched and not changes and series == replace(old, fetched=today):
        series = old
    changes.sort(key=lambda change: change.period.sort_key)
    return Merged(indicator, new.group, code, series, tuple(changes), tuple(remarks))


def _same_figures(known: Measurement, value: Measurement) -> bool:
    pairs = ((known.value, value.value), (known.women, value.women), (known.men, value.men))
    return known.missing is value.missing and all(_same(*pair) for pair in pairs)


def _same(known: Value | None, new: Value | None) -> bool:
    """Whether two values are the same to any reader; the last decimals are the machine's own."""
    if isinstance(known, Decimal) and isinstance(new, Decimal):
        return abs(known - new) <= _NOISE
    return known == new


def _has_figures(series: Series) -> bool:
    return any({one.value, one.women, one.men} != {None} for one in series.values)


def _revised(known: Measurement, value: Measurement, today: PartialDate) -> Measurement:
    """Return a value with its figures changed; what people have said about it stays."""
    revisions = known.revisions
    total, women, men = (
        None if _same(before, after) else before
        for before, after in (
            (known.value, value.value),
            (known.women, value.women),
            (known.men, value.men),
        )
    )
    if (total, women, men) != (None, None, None):
        former = Revision(
            value=total,
            women=women,
            men=men,
            date=today,
            reason=CHANGED_BY_PUBLISHER,
            where=known.where,
        )
        revisions = (*revisions, former)
    return replace(
        known,
        value=value.value,
        women=value.women,
        men=value.men,
        missing=value.missing,
        revisions=revisions,
    )


def _renamed(old: Series | None, new: Series) -> Iterator[Remark]:
    indicator, _ = _key(new)
    if old and old.title and old.title != new.title:
        yield remark(indicator, "renamed", before=old.title, after=new.title)
    elif old and old.unit and old.unit != new.unit:
        yield remark(indicator, "unit_changed", before=old.unit, after=new.unit or "–")


def _suspect(indicator: str, values: list[Measurement], changes: list[Change]) -> Iterator[Remark]:
    """Find new figures that are a hundred times, or a hundredth of, the one beside them in time."""
    fresh = {change.period for change in changes}
    ordered = sorted(values, key=lambda value: value.period.sort_key)
    told = set()
    for pick in ("value", "women", "men"):
        known = [(one.period, figure) for one in ordered if (figure := getattr(one, pick))]
        for (earlier, first), (later, second) in pairwise(known):
            # Words and yes or no come from people, never from a publisher's numbers.
            if not (isinstance(first, Decimal) and isinstance(second, Decimal)):
                continue
            ratio = max(abs(first / second), abs(second / first))
            between = (earlier, later)
            if ratio < _SUSPECT or between in told or fresh.isdisjoint(between):
                continue
            told.add(between)
            figures = {"before": first, "after": second, "earlier": earlier, "later": later}
            yield remark(indicator, "suspect", **figures)


def with_doubles(merged: Iterable[Merged], kommun: Kommun, path: str) -> tuple[Merged, ...]:
    """Add remarks on fetched values that people have written by hand too, in other files."""
    by_hand = [(one.id, value) for one in kommun.indicators for value in one.values]
    by_hand += [
        (series.indicator.target or "", value)
        for series in kommun.series
        if not series.group and series.where.origin.path != path
        for value in series.values
    ]
    places = {
        (name, value.period): value.where.origin.path
        for name, value in by_hand
        if not value.forecast
    }
    return tuple(replace(one, remarks=(*one.remarks, *_doubles(one, places))) for one in merged)


def _doubles(one: Merged, places: Mapping[tuple[str, Period], str]) -> Iterator[Remark]:
    if one.series is None or one.group:
        return
    for value in one.series.values:
        place = places.get((one.indicator, value.period))
        if place is not None:
            yield remark(one.indicator, "twice", period=value.period, path=place)
