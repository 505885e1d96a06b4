"""What every page is made of: the way to it, its headings, and where its content comes from."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import replace
from functools import cache, lru_cache
from pathlib import Path
from textwrap import shorten
from typing import Any

from markupsafe import Markup, escape

from kommunvision.address import Place, place
from kommunvision.artifact import Crumb, Heading, Page
from kommunvision.chain import GoalSystem, Site
from kommunvision.model import Contact, Item, Kommun
from kommunvision.origin import Origin
from kommunvision.pages.made_of import files_of, folders_of
from kommunvision.render.environment import environment, rendering
from kommunvision.render.views import Views
from kommunvision.swedish.format import amount
from kommunvision.swedish.labels import label
from kommunvision.text.ascii import ascii_id
from kommunvision.text.prose import to_html

LONGEST_DESCRIPTION = 160

# With less room than this nobody sees which page is meant.
_LEAST_ROOM = 60

# The heading that the component for sources brings along, last on every page.
SOURCES_ANCHOR = "varifran"

# The page shell's own fragment for the content.
CONTENT_ANCHOR = "innehall"

_TEMPLATES = environment(Path(__file__).parent / "templates")

# A step on the way to a page: its title and its address.
Step = tuple[str, str]


def html(template: str, **values: Any) -> Markup:  # noqa: ANN401 - the template knows
    """Return a template of the pages as one block of HTML without blank lines."""
    return _rendering(template)(values)


@lru_cache(maxsize=1_000, typed=True)
def again(template: str, **values: Hashable) -> Markup:
    """Return the same as ``html``, of what stands with the same values on page after page."""
    return html(template, **values)


@cache
def _rendering(template: str) -> Callable[[Mapping[str, Any]], Markup]:
    return rendering(_TEMPLATES, f"{template}.html")


def empty(key: str, **values: object) -> Markup:
    """Return the plain statement that something is not there."""
    return again("empty", text=label(key, **values))


def prose(text: str | None) -> Markup:
    """Return a text of our own as HTML; nothing if there is none."""
    return to_html(text) if text else Markup()


def counted(key: str, number: int) -> str:
    """Return so many of something, in words up to twelve."""
    return amount(number, label(f"{key}_article"), label(f"{key}_one"), label(f"{key}_many"))


def describe(key: str, answer: str | None = None, **values: str) -> str:
    """Return a page's description: whole words, never too long to be shown.

    What the page is comes first, since an answer says nothing to somebody who does not see of what.
    It gives way where both do not fit, for it stands in the title that is shown above.
    """
    room = LONGEST_DESCRIPTION - len(answer or "") - 1
    if answer and room >= _LEAST_ROOM:
        return f"{_shortened(f'{key}_answered', room, values)} {answer}"
    return _shortened(key, LONGEST_DESCRIPTION, values)


def _shortened(key: str, longest: int, values: dict[str, str]) -> str:
    told = label(key, **values)
    for name in sorted(values, key=lambda name: -len(values[name])):
        over = len(told) - longest
        if over <= 0:
            break
        values[name] = shorten(
            values[name],
            max(len(values[name]) - over, 1),
            placeholder=" …",
            break_long_words=False,
            break_on_hyphens=False,
        )
        told = label(key, **values)
    return told


def published_by(kommun: Kommun) -> str | None:
    """Return who publishes the pages, where it is not the kommun itself."""
    if not kommun.publisher:
        return None
    return label("published_by", publisher=kommun.publisher, kommun=kommun.formal_name)


def only_kommun(site: Site) -> GoalSystem | None:
    """Return the kommun that has the whole site for itself, if one has."""
    first = site.systems[0] if len(site.kommuner) == 1 else None
    return first if first and not first.kommun.slug else None


def origin_of(site: Site) -> Origin:
    """Return where a page that spans kommuner has its content from: the first kommun's file."""
    return site.kommuner[0].where.origin if site.kommuner else Origin("data")


def as_publisher(kommun: Kommun, contact: Contact) -> Kommun:
    """Return those who answer for a kommun's pages, under their own name, for a view of contact."""
    if kommun.publisher:
        kommun = replace(kommun, formal_name=kommun.publisher, url=None)
    return replace(kommun, contact=contact)


def standing(views: Views, item: Item) -> Markup:
    """Return that an object is neither decided nor in force, where that is so."""
    told = views.standing_apart(item)
    return html("intro", text=told) if told else Markup()


class Draft:
    """A page while it is being written, from top to bottom."""

    def __init__(
        self, site: Site, system: GoalSystem | None, url: str, reserved: Iterable[str] = ()
    ) -> None:
        """Begin the page at ``url``; ``reserved`` are the fragments that belong to objects."""
        self.url = url
        self.views = Views(site, system, url)
        self._site = site
        self._system = system
        self._taken = {SOURCES_ANCHOR, CONTENT_ANCHOR, *reserved}
        self._blocks: list[Markup] = []
        self._heard: dict[int, str] = {}
        self._headings: list[tuple[Heading, list[Heading]]] = []

    def add(self, *blocks: Markup) -> None:
        """Go on with blocks of HTML; empty ones leave no trace."""
        self._blocks.extend(block for block in blocks if block)

    def section(
        self,
        title: str,
        *blocks: Markup,
        anchor: str | None = None,
        target: Markup | None = None,
        former: Iterable[str] = (),
    ) -> None:
        """Add a heading with what stands below it, unless nothing does.

        Args:
            title: The heading as plain text.
            blocks: What stands below it.
            anchor: Fragment of the heading, for an object's own id; else made from the title.
            target: The heading as a link, where it leads somewhere.
            former: Fragments that also lead here.
        """
        if any(blocks):
            name = anchor or self._anchor(title)
            self._headings.append((Heading(title, name), []))
            self._head(2, name, target or title, former, blocks)

    def finished(self, title: str, section: Markup, *, anchor: str, heard: str) -> None:
        """Add a section whose HTML is there already, with its heading.

        Args:
            title: The heading as plain text.
            section: The section.
            anchor: Fragment of the heading.
            heard: What a search finds it by; not by all that it shows of other pages.
        """
        self._headings.append((Heading(title, anchor), []))
        self._taken.add(anchor)
        self._blocks.append(section)
        self._heard[len(self._blocks) - 1] = f"<h2>{escape(heard)}</h2>"

    def subsection(
        self,
        title: str,
        *blocks: Markup,
        anchor: str | None = None,
        former: Iterable[str] = (),
    ) -> None:
        """Add a heading within the latest section, as ``section`` does."""
        if any(blocks):
            name = anchor or self._anchor(title)
            self._headings[-1][1].append(Heading(title, name))
            self._head(3, name, title, former, blocks)

    def page(  # noqa: PLR0913 - a page has so many parts, each given by name
        self,
        heading: str,
        *,
        description: str,
        origin: Origin,
        sources: Iterable[Item] | None,
        answers: bool = False,
        elsewhere: str | None = None,
        title: str | None = None,
        kicker: str | None = None,
        way: Iterable[Step] = (),
        section: str | None = None,
        made_of: Iterable[str] = (),
    ) -> Page:
        """Finish the page.

        Args:
            heading: The page's only h1.
            description: One sentence on what the page is.
            origin: Where its content is written.
            answers: Whether the description is what the page has to say.
            sources: The objects whose sources it rests on; none for a page that rests on none.
            elsewhere: Where such a page has its content from; else it spans kommuner.
            title: Title for tabs and search; the heading with the kommun's name if not given.
            kicker: What kind of thing it is.
            way: Steps between the start page and this one.
            section: Address of the menu item that it belongs under.
            made_of: Files and folders that its content is written in beside its origin and those
                of the objects whose sources it rests on.
        """
        items = () if sources is None else tuple(sources)
        told = elsewhere or label("sources_elsewhere")
        spans = again("sources_elsewhere", anchor=SOURCES_ANCHOR, text=told)
        self.add(spans if sources is None else self.views.sources(items))
        kommun = self._system.kommun if self._system else None
        headings = [Heading(top.title, top.anchor, tuple(sub)) for top, sub in self._headings]
        return Page(
            url=self.url,
            title=title or (f"{heading} – {kommun.name}" if kommun else heading),
            heading=heading,
            body="\n".join(self._blocks),
            description=description,
            origin=origin,
            answers=answers,
            kicker=kicker,
            breadcrumbs=tuple(self._trail(way, heading)),
            toc=(*headings, Heading(label("sources_heading"), SOURCES_ANCHOR)),
            section=section,
            heard=self._read(),
            kommun=kommun.slug if kommun else None,
            made_of=(
                *(files_of(self._system, items) if self._system else folders_of(self._site)),
                origin.path,
                *made_of,
            ),
        )

    def _head(
        self,
        level: int,
        anchor: str,
        title: Markup | str,
        former: Iterable[str],
        blocks: Iterable[Markup],
    ) -> None:
        self._taken.add(anchor)
        made = again("heading", level=level, anchor=anchor, title=title, former=tuple(former))
        self.add(made, *blocks)

    def _read(self) -> str | None:
        """Return what a search reads, where that is not the body."""
        if not self._heard:
            return None
        blocks = enumerate(self._blocks)
        return "\n".join(self._heard.get(number, block) for number, block in blocks)

    def _anchor(self, title: str) -> str:
        stem = ascii_id(title)
        name, number = stem, 1
        while name in self._taken:
            number += 1
            name = f"{stem}-{number}"
        return name

    def _trail(self, way: Iterable[Step], heading: str) -> list[Crumb]:
        """Return the steps from the portal down; the start pages go by their short names."""
        only = only_kommun(self._site)
        steps = [] if only else [(label("all_kommuner"), "")]
        home = only or self._system
        if home:
            steps.append((home.kommun.name, place(home.kommun, Place.START)))
        steps = [*steps, *way]
        if steps[-1][1] != self.url:
            steps.append((heading, self.url))
        return [*(Crumb(title, url) for title, url in steps[:-1]), Crumb(steps[-1][0], None)]
