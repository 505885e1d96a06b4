"""The pages "how to embed": one for each page that has something to embed, and one for them all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache, lru_cache

from markupsafe import Markup, escape

from kommunvision.address import Place, embedding, place, relative
from kommunvision.artifact import Page
from kommunvision.chain import GoalSystem, Site
from kommunvision.pages.embeds import stylesheet
from kommunvision.pages.embeds.embed import Embed
from kommunvision.pages.embeds.files import AS_JSON, FRAGMENT
from kommunvision.pages.parts import Draft, again, describe, html
from kommunvision.render.environment import as_block
from kommunvision.render.pattern import Pattern, gap
from kommunvision.subject import words_of
from kommunvision.swedish.labels import label
from kommunvision.swedish.languages import SWEDISH

LOADER = "assets/inbaddning-v1.js"
"""Keeps the height of frames right; other websites fetch it from here."""

COPYING = "assets/kopiera.js"
"""Makes the buttons that copy code work; they are not seen without it."""


def pages(
    site: Site, system: GoalSystem, site_url: str, embeds: Iterable[Embed], made: Iterable[Page]
) -> Iterator[Page]:
    """Yield the pages; none without an address of the site, since all code would lack it.

    Args:
        site: All kommuner.
        system: The kommun.
        site_url: Address of the site with a closing slash.
        embeds: What can be embedded of the kommun.
        made: The pages that it stands on.
    """
    if not site_url:
        return
    of_page: dict[str, list[Embed]] = {}
    for one in embeds:
        of_page.setdefault(one.page, []).append(one)
    shown = {page.url: page for page in made if page.url in of_page}
    if shown:
        yield _all(site, system, shown)
    for url, page in shown.items():
        yield _one(site, system, site_url, page, of_page[url])


def _all(site: Site, system: GoalSystem, shown: Mapping[str, Page]) -> Page:
    kommun = system.kommun
    url = place(kommun, Place.EMBEDDING)
    draft = Draft(site, system, url)
    draft.add(html("intro", text=label("embedding_all_intro")))
    headings = Counter(page.heading for page in shown.values())
    kinds: dict[str, list[tuple[Markup, str]]] = {}
    for page in shown.values():
        # Levels of two governing models may have one name; a page's title has none beside it.
        name = page.heading if headings[page.heading] == 1 else page.title
        link = (_marked(page, name), relative(embedding(kommun, page.url), url))
        # The last step but one on the way to a page says what it is one of.
        kinds.setdefault(page.breadcrumbs[-2].title, []).append(link)
    for title, links in kinds.items():
        draft.section(
            label("whole_chain") if title == kommun.name else title, html("links", links=links)
        )
    made = draft.page(
        label("embedding_all_heading"),
        description=describe(
            "embedding_all_description", kommun=kommun.formal_name, subject=words_of(kommun)
        ),
        origin=kommun.where.origin,
        sources=None,
        elsewhere=label("embedding_elsewhere"),
    )
    return replace(made, indexed=False)


def _one(
    site: Site, system: GoalSystem, site_url: str, page: Page, embeds: Iterable[Embed]
) -> Page:
    kommun = system.kommun
    draft = Draft(site, system, embedding(kommun, page.url))
    shown = html("link", url=relative(page.url, draft.url), text=_marked(page, page.heading))
    draft.add(again("intro", text=label("embedding_intro")), shown)
    for one in embeds:
        draft.section(one.name, _preview(draft.url, one), *_ways(site_url, one))
    target = f"{site_url}{page.url}"
    link = html("embed_code_link", address=target, title=page.title)
    draft.section(label("embedding_way_link"), _code("link", str(link), page.heading))
    draft.section(label("embedding_wordpress"), _code("wordpress", target, page.heading))
    draft.section(label("embedding_level"), again("intro", text=label("embedding_level_help")))
    scripts = {"address": relative(LOADER, draft.url), "copying": relative(COPYING, draft.url)}
    draft.add(again("embedding_script", **scripts))
    made = draft.page(
        label("embedding_heading", title=page.heading),
        title=label("embedding_heading", title=page.title),
        description=describe("embedding_description", title=page.title, kommun=kommun.formal_name),
        origin=page.origin,
        sources=None,
        elsewhere=label("embedding_elsewhere"),
        way=[(label("embedding"), place(kommun, Place.EMBEDDING))],
        section=page.section,
    )
    return replace(made, indexed=False)


def _marked(page: Page, words: str) -> Markup:
    """Return what a page is called, marked where that is in another language."""
    lang = page.heading_lang or page.lang
    marked = Markup('<span lang="{}" dir="auto">{}</span>').format(lang, words)
    return escape(words) if lang == SWEDISH.tag else marked


def _preview(here: str, one: Embed) -> Markup:
    made = _previewed().filled(
        address=relative(one.url, here),
        title=label("embedding_preview_title", title=one.title),
        height=one.height,
    )
    return as_block(made)


def _ways(site_url: str, one: Embed) -> Iterator[Markup]:
    """Yield the ways to show an embed, from what works everywhere to what takes most."""
    name = escape(one.name)
    values = {
        "address": escape(f"{site_url}{one.url}"),
        "page": escape(f"{site_url}{one.page}"),
        "title": escape(one.title),
        "height": escape(one.height),
    }
    for way, script in (("frame", ""), ("script", f"{site_url}{LOADER}")):
        yield again("embedding_way", title=label(f"embedding_way_{way}"))
        yield _code(way, str(as_block(_frame(script).filled(**values))), name)
    yield again("embedding_way", title=label("embedding_way_html"))
    yield _code("html", f"{site_url}{one.url}{FRAGMENT}", name)
    styles = again("embed_code_styles", address=f"{site_url}{stylesheet.FRAGMENT}")
    yield _code("styles", str(styles), name)
    yield _code("json", f"{site_url}{one.url}{AS_JSON}", name)


def _code(way: str, code: str, what: str) -> Markup:
    """Return code to copy, with what it is for."""
    rows = code.count("\n") + len(code) // 60 + 1
    return as_block(_to_copy(way).filled(what=what, code=code, rows=rows))


@cache
def _previewed() -> Pattern:
    values = {name: gap(name) for name in ("address", "title", "height")}
    return Pattern(html("embedding_preview", **values))


@lru_cache(maxsize=10)
def _frame(script: str) -> Pattern:
    values = {name: gap(name) for name in ("address", "page", "title", "height")}
    return Pattern(html("embed_code_frame", script=script, **values))


@cache
def _to_copy(way: str) -> Pattern:
    kind, what = label(f"embedding_way_{way}"), gap("what")
    return Pattern(
        html(
            "embedding_code",
            help=label(f"embedding_way_{way}_help"),
            name=label("embedding_code", way=kind, what=what),
            copy=label("embedding_copy"),
            copy_name=label("embedding_copy_of", way=kind, what=what),
            copied=label("embedding_copied"),
            marked=label("embedding_marked"),
            code=gap("code"),
            rows=gap("rows"),
        )
    )
