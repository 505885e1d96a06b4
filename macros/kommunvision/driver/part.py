"""A part of a site, as one machine has built it: its folder, and whether parts make a whole."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from kommunvision.driver.units import Unit
from kommunvision.summary import Summary

_MARK = "part.json"


@dataclass(frozen=True, slots=True)
class Shard:
    """Which part of how many."""

    number: int
    of: int

    def __str__(self) -> str:
        """Return it as it is written on the command line."""
        return f"{self.number}/{self.of}"


class UnfitError(Exception):
    """Parts that do not make a whole; the key says in what way, the values which they are."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key)
        self.key = key
        self.values = values


@dataclass(frozen=True, slots=True)
class Part:
    """A part that has been built."""

    folder: Path
    shard: Shard
    source: Mapping[str, str]
    """Fingerprints of what it was built from."""
    kommuner: Mapping[str, int]
    """How many files each kommun has, by its slug."""

    def told(self) -> Sequence[tuple[Unit, Summary]]:
        """Return the kommuner with what they tell the rest of the site.

        Raises:
            UnfitError: They are not whole.
        """
        found: list[tuple[Unit, Summary]] = []
        for unit in (Unit(self.folder / slug) for slug in self.kommuner):
            summary = own_summary(unit)
            if summary is None:
                raise self.broken()
            found.append((unit, summary))
        return found

    def broken(self) -> UnfitError:
        """Return what to raise where something of the part is missing, or is not its own."""
        return UnfitError("part_broken", path=self.folder, shard=self.shard)


def is_part(folder: Path) -> bool:
    """Whether a folder holds a part."""
    return (folder / _MARK).is_file()


def own_summary(unit: Unit) -> Summary | None:
    """Return what the kommun of a unit tells; none if it is not whole, or has what is another's."""
    try:
        summary, folders = unit.summary, _folders(unit)
    except (OSError, ValueError):
        return None
    slug = unit.folder.name
    return summary if summary.slug == slug and folders <= {slug, *summary.folders} else None


def write_mark(
    folder: Path, shard: Shard, source: Mapping[str, str], units: Iterable[Unit]
) -> None:
    """Write beside the kommuner of a part what they belong to."""
    told = {
        "shard": asdict(shard),
        "source": source,
        "kommuner": {one.folder.name: _count(one.folder) for one in units},
    }
    (folder / _MARK).write_text(json.dumps(told, indent=1), encoding="utf-8")


def take_place(made: Path, target: Path, staying: Iterable[str], aside: Path) -> None:
    """Put a part where it is to lie, with the kommuner that stay of the one that lies there.

    Whoever is killed in the middle leaves a part that is not whole, or none.

    Args:
        made: The part, without these.
        target: Where it is to lie.
        staying: The kommuner that stay.
        aside: Where what lay there goes, to be removed.

    Raises:
        OSError: Something cannot be moved; then what lies there is as it was.
    """
    with ExitStack() as back:
        for slug in staying:
            (target / slug).rename(made / slug)
            back.callback((made / slug).rename, target / slug)
        if target.exists():
            target.rename(aside)
            back.callback(aside.rename, target)
        made.rename(target)
        back.pop_all()


def read_part(folder: Path) -> Part:
    """Return the part in a folder.

    Raises:
        UnfitError: There is none, or files have come or gone since it was built.
    """
    try:
        told: Any = json.loads((folder / _MARK).read_text("utf-8"))
        part = Part(folder, Shard(**told["shard"]), told["source"], told["kommuner"])
        counted = {slug: _count(folder / slug) for slug in part.kommuner}
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise UnfitError("no_part", path=folder) from error
    # A link would let in what is no part's file.
    if counted != part.kommuner or any(path.is_symlink() for path in folder.rglob("*")):
        raise part.broken()
    return part


def in_order(parts: Sequence[Part]) -> Sequence[Part]:
    """Return parts by their numbers.

    Raises:
        UnfitError: They are not all there, each once.
    """
    by_number: dict[int, Part] = {}
    first = parts[0]
    for part in parts:
        if part.shard.of != first.shard.of:
            raise UnfitError(
                "other_division",
                first=first.folder,
                one=first.shard,
                second=part.folder,
                other=part.shard,
            )
        if twice := by_number.get(part.shard.number):
            raise UnfitError("part_twice", shard=part.shard, first=twice.folder, second=part.folder)
        by_number[part.shard.number] = part
    for number in range(1, first.shard.of + 1):
        if number not in by_number:
            raise UnfitError("part_missing", shard=replace(first.shard, number=number))
    return [by_number[number] for number in sorted(by_number)]


def roughly(weight: int) -> int:
    """Return a weight with no more than its first two bits.

    An edit seldom changes that. Where each byte had a say, every edit would let a hundred kommuner
    of a large site change places, and be built again. Parts differ by some per cent more so.
    """
    less = max(weight.bit_length() - 2, 0)
    return weight >> less << less


def share_out(weights: Mapping[str, int], count: int) -> tuple[tuple[str, ...], ...]:
    """Share out kommuner to a number of parts, so that each has about as much to do.

    The heaviest goes first, each to the part that has least so far; of equals the first by slug, to
    the first part. So everybody who shares out the same kommuner comes to the same.
    """
    parts: list[list[str]] = [[] for _ in range(count)]
    loads = [0] * count
    for slug in sorted(weights, key=lambda slug: (-weights[slug], slug)):
        lightest = loads.index(min(loads))
        parts[lightest].append(slug)
        loads[lightest] += weights[slug]
    return tuple(tuple(sorted(part)) for part in parts)


def _folders(unit: Unit) -> set[str]:
    return {one.name for one in unit.files.iterdir()}


def _count(folder: Path) -> int:
    return sum(len(names) for _, _, names in os.walk(folder))
