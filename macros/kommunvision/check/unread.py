"""What a file that is not read, or not whole, makes look wrong elsewhere without being a fault."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator

from kommunvision.check.gone import Emptied, LookForCuts, told_at_the_cause
from kommunvision.check.twice import slug_of, told_once
from kommunvision.problem import Problem
from kommunvision.swedish.keys import RECORDS
from kommunvision.swedish.problems import PROBLEMS, Severity

# Problems that say that something is not there, or not used.
_MISSING = frozenset(
    [
        *["KV202", "KV204", "KV205", "KV302", "KV303", "KV307", "KV312", "KV503", "KV505", "KV513"],
        *["KV710", "KV716", "KV717", "KV718", "KV726", "KV806"],
        *["KV813", "KV814", "KV815", "KV820"],
        *["KV921", "KV928", "KV930", "KV933"],
    ]
)

# Those that follow when a part of an object is lost: its address, and what it referred to. What is
# there twice is counted twice.
_LEFT_BEHIND = frozenset(["KV306", "KV513", "KV764", "KV806", "KV813", "KV814", "KV916"])

# Files of which nobody knows what they hold, and what then looks wrong in others: exceptions, the
# words of scales and what is locked. Without headings not even ids are known.
_SHUT = frozenset(["KV002", "KV003", "KV005", "KV007", "KV009", "KV018", "KV020", "KV022"])
_AT_A_LOSS = frozenset(["KV503", "KV505", "KV911", "KV929"])
_NAMELESS = frozenset(["KV018", "KV022"])

# What is compared with official lists, unless the kommun is made up.
_OFFICIAL = frozenset(["KV501", "KV502", "KV507", "KV508", "KV509", "KV805"])
_MADE_UP = next(one.key for one in RECORDS["kommun"].fields if one.attribute == "fictional")

# What is found while files and objects are read, and an id that two objects share.
_READING = ("KV0", "KV1", "KV201")

# Letters that have become others, in words, keys and ids alike; there is no telling what follows.
_GARBLED = "KV027"

# A file that has been emptied, and ids that a cut has taken.
_LOST = frozenset(["KV026", "KV210"])


def without_consequences(
    problems: Iterable[Problem],
    unread: Collection[str],
    emptied: Callable[[], Iterable[Emptied]] = tuple,
    cut: LookForCuts = lambda _folder, _missed: (),
    *,
    alone: bool = False,
) -> Iterator[Problem]:
    """Yield the problems, without what seems to be missing because its file cannot be read.

    Args:
        problems: What the rules have found.
        unread: Slugs of the kommuner of which nobody knows all that their files say; an empty one
            stands for all of them.
        emptied: Looks for files without content.
        cut: Looks for files that have had more objects.
        alone: Whether the files of the only kommun lie in no folder of its own.
    """
    everything = list(told_at_the_cause([*told_once(problems)], emptied, cut, alone=alone))
    lost = {"" if alone else slug_of(one) for one in everything if one.code in _LOST}
    garbled = {one.origin.path for one in everything if one.code == _GARBLED}
    nobody_knows = {slug_of(one) for one in everything if one.code in {_GARBLED, *_NAMELESS}}
    unread = {*unread, *lost, *nobody_knows}
    misread = {slug_of(one) for one in everything if _is_misread(one)}
    shut = lost | {slug_of(one) for one in everything if one.code in _SHUT}
    doubtful = {slug_of(one) for one in everything if _is_doubtful(one)}
    for one in everything:
        missing = one.code in _MISSING and any(_concerns(one, slug) for slug in unread)
        left = one.code in _LEFT_BEHIND and any(_concerns(one, slug) for slug in misread)
        left |= one.code in _AT_A_LOSS and any(_concerns(one, slug) for slug in shut)
        left |= one.code in _OFFICIAL and slug_of(one) in doubtful
        left |= one.code != _GARBLED and one.origin.path in garbled
        if not missing and not left:
            yield one


def _is_doubtful(found: Problem) -> bool:
    """Tell whether nobody knows if there is such a kommun, or if it is made up."""
    return found.code == "KV106" and found.details["key"] == _MADE_UP


def _is_misread(found: Problem) -> bool:
    grave = PROBLEMS[found.code].severity is Severity.ERROR
    return grave and found.code.startswith(_READING)


def _concerns(found: Problem, slug: str) -> bool:
    """Tell whether a problem stands in a kommun's folders, or names something of that kommun."""
    parts = [found.origin.path, *found.details.values()]
    return not slug or any(slug in part.split("/") for part in parts)
