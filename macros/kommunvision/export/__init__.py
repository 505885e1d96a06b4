"""Open data: the explicit list of exporters, each a module that makes files of one kind.

A file with an ``offer`` is listed on the page about open data, by the labels ``offer_…`` and
``offer_…_text``; one with a ``page`` is what that page leads to in its head and at its end.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kommunvision.chain import GoalSystem
from kommunvision.export import feed, goal_system, kommuner, openapi, page_data, schema, tables
from kommunvision.export.data_file import DataFile, Form
from kommunvision.export.linked_data import linked_data
from kommunvision.export.setting import Setting

__all__ = ["DataFile", "Form", "Setting", "feed", "files_of", "linked_data", "shared_files"]

_OF_A_KOMMUN = (
    goal_system.files,
    page_data.files,
    tables.files,
    feed.files,
)

_OF_THE_SITE = (
    kommuner.files,
    schema.files,
)


def files_of(setting: Setting, system: GoalSystem) -> Iterator[DataFile]:
    """Yield every file of open data of a kommun, in the order in which a page lists them."""
    for files in _OF_A_KOMMUN:
        yield from files(setting, system)


def shared_files(setting: Setting, own: Iterable[DataFile]) -> Iterator[DataFile]:
    """Yield the files that span kommuner, the last of them a description of all files.

    Args:
        setting: The site.
        own: The kommuner's own files.
    """
    shared = [file for files in _OF_THE_SITE for file in files(setting)]
    yield from shared
    yield from openapi.files(setting, (*own, *shared))
