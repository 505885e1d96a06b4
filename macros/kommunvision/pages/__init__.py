"""Which pages exist: the explicit list, one kind of page per module."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping

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
    "used_by_all",
    "withdrawn_pages",
]

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
    glossary.pages,
    languages.starts,
    languages.of_objects,
    sources.pages,
    law.pages,
    about.pages,
    withdrawn.pages,
    emptied.pages,
)


def pages_of(site: Site, system: GoalSystem) -> Iterator[Page]:
    """Yield every generated page of a kommun."""
    explainer = glossary.Explainer(system.kommun)
    linked = languages.linked(system.kommun)
    for pages in _OF_A_KOMMUN:
        yield from (linked(explainer.page(page)) for page in pages(site, system))


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
