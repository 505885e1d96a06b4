"""The page that a macro stands on: set by the MkDocs plugin, read by the macros."""

from __future__ import annotations

from collections.abc import Iterable
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup

from kommunvision.chain import GoalSystem, Site
from kommunvision.model import Item
from kommunvision.render.views import Views
from kommunvision.text.slots import Slots

Ids = str | Iterable[str]
"""What a macro is given where one id or several may be named."""


def each(ids: Ids) -> tuple[str, ...]:
    """Return ids one by one, also where there is only one."""
    return (ids,) if isinstance(ids, str) else tuple(ids)


@dataclass(frozen=True)
class PageContext:
    """A page that an editor writes, while its macros run."""

    site: Site
    home: GoalSystem | None
    """The kommun that the page belongs to; none for pages that span kommuner."""
    here: str
    """The page's address, relative to the site's root."""
    slots: Slots | None = None
    """Where finished HTML waits while Markdown runs; without it a macro gives its HTML at once."""

    @cached_property
    def own(self) -> Views:
        """Views of the page's own kommun."""
        return Views(self.site, self.home, self.here)

    def views(self, system: GoalSystem) -> Views:
        """Return views that show a kommun's objects on this page."""
        return self.own if system is self.home else Views(self.site, system, self.here)

    def find(self, reference: str) -> tuple[GoalSystem, Item]:
        """Find an object by ``id`` or ``kommun/id``; the check has seen that it exists."""
        found = self.site.find(reference, self.home.kommun if self.home else None)
        if found is None:
            raise LookupError(f"no object {reference!r} for the page at {self.here!r}")
        return found

    def kommun(self, slug: str | None) -> GoalSystem:
        """Return a kommun by its folder's name, by default the page's own."""
        system = self.home if slug is None else self.site.system(slug)
        if system is None:
            raise LookupError(f"no kommun {slug!r} for the page at {self.here!r}")
        return system

    def give(self, html: Markup, *, block: bool, within: Markup | None = None) -> str:
        """Return what a macro leaves in the Markdown: a token, or the HTML itself."""
        return self.slots.put(html, block=block, within=within) if self.slots else str(html)


_CURRENT: ContextVar[PageContext | None] = ContextVar("page", default=None)


def bind(context: PageContext | None) -> None:
    """Make a page the one that macros stand on, until the next; none when there is no page."""
    _CURRENT.set(context)


def current() -> PageContext | None:
    """Return the page that macros stand on, if the plugin has said which."""
    return _CURRENT.get()
