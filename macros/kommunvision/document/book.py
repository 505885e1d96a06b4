"""What stands in the document of a kommun, and in which order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from kommunvision.address import Place, place
from kommunvision.artifact import Sheet
from kommunvision.chain import GoalSystem, Site
from kommunvision.model import Kommun
from kommunvision.pages.start import presentation
from kommunvision.subject import heading_of
from kommunvision.swedish.labels import label

# These say something about the website; a document has contents and statements of its own.
_OF_THE_SITE = (Place.SEARCH, Place.ABOUT, Place.ACCESSIBILITY, Place.OPEN_DATA)

# The title of the document has the first rank.
_FIRST_RANK = 2


@dataclass(frozen=True, slots=True)
class Chapter:
    """A page in its place in the document, with the pages that stand under it."""

    sheet: Sheet
    rank: int
    """Of the heading: 2 for the chapters, 3 for what stands in them, and so on."""
    parts: tuple[Chapter, ...] = ()

    def walk(self) -> Iterator[Chapter]:
        """Yield the chapter and everything in it, in the order of reading."""
        yield self
        for part in self.parts:
            yield from part.walk()


@dataclass(frozen=True, slots=True)
class Book:
    """Everything that the document of a kommun is made of."""

    kommun: Kommun
    chapters: tuple[Chapter, ...]
    site_url: str = ""
    """Address of the website, with a closing slash; empty where the settings name none."""
    day: str | None = None
    """An ISO date."""
    compiled: bool = False
    """Whether the day is that of the document; else it is that of the latest change."""
    subject: str | None = None
    """What the document is about, where it is not the whole kommun."""

    @classmethod
    def of(
        cls, site: Site, system: GoalSystem, sheets: Iterable[Sheet], *, site_url: str = ""
    ) -> Book:
        """Gather the pages of a kommun; its presentation comes first, then its website in order."""
        kommun = system.kommun
        start = place(kommun, Place.START)
        left_out = {place(kommun, where) for where in _OF_THE_SITE}
        own = [
            _emptied(kommun, sheet)
            for sheet in sheets
            if sheet.kommun == kommun.slug
            and sheet.url not in left_out
            and not sheet.url.startswith(place(kommun, Place.EMBEDDING))
        ]
        written = any(sheet.url == start and not sheet.generated for sheet in own)
        about = presentation(site, system)
        first = Sheet(
            url=f"{start}#presentation" if written else start,
            heading=about.heading,
            body=about.body,
            kommun=kommun.slug,
        )
        rest = [sheet for sheet in own if sheet.url != start or not sheet.generated]
        # Everything stands under the start page, which is no chapter with parts but the first.
        below = {sheet.url for sheet in rest} - {start}
        inside = [sheet for sheet in rest if sheet.url != start]
        tops = (
            _chapter(one, inside if one in inside else [], _FIRST_RANK)
            for one in rest
            if one.above not in below
        )
        return cls(kommun, (Chapter(first, _FIRST_RANK), *tops), site_url=site_url)

    @property
    def title(self) -> str:
        """What the document is called, on its cover and in its properties."""
        if self.subject:
            return label("document_about", subject=self.subject, kommun=self.kommun.formal_name)
        return self.heading

    @property
    def heading(self) -> str:
        """What the kommun's pages are called together."""
        return heading_of(self.kommun)

    def about(self, url: str, subject: str) -> Book:
        """Return a document of one page alone, with the pages that stand under it."""
        found = [one for top in self.chapters for one in top.walk() if one.sheet.url == url]
        inside = [part.sheet for one in found for part in one.walk()]
        chapters = tuple(_chapter(one.sheet, inside, _FIRST_RANK) for one in found)
        return replace(self, chapters=chapters, subject=subject)

    def on(self, day: str | None, *, compiled: bool) -> Book:
        """Return the document with the day on which it was compiled or last changed."""
        return replace(self, day=day, compiled=compiled)


def _emptied(kommun: Kommun, sheet: Sheet) -> Sheet:
    """Leave the overview of the visions with its heading alone: the visions follow it in full."""
    repeats = sheet.generated and sheet.url == place(kommun, Place.VISIONS)
    return replace(sheet, body="") if repeats else sheet


def _chapter(sheet: Sheet, sheets: list[Sheet], rank: int) -> Chapter:
    parts = [one for one in sheets if one.above == sheet.url]
    return Chapter(sheet, rank, tuple(_chapter(part, sheets, rank + 1) for part in parts))
