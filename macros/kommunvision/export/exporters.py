"""The explicit list of exporters, each a module that makes files of one kind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from kommunvision.address import once
from kommunvision.artifact import Artifact, Contribution
from kommunvision.chain import GoalSystem
from kommunvision.export import (
    dcat,
    feed,
    goal_system,
    kommuner,
    openapi,
    page_data,
    schema,
    stratml,
    tables,
)
from kommunvision.export.data_file import DataFile
from kommunvision.export.setting import Setting
from kommunvision.export.tables.telling import Telling
from kommunvision.export.withdrawn import withdrawn_files
from kommunvision.model import Kommun

_OF_A_KOMMUN = (
    goal_system.files,
    page_data.files,
    tables.files,
    stratml.files,
    feed.files,
)

part_of_catalogue = dcat.part_of
shared_lines = tables.shared_lines


def files_of(setting: Setting, system: GoalSystem) -> Iterator[DataFile]:
    """Yield every file of open data of a kommun, in the order in which a page lists them."""
    telling = Telling(setting, system)
    found = [file for files in _OF_A_KOMMUN for file in files(telling)]
    yield from found
    yield from dcat.files(setting, system, found)


def announced(setting: Setting) -> Iterator[DataFile]:
    """Yield the files that span kommuner as they are led to, without what stands in them.

    So the page of a kommun needs nothing of what has been made for the others.
    """
    yield kommuner.ANNOUNCED
    yield from tables.shared_files(setting, announced=True)
    yield from schema.files(setting)
    yield from dcat.announced(setting)
    yield openapi.ANNOUNCED


def shared_files(
    setting: Setting,
    of_each: Iterable[tuple[Kommun, Iterable[DataFile]]],
    told: Mapping[str, Contribution] | None = None,
) -> Iterator[DataFile]:
    """Yield the files that span kommuner, the last of them a description of all files.

    Args:
        setting: The site.
        of_each: Every kommun with its own files.
        told: What each kommun adds to them, by its slug, if that has been made.
    """
    lines = None if told is None else {slug: one.lines for slug, one in told.items()}
    parts = None if told is None else {slug: one.catalogue for slug, one in told.items()}
    known = [(kommun, tuple(files)) for kommun, files in of_each]
    shared = [
        *kommuner.files(setting),
        *tables.shared_files(setting, lines),
        *schema.files(setting),
    ]
    shared += dcat.shared_files(setting, known, tuple(shared), parts)
    yield from shared
    own = [file for _, files in known for file in files]
    yield from openapi.files(setting, (*own, *shared))


def earlier_files(
    setting: Setting, system: GoalSystem, files: Iterable[DataFile]
) -> Iterator[Artifact]:
    """Yield what stands where data has been: of withdrawn pages, and in a folder's former names."""
    gone = tuple(withdrawn_files(setting, system))
    yield from gone
    for file in (*files, *gone):
        yield from (Artifact(old, file.content) for old in once(system.kommun, file.path))
