"""Reads a page's HTML as a reader would: words, links, headings, what stands under what."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from posixpath import normpath

from kommunvision.artifact import Page
from kommunvision.chain import GoalSystem, Site
from kommunvision.model import Kommun
from kommunvision.pages import pages_of, shared_pages


@dataclass
class Section:
    """What stands between a heading and the next one of level 2."""

    title: str = ""
    words: str = ""
    links: list[str] = field(default_factory=list)
    pairs: set[tuple[str, str]] = field(default_factory=set)
    """Links in nested lists: the one above, which may be the heading, and the one right below."""
    top: str | None = None
    """The link that the heading is, if it is one."""
    groups: list[tuple[list[str], list[str]]] = field(default_factory=list)
    """Links in each heading of level 3, and those below it."""


@dataclass
class Read:
    """What a page says."""

    words: str
    links: list[str]
    ids: list[str]
    levels: list[int]
    sections: list[Section]
    tags: set[str]

    def section(self, start: str) -> Section:
        """The section whose heading starts so."""
        return next(one for one in self.sections if one.title.startswith(start))


class _Reader(HTMLParser):
    def __init__(self, url: str) -> None:
        super().__init__()
        self.url = url
        self.read = Read("", [], [], [], [Section()], set())
        self.heading = False
        self.subheading = False
        self.items: list[str | None] = []
        self.drawing = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.read.tags.add(tag)
        self.drawing = self.drawing or tag == "svg"
        if "id" in given:
            self.read.ids.append(given["id"] or "")
        if tag in {"h2", "h3", "h4"}:
            self.read.levels.append(int(tag[1]))
        if tag == "h2":
            self.heading = True
            self.read.sections.append(Section())
        if tag == "h3":
            self.subheading = True
            self.read.sections[-1].groups.append(([], []))
        if tag == "li":
            self.items.append(None)
        if tag == "a" and given.get("href") and not self.drawing:
            self._link(absolute(given["href"] or "", self.url))

    def _link(self, target: str) -> None:
        self.read.links.append(target)
        section = self.read.sections[-1]
        section.links.append(target)
        if self.heading:
            section.top = target
        if section.groups:
            section.groups[-1][0 if self.subheading else 1].append(target)
        if self.items and self.items[-1] is None:
            above = [item for item in (section.top, *self.items) if item]
            self.items[-1] = target
            if above:
                section.pairs.add((above[-1], target))

    def handle_endtag(self, tag: str) -> None:
        if tag == "h2":
            self.heading = False
        if tag == "h3":
            self.subheading = False
        if tag == "li":
            self.items.pop()
        if tag == "svg":
            self.drawing = False

    def handle_data(self, data: str) -> None:
        if self.drawing:
            return
        self.read.words += data
        if self.heading:
            self.read.sections[-1].title += data
        else:
            self.read.sections[-1].words += data


def absolute(href: str, url: str) -> str:
    """An address relative to the site's root for a link on the page at ``url``."""
    if ":" in href:
        return href
    path, hash_sign, fragment = href.partition("#")
    if not path:
        return f"{url}#{fragment}"
    found = normpath(f"/{url}{path}").lstrip("/")
    if path.endswith("/") and found:
        found += "/"
    return f"{found}{hash_sign}{fragment}"


def read(page: Page) -> Read:
    """Read a page."""
    reader = _Reader(page.url)
    reader.feed(page.body)
    reader.close()
    result = reader.read
    result.words = plain(result.words)
    for section in result.sections:
        section.title, section.words = plain(section.title), plain(section.words)
    return result


def plain(text: str) -> str:
    """The text on one line."""
    return " ".join(text.split())


def site_of(*kommuner: Kommun) -> Site:
    """The site of some kommuner."""
    return Site(GoalSystem(kommun) for kommun in kommuner)


def all_pages(site: Site) -> Iterator[Page]:
    """Every generated page of a site."""
    for system in site.systems:
        yield from pages_of(site, system)
    yield from shared_pages(site)


def by_url(*kommuner: Kommun) -> dict[str, Page]:
    """Every generated page of a site with these kommuner, by address."""
    return {page.url: page for page in all_pages(site_of(*kommuner))}
