"""Where a thing was written: a path, a line and a column, for messages and edit links."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import chain
from operator import itemgetter
from typing import Any, NamedTuple, TypeVar

T = TypeVar("T")

# Name of an attribute, or its name and an index.
Key = tuple[str | int, ...]


class Origin(NamedTuple):
    """A place in a text file; it is for diagnostics only and decides nothing.

    Every key and value of every file has one, so it is the lightest thing that can be one.
    """

    path: str
    """Path relative to the root of the site's repository, with forward slashes."""
    line: int = 1
    """Line, counted from 1."""
    column: int = 1
    """Column in characters, counted from 1."""
    length: int = 1
    """How many characters the thing takes on its line; draws the underline of a message."""
    cell: str = ""
    """Name of the cell, in a workbook."""

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@cache
def place_name(*parts: str | int) -> tuple[str | int, ...]:
    """Return the name of a field's place; it is in memory once for the objects of all kommuner."""
    return parts


@dataclass(frozen=True, slots=True)
class Where:
    """The places of one object: the object itself, its fields, and the items of its lists."""

    origin: Origin
    """The object's first line."""
    fields: Mapping[Key, Origin] = field(default_factory=dict)
    """Place of a field's value, by attribute name, or by attribute name and index."""

    def has(self, key: str) -> bool:
        """Tell whether a field is written, also one whose value could not be read."""
        return (key,) in self.fields

    def of(self, *key: str | int) -> Origin:
        """Return the place of a field or item; of the nearest thing around it if unknown."""
        for length in range(len(key), 0, -1):
            found = self.fields.get(key[:length])
            if found is not None:
                return found
        return self.origin

    def __reduce__(self) -> tuple[Any, ...]:
        """Tell the places in a row, so that what is kept of an object is small and soon read."""
        places = (self.origin, *self.fields.values())
        files = tuple(zip(map(type, places), map(_PATH, places), map(_CELL, places), strict=True))
        if len({*files}) == 1:
            # All are in one file, but for what is gathered from several sheets.
            files = files[:1]
        row = tuple(chain.from_iterable(map(_ROW, places)))
        return _where, (_known(files), _known(tuple(self.fields)), row)


_PATH, _CELL = itemgetter(0), itemgetter(4)
_ROW = itemgetter(1, 2, 3)

# A kind of place, the path of the file, the name of the cell.
_File = tuple[type[Origin], str, str]


@cache
def _known(value: T) -> T:
    """Return the first value that is equal: what is one thing is kept once."""
    return value


def _where(files: tuple[_File, ...], keys: tuple[Key, ...], row: tuple[int, ...]) -> Where:
    """Make the places of an object of what ``__reduce__`` tells."""
    kept = _Kept(files, keys, row)
    return Where(kept.place(0), kept)


class _Kept(Mapping[Key, Origin]):
    """Places in a row; each is made when somebody asks for it, and few do."""

    __slots__ = ("_files", "_keys", "_row")

    def __init__(
        self, files: tuple[_File, ...], keys: tuple[Key, ...], row: tuple[int, ...]
    ) -> None:
        self._files = files
        self._keys = keys
        self._row = row

    def place(self, number: int) -> Origin:
        """Return the place of the object itself, and from 1 on those of what it has."""
        kind, path, cell = self._files[number % len(self._files)]
        line, column, length = self._row[3 * number : 3 * number + 3]
        return kind(path, line, column, length, cell)

    def __getitem__(self, key: Key) -> Origin:
        if key not in self._keys:
            raise KeyError(key)
        return self.place(self._keys.index(key) + 1)

    def __iter__(self) -> Iterator[Key]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)
