"""What leaves the engine: a file of any kind, and the page as its most common kind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from kommunvision.origin import Origin


@dataclass(frozen=True, slots=True)
class Artifact:
    """A file of the finished site."""

    path: str
    """Where it is published, relative to the site's root: ``exempelby/profil.css``."""
    content: str | bytes
    """The whole content; text is written as UTF-8 with line feeds."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading that a page's table of contents lists."""

    title: str
    anchor: str
    children: tuple[Heading, ...] = ()


@dataclass(frozen=True, slots=True)
class Crumb:
    """A step on the way from the start page; the page itself has no address here."""

    title: str
    url: str | None
    lang: str | None = None
    """The mark of its language, where that is not Swedish."""


@dataclass(frozen=True, slots=True)
class InLanguage:
    """A page among those that say the same in different languages."""

    name: str
    """Of the language, as those who speak it write it."""
    url: str
    """Address relative to the site's root."""
    lang: str
    """The mark of the language by BCP 47."""
    hreflang: str
    """The same, and for easy Swedish one that tells it from other Swedish."""
    rtl: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """A generated page, not yet in its shell."""

    url: str
    """Address relative to the site's root, with a closing slash: ``exempelby/mal/utb-2/``."""
    title: str
    """Title for the browser's tab, for search engines and for links."""
    heading: str
    """The page's only h1, as plain text."""
    body: str
    """What stands below the heading, as finished, escaped HTML."""
    description: str
    """One sentence for search engines and for sharing."""
    origin: Origin
    """Where the page's content is written; its edit link leads there."""
    answers: bool = False
    """Whether its description is what the page has to say, and not only what it is about."""
    kicker: str | None = None
    """A word or two above the heading that says what kind of thing this is."""
    breadcrumbs: tuple[Crumb, ...] = ()
    toc: tuple[Heading, ...] = ()
    section: str | None = None
    """Address of the menu item that the page belongs under."""
    kommun: str | None = None
    """Slug of the kommun; none for pages that span kommuner."""
    made_of: tuple[str, ...] = ()
    """The files that its content is written in, and folders with a slash at their ends."""
    indexed: bool = True
    """Whether search engines may list the page."""
    lang: str = "sv"
    """The mark of the language that its content is in."""
    heading_lang: str | None = None
    """The mark of its heading's, where that is another."""
    versions: tuple[InLanguage, ...] = ()
    """The pages that say the same in other languages, this one among them."""
    heard: str | None = None
    """What a search reads, where that is much less than the body."""

    @property
    def source_path(self) -> str:
        """Path of the Markdown file that an editor would write to take this page over."""
        return source_path(self.url)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A finished page without its frame, whoever wrote it; documents are made of these."""

    url: str
    """Address relative to the site's root."""
    heading: str
    """The page's h1, as finished, escaped HTML."""
    body: str
    """What stands below the heading, as finished, escaped HTML."""
    kicker: str | None = None
    above: str | None = None
    """Address of the page that stands right above it on the way from the start page."""
    kommun: str | None = None
    """Slug of the kommun; none for pages that span kommuner."""
    generated: bool = True
    """Whether the engine has made it; else it is an editor's own."""


def source_path(url: str) -> str:
    """Return the path of the Markdown file whose page has an address."""
    return f"{url.rstrip('/')}.md" if url else "index.md"


def page_address(path: str) -> str:
    """Return the address of the page that a Markdown file becomes; both relative to their roots."""
    above, _, last = path.removesuffix(".md").rpartition("/")
    name = "" if last in {"index", "README"} else last
    return "".join(f"{part}/" for part in (above, name) if part)


@dataclass(frozen=True, slots=True)
class Redirect:
    """An old address that leads to a new one; addresses of objects are never lost."""

    url: str
    target: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Contribution:
    """What a kommun adds to pages and files that span kommuner, as finished as it can be."""

    goals: Mapping[str, str]
    """Its goals as HTML, under its name, by the address of the page that they stand on."""
    origins: Mapping[str, Origin]
    """Where it is written that goals contribute to a global goal, by the address of its page."""
    covered: tuple[date, date] | None
    """The first and the last day that it has a value for."""
    publishers: tuple[str, ...]
    """Who publishes the values that it shows beside its own."""
    lines: Mapping[str, str]
    """Its lines in tables of all kommuner, by the address of the file."""
    catalogue: str | None
    """What the catalogue of the site has of it."""
    redirects: tuple[Redirect, ...]
    """Where its old addresses outside its folder lead."""
    gone: tuple[str, ...]
    """Addresses that it has withdrawn."""
    embedders: tuple[str, ...]
    """The websites that may show its embeds."""
