"""Open data: the explicit list of exporters, each a module that makes files of one kind.

A file with an ``offer`` is listed on the page about open data, by the labels ``offer_…`` and
``offer_…_text``; one with a ``page`` is what that page leads to in its head and at its end.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

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
from kommunvision.export.data_file import DataFile, Form
from kommunvision.export.data_folder import data_folder
from kommunvision.export.dcat import Lacking, lacking, shared_lacking
from kommunvision.export.linked_data import linked_data
from kommunvision.export.rights import other_publishers
from kommunvision.export.setting import Beside, Setting, SitePublisher
from kommunvision.export.withdrawn import withdrawn_files

__all__ = [
    "Beside",
    "DataFile",
    "Form",
    "Lacking",
    "Setting",
    "SitePublisher",
    "data_folder",
    "feed",
    "files_of",
    "lacking",
    "linked_data",
    "other_publishers",
    "shared_files",
    "shared_lacking",
    "withdrawn_files",
]

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
