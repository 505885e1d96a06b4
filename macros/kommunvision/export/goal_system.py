"""The whole goal system of a kommun as JSON: all that its data says, in the data's own words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kommunvision.address import Place, data_file, place, terms
from kommunvision.export import schema
from kommunvision.export.data_file import DataFile, Form, Values
from kommunvision.export.json_text import json_text
from kommunvision.export.records import Writer
from kommunvision.export.setting import Setting
from kommunvision.export.tables.telling import Telling
from kommunvision.load import locks_tree
from kommunvision.load.tree import Mapping, Node, Sequence
from kommunvision.model import Kommun
from kommunvision.swedish.keys import LOCKS_KEY, SECTIONS
from kommunvision.swedish.open_data import (
    PAGE_KEY,
    SCHEMA_KEY,
    SLUG_KEY,
    TERMS_KEY,
    VERSION,
    VERSION_KEY,
)

NAME = "malsystem.json"


def files(telling: Telling) -> Iterator[DataFile]:
    """Yield the file of a kommun."""
    yield DataFile(
        path(telling.system.kommun),
        json_text(document(telling.setting, telling.system.kommun, telling.writer)),
        form=Form.JSON,
        offer="goal_system",
        values=Values.SOME,
        explained_by=schema.PATH,
    )


def path(kommun: Kommun) -> str:
    """Return the address of a kommun's file."""
    return data_file(kommun, NAME)


def document(setting: Setting, kommun: Kommun, writer: Writer | None = None) -> dict[str, Any]:
    """Return everything that is known of a kommun.

    Args:
        setting: The site.
        kommun: The kommun.
        writer: Writes its objects, if it has others to write them for.
    """
    writer = writer or Writer(setting, kommun)
    told: dict[str, Any] = {
        SCHEMA_KEY: setting.url(schema.PATH),
        VERSION_KEY: VERSION,
        TERMS_KEY: setting.url(terms(kommun)),
        SLUG_KEY: kommun.slug,
    }
    for section in SECTIONS:
        if section.many:
            objects = getattr(kommun, section.attribute)
            told[section.key] = [writer.record(section.record, one) for one in objects]
        else:
            page = {PAGE_KEY: setting.url(place(kommun, Place.START))}
            told[section.key] = page | writer.record(section.record, kommun)
    told[LOCKS_KEY] = _plain(locks_tree(kommun.locks))
    return told


def _plain(node: Node) -> object:
    if isinstance(node, Mapping):
        return {key.text: _plain(value) for key, value in node.entries}
    if isinstance(node, Sequence):
        return [_plain(item) for item in node.items]
    return node.text
