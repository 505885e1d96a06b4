"""Sources in a cell: one a line, by its id and, after a comma, the place in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kommunvision.export.yaml_text import Tree
from kommunvision.model import Reference
from kommunvision.swedish.keys import ID_KEY, RECORDS


def told(sources: Iterable[Reference]) -> str:
    """Return what a cell says of the sources that the data has."""
    return "\n".join(_line(one.target or one.name or "", one.place or "") for one in sources)


def lines(text: str) -> list[str]:
    """Return the sources of a cell, each as the house writes it."""
    return [_line(*_divided(one)) for one in text.split("\n") if one.strip()]


def unknown(text: str, before: str, known: Iterable[str]) -> str | None:
    """Return the first id that is no source's; what stood there before is let be."""
    there, ids = set(lines(before)), set(known)
    new = (one for one in lines(text) if one not in there)
    return next((key for one in new if (key := _divided(one)[0]) not in ids), None)


def tree(text: str, before: Tree | None) -> Tree:
    """Return what a data file has for the sources of a cell.

    What somebody has remarked on a source stays with it, also where its place has changed.

    Args:
        text: The cell.
        before: What the file has now; none for nothing.
    """
    left: list[Tree] = list(before) if isinstance(before, list) else [before] if before else []
    wanted = lines(text)
    found: list[Tree] = []
    for line in wanted:
        used = next((one for one in left if _told_in(one) == line), None)
        if used is not None:
            found.append(used)
        else:
            key, place = _divided(line)
            others = [one for one in left if _told_in(one) not in wanted]
            used = next((one for one in others if _divided(_told_in(one))[0] == key), None)
            found.append(_new(key, place, used))
        left = [one for one in left if one is not used]
    return found[0] if len(found) == 1 else found


def _line(key: str, place: str) -> str:
    return f"{key}, {place}" if place else key


def _divided(line: str) -> Sequence[str]:
    key, _, place = line.partition(",")
    return key.strip(), " ".join(place.split())


def _told_in(one: Tree) -> str:
    """Return what a cell says of a source as a file has it."""
    if not isinstance(one, dict):
        return _line(str(one), "")
    return _line(
        str(one.get(ID_KEY) or one.get(_key("name"), "")),
        " ".join(str(one.get(_key("place"), "")).split()),
    )


def _new(key: str, place: str, like: Tree | None) -> Tree:
    kept = dict(like) if isinstance(like, dict) else {}
    if not place:
        kept.pop(_key("place"), None)
        return {**kept, ID_KEY: key} if kept.keys() - {ID_KEY} else key
    return {ID_KEY: key, **kept, _key("place"): place}


def _key(attribute: str) -> str:
    return next(one.key for one in RECORDS["reference"].fields if one.attribute == attribute)
