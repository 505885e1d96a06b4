"""An id that two objects have: what is missed elsewhere is mostly the id that one should have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from kommunvision.problem import Problem
from kommunvision.swedish.problems.objects import MISSED

_TWICE = "KV201"

# An id that cannot be read is missed too; then only what is written says what it was.
_UNREADABLE = "KV109"

# References to what does not exist, each with the detail that names it.
MISSING = {"KV202": "value", "KV710": "word"}


def told_once(problems: Iterable[Problem]) -> Iterator[Problem]:
    """Yield the problems; what is missed because of an id is told where it stands twice."""
    everything = list(problems)
    twice: dict[str, list[Problem]] = {}
    for one in everything:
        if one.code in {_TWICE, _UNREADABLE}:
            twice.setdefault(slug_of(one), []).append(one)
    if not twice:
        yield from everything
        return
    missing = [one for one in everything if one.code in MISSING and slug_of(one) in twice]
    lost = {slug: _lost(found, missing, slug) for slug, found in twice.items()}
    for one in everything:
        gone = lost.get(slug_of(one), [])
        if one.code == _TWICE and gone:
            words = MISSED.format(ids=", ".join(f'"{key}"' for key in gone))
            details = {**one.details, "missed": words}
            yield Problem(one.code, one.origin, details, None, one.related, one.subject)
        elif not (one.code in MISSING and named(one) in gone):
            yield one


def slug_of(found: Problem) -> str:
    """Return the folder of the kommun; nothing for a file that lies beside those folders."""
    parts = found.origin.path.split("/")
    return parts[1] if parts[2:] else ""


def _lost(twice: Sequence[Problem], missing: Sequence[Problem], slug: str) -> list[str]:
    """Return as many ids as stand twice, of such objects: those that are missed by most.

    One that is missed by as many as another may be a slip, which is seen when this is mended.
    """
    kinds = [one.details.get("object", "") for one in twice]
    fitting = Counter(
        named(one)
        for one in missing
        if slug_of(one) == slug and any(kind in one.details["expected"] for kind in kinds)
    )
    fewest = min((number for _, number in fitting.most_common(len(twice))), default=0)
    return sorted(key for key, number in fitting.items() if number >= fewest)


def named(found: Problem) -> str:
    """Return the id that a reference names."""
    return found.details[MISSING[found.code]]
