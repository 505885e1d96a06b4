"""A table of open data before it is CSV or a sheet: typed columns, rows, keys."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Final, Generic, TypeAlias, TypeVar

from kommunvision.swedish.keys import RECORDS, Field, Kind
from kommunvision.swedish.tables import COLUMNS
from kommunvision.text.ascii import ascii_id

Cell: TypeAlias = str | Decimal | int | bool | date | None

DIGITS: Final = 15
"""The most digits that a cell of a spreadsheet keeps of a number."""


class Type(StrEnum):
    """What may stand in a column."""

    TEXT = "text"
    NUMBER = "number"
    WHOLE = "whole"
    FLAG = "flag"
    DAY = "day"


_TYPES = {Kind.WHOLE: Type.WHOLE, Kind.NUMBER: Type.NUMBER, Kind.FLAG: Type.FLAG}


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, what may stand in it, and what that means."""

    heading: str
    type: Type
    help: str
    required: bool = False
    """Whether every row has something in it."""

    @property
    def name(self) -> str:
        """The heading for programs, ASCII letters, digits and underscores."""
        return ascii_id(self.heading).replace("-", "_")


@dataclass(frozen=True, slots=True)
class Link:
    """A column whose values stand in a column of another table, unless they are left out."""

    column: str
    table: str
    other: str


@dataclass(frozen=True, slots=True)
class Table:
    """A finished table."""

    id: str
    """Its name in addresses."""
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    key: tuple[str, ...] = ()
    """The names of columns that together are different in each row."""
    links: tuple[Link, ...] = ()


Row = TypeVar("Row")


class Plan(Generic[Row]):
    """How a table is made: its columns, and how each of them is told of a row."""

    def __init__(self, table: str, *, key: Iterable[str] = (), links: Iterable[Link] = ()) -> None:
        self._table = table
        self._key = tuple(key)
        self._links = tuple(links)
        self._columns: list[tuple[Column, Callable[[Row], Cell]]] = []

    def add(self, column: Column, told: Callable[[Row], Cell]) -> None:
        """Add a column."""
        self._columns.append((column, told))

    def own(
        self,
        key: str,
        told: Callable[[Row], Cell],
        kind: Type = Type.TEXT,
        *,
        required: bool = False,
    ) -> None:
        """Add a column that the tables have words of their own for."""
        heading, explained = COLUMNS[key]
        self.add(Column(heading, kind, explained, required), told)

    def made(self, rows: Iterable[Row]) -> Table:
        """Return the table with rows."""
        return self.of(self.rows(rows))

    def rows(self, rows: Iterable[Row]) -> tuple[tuple[Cell, ...], ...]:
        """Return rows as the cells of the table."""
        each = [told for _, told in self._columns]
        return tuple(tuple([told(row) for told in each]) for row in rows)

    def of(self, rows: tuple[tuple[Cell, ...], ...]) -> Table:
        """Return the table with rows that are cells already."""
        columns = tuple(column for column, _ in self._columns)
        return Table(self._table, columns, rows, self._key, self._links)


def field_of(record: str, attribute: str) -> Field:
    """Return the row of a key table that an attribute is read by."""
    return next(one for one in RECORDS[record].fields if one.attribute == attribute)


def column_of(field: Field, *, kind: Type | None = None, required: bool = False) -> Column:
    """Return the column for a key of data files."""
    usual = Type.TEXT if field.many else _TYPES.get(field.kind, Type.TEXT)
    return Column(field.key, kind or usual, field.help, required)
