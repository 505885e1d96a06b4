"""The list of the site's kommuner, with where the files of each begin."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from kommunvision.address import Place, data_file, place
from kommunvision.export import goal_system
from kommunvision.export.data_file import DataFile, Form
from kommunvision.export.json_text import json_text
from kommunvision.export.schema import json_object
from kommunvision.export.setting import Setting
from kommunvision.model import Kommun
from kommunvision.swedish.open_data import (
    ADDED_HELP,
    LISTED,
    LISTED_HELP,
    PAGE_KEY,
    SLUG_KEY,
    VERSION,
    VERSION_KEY,
)

PATH = data_file(None, "kommuner.json")


ANNOUNCED = DataFile(PATH, "", form=Form.JSON, offer="kommuner")
"""The file without its content."""


def files(setting: Setting) -> Iterator[DataFile]:
    """Yield the file."""
    listed = [_kommun(setting, kommun) for kommun in setting.site.kommuner]
    told = {VERSION_KEY: VERSION, LISTED["kommuner"]: listed}
    yield replace(ANNOUNCED, content=json_text(told))


def schema() -> dict[str, Any]:
    """Return the shape of the file."""
    address = {"type": "string", "format": "uri-reference"}
    kommun = {
        SLUG_KEY: {"type": "string", "description": ADDED_HELP[SLUG_KEY]},
        LISTED["name"]: {"type": "string"},
        LISTED["formal_name"]: {"type": "string"},
        LISTED["code"]: {"type": "string", "description": LISTED_HELP["code"]},
        LISTED["fictional"]: {"type": "boolean", "description": LISTED_HELP["fictional"]},
        PAGE_KEY: {**address, "description": ADDED_HELP[PAGE_KEY]},
        LISTED["goal_system"]: {**address, "description": LISTED_HELP["goal_system"]},
    }
    listed = json_object(kommun, required=[key for key in kommun if key != LISTED["code"]])
    told = {
        VERSION_KEY: {"const": VERSION, "description": ADDED_HELP[VERSION_KEY]},
        LISTED["kommuner"]: {"type": "array", "items": listed},
    }
    return json_object(told, required=[*told])


def _kommun(setting: Setting, kommun: Kommun) -> dict[str, Any]:
    return {
        SLUG_KEY: kommun.slug,
        LISTED["name"]: kommun.name,
        LISTED["formal_name"]: kommun.formal_name,
        **({LISTED["code"]: kommun.code} if kommun.code else {}),
        LISTED["fictional"]: kommun.fictional,
        PAGE_KEY: setting.url(place(kommun, Place.START)),
        LISTED["goal_system"]: setting.url(goal_system.path(kommun)),
    }
