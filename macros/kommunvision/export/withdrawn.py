"""What stands where data of a page was that has been withdrawn: that it is gone, and why."""

from __future__ import annotations

from collections.abc import Iterator

from kommunvision.address import Place, as_data, is_own_page, place, terms
from kommunvision.artifact import Artifact
from kommunvision.chain import GoalSystem
from kommunvision.export.json_text import json_text
from kommunvision.export.records import Writer
from kommunvision.export.setting import Setting
from kommunvision.export.tables import measured
from kommunvision.export.tables.csv_text import STANDARD, csv_bytes
from kommunvision.export.tables.csvw import beside, metadata_of_values
from kommunvision.export.tables.telling import Telling
from kommunvision.swedish.open_data import TERMS_KEY, VERSION, VERSION_KEY, WITHDRAWN_KEY

_SHOWN = (Place.VISIONS, Place.GOALS, Place.INDICATORS, Place.FOLLOW_UP)


def withdrawn_files(setting: Setting, system: GoalSystem) -> Iterator[Artifact]:
    """Yield the files; those with values keep their columns and have no rows."""
    kommun = system.kommun
    for one in kommun.withdrawn:
        if not is_own_page(kommun, one.address):
            continue
        if any(one.address.startswith(place(kommun, where)) for where in _SHOWN):
            told = {
                VERSION_KEY: VERSION,
                TERMS_KEY: setting.url(terms(kommun)),
                WITHDRAWN_KEY: Writer(setting, kommun).record("withdrawn", one),
            }
            yield Artifact(as_data(one.address, "json"), json_text(told))
        if one.address.startswith(place(kommun, Place.INDICATORS)):
            path, table = as_data(one.address, "csv"), measured.values(Telling(setting, system), [])
            file = path.rpartition("/")[2]
            yield Artifact(path, csv_bytes(table, STANDARD))
            metadata = metadata_of_values(setting, kommun, table, one.title, file)
            yield Artifact(beside(path), json_text(metadata))
