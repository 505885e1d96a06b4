"""Completes the search when the editors' pages are finished: the registers and the indexes."""

from __future__ import annotations

from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page as MkDocsPage

from kommunvision.outcome import Outcome
from kommunvision.pages.search import entry, index, searches
from kommunvision.plugin.files import GeneratedPage, add_artifacts
from kommunvision.plugin.frames import Frames
from kommunvision.search import Entry


def complete(
    files: Files, config: MkDocsConfig, outcome: Outcome, frames: Frames
) -> tuple[Entry, ...]:
    """Put the editors' pages into the registers, and add the files of every index.

    Return everything that can be found, except what is told of others.
    """
    if outcome.share.only is not None:
        return ()
    pages = {file.url: file.page for file in files.documentation_pages() if file.page}
    written = [_entry(page, frames) for url, page in sorted(pages.items()) if url in frames.written]
    # An editor's page stands in the place of a generated one.
    others = (one for one in outcome.entries if one.url not in frames.written)
    found = (*others, *written)
    whole, spanning = outcome.whole, outcome.whole and outcome.share.spanning
    told = outcome.share.found
    made_anew = searches(
        frames.site, outcome.systems, found, whole=whole, spanning=spanning, told=told
    )
    for made, own in made_anew:
        page = pages.get(made.url or "./")
        if isinstance(page, GeneratedPage):
            page.remake(made)
            add_artifacts(files, config, index(made, own, told))
    return found


def _entry(page: MkDocsPage, frames: Frames) -> Entry:
    told = frames.written[page.url]
    return entry(
        frames.system(page.url),
        page.url if page.url != "./" else "",
        Markup(told.heading).striptags(),  # noqa: S704 - made safe when the page was finished
        page.content or "",
        told.description or told.title,
    )
