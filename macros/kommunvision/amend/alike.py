"""Which items of a list are the same before and after a change, whatever their order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator
from difflib import SequenceMatcher

from kommunvision.export.yaml_text import Tree
from kommunvision.swedish.keys import ID_KEY

# An item without a name of its own is the same if at least this part of it is.
_ENOUGH = 0.5

# Its first keys tell an object from others: the group of a series comes after its indicator.
_MOST_KEYS = 3


def pairs(old: list[Tree], new: list[Tree]) -> dict[int, int]:
    """Return, for places in the new list, the place that the same item had in the old one.

    An item is the same if it says the same, or has the same id; else if its first keys say what
    those of no other item do; else if it is alike and stands between the same neighbours.
    """
    found: dict[int, int] = {}
    _by_name(old, new, found, (ID_KEY,))
    _by_whole(old, new, found)
    for count in range(1, _MOST_KEYS + 1):
        for first in _first_keys(old, count):
            _by_name(old, new, found, first)
    _by_place(old, new, found)
    return found


def _by_whole(old: list[Tree], new: list[Tree], found: dict[int, int]) -> None:
    left = [place for place in range(len(old)) if place not in found.values()]
    right = [place for place in range(len(new)) if place not in found]
    before, after = [_frozen(old[one]) for one in left], [_frozen(new[one]) for one in right]
    blocks = SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks()
    for block in blocks:
        for step in range(block.size):
            found[right[block.b + step]] = left[block.a + step]
    # What has changed its place says the same all the same.
    free: dict[Hashable, list[int]] = {}
    for place, one in zip(left, before, strict=True):
        if place not in found.values():
            free.setdefault(one, []).append(place)
    for place, one in zip(right, after, strict=True):
        if place not in found and free.get(one):
            found[place] = free[one].pop(0)


def _by_name(
    old: list[Tree], new: list[Tree], found: dict[int, int], keys: tuple[str, ...]
) -> None:
    """Pair what is named by some keys, and has a name that nothing else has."""
    before = _once(old, set(found.values()), keys)
    for name, place in _once(new, set(found), keys).items():
        if name in before:
            found[place] = before[name]


def _once(items: list[Tree], taken: set[int], keys: tuple[str, ...]) -> dict[Hashable, int]:
    names = [
        (tuple(_frozen(item[key]) for key in keys), place)
        for place, item in enumerate(items)
        if place not in taken and isinstance(item, dict) and set(keys) <= item.keys()
    ]
    count = Counter(name for name, _ in names)
    return {name: place for name, place in names if count[name] == 1}


def _first_keys(items: list[Tree], count: int) -> Iterator[tuple[str, ...]]:
    seen = dict.fromkeys(tuple(item)[:count] for item in items if isinstance(item, dict))
    yield from (keys for keys in seen if len(keys) == count and ID_KEY not in keys)


def _by_place(old: list[Tree], new: list[Tree], found: dict[int, int]) -> None:
    """Pair what is left between the same neighbours, one by one, where it is alike."""
    left, right = _runs(len(old), set(found.values())), _runs(len(new), set(found))
    ends = dict(left)
    for before, run in right:
        former = ends.get(found[before] if before >= 0 else -1, [])
        if len(former) == len(run):
            both = zip(run, former, strict=True)
            found.update((now, was) for now, was in both if _alike(old[was], new[now]))


def _runs(count: int, taken: set[int]) -> list[tuple[int, list[int]]]:
    """Return the runs of places that are not taken, each with the place before it."""
    runs: list[tuple[int, list[int]]] = []
    last = -1
    for place in range(count):
        if place in taken:
            last = place
        elif runs and runs[-1][0] == last:
            runs[-1][1].append(place)
        else:
            runs.append((last, [place]))
    return runs


def _alike(one: Tree, other: Tree) -> bool:
    if isinstance(one, dict) and isinstance(other, dict):
        same = sum(other.get(key) == value for key, value in one.items())
        return same >= _ENOUGH * max(len(one), len(other))
    return type(one) is type(other)


def _frozen(value: Tree) -> Hashable:
    if isinstance(value, dict):
        return frozenset((key, _frozen(one)) for key, one in value.items())
    return tuple(map(_frozen, value)) if isinstance(value, list) else value
