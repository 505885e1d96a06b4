"""Hold two versions of a site against each other, object by object and never as text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kommunvision.model import Kommun, Term
from kommunvision.versions.addresses import (
    newly_withdrawn,
    of_content,
    of_kommun,
    within,
    without,
)
from kommunvision.versions.model import Changes, Fate, KommunChanges, Thing, Version
from kommunvision.versions.moves import status_moves
from kommunvision.versions.things import (
    facts,
    own_terms,
    renames,
    shared_terms,
    shared_themes,
    things,
)


def compare(old: Version, new: Version) -> Changes:
    """Return what differs; kommuner are held together by their folders, or else by their codes."""
    found = []
    for pair in _pairs(old, new):
        one = _kommun(old, new, *pair)
        if one or one.faulty_before or one.faulty_now:
            found.append(one)
    slugs = {kommun.slug for kommun in (*old.kommuner, *new.kommuner)}
    whole = "" in slugs
    before, now = (
        {
            path: digest
            for path, digest in version.content.items()
            if path.partition("/")[0] not in slugs and not whole
        }
        for version in (old, new)
    )
    return Changes(
        kommuner=tuple(found),
        shared=tuple(_shared(old, new)),
        shared_terms=_shared_terms(old) != _shared_terms(new),
        addresses=replace(
            without(of_content(before, now, new.moved), new.withdrawn),
            withdrawn=newly_withdrawn(old.withdrawn, new.withdrawn),
        ),
        faulty_before=_nameless(old, whole=whole),
        faulty_now=_nameless(new, whole=whole),
    )


def _shared_terms(version: Version) -> frozenset[Term]:
    return frozenset(term for one in version.kommuner for term in shared_terms(one))


def _nameless(version: Version, *, whole: bool) -> bool:
    """Tell whether there are errors that belong to no kommun that could be read."""
    known = {kommun.slug for kommun in version.kommuner}
    return bool(version.faulty - known) and not (whole and known)


def _pairs(old: Version, new: Version) -> Iterator[tuple[Kommun | None, Kommun | None]]:
    by_slug = {one.slug: one for one in old.kommuner}
    by_code = {one.code: one for one in old.kommuner if one.code}
    present = {one.slug for one in new.kommuner}
    seen = set()
    for now in new.kommuner:
        names = (now.slug, *now.former_folders)
        before = next((by_slug[one] for one in names if one in by_slug), None)
        if before is None and now.code in by_code and by_code[now.code].slug not in present:
            before = by_code[now.code]
        if before is not None:
            seen.add(before.slug)
        # What could not be read then is not new, and nothing can be said of it.
        if before is not None or now.slug not in old.faulty:
            yield before, now
    for before in old.kommuner:
        if before.slug not in seen and before.slug not in new.faulty:
            yield before, None


def _kommun(old: Version, new: Version, before: Kommun | None, now: Kommun | None) -> KommunChanges:
    either = now or before
    if either is None:
        raise ValueError("a pair has at least one kommun")
    then, here = (
        within(version.content, kommun.slug, (one.slug for one in version.kommuner))
        if kommun
        else {}
        for version, kommun in ((old, before), (new, now))
    )
    found = KommunChanges(
        name=either.name,
        kind=either.kind,
        fate=Fate.NEW if before is None else Fate.GONE if now is None else Fate.CHANGED,
        addresses=without(of_kommun(before, now, then, here, new.moved), new.withdrawn),
        faulty_before=before is not None and before.slug in old.faulty,
        faulty_now=now is not None and now.slug in new.faulty,
    )
    if now is None:
        return found
    if before is None:
        # A new kommun is told by how much there is of it.
        empty = Kommun(
            slug=now.slug,
            folder=now.folder,
            name=now.name,
            formal_name=now.formal_name,
            where=now.where,
        )
        return replace(found, things=tuple(things(empty, now)))
    return replace(
        found,
        things=tuple(things(before, now)),
        statuses=tuple(status_moves(before, now, renames(before, now))),
        facts=facts(before, now),
        exceptions=before.exceptions != now.exceptions,
        terms=own_terms(before) != own_terms(now),
    )


def _shared(old: Version, new: Version) -> Iterator[Thing]:
    """Yield what has become of the shared themes; every kommun carries all of them."""
    slugs = [one.slug for one in old.kommuner]
    pair = next((one for one in new.kommuner if one.slug in slugs and one.slug), None)
    if pair is not None:
        yield from shared_themes(old.kommuner[slugs.index(pair.slug)], pair)
