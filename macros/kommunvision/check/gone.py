"""What has vanished from the data files is told of once, and not wherever it is missed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from kommunvision.check.twice import MISSING, named, slug_of
from kommunvision.folders import DATA, kommun_of
from kommunvision.origin import Origin
from kommunvision.problem import Problem, problem
from kommunvision.swedish.format import number
from kommunvision.swedish.problems.objects import (
    AND_MORE,
    CHANGE_IT,
    FROM_FILE,
    FROM_FILES,
    FROM_VERSION,
    IDS,
    MENTIONED,
    PUBLISHED_IDS,
    THEY_ARE_MENTIONED,
)

# Published addresses that are lost: of a page, and of a place on one.
_PUBLISHED = frozenset({"KV806", "KV814"})

# A file has been emptied or cut if at least so much is missed; less may be slips.
_MANY = 3

# As many ids as a sentence can have.
_NAMED = 5


class Emptied(NamedTuple):
    """A data file in which there is no object."""

    path: str
    kinds: tuple[str, ...]
    """What its headings say that there should be; none if it has no headings either."""


class Cut(NamedTuple):
    """A data file that has had more objects."""

    path: str
    ids: tuple[str, ...]
    """Those that are missed now, and stood in an earlier version of it."""
    version: str
    """What git calls that version, in short."""


LookForCuts = Callable[[str, Collection[str]], Iterable[Cut]]
"""Looks for files of a folder that have lost some of the ids that are missed."""


def told_at_the_cause(
    problems: Sequence[Problem],
    emptied: Callable[[], Iterable[Emptied]],
    cut: LookForCuts,
    *,
    alone: bool,
) -> Iterator[Problem]:
    """Yield what files have lost, for each kommun, and before all else that is wrong.

    What only follows is yielded too, unless an id has been changed: ``without_consequences`` knows
    what is missed where a file has lost much.

    Args:
        problems: What the rules have found.
        emptied: Looks for files without content.
        cut: Looks for files that have had more objects.
        alone: Whether the files of the only kommun lie in no folder of its own.
    """
    home = partial(_place, alone=alone)
    promised = {home(one): one for one in problems if one.code in _PUBLISHED}
    missed: dict[tuple[str, str], list[Problem]] = {}
    for one in problems:
        if one.code in MISSING:
            missed.setdefault(home(one), []).append(one)
    changed = {place for place in promised.keys() & missed.keys() if promised[place].subject}
    lost = promised.keys() & missed.keys() - changed
    places = sorted({slug for slug, _ in missed.keys() | promised.keys()})
    cuts = {slug: [*_cut(slug, missed, cut)] for slug in places}
    # Where git knows nothing, files that have been emptied tell of themselves.
    doubtful = [slug for slug in places if not cuts[slug]]
    told = [*_emptied(doubtful, missed, promised, emptied)]
    by_now = {slug_of(one) for one in told}
    yield from (one for found in cuts.values() for one in found)
    yield from told
    for slug in doubtful:
        ids = sorted(key for where, key in lost if where == slug)
        if len(ids) >= _MANY and by_now.isdisjoint({slug, ""}):
            yield _vanished(f"{DATA}/{slug}".rstrip("/"), ids)
    for one in problems:
        place = home(one) if one.code in MISSING or one.code in _PUBLISHED else None
        if place not in promised or place not in missed:
            yield one
        elif place not in changed:
            # What has been published is no slip, and nothing like it is meant.
            yield Problem(one.code, one.origin, one.details, None, one.related, one.subject)
        elif one.code in _PUBLISHED:
            yield _changed(one, missed[place])


def _emptied(
    places: Iterable[str],
    missed: Mapping[tuple[str, str], list[Problem]],
    promised: Mapping[tuple[str, str], Problem],
    emptied: Callable[[], Iterable[Emptied]],
) -> Iterator[Problem]:
    """Yield the files without content in kommuner that miss much."""
    wanted = [*promised, *(place for place, found in missed.items() for _ in found)]
    short = [slug for slug in places if sum(where == slug for where, _ in wanted) >= _MANY]
    if not short:
        return
    for file in emptied():
        slug = kommun_of(file.path)
        ids = {
            key
            for (where, key), found in missed.items()
            if slug in {"", where} and _may_hold(file, found)
        }
        if not file.kinds:
            ids |= {key for where, key in promised if slug in {"", where}}
        if ids and (slug in short or not slug):
            origin = Origin(file.path)
            yield problem("KV026", origin, file=file.path, ids=_listed(sorted(ids)))


def _cut(
    slug: str, missed: Mapping[tuple[str, str], Sequence[Problem]], cut: LookForCuts
) -> Iterator[Problem]:
    """Yield the files of a kommun that have had much of what is missed, as git knows."""
    here = {key: found for (where, key), found in missed.items() if where == slug}
    for file in cut(f"{DATA}/{slug}".rstrip("/"), here.keys()) if len(here) >= _MANY else ():
        if len(file.ids) >= _MANY:
            mentions = sum(len(here[key]) for key in file.ids)
            yield problem(
                "KV210",
                Origin(file.path),
                # Of each id that is named, where that is first.
                related=[here[key][0].origin for key in file.ids[:_NAMED]],
                source=FROM_FILE.format(file=file.path),
                count=IDS.format(number=number(len(file.ids))),
                ids=_listed(file.ids),
                mentioned=THEY_ARE_MENTIONED.format(number=number(mentions)),
                version=FROM_VERSION.format(version=file.version),
            )


def _vanished(folder: str, ids: Sequence[str]) -> Problem:
    """Return that published ids are gone from the files of a folder, nobody knows from which."""
    return problem(
        "KV210",
        Origin(f"{folder}/"),
        source=FROM_FILES.format(folder=folder),
        count=PUBLISHED_IDS.format(number=number(len(ids))),
        ids=_listed(ids),
        mentioned="",
        version="",
    )


def _may_hold(file: Emptied, found: Iterable[Problem]) -> bool:
    """Tell whether what is missed may have stood in a file."""
    expected = [one.details["expected"] for one in found]
    return not file.kinds or any(kind in words for words in expected for kind in file.kinds)


def _changed(lost: Problem, missed: Collection[Problem]) -> Problem:
    """Return that an id has been changed, which its address and all references to it show."""
    words = lost.details
    return problem(
        "KV822",
        lost.origin,
        related=[one.origin for one in missed],
        subject=lost.subject,
        id=words["id"],
        new=lost.subject,
        mentioned=MENTIONED[len(missed) > 1].format(number=number(len(missed))),
        change=CHANGE_IT[len(missed) > 1],
    )


def _place(found: Problem, *, alone: bool) -> tuple[str, str]:
    """Return the kommun whose id is missed, and the id."""
    if found.code in _PUBLISHED:
        slug, key = found.details["address"].partition("/")[0], found.details["id"]
    else:
        slug, _, key = named(found).rpartition("/")
    return "" if alone else slug or slug_of(found), key


def _listed(ids: Sequence[str]) -> str:
    """Return ids as a list in a sentence, not all if they are many."""
    shown = ", ".join(f'"{key}"' for key in ids[:_NAMED])
    more = len(ids) - _NAMED
    return f"{shown} {AND_MORE.format(number=number(more))}" if more > 0 else shown
