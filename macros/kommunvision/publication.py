"""What readers are shown on a day: no drafts, and nothing outside the days that it names."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from kommunvision.address import address
from kommunvision.model import DatePoint, Item, Kommun, PartialDate, WithdrawnPage
from kommunvision.progress.targets import end_of, start_of
from kommunvision.swedish import format as swedish
from kommunvision.swedish.labels import label

# What may be a draft or have days of its own, by the attribute of a kommun that holds it.
_SECTIONS = ("visions", "goals", "indicators", "occasions", "news")


@dataclass(frozen=True, slots=True)
class Edition:
    """For whom a site is made, and for which day."""

    day: date | None = None
    """The day of the build; without one, days that things name hide nothing."""
    drafts: bool = False
    """Whether it is a preview: drafts, and what is not shown on the day, are there and say so."""


def build_day(environment: Mapping[str, str]) -> date:
    """Return the day of a build: that which programs are told to believe in, or else today."""
    moment = environment.get("SOURCE_DATE_EPOCH", "")
    if moment.isascii() and moment.isdecimal():
        return datetime.fromtimestamp(int(moment), UTC).date()
    # The one clock of a build, at its door; a build for another day is told which.
    return date.today()  # noqa: DTZ011, TID251 - the day where the build is made


def is_abridged(kommun: Kommun) -> bool:
    """Whether readers may be shown less of a kommun than its data says, on some day at least."""
    return bool(kommun.drafts) or any(
        item.shown_from or item.shown_until
        for section in _SECTIONS
        for item in getattr(kommun, section)
    )


def edited(kommun: Kommun, edition: Edition) -> Kommun:
    """Return a checked kommun as an edition has it.

    What has been shown, and is no longer, leaves a withdrawn page at each of its addresses, so that
    links to it still lead somewhere.
    """
    if edition.drafts:
        return _changed(kommun, lambda item: _marked(item, edition.day))
    gone = [
        _withdrawn(kommun, item, key)
        for section in _SECTIONS
        for item in getattr(kommun, section)
        if _is_over(item, edition.day)
        for key in (item.id, *item.former_ids)
    ]
    left = _changed(kommun, lambda item: item if _is_shown(item, edition.day) else None)
    known = {item.id for item in left.indicators}
    hidden = {item.id for item in kommun.indicators} - known | kommun.drafts
    return replace(
        left,
        withdrawn=(*kommun.withdrawn, *gone),
        series=tuple(one for one in kommun.series if one.indicator.target not in hidden),
    )


def _changed(kommun: Kommun, change: Callable[[Item], Item | None]) -> Kommun:
    """Return a kommun whose things have been changed, those left out that became none."""
    changed: dict[str, Any] = {}
    for section in _SECTIONS:
        found = map(change, getattr(kommun, section))
        changed[section] = tuple(item for item in found if item is not None)
    return replace(kommun, **changed)


def _is_over(item: Item, day: date | None) -> bool:
    last = end_of(item.shown_until) if item.shown_until else None
    return last is not None and day is not None and last < day


def _is_shown(item: Item, day: date | None) -> bool:
    first = start_of(item.shown_from) if item.shown_from else None
    return not (_is_over(item, day) or (first is not None and day is not None and day < first))


def _marked(item: Item, day: date | None) -> Item:
    """Return a thing that says itself why readers do not see it."""
    if item.draft:
        words = label("draft")
    elif _is_over(item, day) and item.shown_until:
        words = label("shown_until", date=swedish.date(item.shown_until))
    elif not _is_shown(item, day) and item.shown_from:
        words = label("shown_from", date=swedish.date(item.shown_from))
    else:
        return item
    called = label("unshown", why=words, title=item.called)
    return replace(item, **{"title" if hasattr(item, "title") else "name": called})  # type: ignore[arg-type]


def _withdrawn(kommun: Kommun, item: Item, key: str) -> WithdrawnPage:
    last = end_of(item.shown_until) if item.shown_until else None
    if last is None or item.shown_until is None:
        raise TypeError(f"{item.id!r} is shown for good")
    gone = last + timedelta(days=1)
    return WithdrawnPage(
        address=address(kommun, item, key),
        title=item.called,
        date=PartialDate(DatePoint(gone.year, gone.month, gone.day)),
        reason=label("withdrawn_timed", date=swedish.date(item.shown_until)),
        timed=True,
        where=item.where,
    )
