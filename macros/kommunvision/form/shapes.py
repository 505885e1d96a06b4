"""How the data files are written, for the part of the editor that reads and writes them."""

from __future__ import annotations

from typing import Any

from kommunvision.form.fields import shown
from kommunvision.swedish.keys import RECORDS, Field, Kind, Record, Section

# A text of these kinds is never taken for something else, so it needs no quotation marks.
_BARE = {
    Kind.FLAG,
    Kind.WHOLE,
    Kind.NUMBER,
    Kind.VALUE,
    Kind.PERIOD,
    Kind.DATE,
    Kind.DATE_OR_WORDS,
    Kind.VALIDITY,
}


def records() -> dict[str, Any]:
    """Return every kind of object by its name: its keys in order, and what may be written short."""
    return {name: _record(record) for name, record in RECORDS.items()}


def whole_file(sections: list[Section]) -> dict[str, Any]:
    """Return a file as one more kind of object, whose keys are its sections."""
    return {
        "plain": "",
        "fields": {
            one.key: {"record": one.record, "many": one.many, "open": True} for one in sections
        },
    }


def _record(record: Record) -> dict[str, Any]:
    return {
        "plain": record.plain_key,
        "named": [one.key for one in record.fields if one.attribute in {"title", "name"}],
        "fields": {field.key: _field(field) for field in shown(record)},
    }


def _field(field: Field) -> dict[str, Any]:
    told: dict[str, Any] = {}
    if field.record:
        told["record"] = field.record
    if field.kind is Kind.REFERENCE:
        told["kinds"] = field.of.split()
    if field.many:
        told["many"] = True
        # One alone is written without brackets where the table's own example is.
        if not field.example.startswith("["):
            told["single"] = True
    if field.kind in _BARE:
        told["bare"] = True
    return told
