"""Catalogues for Sweden's data portal: which files there are, by the profile DCAT-AP-SE 3.0.1.

A catalogue that lacks what the profile demands is refused by the portal, so none is made then.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum

from kommunvision.address import Place, data_file, place
from kommunvision.chain import GoalSystem
from kommunvision.export.data_file import DataFile, Form
from kommunvision.export.dcat.described import Described
from kommunvision.export.dcat.publisher import NAME, publisher_of
from kommunvision.export.setting import Setting
from kommunvision.model import Kommun
from kommunvision.swedish.catalogue import CATALOGUE, SHARED_CATALOGUE


class Lacking(StrEnum):
    """Why there is no catalogue."""

    ADDRESS = "address"
    """Nobody has said where the site is published, and every name in a catalogue begins with it."""
    PUBLISHER_KIND = "publisher_kind"
    """Nobody has said what kind of organisation the publisher is."""


def lacking(setting: Setting, kommun: Kommun) -> Lacking | None:
    """Return what keeps a kommun from having a catalogue, if anything."""
    if not setting.site_url:
        return Lacking.ADDRESS
    return None if publisher_of(setting, kommun) else Lacking.PUBLISHER_KIND


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
    yield _file(catalogue, kommun)


def shared_files(
    setting: Setting, of_each: Iterable[tuple[GoalSystem, Iterable[DataFile]]]
) -> Iterator[DataFile]:
    """Yield the catalogue of the site, where one and the same publishes all of it.

    The portal fetches one catalogue from each organisation, and a catalogue has one publisher.
    """
    each = [(system.kommun, described) for system, described in of_each]
    publishers = {publisher_of(setting, kommun) for kommun, _ in each}
    if not setting.site_url or len(publishers) != 1 or any(not one.slug for one, _ in each):
        return
    (publisher,) = publishers
    if publisher is None:
        return
    catalogue = Described(setting)
    catalogue.describe(catalogue.site, SHARED_CATALOGUE, publisher, home="")
    for kommun, described in each:
        catalogue.add(kommun, publisher, described)
    yield _file(catalogue, None)


def _file(catalogue: Described, kommun: Kommun | None) -> DataFile:
    return DataFile(
        data_file(kommun, NAME),
        catalogue.text(),
        form=Form.RDF,
        offer="catalogue" if kommun else "shared_catalogue",
    )


__all__ = ["Lacking", "files", "lacking", "shared_files"]
