"""Drafts and days: what readers see refers to nothing that they do not see."""

from __future__ import annotations

from collections.abc import Iterator

from kommunvision.check.page_days import ALWAYS, Days
from kommunvision.check.page_days import days as days_of
from kommunvision.check.walk import Link, links, who
from kommunvision.model import Item, Kommun
from kommunvision.problem import Problem, problem
from kommunvision.progress.targets import end_of, start_of
from kommunvision.swedish import format as swedish

_SHOWN_FROM, _SHOWN_UNTIL = "shown_from", "shown_until"


def days(kommun: Kommun) -> Iterator[Problem]:
    """Find days that nobody can know, and things that would end before they begin."""
    for item in kommun.items:
        named = [
            (attribute, when, day(when))
            for attribute, when, day in (
                (_SHOWN_FROM, item.shown_from, start_of),
                (_SHOWN_UNTIL, item.shown_until, end_of),
            )
            if when
        ]
        for attribute, when, day in named:
            if day is None:
                origin = item.where.of(attribute)
                yield problem("KV786", origin, subject=item.id, value=swedish.date(when))
        shown = _days(item)
        if shown.first and shown.last and shown.last < shown.first:
            yield problem(
                "KV783",
                item.where.of(_SHOWN_UNTIL),
                related=[item.where.of(_SHOWN_FROM)],
                subject=item.id,
                who=who(kommun, item),
            )


def references(kommun: Kommun) -> Iterator[Problem]:
    """Find references to drafts, and to what is shown for a shorter time than what refers to it.

    Values of an indicator follow it, and are left out with it.
    """
    for link in links(kommun):
        key = link.reference.target
        if key is None or "/" in key or link.entry.record == "series":
            continue
        if key in kommun.drafts and key not in kommun.by_id:
            yield _told("KV780", kommun, link, key)
            continue
        target = kommun.by_id.get(key)
        if target is not None and not _covers(target, link.entry.owner):
            yield _told("KV781", kommun, link, key)


def _told(code: str, kommun: Kommun, link: Link, key: str) -> Problem:
    owner = link.entry.owner
    return problem(
        code,
        link.origin,
        subject=owner.id if owner else None,
        who=who(kommun, owner),
        value=key,
    )


def _covers(target: Item, owner: Item | None) -> bool:
    """Whether an object is shown at least on all days on which another is."""
    if target.shown_from is None and target.shown_until is None:
        return True
    return _days(target).cover(_days(owner))


def _days(item: Item | None) -> Days:
    return days_of(item.shown_from, item.shown_until) if item else ALWAYS
