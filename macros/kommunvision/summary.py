"""What a kommun whose files are finished tells those pages and files that span kommuner.

It holds plain values alone, so it can be kept, and sent from one process or machine to another.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any

from kommunvision.export.data_file import DataFile, Form, Values
from kommunvision.search import Entry


@dataclass(frozen=True, slots=True)
class Link:
    """A link that an editor has made to a place on a page that another run makes."""

    page: str
    """The file with the page, as MkDocs names it."""
    target: str
    """The file that it leads to, as MkDocs names it."""
    file: str
    """The same on the site."""
    anchor: str
    """The place."""
    written: str
    """The link as it stands on the page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """A finished kommun, as others see it."""

    slug: str
    folders: tuple[str, ...]
    """Those that its files lie in: that by its slug, and those that it has had before."""
    pages: int
    """How many there are."""
    files: tuple[DataFile, ...]
    """Its open data, without content."""
    entries: tuple[Entry, ...]
    """What a search finds of it."""
    listed: tuple[tuple[str, str | None], ...]
    """Whole addresses for the list for search engines, each with the day of its last change."""
    newest: str
    """The latest day of all its pages."""
    redirects: tuple[tuple[str, str], ...]
    """Old addresses with those that they lead to."""
    fingerprinted: tuple[str, ...]
    """Files that are named by their content."""
    hashes: tuple[tuple[str, str], ...] | None
    """Scripts and styles that stand in the frame of every page; none where there is no page."""
    anchors: Mapping[str, str]
    """The places on each page, by the page's file, parted by spaces."""
    links: tuple[Link, ...]
    """What leads to places outside it, to be seen to when everything is known."""

    def text(self) -> str:
        """Return the summary as JSON."""
        told = {
            **{field.name: getattr(self, field.name) for field in fields(self)},
            "files": [_file_told(file) for file in self.files],
            "entries": [asdict(entry) for entry in self.entries],
            "links": [asdict(link) for link in self.links],
        }
        return json.dumps(told, ensure_ascii=False, separators=(",", ":"))


@dataclass(frozen=True, slots=True)
class Share:
    """Which files of a site one run makes; usually all."""

    folders: frozenset[str] = frozenset()
    """Those of the kommuner whose files are made, by the names that they have had before too."""
    spanning: bool = True
    """Whether everything else is made too: what spans kommuner, and what all of them use."""
    told: tuple[Summary, ...] = ()
    """What is known of the kommuner whose files are made by others."""

    def has(self, path: str) -> bool:
        """Whether a file, or what stands at an address, is made."""
        folder = path.partition("/")[0]
        return folder in self.folders or (self.spanning and folder not in self.elsewhere)

    @property
    def elsewhere(self) -> frozenset[str]:
        """The folders of the kommuner that are told of."""
        return frozenset(folder for one in self.told for folder in one.folders)


EVERYTHING = Share()


def read_summary(text: str) -> Summary:
    """Return a summary that was written as JSON.

    Raises:
        ValueError: It was not, or not by this version.
    """
    told = json.loads(text)
    try:
        return Summary(
            **{
                **told,
                "folders": tuple(told["folders"]),
                "files": tuple(_file(one) for one in told["files"]),
                "entries": tuple(Entry(**one) for one in told["entries"]),
                "listed": _pairs(told["listed"]),
                "redirects": _pairs(told["redirects"]),
                "fingerprinted": tuple(told["fingerprinted"]),
                "hashes": None if told["hashes"] is None else _pairs(told["hashes"]),
                "links": tuple(Link(**one) for one in told["links"]),
            }
        )
    except (KeyError, TypeError) as error:
        raise ValueError from error


def _pairs(told: list[list[Any]]) -> tuple[tuple[Any, Any], ...]:
    return tuple((first, second) for first, second in told)


def _file_told(file: DataFile) -> dict[str, Any]:
    return {
        "path": file.path,
        "known_size": file.size,
        "form": file.form.name,
        "offer": file.offer,
        "page": file.page,
        "values": file.values.name,
        "explained_by": file.explained_by,
    }


def _file(told: dict[str, Any]) -> DataFile:
    known = {"form": Form[told["form"]], "values": Values[told["values"]]}
    return DataFile(**{"content": "", **told, **known})
