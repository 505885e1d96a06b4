"""Single pages made anew from what has been changed, with all around them as it was.

Whoever writes wants to see the page at once; menus and lists of data can wait for the whole build.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from kommunvision.outcome import Outcome
from kommunvision.pages import single_pages
from kommunvision.server import fingerprinted


def around(outcome: Outcome) -> Outcome:
    """Return of a finished outcome what the frames of pages are made of, and no more."""
    return Outcome(
        problems=(),
        stopped=False,
        whole=outcome.whole,
        share=outcome.share,
        pages=tuple(replace(page, body="") for page in outcome.pages),
        artifacts=tuple(one for one in outcome.artifacts if fingerprinted(one.path, b"")),
        data=tuple(file.without_content() for file in outcome.data),
        embeds=tuple(replace(one, body=one.body[:0]) for one in outcome.embeds),
    )


def glimpse(before: Outcome, checked: Outcome, urls: Collection[str]) -> Outcome:
    """Return an outcome with some of its pages made anew.

    Its share has the addresses of those pages that can be made alone, the editors' own among them.

    Args:
        before: What is around them, as an earlier outcome has left it.
        checked: The site as it is now, resolved.
        urls: Addresses of pages.
    """
    site = checked.site
    if site is None:
        return checked
    share = before.share
    here = [
        system
        for one in checked.kommuner
        if share.reads(one.slug) and (system := site.system(one.slug))
    ]
    anew = {page.url: page for system in here for page in single_pages(site, system, urls)}
    own = {page.url for page in checked.edited}
    left = {page.url for page in before.pages}
    return replace(
        before,
        share=replace(share, only=frozenset((anew.keys() & left | own) & set(urls))),
        kommuner=checked.kommuner,
        sound=checked.sound,
        site=site,
        edited=checked.edited,
        left_out=checked.left_out,
        ended=checked.ended,
        published=checked.published,
        systems=tuple(here),
        pages=tuple(anew.get(page.url, page) for page in before.pages),
    )
