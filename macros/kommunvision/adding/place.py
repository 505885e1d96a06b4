"""Where a new object stands: in the file where the kommun keeps such objects, beside its like."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from kommunvision.adding.folder import Folder, Stands
from kommunvision.export.yaml_text import Tree
from kommunvision.swedish.data_files import (
    FILES,
    FOLLOW_UP,
    OCCASIONS_FILE,
    OCCASIONS_KEY,
    SERIES_FILE,
    SERIES_KEY,
)
from kommunvision.swedish.keys import RECORDS, Section

_YEAR = re.compile(r"[0-9]{4}")
_GOAL = {field.attribute: field.key for field in RECORDS["goal"].fields}
_OCCASION = {field.attribute: field.key for field in RECORDS["occasion"].fields}
_NEWS = {field.attribute: field.key for field in RECORDS["news"].fields}


@dataclass(frozen=True, slots=True)
class Place:
    """Where something new is to stand."""

    path: str
    """The file, which need not be there."""
    at: int
    """Before which of the section's objects in the file; their number is after the last."""
    beside: tuple[Mapping[str, Tree], ...]
    """Objects that are most like it."""


def place_of(folder: Folder, section: Section, told: Mapping[str, Tree]) -> Place:
    """Return where an object of a section is to stand."""
    objects = list(folder.objects(section.key))
    like = _like(section.record, objects, told)
    beside = tuple(one.told for one in like)
    if section.key == OCCASIONS_KEY and (path := _file_of_year(folder, told)):
        return Place(path, _count(folder, path, section.key), beside)
    if like and section.record == "goal":
        return Place(like[-1].file.path, like[-1].place + 1, beside)
    if objects and section.record == "news" and _is_newest_first(objects):
        return Place(objects[0].file.path, 0, beside)
    if files := folder.files_with(section.key):
        path = files[-1].path
        return Place(path, _count(folder, path, section.key), beside)
    return Place(f"{folder.path}/{_usual_file(section.key, told)}", 0, beside)


def _like(record: str, objects: list[Stands], told: Mapping[str, Tree]) -> list[Stands]:
    """Return those of the same kind within the kind: goals of a level, and below the same goal."""
    if record != "goal":
        return objects
    level = told.get(_GOAL["level"])
    same: list[Callable[[Stands], bool]] = [
        lambda one: one.told.get(_GOAL["level"]) == level,
        lambda one: _first(one.told.get(_GOAL["parents"])) == _first(told.get(_GOAL["parents"])),
    ]
    for steps in (same, same[:1]):
        if found := [one for one in objects if all(step(one) for step in steps)]:
            return found
    return []


def _first(value: Tree | None) -> Tree | None:
    one = value[0] if isinstance(value, list) and value else value
    return next(iter(one.values()), None) if isinstance(one, dict) else one


def _file_of_year(folder: Folder, told: Mapping[str, Tree]) -> str:
    """Return the file for an occasion's year, where each file is for a year or two."""
    years = _YEAR.findall(str(told.get(_OCCASION["period"], "")))
    paths = [file.path for file in folder.files_with(OCCASIONS_KEY)]
    names = [path.rpartition("/")[2] for path in paths]
    if not years or not paths or not all(_YEAR.search(name) for name in names):
        return ""
    known = (path for path, name in zip(paths, names, strict=True) if years[-1] in name)
    return next(known, f"{paths[-1].rpartition('/')[0]}/{years[-1]}.yml")


def _is_newest_first(objects: list[Stands]) -> bool:
    years = [
        found[-1] for one in objects if (found := _YEAR.findall(str(one.told.get(_NEWS["date"]))))
    ]
    return len(years) > 1 and years[0] > years[-1]


def _count(folder: Folder, path: str, section: str) -> int:
    return sum(one.file.path == path for one in folder.objects(section))


def _usual_file(section: str, told: Mapping[str, Tree]) -> str:
    if section == SERIES_KEY:
        return f"{FOLLOW_UP}/{SERIES_FILE}"
    if section == OCCASIONS_KEY:
        years = _YEAR.findall(str(told.get(_OCCASION["period"], "")))
        return f"{FOLLOW_UP}/{years[-1]}.yml" if years else f"{FOLLOW_UP}/{OCCASIONS_FILE}"
    return next(path for path, keys in FILES.items() if section in keys)
