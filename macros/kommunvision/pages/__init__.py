"""Which pages exist: the explicit list, one kind of page per module."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping

from kommunvision.address import Place, place
from kommunvision.artifact import Artifact, Contribution, Page, Redirect
from kommunvision.chain import GoalSystem, Site
from kommunvision.check.edited import EditedPage
from kommunvision.export import Setting
from kommunvision.model import WithdrawnPage
from kommunvision.pages import (
    about,
    bodies,
    chain,
    emptied,
    followup,
    glossary,
    goals,
    indicators,
    languages,
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
from kommunvision.pages.contributed import contributions
from kommunvision.pages.embeds.embed import Embed
from kommunvision.pages.embeds.stylesheet import stylesheets
from kommunvision.render.charts import kommun_map
from kommunvision.render.views.portal import mapped

__all__ = [
    "contributions",
    "pages_of",
    "redirects_of",
    "shared_pages",
    "single_pages",
    "used_by_all",
    "withdrawn_pages",
]

_OF_A_KOMMUN = (
    (Place.START, start.pages),
    (Place.VISIONS, visions.pages),
    (Place.CHAIN, chain.pages),
    (Place.LEVELS, levels.pages),
    (Place.GOALS, goals.pages),
    (Place.BODIES, bodies.pages),
    (Place.FOLLOW_UP, followup.pages),
    (Place.INDICATORS, indicators.pages),
    (Place.MODEL, model.pages),
    (Place.NEWS, news.pages),
    (Place.GLOSSARY, glossary.pages),
    (Place.START, languages.starts),
    (Place.START, languages.of_objects),
    (Place.SOURCES, sources.pages),
    (Place.ACCESSIBILITY, law.pages),
    (Place.ABOUT, about.pages),
    (Place.START, withdrawn.pages),
    (Place.START, emptied.pages),
)
"""What makes the pages of a kommun, and the part of its site that they all stand in."""


def pages_of(site: Site, system: GoalSystem) -> Iterator[Page]:
    """Yield every generated page of a kommun."""
    finished = _finish(system)
    for _, pages in _OF_A_KOMMUN:
        yield from map(finished, pages(site, system))


def single_pages(site: Site, system: GoalSystem, urls: Iterable[str]) -> Iterator[Page]:
    """Yield the generated pages of a kommun that have some addresses; few others are made."""
    finished, wanted = _finish(system), frozenset(urls)
    for part, pages in _OF_A_KOMMUN:
        above = place(system.kommun, part)
        left = {url for url in wanted if url.startswith(above)}
        found = iter(pages(site, system))
        while left and (page := next(found, None)):
            if page.url in left:
                left.remove(page.url)
                yield finished(page)


def _finish(system: GoalSystem) -> Callable[[Page], Page]:
    """Return what adds to a page of a kommun what all of them have."""
    explained = glossary.Explainer(system.kommun).page
    linked = languages.linked(system.kommun)
    return lambda page: linked(explained(page))


def shared_pages(
    site: Site,
    gone: Iterable[WithdrawnPage] = (),
    contributed: Mapping[str, Contribution] | None = None,
) -> Iterator[Page]:
    """Yield the pages that span kommuner: the portal, the themes, about the site.

    Args:
        site: All kommuner.
        gone: What has been withdrawn of such pages.
        contributed: What each kommun adds, by its slug, if that has been made.
    """
    if contributed is None:
        contributed = contributions(Setting(site), ((one, ()) for one in site.systems))
    yield from portal.pages(site)
    yield from themes.pages(site, contributed)
    yield from law.shared_pages(site)
    yield from about.shared_pages(site)
    yield from withdrawn.shared_pages(site, gone)


def withdrawn_pages(site: Site, system: GoalSystem) -> Iterator[Page]:
    """Yield the pages of a kommun that is itself no longer on the site."""
    yield from withdrawn.pages(site, system)


def redirects_of(
    asked: Iterable[tuple[GoalSystem, Iterable[Embed]]],
    pages: Iterable[Page],
    edited: Iterable[EditedPage],
    published: Container[str],
    others: Iterable[Redirect] = (),
) -> Iterator[Redirect]:
    """Yield the redirects from every address that something has had before.

    Args:
        asked: The kommuner, each with what can be embedded of it.
        pages: Every generated page.
        edited: The pages that editors have written.
        published: Addresses that have been published.
        others: Those that lead to what kommuner share, as the rest of the kommuner tell them.
    """
    each, written = tuple(asked), tuple(edited)
    here_before = (one for system, _ in each for one in redirects.of_ids(system))
    # A theme that several kommuner share has the same old addresses in each of them.
    found = list(dict.fromkeys([*here_before, *others]))
    for page in written:
        found += (Redirect(old, page.url, page.title or page.url) for old, _ in page.former)
    here = {page.url: page.heading for page in pages}
    here |= {page.url: page.title or page.url for page in written}
    for system, _ in each:
        found += redirects.of_embedding(system.kommun, here, tuple(found), published)
    yield from found
    for system, own in each:
        # Without a folder of its own a kommun's embeds cannot stand in former ones, but lead on.
        framed = {} if system.kommun.slug else {one.url: one.title for one in own}
        yield from redirects.of_former_folders(system.kommun, {**here, **framed}, found)


def used_by_all(site: Site) -> Iterator[Artifact]:
    """Yield the files that pages of every kommun may use, and other websites."""
    yield from stylesheets()
    if mapped(site.kommuner):
        yield Artifact(kommun_map.FILE, kommun_map.drawing())
