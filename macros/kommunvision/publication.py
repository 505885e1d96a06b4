"""What readers are shown on a day: no drafts, and nothing outside the days that it names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, Protocol

from kommunvision.address import (
    Place,
    address,
    in_language,
    language_starts,
    languages_of,
    own_pages,
    place,
    translated,
)
from kommunvision.edition import Edition
from kommunvision.model import DatePoint, Item, Kommun, PartialDate, WithdrawnPage
from kommunvision.origin import Where
from kommunvision.progress.targets import end_of, start_of
from kommunvision.swedish import format as swedish
from kommunvision.swedish.labels import label
from kommunvision.swedish.languages import TONGUES

# What may be a draft or have days of its own, by the attribute of a kommun that holds it.
_SECTIONS = ("visions", "goals", "indicators", "occasions", "news")


class Timed(Protocol):
    """An object of the data, or an editor's page: what may be a draft or have days of its own."""

    @property
    def called(self) -> str:
        """What readers know it by."""

    @property
    def draft(self) -> bool:
        """Whether it is unfinished."""

    @property
    def shown_from(self) -> PartialDate | None:
        """The first day on which readers see it."""

    @property
    def shown_until(self) -> PartialDate | None:
        """The last day on which readers see it."""


def is_abridged(kommun: Kommun) -> bool:
    """Whether readers may be shown less of a kommun than its data says, on some day at least."""
    return bool(kommun.drafts) or any(
        item.draft or item.shown_from or item.shown_until
        for section in _SECTIONS
        for item in getattr(kommun, section)
    )


def edited(kommun: Kommun, edition: Edition, ended: Iterable[WithdrawnPage] = ()) -> Kommun:
    """Return a checked kommun as an edition has it.

    What has been shown, and is no longer, leaves a withdrawn page at each of its addresses, so that
    links to it still lead somewhere.

    Args:
        kommun: The kommun.
        edition: For whom, and for which day.
        ended: What editors' pages have left, anywhere on the site; one that stood in the place of
            a page of the kommun's leaves that.
    """
    left_by_pages = [one for one in ended if one.address.startswith(place(kommun, Place.START))]
    if not (left_by_pages or is_abridged(kommun)):
        return kommun
    if edition.drafts:
        return _changed(kommun, lambda item: _marked(item, edition.day))
    over = [
        item
        for section in _SECTIONS
        for item in getattr(kommun, section)
        if is_over(item, edition.day)
    ]
    left = _changed(kommun, lambda item: item if is_shown(item, edition.day) else None)
    known = {item.id for item in left.indicators}
    hidden = {item.id for item in kommun.indicators} - known | kommun.drafts
    before = (*kommun.withdrawn, *_ended(kommun, left, over))
    return replace(
        left,
        withdrawn=(*before, *_left_behind(left, before, left_by_pages)),
        series=tuple(one for one in kommun.series if one.indicator.target not in hidden),
    )


def _ended(kommun: Kommun, left: Kommun, over: list[Item]) -> Iterator[WithdrawnPage]:
    """Yield what stands at the addresses of things whose last day is past, in each language.

    A language in which nothing else is told ends with the last of them.
    """
    for item in over:
        for key in (item.id, *item.former_ids):
            url = address(kommun, item, key)
            yield withdrawn(item, url, item.where)
            for language in languages_of(item):
                yield withdrawn(item, in_language(kommun, url, language), item.where)
    told = languages_of(left)
    for language in languages_of(kommun):
        if language in told:
            continue
        pages = [withdrawn(one, "", one.where) for one in over if language in languages_of(one)]
        if pages:
            last = max(pages, key=lambda one: one.date.sort_key)
            url = in_language(kommun, place(kommun, Place.START), language)
            yield replace(last, address=url, title=TONGUES[language.value].own)


def _left_behind(
    kommun: Kommun, before: Iterable[WithdrawnPage], own: list[WithdrawnPage]
) -> Iterator[WithdrawnPage]:
    """Yield what editors' pages of a kommun have left where no other page stands."""
    if not own:
        return
    taken = {one.address for one in before} | {place(kommun, where) for where in Place}
    taken.update(url for url, _, _ in own_pages(kommun))
    taken.update(url for url, *_ in translated(kommun))
    taken.update(url for url, _ in language_starts(kommun))
    yield from (one for one in own if one.address not in taken)


def _changed(kommun: Kommun, change: Callable[[Item], Item | None]) -> Kommun:
    """Return a kommun whose things have been changed, those left out that became none."""
    changed: dict[str, Any] = {}
    for section in _SECTIONS:
        found = map(change, getattr(kommun, section))
        changed[section] = tuple(item for item in found if item is not None)
    return replace(kommun, **changed)


def is_over(item: Timed, day: date | None) -> bool:
    """Tell whether the last day of something is past."""
    last = end_of(item.shown_until) if item.shown_until else None
    return last is not None and day is not None and last < day


def is_shown(item: Timed, day: date | None) -> bool:
    """Tell whether readers see something on a day, if it is no draft."""
    first = start_of(item.shown_from) if item.shown_from else None
    return not (is_over(item, day) or (first is not None and day is not None and day < first))


def why_unshown(item: Timed, day: date | None) -> str | None:
    """Return why readers do not see something on a day; nothing where they do."""
    if item.draft:
        return label("draft")
    if is_over(item, day) and item.shown_until:
        return label("shown_until", date=swedish.date(item.shown_until))
    if not is_shown(item, day) and item.shown_from:
        return label("shown_from", date=swedish.date(item.shown_from))
    return None


def _marked(item: Item, day: date | None) -> Item:
    """Return a thing that says itself why readers do not see it."""
    words = why_unshown(item, day)
    if words is None:
        return item
    called = label("unshown", why=words, title=item.called)
    return replace(item, **{"title" if hasattr(item, "title") else "name": called})  # type: ignore[arg-type]


def withdrawn(item: Timed, url: str, where: Where) -> WithdrawnPage:
    """Return what stands at an address of something whose last day is past."""
    last = end_of(item.shown_until) if item.shown_until else None
    if last is None or item.shown_until is None:
        raise TypeError(f"{item.called!r} is shown for good")
    gone = last + timedelta(days=1)
    return WithdrawnPage(
        address=url,
        title=item.called,
        date=PartialDate(DatePoint(gone.year, gone.month, gone.day)),
        reason=label("withdrawn_timed", date=swedish.date(item.shown_until)),
        timed=True,
        where=where,
    )
