"""A description of every file of open data for programs, as OpenAPI 3.1 has it.

It is made from the files themselves: each address becomes a path, alike in every kommun, so that
a new exporter describes itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any, Final

from kommunvision.address import data_file
from kommunvision.export import goal_system, kommuner
from kommunvision.export.data_file import DataFile, Form
from kommunvision.export.json_text import json_text
from kommunvision.export.openapi import pages
from kommunvision.export.schema import FILE as SCHEMA
from kommunvision.export.schema import TYPES
from kommunvision.export.setting import Setting
from kommunvision.model import Kommun
from kommunvision.swedish.keys import Kind
from kommunvision.swedish.labels import label
from kommunvision.swedish.open_data import VERSION
from kommunvision.text.ascii import ascii_id

PATH: Final = data_file(None, "openapi.json")

ANNOUNCED: Final = DataFile(PATH, "", form=Form.OPENAPI, offer="openapi")
"""The file without its content."""

_KOMMUN: Final = "{kommun}"
_ID: Final = "{id}"

# What is told of a file that no page offers by name, by its format.
_TOLD: Final = {Form.CSVW: "api_csvw", Form.JSON: "api_page", Form.CSV: "api_values"}


def files(setting: Setting, described: Iterable[DataFile]) -> Iterator[DataFile]:
    """Yield the description of every file."""
    told = json_text(document(setting, (*described, ANNOUNCED)))
    yield replace(ANNOUNCED, content=told)


def document(setting: Setting, described: Iterable[DataFile]) -> dict[str, Any]:
    """Return the description of files."""
    slugs = [kommun.slug for kommun in setting.site.kommuner if kommun.slug]
    known, paths = frozenset(slugs), dict[str, dict[str, Any]]()
    for file in described:
        path = template(file.path, known)
        if path not in paths:
            paths[path] = {"get": _operation(path, file)}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": label("api_title"),
            "version": str(VERSION),
            "summary": label("api_summary"),
            "description": label("api_description"),
            "license": {"name": label("api_licence"), "identifier": "CC0-1.0"},
        },
        # Where the site's address is unknown, it is known from here.
        "servers": [{"url": setting.site_url.removesuffix("/") or "../.."}],
        "paths": dict(sorted(paths.items())),
        "components": {
            "parameters": {
                **({"kommun": _parameter("kommun", {"enum": slugs})} if slugs else {}),
                "id": _parameter("id", TYPES[Kind.ID]),
            },
            "schemas": {**pages.schemas(), "kommuner": kommuner.schema()},
        },
    }


def told_of(kommun: Kommun, files: Iterable[DataFile]) -> Iterator[DataFile]:
    """Yield those of a kommun's files that the description needs, and those listed by name.

    Of files that are alike in all but what they are about it needs the first.
    """
    known, seen = frozenset([kommun.slug]), set()
    for file in files:
        path = template(file.path, known)
        if file.offer or path not in seen:
            yield file
        seen.add(path)


def template(path: str, slugs: frozenset[str]) -> str:
    """Return the path that an address is one of: ``/{kommun}/mal/{id}.json``."""
    kommun, _, rest = path.partition("/")
    inside = rest if kommun in slugs else path
    if not inside.startswith(data_file(None, "")):
        inside = re.sub(r"(?<=/)[a-z0-9-]+(?=\.[^/]+$)", _ID, inside)
    return f"/{_KOMMUN}/{inside}" if kommun in slugs else f"/{inside}"


def _operation(path: str, file: DataFile) -> dict[str, Any]:
    names = re.findall(r"{(\w+)}", path)
    if file.offer:
        told = label(f"offer_{file.offer}"), label(f"offer_{file.offer}_text")
    else:
        key = _TOLD.get(file.form, "api_other")
        told = label(key), label(f"{key}_text")
    return {
        "operationId": ascii_id(path),
        "summary": told[0],
        "description": told[1],
        **(
            {"parameters": [{"$ref": f"#/components/parameters/{name}"} for name in names]}
            if names
            else {}
        ),
        "responses": {
            "200": {
                "description": label("api_found"),
                "content": {file.form.media_type: _content(path, file)},
            },
            **({"404": {"description": label("api_not_found")}} if names else {}),
        },
    }


def _content(path: str, file: DataFile) -> dict[str, Any]:
    """Return what is in a file: text, JSON of some shape, or bytes that are not told of."""
    if file.form is Form.JSON:
        return {"schema": _shape(path)}
    if file.form is Form.XLSX:
        return {}
    return {"schema": {"type": "object" if file.form.media_type.endswith("json") else "string"}}


def _shape(path: str) -> dict[str, Any]:
    if path.endswith(goal_system.NAME):
        return {"$ref": SCHEMA}
    if path == f"/{kommuner.PATH}":
        return {"$ref": "#/components/schemas/kommuner"}
    return {"$ref": f"#/components/schemas/{pages.name_at(path)}"}


def _parameter(name: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {
        "name": name,
        "in": "path",
        "required": True,
        "description": label(f"api_{name}"),
        "schema": {"type": "string", **schema},
    }
