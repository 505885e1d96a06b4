"""A good id for a new object: as the kommun names such objects already, and free."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import count

from kommunvision.export.yaml_text import Tree
from kommunvision.swedish.keys import ID_KEY, RECORDS
from kommunvision.text.ascii import ascii_id

# Longer ids make long addresses.
_LONGEST = 40

# At least so many of those beside it are named in a way that is a habit.
_HABIT = 0.6

_NUMBERED = re.compile(r"(?P<prefix>.*?)(?P<number>[0-9]{1,3})")
_YEAR = re.compile(r"[0-9]{4}")

_TITLES = ("title", "name")


def good_id(
    record: str, told: Mapping[str, Tree], beside: Iterable[Mapping[str, Tree]], taken: set[str]
) -> str:
    """Return an id.

    Args:
        record: The kind of object.
        told: What is known of it.
        beside: Objects of the same kind, those that are most like it.
        taken: Ids that are not free.
    """
    keys = {field.attribute: field.key for field in RECORDS[record].fields}
    values = {name: told[key] for name, key in keys.items() if key in told}
    near = [name for one in beside if isinstance(name := one.get(ID_KEY), str)]
    return next(name for name in _candidates(record, values, near) if name not in taken and name)


def _candidates(record: str, values: Mapping[str, Tree], near: list[str]) -> Iterator[str]:
    title = next((text for name in _TITLES if (text := _text(values.get(name)))), "")
    if record == "occasion":
        yield from _of_occasion(values, title)
    elif record == "decision":
        yield from _of_decision(values)
    elif record in {"goal", "indicator"}:
        yield from _numbered(values, near)
    noun = ascii_id(RECORDS[record].noun)
    slug, prefix = _short(ascii_id(title)), _prefix(near)
    name = slug if slug.startswith(prefix) else f"{prefix}{slug}"
    name = name.rstrip("-") or noun
    yield name
    for number in count(2):
        yield f"{name}-{number}"


def _of_occasion(values: Mapping[str, Tree], title: str) -> Iterator[str]:
    kind, year = _text(values.get("kind")), _YEAR.findall(_text(values.get("period")))
    if kind and year:
        yield _short(ascii_id(f"{kind}-{year[-1]}"))
    if title:
        yield _short(ascii_id(title))


def _of_decision(values: Mapping[str, Tree]) -> Iterator[str]:
    body, year = _text(values.get("body")), _YEAR.search(_text(values.get("date")))
    paragraph = ascii_id(_text(values.get("paragraph")))
    if body and year and paragraph:
        yield ascii_id(f"{body}-{year[0]}-{paragraph}")


def _numbered(values: Mapping[str, Tree], near: list[str]) -> Iterator[str]:
    """Yield the next numbers, where those beside are numbered."""
    found = [match for name in near if (match := _NUMBERED.fullmatch(name))]
    if not found or len(found) < _HABIT * len(near):
        return
    prefix, _ = Counter(match["prefix"] for match in found).most_common(1)[0]
    printed = _text(values.get("number")).rstrip(".").rpartition(".")[2]
    if printed.isdecimal():
        yield f"{prefix}{int(printed)}"
    last = max(int(match["number"]) for match in found if match["prefix"] == prefix)
    for number in count(last + 1):
        yield f"{prefix}{number}"


def _prefix(near: list[str]) -> str:
    """Return how the names beside begin, if that is a habit."""
    begins = Counter(f"{name.partition('-')[0]}-" for name in near if "-" in name)
    if not begins:
        return ""
    prefix, number = begins.most_common(1)[0]
    return prefix if number > 1 and number >= _HABIT * len(near) else ""


def _short(name: str) -> str:
    if len(name) <= _LONGEST:
        return name
    return name[: _LONGEST + 1].rpartition("-")[0] or name[:_LONGEST]


def _text(value: Tree | None) -> str:
    return value if isinstance(value, str) else ""
