"""The schemas for editors: one for each kind of data file, and one that any data file may have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from kommunvision.artifact import Artifact
from kommunvision.export.editors.objects import Parts, only_keys
from kommunvision.export.json_text import json_text
from kommunvision.load.folder import FORMAT
from kommunvision.swedish.editors import (
    ANY_FILE,
    FILES,
    FORMAT_ASKED,
    FORMAT_HELP,
    MACHINE_FILES,
    escaped,
    list_asked,
    path,
    unknown_on_top,
)
from kommunvision.swedish.keys import (
    FORMAT_KEY,
    LEDGER_KEY,
    LOCK_KEYS,
    LOCKS_KEY,
    RECORDS,
    SECTIONS,
    Section,
)

_DIALECT = "https://json-schema.org/draft/2020-12/schema"

_SECTIONS = {section.key: section for section in SECTIONS}


def schemas() -> Iterator[Artifact]:
    """Yield every schema, by its path within the site's repository."""
    for name, (title, text, keys) in FILES.items():
        yield _file(name, _document(title, text, keys))
    title, text = ANY_FILE[1:]
    yield _file(ANY_FILE[0], _document(title, text, tuple(_SECTIONS)))
    yield from map(_machine, (LEDGER_KEY, LOCKS_KEY))


def _file(name: str, document: dict[str, Any]) -> Artifact:
    return Artifact(path(name), json_text(document))


def _document(title: str, text: str, keys: Iterable[str]) -> dict[str, Any]:
    """Return the schema of a file; what else may stand in it is neither offered nor looked at."""
    own = [_SECTIONS[key] for key in keys]
    others = [key for key in _SECTIONS if key not in set(keys)]
    parts = Parts()
    properties = {FORMAT_KEY: _format()} | {one.key: _section(one, parts) for one in own}
    return {
        "$schema": _DIALECT,
        "title": title,
        "description": text,
        "type": ["object", "null"],
        "properties": properties,
        **only_keys([*properties, *others], unknown_on_top([FORMAT_KEY, *_SECTIONS])),
        "$defs": parts.ordered,
    }


def _format() -> dict[str, Any]:
    return {
        "title": FORMAT_KEY,
        "description": FORMAT_HELP,
        "enum": [int(FORMAT), FORMAT],
        "errorMessage": FORMAT_ASKED,
    }


def _section(section: Section, parts: Parts) -> dict[str, Any]:
    help_text = RECORDS[section.record].help
    told = {
        "title": section.key,
        "description": help_text,
        "markdownDescription": escaped(help_text),
    }
    if not section.many:
        return {**parts.object(section.record), **told}
    return {
        **told,
        "type": ["array", "null"],
        "items": parts.described(section.record),
        "errorMessage": list_asked(section.key),
    }


def _machine(key: str) -> Artifact:
    """Return the schema of a file that the engine writes: what it is, and that it has its key."""
    name, title, text = MACHINE_FILES[key]
    item: dict[str, Any] = {"type": "string"}
    if key == LOCKS_KEY:
        item = {"type": "object", "required": list(LOCK_KEYS.values())}
    told = {"title": key, "description": text, "type": ["array", "null"], "items": item}
    document = {
        "$schema": _DIALECT,
        "title": title,
        "description": text,
        "type": ["object", "null"],
        "properties": {key: told},
        "required": [key],
    }
    return _file(name, document)
