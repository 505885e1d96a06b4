"""What stands around the content of pages, rendered once for all those where it is the same."""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from markupsafe import Markup
from mkdocs.utils.templates import TemplateContext

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
    shared: bool
    """Whether pages may share it: hooks and other plugins may change what each of them is given."""
    _made: dict[Surroundings, Around] = field(default_factory=dict)

    def of(self, context: TemplateContext) -> Around:
        """Return what stands around a template's own parts, by all that the template is given."""
        page, shown = context["page"], context["shell"].around  # type: ignore[typeddict-item]
        if page is None or not self.shared:
            return self.rendered(context)
        if shown not in self._made:
            here = _Here(page.url)
            self._made[shown] = self.rendered({**context, "shell": shown, "page": here})
        return self._made[shown]

    def rendered(self, context: Mapping[str, Any]) -> Around:
        """Render it for what a template is given."""
        template = self.env.get_template(_TEMPLATE)
        given = template.new_context(dict(context))
        made = {name: "".join(block(given)) for name, block in template.blocks.items()}
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
