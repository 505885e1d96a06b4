"""The explicit list of exporters, each a module that makes files of one kind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kommunvision.address import once
from kommunvision.artifact import Artifact
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
from kommunvision.export.withdrawn import withdrawn_files

_OF_A_KOMMUN = (
    goal_system.files,
    page_data.files,
    tables.files,
    stratml.files,
    feed.files,
)

_OF_THE_SITE = (
    kommuner.files,
    tables.shared_files,
    schema.files,
)


def files_of(setting: Setting, system: GoalSystem) -> Iterator[DataFile]:
    """Yield every file of open data of a kommun, in the order in which a page lists them."""
    found = [file for files in _OF_A_KOMMUN for file in files(setting, system)]
    yield from found
    yield from dcat.files(setting, system, found)


def announced(setting: Setting) -> Iterator[DataFile]:
    """Yield the files that span kommuner as they are led to, without what stands in them.

    So the page of a kommun needs nothing of what has been made for the others.
    """
    yield from kommuner.files(setting, announced=True)
    yield from tables.shared_files(setting, announced=True)
    yield from schema.files(setting)
    yield from dcat.announced(setting)
    yield openapi.ANNOUNCED


def shared_files(
    setting: Setting, of_each: Iterable[tuple[GoalSystem, Iterable[DataFile]]]
) -> Iterator[DataFile]:
    """Yield the files that span kommuner, the last of them a description of all files.

    Args:
        setting: The site.
        of_each: Every kommun with its own files.
    """
    known = [(system, tuple(files)) for system, files in of_each]
    shared = [file for files in _OF_THE_SITE for file in files(setting)]
    shared += dcat.shared_files(setting, known, tuple(shared))
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
