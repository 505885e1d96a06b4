"""The files of an embed: its document, the same as bare HTML and JSON, and its oEmbed answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from markupsafe import Markup

from kommunvision.address import Place, place, relative
from kommunvision.artifact import Artifact
from kommunvision.export.json_text import json_text
from kommunvision.model import Kommun
from kommunvision.pages.embeds import stylesheet
from kommunvision.pages.embeds.elsewhere import at_levels, standing_alone, within_frame
from kommunvision.pages.embeds.embed import TOP, Embed
from kommunvision.pages.embeds.height import WIDTH
from kommunvision.pages.parts import html
from kommunvision.render.environment import as_block
from kommunvision.render.pattern import Pattern, gap
from kommunvision.text.ascii import ascii_id

SCRIPT = "assets/inbaddad-v1.js"
"""Tells the page around a frame how high its content is."""

OEMBED = "oembed.json"
FRAGMENT = "fragment.html"
AS_JSON = "fragment.json"

# The levels that the heading of a fragment can have, and the names of their files.
FRAGMENTS = {TOP: FRAGMENT, 3: "fragment-h3.html", 4: "fragment-h4.html"}


@dataclass(frozen=True, slots=True)
class Publication:
    """Where embeds are published."""

    kommun: Kommun
    profile: str
    """Address of the kommun's own stylesheet, relative to the root."""
    site_url: str
    """Address of the site with a closing slash; empty when it has none yet."""


def files(publication: Publication, embed: Embed) -> Iterator[Artifact]:
    """Yield every file of an embed, at its address and at each that it has had.

    Without an address of the site there is nothing to fetch the bare HTML from.
    """
    to_fetch = list(_to_fetch(publication, embed)) if publication.site_url else []
    for url in (embed.url, *embed.former):
        yield Artifact(f"{url}index.html", document(publication, embed, url))
        for name, content in to_fetch:
            yield Artifact(f"{url}{name}", content)


def document(publication: Publication, embed: Embed, url: str) -> str:
    """Return the document that stands in a frame."""
    links = (
        relative("assets/icon.svg", url),
        relative(stylesheet.FRAMED, url),
        relative(publication.profile, url),
        relative(SCRIPT, url),
    )
    made = _document(*links, known=bool(publication.site_url)).filled(
        title=embed.title,
        canonical=f"{publication.site_url}{embed.page}",
        body=within_frame(embed.body),
    )
    return f"{as_block(made)}\n"


@lru_cache(maxsize=100)
def _document(icon: str, framed: str, profile: str, script: str, *, known: bool) -> Pattern:
    """Return a document as it is for every embed from which the same links lead to its parts."""
    return Pattern(
        html(
            "embed",
            title=gap("title"),
            canonical=gap("canonical") if known else None,
            icon=icon,
            stylesheets=[framed, profile],
            script=script,
            body=gap("body"),
        )
    )


def fragment(publication: Publication, embed: Embed) -> Markup:
    """Return an embed as HTML that can stand on any page."""
    name = f"kv-{ascii_id(embed.url)}"
    body = standing_alone(embed.body, f"{publication.site_url}{embed.url}", name)
    return as_block(_fragment().filled(body=body))


@cache
def _fragment() -> Pattern:
    return Pattern(html("embed_fragment", body=gap("body")))


def _to_fetch(publication: Publication, embed: Embed) -> Iterator[tuple[str, str]]:
    """Yield the files that are the same at every address, by their names."""
    made = fragment(publication, embed)
    for name, content in zip(FRAGMENTS.values(), at_levels(made, FRAGMENTS), strict=True):
        yield name, f"{content}\n"
    site_url = publication.site_url
    as_json = {
        "title": embed.title,
        "html": str(made),
        "css": f"{site_url}{stylesheet.FRAGMENT}",
        "url": f"{site_url}{embed.page}",
    }
    yield AS_JSON, json_text(as_json)
    yield OEMBED, json_text(_oembed(publication, embed))


def _oembed(publication: Publication, embed: Embed) -> dict[str, object]:
    """Return what the standard oEmbed asks for; the link is shown until the frame is."""
    kommun, site_url = publication.kommun, publication.site_url
    framed = _offered().filled(
        page=f"{site_url}{embed.page}",
        address=f"{site_url}{embed.url}",
        title=embed.title,
        height=embed.height,
    )
    return {
        "version": "1.0",
        "type": "rich",
        "title": embed.title,
        "author_name": kommun.formal_name,
        "author_url": f"{site_url}{place(kommun, Place.START)}",
        "provider_name": kommun.publisher or kommun.formal_name,
        "provider_url": site_url,
        "width": WIDTH,
        "height": embed.height,
        "html": str(as_block(framed)),
    }


@cache
def _offered() -> Pattern:
    """Return the HTML of an oEmbed answer."""
    values = {name: gap(name) for name in ("page", "address", "title", "height")}
    return Pattern(html("embed_oembed", width=WIDTH, **values))
