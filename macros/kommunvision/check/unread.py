"""What a file that cannot be read makes look wrong elsewhere, and which is no fault of its own."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from kommunvision.problem import Problem

# Problems that say that something is not there, or not used.
_MISSING = frozenset(
    [
        *["KV202", "KV204", "KV205", "KV302", "KV303", "KV307", "KV503", "KV505", "KV513"],
        *["KV710", "KV716", "KV717", "KV718", "KV726", "KV806"],
        *["KV813", "KV814", "KV815", "KV820"],
        *["KV921", "KV928", "KV930", "KV933"],
    ]
)


def without_consequences(problems: Iterable[Problem], unread: Collection[str]) -> Iterator[Problem]:
    """Yield the problems, without what seems to be missing because its file cannot be read.

    Args:
        problems: What the rules have found.
        unread: Slugs of the kommuner of which nobody knows all that their files say; an empty one
            stands for all of them.
    """
    for one in problems:
        if one.code not in _MISSING or not any(_concerns(one, slug) for slug in unread):
            yield one


def _concerns(found: Problem, slug: str) -> bool:
    """Tell whether a problem stands in a kommun's folders, or names something of that kommun."""
    parts = [found.origin.path, *found.details.values()]
    return not slug or any(slug in part.split("/") for part in parts)
