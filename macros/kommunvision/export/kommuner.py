"""The list of the site's kommuner, with where the files of each begin."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kommunvision.address import Place, data_file, place
from kommunvision.export import goal_system
from kommunvision.export.data_file import DataFile, Form
from kommunvision.export.json_text import json_text
from kommunvision.export.setting import Setting
from kommunvision.model import Kommun
from kommunvision.swedish.open_data import LISTED, PAGE_KEY, SLUG_KEY, VERSION, VERSION_KEY

PATH = data_file(None, "kommuner.json")


def files(setting: Setting) -> Iterator[DataFile]:
    """Yield the file."""
    listed = [_kommun(setting, system.kommun) for system in setting.site.systems]
    text = json_text({VERSION_KEY: VERSION, LISTED["kommuner"]: listed})
    yield DataFile(PATH, text, form=Form.JSON, offer="kommuner")


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
