"""What stands in a kommun's data files before something is added to them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kommunvision.amend import content
from kommunvision.export.yaml_text import Tree
from kommunvision.load import DATA, LEDGER, LOCKS
from kommunvision.load.files import data_files
from kommunvision.problem import Problems
from kommunvision.swedish.keys import ID_KEY, SECTIONS
from kommunvision.swedish.statistics import FOLDER as FETCHED

_KOMMUN = next(section.key for section in SECTIONS if not section.many)
_THEMES = next(section.key for section in SECTIONS if section.attribute == "themes")


@dataclass(frozen=True, slots=True)
class File:
    """A data file."""

    path: str
    """Relative to the site's root."""
    text: str
    told: dict[str, Tree]


@dataclass(frozen=True, slots=True)
class Stands:
    """An object that stands in a file."""

    file: File
    place: int
    """Which of the section's objects in the file it is."""
    told: dict[str, Tree]


@dataclass(frozen=True, slots=True)
class Folder:
    """The data files of a kommun."""

    path: str
    """``data/exempelby``, or ``data``."""
    files: tuple[File, ...]
    shared: tuple[File, ...] = ()
    """Files that all kommuner share."""

    def files_with(self, section: str) -> list[File]:
        """Return the files in which people write objects of a section."""
        own = [one for one in self.files if isinstance(one.told.get(section), list)]
        if section == _THEMES and not own:
            own = [one for one in self.shared if section in one.told]
        return [one for one in own if not one.path.startswith(f"{self.path}/{FETCHED}/")]

    def objects(self, section: str) -> Iterator[Stands]:
        """Yield the objects of a section, in the order of the files."""
        for file in self.files_with(section):
            for place, one in enumerate(file.told[section]):
                if isinstance(one, dict):
                    yield Stands(file, place, one)

    def ids(self) -> set[str]:
        """Return every id that is taken."""
        return {name for file in (*self.files, *self.shared) for name in _ids(file.told)}


def folders(root: Path) -> dict[str, str]:
    """Return the folder of each kommun by its short name; one alone in ``data`` has none."""
    shared = data_files(root, DATA, Problems(), deep=False)
    if any(_KOMMUN in (content(file.text, file.path)[0] or {}) for file in shared):
        return {"": DATA}
    names = (path.name for path in sorted((root / DATA).iterdir()) if path.is_dir())
    return {name: f"{DATA}/{name}" for name in names if not name.startswith(".")}


def read_folder(root: Path, path: str) -> tuple[Folder, Problems]:
    """Read the data files of a kommun, and what keeps any of them from being read."""
    problems = Problems()
    own = _read(root, path, problems, deep=True)
    shared = () if path == DATA else _read(root, DATA, problems, deep=False)
    return Folder(path, own, shared), problems


def _read(root: Path, path: str, problems: Problems, *, deep: bool) -> tuple[File, ...]:
    found = []
    for file in data_files(root, path, problems, deep=deep):
        if file.path == LEDGER or file.path.rpartition("/")[2] == LOCKS:
            continue
        told, wrong = content(file.text, file.path)
        if told is None:
            problems.extend(wrong)
        else:
            text = (root / file.path).read_bytes().decode("utf-8")
            found.append(File(file.path, text, told))
    return tuple(found)


def _ids(value: Tree) -> Iterator[str]:
    if isinstance(value, list):
        for one in value:
            yield from _ids(one)
    elif isinstance(value, dict):
        name = value.get(ID_KEY)
        if isinstance(name, str):
            yield name
        for one in value.values():
            yield from _ids(one)
