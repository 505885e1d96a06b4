"""An id that two objects have: what is missed elsewhere is mostly the id that one should have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence

from kommunvision.folders import kommun_of
from kommunvision.problem import Problem
from kommunvision.swedish.problems.objects import MISSED
from kommunvision.text.guess import nearest

_TWICE = "KV201"

# An id that cannot be read is missed too, by a name that is like what is written.
_UNREADABLE = "KV109"

# References to what does not exist, each with the detail that names it.
MISSING = {"KV202": "value", "KV710": "word"}


def told_once(problems: Iterable[Problem]) -> Iterator[Problem]:
    """Yield the problems; what is missed because of an id is told where it stands twice."""
    everything = list(problems)
    missing = _by_folder(everything, MISSING)
    twice, unreadable = (_by_folder(everything, [code]) for code in (_TWICE, _UNREADABLE))
    lost = {slug: _lost(found, missing.get(slug, ())) for slug, found in twice.items()}
    misread = {slug: _misread(found, missing.get(slug, ())) for slug, found in unreadable.items()}
    for one in everything:
        slug = slug_of(one)
        gone = lost.get(slug, [])
        if one.code == _TWICE and gone:
            words = MISSED.format(ids=", ".join(f'"{key}"' for key in gone))
            details = {**one.details, "missed": words}
            yield Problem(one.code, one.origin, details, None, one.related, one.subject)
        elif not (one.code in MISSING and named(one) in {*gone, *misread.get(slug, ())}):
            yield one


def _by_folder(problems: Iterable[Problem], codes: Collection[str]) -> dict[str, list[Problem]]:
    found: dict[str, list[Problem]] = {}
    for one in problems:
        if one.code in codes:
            found.setdefault(slug_of(one), []).append(one)
    return found


def slug_of(found: Problem) -> str:
    """Return the folder of the kommun; nothing for a file that lies beside those folders."""
    return kommun_of(found.origin.path)


def _lost(twice: Sequence[Problem], missing: Iterable[Problem]) -> list[str]:
    """Return as many ids as stand twice, of such objects: those that are missed by most.

    One that is missed by as many as another may be a slip, which is seen when this is mended.
    """
    kinds = [one.details["object"] for one in twice]
    fitting = Counter(
        named(one) for one in missing if any(kind in one.details["expected"] for kind in kinds)
    )
    fewest = min((number for _, number in fitting.most_common(len(twice))), default=0)
    return sorted(key for key, number in fitting.items() if number >= fewest)


def _misread(unreadable: Iterable[Problem], missing: Iterable[Problem]) -> set[str | None]:
    """Return what is missed because it is written otherwise where it cannot be read."""
    keys = sorted({named(one) for one in missing})
    return {
        nearest(word, keys)
        for one in unreadable
        for word in (one.details["value"], one.suggestion)
        if word
    }


def named(found: Problem) -> str:
    """Return the id that a reference names."""
    return found.details[MISSING[found.code]]
