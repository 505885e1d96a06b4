"""What programs may rely on in version 1 beside the keys of the data files: a line for each promise.

The keys of the data files have their own list, ``data-v1.txt``.
"""

import json
import os
from collections.abc import Iterable, Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from kommunvision.chain import GoalSystem, Site
from kommunvision.export import Setting, kommuner, schema
from kommunvision.export.json_text import json_text
from kommunvision.export.openapi import pages
from kommunvision.export.tables import sheets, tables, whole
from kommunvision.export.tables.table import Table
from kommunvision.export.tables.telling import Telling
from kommunvision.swedish.workbook import DATA_SHEETS, LOCK_HEADINGS, OWN_HEADINGS, SHEETS
from tests.helpers import kommun_from

FOLDER = Path(__file__).parent
UPDATE = "UPDATE_SNAPSHOTS" in os.environ

KOMMUN = GoalSystem(kommun_from("indikatorer: [{id: i, namn: N}]"))
SETTING = Setting(Site([KOMMUN]), "https://prov.example/")


def shapes() -> dict[str, Any]:
    """The shape of each kind of JSON file by its name."""
    whole_system = {**schema.document(SETTING), "$defs": {}}
    found = {"malsystem": whole_system, "kommuner": kommuner.schema(), **pages.schemas()}
    return json.loads(json_text(found))


def keys_in(path: str, shape: Any) -> Iterator[str]:
    """Yield each key of a shape with what may stand under it, and whether it always stands."""
    if "$ref" in shape:
        yield f"{path}: {shape['$ref'].rpartition('/')[2]}"
    elif shape.get("type") == "array":
        yield from keys_in(f"{path}[]", shape.get("items", {}))
    elif shape.get("type") == "object":
        yield f"{path}: object"
        for key, one in shape.get("properties", {}).items():
            yield from keys_in(f"{path}.{key}", one)
        yield from (f"{path}.{key}: always" for key in shape.get("required", ()))
    else:
        kind = shape.get("type", "version" if "const" in shape else "anything")
        yield f"{path}: {kind}"


def keys() -> set[str]:
    return {line for name, shape in shapes().items() for line in keys_in(name, shape)}


def columns() -> set[str]:
    """Each column of each CSV file and sheet with what may stand in it, and if something does.

    The sheets that are read back have the keys of the data files, which have their own list; of
    them their names and their own headings are promised.
    """
    telling = Telling(SETTING, KOMMUN)
    made = tables(telling)
    shown = [one for one in sheets(telling, made) if one.id not in DATA_SHEETS]
    every: Iterable[tuple[str, Table]] = [
        *made.items(),
        *((table.id, table) for table in shown),
        ("varden, alla kommuner", whole.table(SETTING)),
    ]
    found = {f"bladet {words.sheet}" for words in SHEETS.values() if words.sheet}
    found |= {f"Data.{heading}" for heading in (*OWN_HEADINGS, *LOCK_HEADINGS.values())}
    for name, table in every:
        found |= {f"{name}.{one.heading}: {one.type}" for one in table.columns}
        found |= {f"{name}.{one.heading}: always" for one in table.columns if one.required}
    return found


PROMISES = {"pages-v1.txt": keys, "tables-v1.txt": columns}


@pytest.mark.parametrize("name", PROMISES)
def test_nothing_that_version_1_has_promised_is_gone(name):
    """A line that is gone needs a new version; new keys and columns are free to come.

    Before a release UPDATE_SNAPSHOTS=1 adds the promise of what is new in it.
    """
    path, now = FOLDER / name, PROMISES[name]()
    before = set(path.read_text("utf-8").splitlines()) if path.is_file() else set()
    if UPDATE:
        path.write_text("\n".join(sorted(before | now)) + "\n", encoding="utf-8")
    assert before - now == set()
    assert before


def test_a_key_that_is_gone_or_changed_breaks_a_promise():
    shape = shapes()["mal"]
    promised = {*keys_in("mal", shape)}
    assert "mal.vägar_upp[][]: lank" in promised
    assert "mal.kommun.kortnamn: string" in promised
    gone, optional, other = (deepcopy(shape) for _ in range(3))
    del gone["properties"]["vägar_upp"]
    optional["required"].remove("vägar_upp")
    other["properties"]["vägar_upp"] = {"type": "string"}
    for changed in (gone, optional, other):
        assert promised - {*keys_in("mal", changed)}
