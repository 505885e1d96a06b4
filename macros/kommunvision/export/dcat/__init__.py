"""Catalogues for Sweden's data portal: which files there are, by the profile DCAT-AP-SE 3.0.1.

A catalogue that lacks what the profile demands is refused by the portal, so none is made then.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum

from kommunvision.address import Place, data_file, place
from kommunvision.chain import GoalSystem
from kommunvision.export.data_file import DataFile, Form
from kommunvision.export.dcat.described import Described
from kommunvision.export.dcat.publisher import NAME, publisher_of, publisher_of_site
from kommunvision.export.setting import Setting
from kommunvision.model import Kommun
from kommunvision.swedish.catalogue import CATALOGUE, SHARED_CATALOGUE


class Lacking(StrEnum):
    """Why there is no catalogue."""

    ADDRESS = "address"
    """Nobody has said where the site is published, and every name in a catalogue begins with it."""
    PUBLISHER_KIND = "publisher_kind"
    """Nobody has said what kind of organisation the publisher is."""
    PUBLISHER = "publisher"
    """Nobody has said who publishes the site as a whole, or of what kind that is."""
    REAL = "real"
    """All that there is, is made up."""


def lacking(setting: Setting, kommun: Kommun) -> Lacking | None:
    """Return what keeps a kommun from having a catalogue, if anything."""
    if not setting.site_url:
        return Lacking.ADDRESS
    return None if publisher_of(setting, kommun) else Lacking.PUBLISHER_KIND


def shared_lacking(setting: Setting) -> Lacking | None:
    """Return what keeps the site from having a catalogue of its own, if anything."""
    real = _real(setting)
    if not setting.site_url:
        return Lacking.ADDRESS
    if not real:
        return Lacking.REAL
    return None if publisher_of_site(setting, real) else Lacking.PUBLISHER


def files(
    setting: Setting, system: GoalSystem, described: Iterable[DataFile]
) -> Iterator[DataFile]:
    """Yield the catalogue of a kommun."""
    kommun = system.kommun
    publisher = publisher_of(setting, kommun) if setting.site_url else None
    if publisher is None:
        return
    catalogue = Described(setting)
    catalogue.describe(
        catalogue.kommun(kommun),
        CATALOGUE,
        publisher,
        home=place(kommun, Place.START),
        kommun=kommun,
    )
    catalogue.add(kommun, publisher, described)
    yield _file(catalogue.text(), kommun)


def announced(setting: Setting) -> Iterator[DataFile]:
    """Yield the catalogue of the site without its content, where there is one."""
    if has_shared(setting):
        yield _file(b"", None)


def shared_files(
    setting: Setting,
    of_each: Iterable[tuple[Kommun, Iterable[DataFile]]],
    shared: Iterable[DataFile],
    parts: Mapping[str, str | None] | None = None,
) -> Iterator[DataFile]:
    """Yield the catalogue of the site, in which each data set has the publisher of its kommun.

    What is made up has no place in a list of Sweden's data, and neither has that of a kommun whose
    publisher is of a kind that nobody has told.

    Args:
        setting: The site.
        of_each: Every kommun with its own files.
        shared: The files that span kommuner.
        parts: What ``part_of`` has made of each kommun, by its slug, if it has.
    """
    publisher = publisher_of_site(setting, _real(setting))
    if publisher is None or not has_shared(setting):
        return
    catalogue = Described(setting)
    catalogue.describe(catalogue.site, SHARED_CATALOGUE, publisher, home="")
    catalogue.add_shared(_real(setting), publisher, shared)
    for kommun, described in of_each:
        part = part_of(setting, kommun, described) if parts is None else parts.get(kommun.slug)
        if part is not None:
            catalogue.join(part.encode())
    yield _file(catalogue.text(), None)


def part_of(setting: Setting, kommun: Kommun, described: Iterable[DataFile]) -> str | None:
    """Return what the catalogue of the site has of a kommun; nothing if it has none of it."""
    own = None if kommun.fictional else publisher_of(setting, kommun)
    if own is None or not has_shared(setting):
        return None
    catalogue = Described(setting)
    catalogue.add(kommun, own, described)
    return catalogue.text().decode()


def has_shared(setting: Setting) -> bool:
    """Whether the site has a catalogue of its own; a kommun that has it for itself has its own."""
    every = all(kommun.slug for kommun in setting.site.kommuner)
    return every and shared_lacking(setting) is None


def _real(setting: Setting) -> Sequence[Kommun]:
    return [kommun for kommun in setting.site.kommuner if not kommun.fictional]


def _file(content: bytes, kommun: Kommun | None) -> DataFile:
    return DataFile(
        data_file(kommun, NAME),
        content,
        form=Form.RDF,
        offer="catalogue" if kommun else "shared_catalogue",
    )


__all__ = [
    "NAME",
    "Lacking",
    "announced",
    "files",
    "lacking",
    "part_of",
    "shared_files",
    "shared_lacking",
]
