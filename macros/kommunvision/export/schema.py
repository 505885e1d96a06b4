"""The JSON Schema of the goal system, made from the key tables that the data is read by."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kommunvision.address import data_file
from kommunvision.export.data_file import DataFile, Form
from kommunvision.export.json_text import json_text
from kommunvision.export.setting import Setting
from kommunvision.swedish.keys import (
    CHOICES,
    FACTS,
    LOCK_KEYS,
    LOCKS_KEY,
    NOT_STATED,
    RECORDS,
    SECTIONS,
    Field,
    Kind,
    Record,
)
from kommunvision.swedish.open_data import (
    ADDED_HELP,
    PAGE_KEY,
    SCHEMA_HELP,
    SCHEMA_KEY,
    SCHEMA_TITLE,
    SLUG_KEY,
    TERMS_KEY,
    VERSION,
    VERSION_KEY,
)
from kommunvision.text.ascii import ascii_id

FILE = "malsystem.schema.json"

PATH = data_file(None, FILE)

_DIALECT = "https://json-schema.org/draft/2020-12/schema"

_TEXT = {"type": "string", "minLength": 1}

TYPES: dict[Kind, dict[str, Any]] = {
    Kind.ID: {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"},
    Kind.LINE: {"type": "string", "pattern": "^[^\\n]+$"},
    Kind.PROSE: {**_TEXT, "contentMediaType": "text/markdown"},
    Kind.FLAG: {"type": "boolean"},
    Kind.WHOLE: {"type": "integer"},
    Kind.URL: {"type": "string", "format": "uri", "pattern": "^https?://"},
    Kind.EMAIL: {"type": "string", "format": "email"},
    Kind.COLOUR: {"type": "string", "pattern": "^#[0-9a-fA-F]{6}$"},
    Kind.NUMBER: {"type": "number"},
    Kind.VALUE: {"type": ["number", "boolean", "string"]},
    Kind.PERIOD: {"type": "string", "pattern": "[0-9]{4}"},
    Kind.CODE: {"type": "string", "pattern": "^[0-9]+(-[0-9]+)?$"},
    Kind.DATE: _TEXT,
    Kind.DATE_OR_WORDS: _TEXT,
}

_FACTS = tuple(field for facts in FACTS.values() for field in facts.values())

_PAGE = {"type": "string", "format": "uri-reference", "description": ADDED_HELP[PAGE_KEY]}


def files(setting: Setting) -> Iterator[DataFile]:
    """Yield the file, which all kommuner share."""
    yield DataFile(PATH, json_text(document(setting)), form=Form.SCHEMA, offer="schema")


def document(setting: Setting) -> dict[str, Any]:
    """Return the schema of a kommun's goal system."""
    sections = {
        section.key: {
            "type": "array",
            "items": _reference(section.record),
            "description": RECORDS[section.record].help,
        }
        if section.many
        else _reference(section.record)
        for section in SECTIONS
    }
    added: dict[str, dict[str, Any]] = {
        SCHEMA_KEY: {"type": "string", "format": "uri-reference"},
        VERSION_KEY: {"const": VERSION},
        TERMS_KEY: {"type": "string", "format": "uri-reference"},
        SLUG_KEY: {"type": "string"},
    }
    first = {key: {**told, "description": ADDED_HELP[key]} for key, told in added.items()}
    # Locks are written by the engine and have no key table.
    lock = {"type": "object", "required": list(LOCK_KEYS.values())}
    locks = {"type": "array", "items": lock, "description": ADDED_HELP[LOCKS_KEY]}
    properties = {**first, **sections, LOCKS_KEY: locks}
    return {
        "$schema": _DIALECT,
        "$id": setting.url(PATH),
        "title": SCHEMA_TITLE,
        "description": SCHEMA_HELP,
        **json_object(properties, required=list(properties)),
        "$defs": {definition(name): _record(name, record) for name, record in RECORDS.items()},
    }


def definition(name: str) -> str:
    """Return the name of a record's part of the schema: ``uppfoljningstillfalle``."""
    return ascii_id(RECORDS[name].noun)


def _record(name: str, record: Record) -> dict[str, Any]:
    """Return what an object may have; those with an address of their own have it besides."""
    properties = {field.key: _field(field) for field in record.fields}
    if name == "kommun" or any(field.attribute == "former_ids" for field in record.fields):
        properties = {PAGE_KEY: _PAGE, **properties}
    required = [field.key for field in record.fields if field.required]
    return {"title": record.name, "description": record.help, **json_object(properties, required)}


def _field(field: Field) -> dict[str, Any]:
    """Return what may stand under a key: what it is read as, or the words that there is none."""
    # What another key said before is written as that key is.
    read_as = _FACTS if field.kind is Kind.FORMER else (field,)
    found: list[dict[str, Any]] = []
    for one in map(_value, read_as):
        if one not in found:
            found.append(one)
    words = [NOT_STATED] if field.unstated else []
    if field.word:
        words.append(field.word[0])
    if words:
        found.append({"enum": words})
    several = {"anyOf": found} if len(found) > 1 else found[0]
    return {**several, "description": field.help}


def _value(field: Field) -> dict[str, Any]:
    one = _one(field)
    return {"type": "array", "items": one, "minItems": 1} if field.many else one


def _one(field: Field) -> dict[str, Any]:
    if field.kind is Kind.RECORD:
        return _reference(field.of)
    if field.kind in {Kind.REFERENCE, Kind.VALIDITY}:
        return _reference(field.kind.name.lower())
    if field.kind is Kind.CHOICE:
        return {"enum": list(CHOICES[field.of])}
    return TYPES[field.kind]


def _reference(name: str) -> dict[str, Any]:
    return {"$ref": f"#/$defs/{definition(name)}"}


def json_object(properties: dict[str, Any], required: list[str]) -> dict[str, Any]:
    """Return the shape of an object with some keys and no others."""
    return {
        "type": "object",
        "properties": properties,
        **({"required": required} if required else {}),
        "additionalProperties": False,
    }
