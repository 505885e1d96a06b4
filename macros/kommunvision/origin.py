"""Where a thing was written: a path, a line and a column, for messages and edit links."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache


@dataclass(frozen=True, slots=True, order=True)
class Origin:
    """A place in a text file; it is for diagnostics only and decides nothing."""

    path: str
    """Path relative to the root of the site's repository, with forward slashes."""
    line: int = 1
    """Line, counted from 1."""
    column: int = 1
    """Column in characters, counted from 1."""
    length: int = field(default=1, compare=False)
    """How many characters the thing takes on its line; draws the underline of a message."""

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
    fields: Mapping[tuple[str | int, ...], Origin] = field(default_factory=dict)
    """Place of a field's value, by attribute name, or by attribute name and index."""

    def of(self, *key: str | int) -> Origin:
        """Return the place of a field or item; of the nearest thing around it if unknown."""
        for length in range(len(key), 0, -1):
            found = self.fields.get(key[:length])
            if found is not None:
                return found
        return self.origin
