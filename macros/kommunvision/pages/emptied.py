"""Overviews that have been published and have nothing to show now: they stay, and say so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kommunvision.address import Place, place
from kommunvision.artifact import Page
from kommunvision.chain import GoalSystem, Site
from kommunvision.pages import withdrawn
from kommunvision.pages.menu import empty_sections
from kommunvision.pages.parts import Draft, describe, empty
from kommunvision.swedish.labels import label


def pages(site: Site, system: GoalSystem) -> Iterator[Page]:
    """Yield each overview that others may have linked to and that would else be lost.

    Neither the menu nor a search leads to it; what has been withdrawn of a page keeps it anyway.
    """
    kommun = system.kommun
    for where, title in empty_sections(system):
        url = place(kommun, where)
        if url in site.published and not withdrawn.spots(kommun, where):
            yield _page(Draft(site, system, url), system, where, title)


def told(where: Place) -> str:
    """Return the sentence that a part of a kommun's site has nothing to show."""
    return label(f"empty_{where.value.rstrip('/')}")


def _page(draft: Draft, system: GoalSystem, where: Place, title: str) -> Page:
    kommun = system.kommun
    draft.add(empty(f"empty_{where.value.rstrip('/')}"))
    made = draft.page(
        title,
        description=describe("empty_description", title=title, kommun=kommun.formal_name),
        origin=kommun.where.origin,
        sources=None,
        elsewhere=label("empty_from"),
        section=draft.url,
    )
    return replace(made, indexed=False)
