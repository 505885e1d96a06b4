"""The order of keys when some are removed and others added: the old one, with the new in place."""

from __future__ import annotations


def ordered(old: list[str], wanted: list[str]) -> list[str]:
    """Return the wanted keys: those that are there in their order, each new one after a neighbour.

    A new key comes after the nearest of those before it that is there; if there is none, before
    the nearest of those after it.
    """
    found = [key for key in old if key in set(wanted)]
    for number, key in enumerate(wanted):
        if key in found:
            continue
        if before := [one for one in wanted[:number] if one in found]:
            found.insert(found.index(before[-1]) + 1, key)
            continue
        after = next((one for one in wanted[number:] if one in found), None)
        found.insert(found.index(after) if after else 0, key)
    return found
