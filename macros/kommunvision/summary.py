"""What a kommun whose files are finished tells those pages and files that span kommuner.

It holds plain values alone, so it can be kept, and sent from one process or machine to another.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import msgspec

from kommunvision.artifact import Contribution
from kommunvision.export.data_file import DataFile, Form, Values
from kommunvision.search import Piece


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


@dataclass(frozen=True, slots=True)
class Told:
    """A file of open data, as files about files tell of it."""

    path: str
    size: int
    form: Form
    offer: str | None
    values: Values
    explained_by: str | None

    @property
    def file(self) -> DataFile:
        """The file without content."""
        return DataFile(
            self.path,
            "",
            form=self.form,
            offer=self.offer,
            values=self.values,
            explained_by=self.explained_by,
            known_size=self.size,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """A finished kommun, as others see it."""

    slug: str
    folders: tuple[str, ...]
    """Those that its files lie in: that by its slug, and those that it has had before."""
    pages: int
    """How many there are."""
    files: tuple[Told, ...]
    """Its open data: what is listed by name, and one of each kind of the rest."""
    paths: str
    """Addresses of all its open data, parted by spaces."""
    added: Contribution | None
    """What it adds to what spans kommuner; none where it is that which is told of."""
    found: tuple[Piece, ...]
    """What a search finds of it."""
    listed: str
    """The list for search engines: a line for each page, its whole address, and the day of its
    last change where that is known."""
    newest: str
    """The latest day of all its pages."""
    redirects: tuple[tuple[str, str], ...]
    """Old addresses with those that they lead to."""
    fingerprinted: tuple[str, ...]
    """Files that are named by their content."""
    hashes: tuple[tuple[str, str], ...] | None
    """Scripts and styles that stand in the frame of every page; none where there is no page."""
    anchors: str
    """The places on each page: a line for each, and the page's file first."""
    links: tuple[Link, ...]
    """What leads to places outside it, to be seen to when everything is known."""

    @property
    def days(self) -> Iterator[tuple[str, str | None]]:
        """The whole address of each listed page, with the day of its last change."""
        for url, day in parted(self.listed):
            yield url, day or None

    @property
    def files_of_pages(self) -> Iterator[str]:
        """The file of each page."""
        return (file for file, _ in parted(self.anchors))

    def text(self) -> str:
        """Return the summary as JSON."""
        return msgspec.json.encode(self, enc_hook=_plain).decode()


def lines(pairs: Iterable[tuple[str, str]]) -> str:
    """Return pairs as one text, which takes a fraction of the memory; `parted` gives them back.

    Those of every kommun are in memory at the same time.
    """
    return "\n".join(f"{one}\t{other}" for one, other in pairs)


def parted(text: str) -> Iterator[tuple[str, str]]:
    """Yield the pairs of a text that `lines` has made."""
    for line in text.split("\n") if text else ():
        one, _, other = line.partition("\t")
        yield one, other


def told(files: Iterable[DataFile]) -> tuple[Told, ...]:
    """Return files as others tell of them."""
    return tuple(
        Told(one.path, one.size, one.form, one.offer, one.values, one.explained_by) for one in files
    )


@dataclass(frozen=True, slots=True)
class Share:
    """Which files of a site one run makes; usually all."""

    folders: frozenset[str] = frozenset()
    """Those of the kommuner whose files are made, by the names that they have had before too."""
    spanning: bool = True
    """Whether everything else is made too: what spans kommuner, and what all of them use."""
    told: tuple[Summary, ...] = ()
    """What is known of the kommuner whose files are made by others."""
    only: frozenset[str] | None = None
    """Addresses of the only pages that are made, and then nothing else is."""
    elsewhere: frozenset[str] = field(init=False)
    """The folders of the kommuner that are told of."""

    def __post_init__(self) -> None:
        # It is asked for every file, and there are as many kommuner as files of each.
        found = frozenset(folder for one in self.told for folder in one.folders)
        object.__setattr__(self, "elsewhere", found)

    @property
    def added(self) -> dict[str, Contribution]:
        """What others have told that their kommuner add, by the slugs."""
        return {one.slug: one.added for one in self.told if one.added}

    @property
    def files(self) -> dict[str, tuple[DataFile, ...]]:
        """The files that others have told of, by the slugs of their kommuner."""
        return {one.slug: tuple(file.file for file in one.files) for one in self.told}

    @property
    def found(self) -> tuple[Piece, ...]:
        """What a search finds of what others make."""
        return tuple(piece for one in self.told for piece in one.found)

    @property
    def spans(self) -> bool:
        """Whether this run writes what spans kommuner, and what all of them use."""
        return self.spanning and self.only is None

    def has(self, path: str) -> bool:
        """Whether a file, or what stands at an address, is made."""
        if self.only is not None:
            return path.removesuffix("index.html") in self.only
        return self.reads(path)

    def reads(self, path: str) -> bool:
        """Whether a file is of those that are made, or has a say in what they look like."""
        folder = path.partition("/")[0]
        return folder in self.folders or (self.spanning and folder not in self.elsewhere)


EVERYTHING = Share()


def read_summary(text: str) -> Summary:
    """Return a summary that was written as JSON.

    Raises:
        ValueError: It was not, or not by this version.
    """
    return _DECODER.decode(text)


def _plain(value: object) -> str:
    """Return HTML, which is a kind of text, as the text that it is."""
    if isinstance(value, str):
        return str(value)
    raise TypeError(value)


_DECODER = msgspec.json.Decoder(Summary)
