"""The frame of each page: what ``theme/base.html`` prints around the content."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, fields
from functools import wraps
from typing import Any

from markupsafe import Markup
from mkdocs import utils

from kommunvision.address import Place, place
from kommunvision.artifact import Crumb, InLanguage
from kommunvision.export import DataFile
from kommunvision.model import Kommun
from kommunvision.pages.menu import MenuItem
from kommunvision.pages.parts import published_by
from kommunvision.picture.sharing import HEIGHT, WIDTH
from kommunvision.render.views.evidence import dial
from kommunvision.swedish.labels import label


@dataclass(frozen=True, slots=True)
class TocEntry:
    """A second-level heading of the page."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Listed:
    """A page in the list for search engines."""

    url: str
    changed: str | None
    """Day of its last change, where git knows it."""


@dataclass(frozen=True, slots=True)
class SharedPicture:
    """The picture that goes with a link to the page."""

    url: str
    """Whole address, with the name of the site's server."""
    words: str
    """What it says, for those who do not see it."""
    width: int = WIDTH
    height: int = HEIGHT


@dataclass(frozen=True, slots=True)
class Feed:
    """Where readers of feeds find what is new about a kommun."""

    path: str
    title: str


@dataclass(frozen=True, slots=True)
class ContactCard:
    """How to reach a kommun, as the footer shows it."""

    heading: str
    unit: str | None
    phone: str | None
    dial: str | None
    """The telephone number as an address."""
    email: str | None
    website: str | None
    address: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KommunCard:
    """What the frame shows of the kommun that a page belongs to."""

    formal_name: str
    home: str
    fictional: bool
    logotype: str | None
    contact: ContactCard | None
    published_by: str | None
    """A sentence on who publishes the pages, when it is not the kommun."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Surroundings:
    """What stands around pages, the same for many; addresses are relative to the site's root."""

    site_name: str
    stylesheets: tuple[str, ...]
    search: str | None
    searching: bool
    kommun: KommunCard | None
    menu: tuple[MenuItem, ...]
    about: tuple[MenuItem, ...]

    @property
    def shown(self) -> dict[str, Any]:
        """All of it, by name."""
        return {one.name: getattr(self, one.name) for one in fields(self)}

    @property
    def addresses(self) -> Iterator[str]:
        """Everything that is linked to."""
        yield from self.stylesheets
        yield from (item.url for item in (*self.menu, *self.about))
        if self.search is not None:
            yield self.search
        if self.kommun:
            yield self.kommun.home
            yield self.kommun.logotype or ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shell:
    """Everything that the frame of one page shows; addresses are relative to the site's root."""

    around: Surroundings
    """What it has in common with other pages."""
    site_name: str
    title: str = ""
    title_full: str = ""
    description: str | None = None
    canonical: str | None = None
    picture: SharedPicture | None = None
    noindex: bool = False
    stylesheets: tuple[str, ...] = ()
    search: str | None = None
    """Address of the search that the page leads to."""
    searching: bool = False
    """Whether the page is the search itself, and needs its script."""
    kommun: KommunCard | None = None
    menu: tuple[MenuItem, ...] = ()
    about: tuple[MenuItem, ...] = ()
    """The links at the foot of every page."""
    data: tuple[DataFile, ...] = ()
    """What the page shows, as data."""
    feed: Feed | None = None
    linked_data: Markup | None = None
    """What search engines read, as JSON that is safe in a page."""
    breadcrumbs: tuple[Crumb, ...] = ()
    lang: str = "sv"
    """The mark of the language that the content is in; all around it is Swedish."""
    versions: tuple[InLanguage, ...] = ()
    """The pages that say the same in other languages, this one among them."""
    here: str = ""
    """Address of the page."""
    kicker: str | None = None
    heading: Markup = Markup()  # noqa: RUF009 - immutable
    """The page's h1, as HTML."""
    toc: tuple[TocEntry, ...] = ()
    changed: str | None = None
    embedding: str | None = None
    """Address of the page that tells how to embed what this one shows."""
    oembed: str | None = None
    """Whole address of what the page is as an embed, by the standard oEmbed."""
    edit_url: str | None = None
    edit_label: str = field(default_factory=lambda: label("edit_page"))

    def label(self, key: str) -> str:
        """Return the words for a key of the table of labels."""
        return label(key)


def kommun_card(kommun: Kommun) -> KommunCard:
    """Return what the frame shows of a kommun."""
    home = place(kommun, Place.START)
    contact = kommun.contact
    card = None
    if contact is not None:
        lines = tuple(line for line in (contact.address or "").splitlines() if line.strip())
        card = ContactCard(
            label("contact_kommun", kommun=kommun.formal_name),
            contact.unit,
            contact.phone,
            dial(contact.phone) if contact.phone else None,
            contact.email,
            contact.url,
            lines,
        )
    logotype = f"{home}{kommun.logotype.file}" if kommun.logotype else None
    return KommunCard(
        kommun.formal_name, home, kommun.fictional, logotype, card, published_by(kommun)
    )


def full_title(*parts: str) -> str:
    """Join page, kommun and site for the browser's tab, each once."""
    return " | ".join(dict.fromkeys(part for part in parts if part))


def by_page(files: Iterable[DataFile]) -> dict[str, tuple[DataFile, ...]]:
    """Return files of open data by the page that shows the same."""
    found: defaultdict[str, list[DataFile]] = defaultdict(list)
    for file in files:
        if file.page is not None:
            found[file.page].append(file)
    return {url: tuple(listed) for url, listed in found.items()}


def forget_addresses() -> None:
    """Let go of the addresses of a run; MkDocs keeps those of every run until the process ends."""
    utils._norm_parts.cache_clear()  # noqa: SLF001 - it offers no other way
    utils._get_norm_url.cache_clear()  # noqa: SLF001 - as above


def with_slash(url_filter: Callable[..., str]) -> Callable[..., str]:
    """Let MkDocs' filter for links end the address of a folder with a slash.

    Without it a server must answer with the right address first, and some answer with an error.
    """

    @wraps(url_filter)
    def made(*arguments: object) -> str:
        found = url_filter(*arguments)
        is_folder = found == "." or found.endswith(("/.", ".."))
        return f"{found.removesuffix('/.')}/" if is_folder else found

    return made
