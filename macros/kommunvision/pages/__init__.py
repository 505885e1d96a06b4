"""Which pages exist: the explicit list, one kind of page per module."""

from __future__ import annotations

from collections.abc import Iterator

from kommunvision.artifact import Page, Redirect
from kommunvision.chain import GoalSystem, Site
from kommunvision.pages import (
    about,
    bodies,
    chain,
    followup,
    goals,
    indicators,
    law,
    levels,
    model,
    news,
    portal,
    redirects,
    sources,
    start,
    themes,
    visions,
    withdrawn,
)

__all__ = ["pages_of", "redirects_of", "shared_pages"]

_OF_A_KOMMUN = (
    start.pages,
    visions.pages,
    chain.pages,
    levels.pages,
    goals.pages,
    bodies.pages,
    followup.pages,
    indicators.pages,
    model.pages,
    news.pages,
    sources.pages,
    law.pages,
    about.pages,
    withdrawn.pages,
)


def pages_of(site: Site, system: GoalSystem) -> Iterator[Page]:
    """Yield every generated page of a kommun."""
    for pages in _OF_A_KOMMUN:
        yield from pages(site, system)


def shared_pages(site: Site) -> Iterator[Page]:
    """Yield the pages that span kommuner: the portal, the themes, about the site."""
    yield from portal.pages(site)
    yield from themes.pages(site)
    yield from law.shared_pages(site)
    yield from about.shared_pages(site)


def redirects_of(system: GoalSystem) -> Iterator[Redirect]:
    """Yield the redirects from former addresses of a kommun's objects."""
    yield from redirects.redirects(system)
