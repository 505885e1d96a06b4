"""What stands around the content of pages, rendered once for all those where it is the same."""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import Any

from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig

from kommunvision.plugin.shell import Surroundings

_TEMPLATE = "around.html"
# Where the files of the frame lie, whose names stand in the template.
_FILES = "assets/"


@dataclass(frozen=True, slots=True)
class Around:
    """The blocks of ``theme/around.html``, finished."""

    styles: Markup
    scripts: Markup
    header: Markup
    menu: Markup
    footer: Markup


@dataclass(frozen=True, slots=True)
class _Here:
    """What links are relative to."""

    url: str


@dataclass(frozen=True, slots=True)
class Arounds:
    """Renders what stands around the pages of one run."""

    env: Any
    """Jinja's."""
    config: MkDocsConfig
    _made: dict[Surroundings, Around] = field(default_factory=dict)

    def of(self, shown: Surroundings, url: str) -> Around:
        """Return what stands around the page at an address."""
        if shown not in self._made:
            self._made[shown] = self.rendered(shown, _Here(url))
        return self._made[shown]

    def rendered(self, shown: Surroundings, page: _Here | None = None, base: str = "") -> Around:
        """Render it; for a template without a page, as seen from an address that is told."""
        template = self.env.get_template(_TEMPLATE)
        context = template.new_context(
            {"shell": shown, "config": self.config, "page": page, "base_url": base}
        )
        made = {name: "".join(block(context)) for name, block in template.blocks.items()}
        return Around(**{name: Markup(html) for name, html in made.items()})  # noqa: S704 - escaped


def standing(url: str, passed: Collection[str]) -> str:
    """Return the same for all pages that have the same around them.

    In a folder every link is the same from all pages, and so is the way up from each, unless it
    leads to a page itself or further down.

    Args:
        url: A page.
        passed: What leads to all that is linked to.
    """
    here = url.rstrip("/")
    alone = here in passed or url.startswith(_FILES)
    return here if alone else f"{posixpath.dirname(here)}/*"


def all_passed(*addresses: str) -> frozenset[str]:
    """Return addresses with all pages that they lie below."""
    return frozenset(step for address in addresses for step in _steps(address))


def _steps(address: str) -> Iterator[str]:
    parts = posixpath.normpath(f"/{address}").split("/")
    return ("/".join(parts[1:number]) for number in range(1, len(parts) + 1))
