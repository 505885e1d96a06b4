"""What a kommun tells the rules about several kommuner: so little that all can be at hand at once.

Beside who a kommun is they look at nothing else, unless they have found a fault. Places are no part
of the text of an outline, by which two are compared: they only tell where something was.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from kommunvision.address import fragments, language_starts, own_pages, translated
from kommunvision.check.walk import RECORD_OF, links
from kommunvision.model import Item, Kommun
from kommunvision.model.kept import keep_in_rows
from kommunvision.origin import Origin

# Links that hold a kommun's own chain together, so they cannot leave it.
WITHIN = frozenset({"parents", "replaces", "measures", "part_of", "decided_by"})


@dataclass(frozen=True, slots=True)
class Spot:
    """An address that an object has or has had."""

    url: str
    id: str
    """The object's id."""
    present: bool
    """Whether the object has the address now."""
    where: Origin = field(repr=False)
    """Where the object's id is written."""


@dataclass(frozen=True, slots=True)
class Gone:
    """An address of a page that has been withdrawn."""

    url: str
    where: Origin = field(repr=False)


@dataclass(frozen=True, slots=True)
class Outline:
    """A kommun as the rules about several see it."""

    pages: tuple[Spot, ...]
    """Objects that have pages."""
    fragments: tuple[str, ...]
    """Addresses of those that stand on a page with others."""
    translated: tuple[Spot, ...]
    """Objects that have pages in other languages than Swedish."""
    language_starts: tuple[str, ...]
    """The first page of each of these languages."""
    withdrawn: tuple[Gone, ...]
    record_of: Mapping[str, str]
    """The kind of each object, by its id."""
    crossing: tuple[tuple[str, str], ...]
    """References to objects of other kommuner, with the kinds that each may lead to."""

    @property
    def addresses(self) -> Iterator[str]:
        """Every address that its objects have or have had."""
        yield from (page.url for page in self.pages)
        yield from self.fragments
        yield from (page.url for page in self.translated)
        yield from self.language_starts


# Those of all kommuner are unpacked whenever one of them has changed.
keep_in_rows((Spot, Gone, Outline))

Outlines = Callable[[Kommun], Outline]
"""Gives the outline of a kommun."""


def outline(kommun: Kommun) -> Outline:
    """Return the outline of a kommun."""
    return Outline(
        tuple(_spot(*one) for one in own_pages(kommun)),
        tuple(url for url, _ in fragments(kommun)),
        tuple(_spot(url, item, present) for url, item, _, present in translated(kommun)),
        tuple(url for url, _ in language_starts(kommun)),
        tuple(Gone(page.address, page.where.of("address")) for page in kommun.withdrawn),
        {key: RECORD_OF[type(item)] for key, item in kommun.by_id.items()},
        tuple(
            (link.reference.target, link.entry.field.of)
            for link in links(kommun)
            if link.reference.target
            and "/" in link.reference.target
            and link.entry.field.attribute not in WITHIN
        ),
    )


def _spot(url: str, item: Item, present: bool) -> Spot:  # noqa: FBT001 - as ``own_pages`` has it
    return Spot(url, item.id, present, item.where.of("id"))
