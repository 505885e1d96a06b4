"""Old addresses that lead to new ones: ids and folders that are changed keep their pages alive."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping

from kommunvision.address import (
    Place,
    address,
    embedding,
    in_language,
    once,
    own_pages,
    place,
    translated,
)
from kommunvision.artifact import Redirect
from kommunvision.chain import GoalSystem
from kommunvision.model import Kommun, version_of
from kommunvision.pages.embeds.shown import PARTS
from kommunvision.render.views import names


def of_ids(system: GoalSystem) -> Iterator[Redirect]:
    """Yield a redirect for every former id of every object that has a page of its own.

    What stands on a page with others keeps its former ids there, as fragments. A theme that all
    kommuner share yields the same redirect for each of them.
    """
    for url, item, present in own_pages(system.kommun):
        if not present:
            yield Redirect(url, address(system.kommun, item), names.title(item))
    for url, item, language, present in translated(system.kommun):
        if not present:
            now = in_language(system.kommun, address(system.kommun, item), language)
            version = version_of(item, language)
            yield Redirect(url, now, (version and version.title) or names.title(item))


def of_embedding(
    kommun: Kommun,
    pages: Mapping[str, str],
    found: Iterable[Redirect],
    published: Container[str],
) -> Iterator[Redirect]:
    """Yield a redirect for each page on how to embed something that has moved or is gone.

    Args:
        kommun: The kommun.
        pages: Every page of the site with its heading.
        found: Where other old addresses lead.
        published: Addresses that have been published.
    """
    home, overview = place(kommun, Place.START), place(kommun, Place.EMBEDDING)
    for one in found:
        target = embedding(kommun, one.target)
        if one.url.startswith(home) and target in pages:
            yield Redirect(embedding(kommun, one.url), target, pages[target])
    if overview not in pages and overview not in published:
        return
    folders = tuple(place(kommun, where) for where in PARTS)
    for gone in kommun.withdrawn:
        if "#" not in gone.address and gone.address.startswith(folders):
            yield Redirect(embedding(kommun, gone.address), gone.address, gone.title)
    # What there is no more to embed of; the pages themselves stay.
    for url in (home, place(kommun, Place.CHAIN)):
        if embedding(kommun, url) not in pages and url in pages:
            yield Redirect(embedding(kommun, url), url, pages[url])


def of_former_folders(
    kommun: Kommun, pages: Mapping[str, str], found: Iterable[Redirect]
) -> Iterator[Redirect]:
    """Yield a redirect for each address that began with a name which the folder had before.

    Args:
        kommun: The kommun.
        pages: Every page of the site with its heading.
        found: Where other old addresses lead; these lead to the same places at once.
    """
    for url, title in pages.items():
        yield from (Redirect(old, url, title) for old in once(kommun, url))
    for one in found:
        yield from (Redirect(old, one.target, one.title) for old in once(kommun, one.url))
