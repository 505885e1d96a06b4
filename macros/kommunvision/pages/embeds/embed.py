"""A part of a page that other websites show, and what it is made with."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache

from markupsafe import Markup

from kommunvision.address import Place, embedded, place, relative
from kommunvision.chain import GoalSystem, Site
from kommunvision.model import Item
from kommunvision.pages.embeds.height import height
from kommunvision.pages.parts import html, published_by
from kommunvision.render.environment import as_block
from kommunvision.render.pattern import Pattern, gap
from kommunvision.render.views import Views
from kommunvision.swedish.labels import label

# What an embed shows is made by its views, so that every link leads right from where it stands.
Blocks = Callable[[Views], Iterable[Markup]]

# The highest level that a heading in an embed has; the website around it may choose a lower one.
TOP = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Embed:
    """What is shown on another website, without the document around it."""

    url: str
    """Its address, relative to the site's root, with a closing slash."""
    former: tuple[str, ...] = ()
    """Addresses that it has had; the same stands there."""
    page: str
    """Address of the whole page that it is a part of."""
    name: str
    """What it shows of that page, in a word or two."""
    title: str
    """Its own title, which no other embed of the kommun has."""
    body: Markup
    """Finished HTML, with headings from ``TOP`` down."""
    height: int
    """What a frame without a script needs on a phone, in pixels."""


@dataclass(frozen=True, slots=True)
class Desk:
    """Where the embeds of a kommun are made."""

    site: Site
    system: GoalSystem

    def of(  # noqa: PLR0913 - an embed is so many things, each given by name
        self,
        item: Item,
        where: Place,
        part: str = "",
        *,
        page: str,
        name: str,
        title: str,
        blocks: Blocks,
        sources: Iterable[Item] = (),
    ) -> Embed:
        """Make the embed of an object, or of a part of what its page shows.

        Args:
            item: The object.
            where: The part of the kommun's site that its address begins with.
            part: What its address ends with, if it is a part.
            page: Address of the whole page.
            name: What it shows of that page.
            title: Its own title, without the kommun's name.
            blocks: Makes what is shown.
            sources: The objects whose sources stand below; none where they stand within.
        """
        urls = [
            embedded(self.system.kommun, f"{place(self.system.kommun, where)}{key}/{part}")
            for key in (item.id, *item.former_ids)
        ]
        return self.at(*urls, page=page, name=name, title=title, blocks=blocks, sources=sources)

    def at(  # noqa: PLR0913 - as above
        self,
        url: str,
        *former: str,
        page: str,
        name: str,
        title: str,
        blocks: Blocks,
        sources: Iterable[Item] = (),
    ) -> Embed:
        """Make the embed at an address; the rest is as for ``of``."""
        kommun = self.system.kommun
        views = Views(self.site, self.system, url)
        shown = [one for one in blocks(views) if one]
        named = list(sources)
        lines = views.source_lines(named) if named else []
        foot = _foot(kommun.fictional, published_by(kommun), len(lines)).filled(
            address=relative(page, url),
            title=f"{title} \N{EN DASH} {kommun.name}",
            **{f"line_{number}": line for number, line in enumerate(lines)},
        )
        body = Markup("\n").join([*shown, as_block(foot)])
        return Embed(
            url=url,
            former=former,
            page=page,
            name=name,
            title=label("embed_title", what=name, title=title, kommun=kommun.name),
            body=body,
            height=height(body),
        )


@lru_cache(maxsize=50)
def _foot(fictional: bool, publisher: str | None, lines: int) -> Pattern:  # noqa: FBT001 - a cache
    """Return what stands last in an embed, as it is for a kommun, with so many lines of sources."""
    return Pattern(
        html(
            "embed_foot",
            fictional=fictional,
            published_by=publisher,
            lines=[gap(f"line_{number}") for number in range(lines)],
            address=gap("address"),
            title=gap("title"),
        )
    )


def heading(title: Markup | str, kind: str = "") -> Markup:
    """Return the heading of an embed, with what kind of thing it is."""
    return html("embed_heading", level=TOP, kind=kind, title=title)
