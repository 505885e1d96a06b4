"""What VS Code needs to know: which schema belongs to which file, and which extension reads it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kommunvision.artifact import Artifact
from kommunvision.export.json_text import json_text
from kommunvision.load import DATA, LOCKS
from kommunvision.swedish.data_files import FOLLOW_UP
from kommunvision.swedish.editors import ANY_FILE, FILES, MACHINE_FILES, path
from kommunvision.swedish.keys import LEDGER_KEY, LOCKS_KEY
from kommunvision.swedish.statistics import FOLDER as STATISTICS

SETTINGS = ".vscode/settings.json"
EXTENSIONS = ".vscode/extensions.json"

_EXTENSION = "redhat.vscode-yaml"

# Files of these kinds lie in a folder of their own, or have more names than that of their schema.
_NAMES = {"uppfoljning": (f"{FOLLOW_UP}/*",), "mal": ("mal", "namndmal")}
_NAMES["matvarden"] = ("matvarden", f"{STATISTICS}/*")


def settings() -> Iterator[Artifact]:
    """Yield the files of VS Code, by their paths within the site's repository."""
    yield Artifact(SETTINGS, json_text(_settings()))
    yield Artifact(EXTENSIONS, json_text({"recommendations": [_EXTENSION]}))


def _settings() -> dict[str, Any]:
    return {
        "yaml.schemas": {f"./{path(name)}": list(files) for name, files in _matches().items()},
        # Nothing is fetched while somebody writes.
        "yaml.schemaStore.enable": False,
        "yaml.hoverSchemaSource": False,
        # Comments and layout are the writer's.
        "yaml.format.enable": False,
        "[yaml]": {
            "editor.tabSize": 2,
            "editor.insertSpaces": True,
            "editor.quickSuggestions": {"other": True, "comments": False, "strings": True},
        },
        "files.encoding": "utf8",
        "files.eol": "\n",
    }


def _matches() -> dict[str, tuple[str, ...]]:
    """Return the files of each schema, so that no file has two."""
    found = {name: _files(*_NAMES.get(name, (name,))) for name in FILES}
    found[MACHINE_FILES[LOCKS_KEY][0]] = _files(LOCKS.removesuffix(".yml"))
    found[MACHINE_FILES[LEDGER_KEY][0]] = (f"{DATA}/{MACHINE_FILES[LEDGER_KEY][0]}.yml",)
    taken = tuple(f"!{file}" for files in found.values() for file in files)
    return {**found, ANY_FILE[0]: (f"{DATA}/**/*.yml", *taken)}


def _files(*names: str) -> tuple[str, ...]:
    """Return where files of some names lie: in the folder of a kommun, or right in ``data``."""
    return tuple(f"{place}/{name}.yml" for name in names for place in (DATA, f"{DATA}/*"))
