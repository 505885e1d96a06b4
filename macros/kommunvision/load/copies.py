"""Data files that lie beside what they have been copied from."""

from __future__ import annotations

from collections.abc import Iterable
from posixpath import splitext

from kommunvision.load.files import DataFile
from kommunvision.load.peek import own_ids
from kommunvision.load.tree import Mapping, Sequence
from kommunvision.swedish.data_files import copied


def copies_last(files: Iterable[DataFile]) -> list[DataFile]:
    """Return files in the same order, but for those that look like copies, which come last.

    So what stands in both is told of at the copy.
    """
    return sorted(files, key=lambda file: original_of(file.path) is not None)


def original_of(path: str) -> str | None:
    """Return which file another looks like a copy of, both without their endings."""
    folder, slash, name = _without_ending(path).rpartition("/")
    stem = copied(name)
    return f"{folder}{slash}{stem}" if stem else None


def _without_ending(path: str) -> str:
    return splitext(path)[0]


class Copies:
    """Tells which files say what their originals have said already."""

    def __init__(self) -> None:
        self._read: dict[str, tuple[str, str, frozenset[str]]] = {}

    def original(self, file: DataFile, top: Mapping) -> str | None:
        """Return the file of which another is a copy; none where it says something else."""
        said = frozenset(_said(top))
        path, text, before = self._read.get(original_of(file.path) or "", ("", "", frozenset()))
        self._read[_without_ending(file.path)] = file.path, file.text, said
        return path if path and (file.text == text or not said.isdisjoint(before)) else None


def _said(top: Mapping) -> Iterable[str]:
    """Yield the ids of the objects of a file, and the keys of what there is one of."""
    for key, node in top.entries:
        if isinstance(node, Sequence):
            for item in node.items:
                yield from own_ids(item)
        elif isinstance(node, Mapping):
            yield f"{key.text}:"
