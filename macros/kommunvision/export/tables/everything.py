"""A whole goal system as plain rows: one table for each kind of object and each kind of part.

What an object has one of becomes columns of its row, a heading for each key within it; what it
has several of becomes lines of a cell, or rows of another table that name the row they belong to.
The same key tables as for JSON decide it, so a new key follows by itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any, Final, NamedTuple

from kommunvision.export.records import Writer, read_as
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

_PLACES: Final = {
    name: {field.key: (number, field) for number, field in enumerate(record.fields)}
    for name, record in RECORDS.items()
}
"""Where each key stands in its key table, and how it is read."""

Place = tuple[int, ...]
"""Where a column stands: the places of its keys in the key tables."""


class _Column(NamedTuple):
    """A column of a sheet while its rows are written."""

    place: Place
    help: str
    type: Type = Type.TEXT


class _Row:
    """One row while it is written; it gets a name when another row refers to it."""

    def __init__(self, name: str, columns: dict[str, _Column]) -> None:
        self.name = name
        self.cells: dict[str, Cell] = {}
        self._columns = columns
        self.is_referred_to = False

    def own(self, heading: str, value: str, place: Place) -> None:
        """Put a value under a heading that is no key."""
        self.cells[heading] = value
        self._columns.setdefault(heading, _Column(place, OWN_HEADINGS[heading]))

    def put(self, heading: str, place: Place, field: Field, value: Cell) -> None:
        """Put a value under the heading of a key, a long text under several."""
        if not isinstance(value, str):
            self._put(heading, place, field, value)
            return
        for number, start in enumerate(range(0, len(value), _LONGEST), start=1):
            name = heading if number == 1 else CONTINUED.format(heading=heading, number=number)
            at = place if number == 1 else (*place, -1, number)
            self._put(name, at, field, value[start : start + _LONGEST])

    def _put(self, heading: str, place: Place, field: Field, value: Cell) -> None:
        self.cells[heading] = value
        if heading not in self._columns:
            kind = Type.TEXT if field.many else _TYPES.get(field.kind, Type.TEXT)
            self._columns[heading] = _Column(place, field.help, kind)


def everything(writer: Writer, kommun: Kommun) -> Iterator[Table]:
    """Yield tables that together have everything that a kommun's data says."""
    yield from _Rows(writer, kommun).tables()
    yield from locked(kommun.locks)


class _Rows:
    """The rows of all tables of one kommun."""

    def __init__(self, writer: Writer, kommun: Kommun) -> None:
        self._writer = writer
        self._kommun = kommun
        self._tables: dict[str, tuple[list[_Row], dict[str, _Column]]] = {}
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
                self._fields(section.record, told, row, "", ())
        order = [*sections, *(part_table(record) for record in RECORDS)]
        for name in order:
            if name in self._tables:
                yield _table(name, *self._tables[name])

    def _name_of(self, told: Mapping[str, Any], otherwise: str) -> str:
        """Return the id of an object, or its number where it has none or shares it."""
        own = told.get(ID_KEY)
        name = own if isinstance(own, str) and own not in self._names else otherwise
        self._names.add(name)
        return name

    def _row(self, table: str, name: str) -> _Row:
        rows, columns = self._tables.setdefault(table, ([], {}))
        rows.append(_Row(name, columns))
        return rows[-1]

    def _fields(
        self, record: str, told: Mapping[str, Any], row: _Row, within: str, place: Place
    ) -> None:
        """Tell what an object says.

        Args:
            record: What it is.
            told: What it says.
            row: Where to.
            within: What stands before its keys in headings; it ends with a dot.
            place: Where that stands.
        """
        places = _PLACES[record]
        for key, value in told.items():
            if key in places:
                number, field = places[key]
                self._field(read_as(field, told), value, row, f"{within}{key}", (*place, number))

    def _field(
        self,
        field: Field,
        value: Any,  # noqa: ANN401 - what JSON may have
        row: _Row,
        heading: str,
        place: Place,
    ) -> None:
        record = field.record
        if isinstance(value, list) and len(value) == 1 and field.kind is Kind.REFERENCE:
            value = value[0]
        if isinstance(value, list):
            lines = [_line(record, one) for one in value]
            if None not in lines and (len(lines) > 1 or _is_clear(field, str(lines[0]))):
                row.put(heading, place, field, "\n".join(map(str, lines)))
                return
            for number, one in enumerate(value, start=1):
                self._part(record, one, row, heading, number)
        elif isinstance(value, dict):
            self._only(field, value, row, heading, place)
        else:
            row.put(heading, place, field, _cell(value))

    def _only(
        self,
        field: Field,
        told: dict[str, Any],
        row: _Row,
        heading: str,
        place: Place,
    ) -> None:
        """Tell what an object has one of in the object's own row."""
        plain = RECORDS[field.record].plain_key
        if not told:
            row.put(heading, place, field, EMPTY)
        if plain in told and _is_clear(field, told[plain]):
            row.put(heading, place, field, told[plain])
            told = {key: value for key, value in told.items() if key != plain}
        self._fields(field.record, told, row, f"{heading}.", place)

    def _part(self, record: str, told: dict[str, Any], parent: _Row, key: str, number: int) -> None:
        """Tell what an object has several of in a row of its own."""
        parent.is_referred_to = True
        name = f"{parent.name} / {_numbered(key, number, record, told)}"
        row = self._row(part_table(record), name)
        row.own(WITHIN, parent.name, (-2,))
        row.own(UNDER, key, (-1,))
        self._fields(record, told, row, "", ())


def _table(name: str, rows: list[_Row], columns: dict[str, _Column]) -> Table:
    for row in rows:
        own = row.cells.get(ID_KEY)
        if row.is_referred_to and (own != row.name or WITHIN in row.cells):
            row.own(ROW, row.name, (-3,))
    ordered = sorted(columns.items(), key=lambda one: (one[1].place, one[0]))
    return Table(
        name,
        tuple(Column(heading, one.type, one.help) for heading, one in ordered),
        tuple(tuple([row.cells.get(heading) for heading, _ in ordered]) for row in rows),
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
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return ANSWERS[value]
    if isinstance(value, Decimal):
        is_kept = len(value.as_tuple().digits) <= DIGITS and not (
            value.is_zero() and value.is_signed()
        )
        return value if is_kept else f"{value:f}".replace(".", ",")
    return value if isinstance(value, int) else str(value)
