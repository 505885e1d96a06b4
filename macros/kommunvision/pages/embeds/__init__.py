"""What other websites can show of a kommun: every embed, its files, and the pages that tell how."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from kommunvision.address import once
from kommunvision.artifact import Artifact
from kommunvision.chain import GoalSystem, Site
from kommunvision.model import Kommun
from kommunvision.pages.embeds.embed import Desk, Embed
from kommunvision.pages.embeds.files import OEMBED, SCRIPT, Publication, files
from kommunvision.pages.embeds.gone import gone
from kommunvision.pages.embeds.shown import shown
from kommunvision.pages.embeds.stylesheet import FRAGMENT, FRAMED, stylesheets
from kommunvision.pages.embeds.telling import LOADER, pages

__all__ = [
    "OEMBED",
    "PERMANENT",
    "Embed",
    "Publication",
    "embeds_of",
    "files_of",
    "pages",
    "stylesheets",
]

PERMANENT = frozenset({SCRIPT, LOADER, FRAMED, FRAGMENT})
"""Files that other websites load: their addresses are promised, and no other is ever asked for."""


def embeds_of(site: Site, system: GoalSystem) -> tuple[Embed, ...]:
    """Return everything of a kommun that can be embedded, each with a title of its own."""
    found = tuple(shown(Desk(site, system)))
    alike = Counter(one.title for one in found)
    return tuple(one if alike[one.title] == 1 else _told_apart(one) for one in found)


def files_of(
    publication: Publication, site: Site, system: GoalSystem, embeds: Iterable[Embed]
) -> Iterator[Artifact]:
    """Yield the files of embeds, and what stands at the addresses of those that are gone."""
    for one in (*embeds, *gone(Desk(site, system))):
        yield from files(publication, _by_all_names(one, system.kommun))


def _by_all_names(one: Embed, kommun: Kommun) -> Embed:
    """Return an embed that stands in the folders as well that the kommun has had."""
    if not (kommun.slug and kommun.former_folders):
        # Without a folder its links count the steps upward, and from one there is one more.
        return one
    former = (old for url in (one.url, *one.former) for old in once(kommun, url))
    return replace(one, former=(*one.former, *former))


def _told_apart(one: Embed) -> Embed:
    """Return an embed whose title has the id from its page's address."""
    return replace(one, title=f"{one.title} ({one.page.rstrip('/').rpartition('/')[2]})")
