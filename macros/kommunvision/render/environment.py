"""The one Jinja environment in which components become HTML; everything is escaped in it."""

from __future__ import annotations

import re
from collections.abc import Mapping, MutableMapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup, escape

from kommunvision.render.charts import shapes
from kommunvision.render.component import FOLDER, component
from kommunvision.swedish.labels import label

_BLANK_LINES = re.compile(r"\n\s*\n")


def phrase(key: str, **values: object) -> Markup:
    """Return a label as HTML; values are escaped unless they are finished HTML."""
    return escape(label(key)).format(**values)


class _Environment(Environment):
    """Jinja's, with the names that every template knows in one dictionary.

    They are copied each time that a template is rendered, and Jinja's own two maps, one laid over
    the other, take most of the time that a small template does.
    """

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Return what a template knows, whoever renders it."""
        return {**self.globals, **(d or {})}


def environment(*folders: Path) -> Environment:
    """Return an environment for templates in folders, of which the first that has a name wins."""
    made = _Environment(
        loader=FileSystemLoader(folders),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.globals.update(label=label, phrase=phrase, shape=shapes.drawn)
    return made


def as_block(made: str) -> Markup:
    """Return what a template has made, without blank lines: so Markdown leaves it whole."""
    return Markup(_BLANK_LINES.sub("\n", made.strip()))  # noqa: S704 - the template has escaped it


# Small ones, of plain values, that stand again and again on page after page.
_RECURRING = frozenset({"link", "missing", "status", "status_mark", "trend"})


class Components:
    """Every component by name, as the package has it; a site puts its own in the page shell."""

    def __init__(self) -> None:
        """Read no template before it is asked for."""
        self._environment = environment(FOLDER)
        self._templates: dict[str, Template] = {}
        self._made_before = lru_cache(maxsize=3_000)(self._make_of)

    def render(self, name: str, /, **arguments: Any) -> Markup:  # noqa: ANN401 - the component knows
        """Return a component as one block of HTML."""
        if name in _RECURRING:
            # Finished HTML and a text of the same letters are equal, but not the same.
            kinds = tuple(map(type, arguments.values()))
            return self._made_before(name, tuple(arguments.items()), kinds)
        return self._make(name, arguments)

    def _make_of(
        self,
        name: str,
        items: tuple[tuple[str, Any], ...],
        _kinds: tuple[type, ...],
    ) -> Markup:
        return self._make(name, dict(items))

    def _make(self, name: str, arguments: Mapping[str, Any]) -> Markup:
        if name not in self._templates:
            self._templates[name] = self._environment.get_template(f"{name}/template.html")
        return as_block(self._templates[name].render(component(name).complete(arguments)))


@cache
def own_components() -> Components:
    """Return the package's own components; their templates are read once."""
    return Components()
