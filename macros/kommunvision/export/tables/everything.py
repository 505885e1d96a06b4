"""A whole goal system as plain rows: one table for each kind of object and each kind of part.

What an object has one of becomes columns of its row, a heading for each key within it; what it
has several of becomes lines of a cell, or rows of another table that name the row they belong to.
The same key tables as for JSON decide it, so a new key follows by itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from kommunvision.export.records import Writer, read_as
from kommunvision.export.setting import Setting
from kommunvision.export.tables.locked import locked
from kommunvision.export.tables.table import DIGITS, Cell, Column, Table, Type
from kommunvision.model import Kommun
from kommunvision.swedish.keys import (
    ID_KEY,
    NOT_STATED,
    RECORDS,
    SECTIONS,
    Field,
    Kind,
)
from kommunvision.swedish.quantities import ANSWERS
from kommunvision.swedish.workbook import (
    CONTINUED,
    EMPTY,
    OWN_HEADINGS,
    ROW,
    SLUG,
    UNDER,
    WITHIN,
    part_table,
    section_table,
)

_LONGEST: Final = 16_000
"""Characters of a text in one cell; Excel has room for twice as many, and counts some as two."""
_LONGEST_ID: Final = 80

_TYPES = {Kind.WHOLE: Type.WHOLE, Kind.NUMBER: Type.NUMBER, Kind.FLAG: Type.FLAG}

Place = tuple[int, ...]
"""Where a column stands: the places of its keys in the key tables."""


@dataclass(frozen=True, slots=True)
class _Put:
    """What a row has in a column."""

    value: Cell
    place: Place
    help: str
    type: Type = Type.TEXT


class _Row:
    """One row while it is written; it gets a name when another row refers to it."""

    def __init__(self, name: str, cells: dict[str, _Put]) -> None:
        self.name = name
        self.cells = cells
        self.is_referred_to = False

    def own(self, heading: str, value: str, place: Place) -> None:
        """Put a value under a heading that is no key."""
        self.cells[heading] = _Put(value, place, OWN_HEADINGS[heading])

    def put(self, path: tuple[str, ...], place: Place, field: Field, value: Cell) -> None:
        """Put a value under the heading of a key, a long text under several."""
        heading = ".".join(path)
        kind = Type.TEXT if field.many else _TYPES.get(field.kind, Type.TEXT)
        if not isinstance(value, str):
            self.cells[heading] = _Put(value, place, field.help, kind)
            return
        for number, start in enumerate(range(0, len(value), _LONGEST), start=1):
            name = heading if number == 1 else CONTINUED.format(heading=heading, number=number)
            at = place if number == 1 else (*place, -1, number)
            self.cells[name] = _Put(value[start : start + _LONGEST], at, field.help, kind)


def everything(setting: Setting, kommun: Kommun) -> Iterator[Table]:
    """Yield tables that together have everything that a kommun's data says."""
    yield from _Rows(Writer(setting, kommun), kommun).tables()
    yield from locked(kommun.locks)


class _Rows:
    """The rows of all tables of one kommun."""

    def __init__(self, writer: Writer, kommun: Kommun) -> None:
        self._writer = writer
        self._kommun = kommun
        self._tables: dict[str, list[_Row]] = {}
        self._names: set[str] = set()

    def tables(self) -> Iterator[Table]:
        """Yield the tables that have rows, those of sections first."""
        sections = [section_table(one.key) for one in SECTIONS]
        for section in SECTIONS:
            found = getattr(self._kommun, section.attribute) if section.many else (self._kommun,)
            for number, item in enumerate(found, start=1):
                told = self._writer.record(section.record, item)
                called = _numbered(section.key, number, section.record, told)
                name = self._name_of(told, called if section.many else section.key)
                row = self._row(section_table(section.key), name)
                if not section.many:
                    row.own(SLUG, self._kommun.slug, (-1,))
                self._fields(section.record, told, row, (), ())
        order = [*sections, *(part_table(record) for record in RECORDS)]
        for name in order:
            if name in self._tables:
                yield _table(name, self._tables[name])

    def _name_of(self, told: Mapping[str, Any], otherwise: str) -> str:
        """Return the id of an object, or its number where it has none or shares it."""
        own = told.get(ID_KEY)
        name = own if isinstance(own, str) and own not in self._names else otherwise
        self._names.add(name)
        return name

    def _row(self, table: str, name: str) -> _Row:
        row = _Row(name, {})
        self._tables.setdefault(table, []).append(row)
        return row

    def _fields(
        self, record: str, told: Mapping[str, Any], row: _Row, path: tuple[str, ...], place: Place
    ) -> None:
        for number, field in enumerate(RECORDS[record].fields):
            if field.key in told:
                at = (*place, number)
                told_as = read_as(field, told)
                self._field(told_as, told[field.key], row, (*path, field.key), at)

    def _field(
        self,
        field: Field,
        value: Any,  # noqa: ANN401 - what JSON may have
        row: _Row,
        path: tuple[str, ...],
        place: Place,
    ) -> None:
        record = field.record
        if isinstance(value, list) and len(value) == 1 and field.kind is Kind.REFERENCE:
            value = value[0]
        if isinstance(value, list):
            lines = [_line(record, one) for one in value]
            if None not in lines and (len(lines) > 1 or _is_clear(field, str(lines[0]))):
                row.put(path, place, field, "\n".join(map(str, lines)))
                return
            for number, one in enumerate(value, start=1):
                self._part(record, one, row, path, number)
        elif isinstance(value, dict):
            self._only(field, value, row, path, place)
        else:
            row.put(path, place, field, _cell(value))

    def _only(
        self,
        field: Field,
        told: dict[str, Any],
        row: _Row,
        path: tuple[str, ...],
        place: Place,
    ) -> None:
        """Tell what an object has one of in the object's own row."""
        plain = RECORDS[field.record].plain_key
        if not told:
            row.put(path, place, field, EMPTY)
        if plain in told and _is_clear(field, told[plain]):
            row.put(path, place, field, told[plain])
            told = {key: value for key, value in told.items() if key != plain}
        self._fields(field.record, told, row, path, place)

    def _part(
        self, record: str, told: dict[str, Any], parent: _Row, path: tuple[str, ...], number: int
    ) -> None:
        """Tell what an object has several of in a row of its own."""
        parent.is_referred_to = True
        key = ".".join(path)
        name = f"{parent.name} / {_numbered(key, number, record, told)}"
        row = self._row(part_table(record), name)
        row.own(WITHIN, parent.name, (-2,))
        row.own(UNDER, key, (-1,))
        self._fields(record, told, row, (), ())


def _table(name: str, rows: list[_Row]) -> Table:
    for row in rows:
        own = row.cells.get(ID_KEY)
        if row.is_referred_to and (own is None or own.value != row.name or WITHIN in row.cells):
            row.own(ROW, row.name, (-3,))
    columns: dict[str, _Put] = {}
    for row in rows:
        for heading, put in row.cells.items():
            columns.setdefault(heading, put)
    ordered = sorted(columns.items(), key=lambda one: (one[1].place, one[0]))
    return Table(
        name,
        tuple(Column(heading, put.type, put.help) for heading, put in ordered),
        tuple(
            tuple(
                row.cells[heading].value if heading in row.cells else None for heading, _ in ordered
            )
            for row in rows
        ),
    )


def _numbered(key: str, number: int, record: str, told: Mapping[str, Any]) -> str:
    """Return what a row is called that has no id, or none that is its own: what it is about."""
    about = told.get(RECORDS[record].fields[0].key)
    if isinstance(about, dict):
        about = about.get(RECORDS["reference"].plain_key)
    is_id = isinstance(about, str) and len(about) <= _LONGEST_ID and about.isascii()
    return f"{key} {number} ({about})" if is_id else f"{key} {number}"


def _line(record: str, value: object) -> Cell:
    """Return an item of a list as a line; none where it says more than one thing."""
    if not isinstance(value, dict):
        return _cell(value)
    told = value.get(RECORDS[record].plain_key)
    return told if len(value) == 1 and isinstance(told, str) and "\n" not in told else None


def _is_clear(field: Field, text: object) -> bool:
    """Whether a text alone in a cell cannot be taken for a word with a meaning of its own."""
    words = {NOT_STATED if field.unstated else "", field.word[0] if field.word else "", EMPTY}
    return isinstance(text, str) and text.strip().lower() not in words


def _cell(value: object) -> Cell:
    """Return a value as a cell has it: numbers that keep their digits are numbers."""
    if isinstance(value, bool):
        return ANSWERS[value]
    if isinstance(value, Decimal):
        is_kept = len(value.as_tuple().digits) <= DIGITS and not (
            value.is_zero() and value.is_signed()
        )
        return value if is_kept else f"{value:f}".replace(".", ",")
    return value if isinstance(value, int) else str(value)
