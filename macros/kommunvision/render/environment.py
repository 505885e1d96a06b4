"""The one Jinja environment in which components become HTML; everything is escaped in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, MutableMapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.compiler import CodeGenerator
from jinja2.runtime import Context
from markupsafe import Markup, escape

from kommunvision.render.charts import shapes
from kommunvision.render.compiled import COMPILED
from kommunvision.render.component import FOLDER, component
from kommunvision.render.escaping import escaped
from kommunvision.swedish.labels import label

_BLANK_LINES = re.compile(r"\n\s*\n")


def phrase(key: str, **values: object) -> Markup:
    """Return a label as HTML; values are escaped unless they are finished HTML."""
    filled = {name: escaped(value) for name, value in values.items()}
    return Markup(_words(key).format(**filled))  # noqa: S704 - words and values are escaped


@cache
def _words(key: str) -> str:
    return str(escape(label(key)))


class _Generator(CodeGenerator):
    """Jinja's, but every value is escaped by ``escaped``."""

    def _output_child_pre(self, *_: Any, **__: Any) -> None:  # noqa: ANN401 - whatever it is
        self.write("environment.escaped(")


class _Environment(Environment):
    """Jinja's, without what takes most of the time that a small template does.

    The names that every template knows are in one dictionary, since they are copied each time that
    a template is rendered; Jinja's own two maps are laid one over the other.
    """

    code_generator_class = _Generator
    escaped = staticmethod(escaped)

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Return what a template knows, whoever renders it."""
        return {**self.globals, **(d or {})}

    def getattr(self, obj: Any, attribute: str) -> Any:  # noqa: ANN401 - whatever a template has
        """Return what an object has by a name; a dictionary has keys before it has methods."""
        if type(obj) is dict and attribute in obj:
            return obj[attribute]
        return super().getattr(obj, attribute)


def environment(*folders: Path) -> Environment:
    """Return an environment for templates in folders, of which the first that has a name wins."""
    made = _Environment(
        loader=FileSystemLoader(folders),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=COMPILED,
    )
    made.globals.update(label=label, phrase=phrase, shape=shapes.drawn)
    return made


def rendering(templates: Environment, path: str) -> Callable[[Mapping[str, Any]], Markup]:
    """Return what makes a template of values one block of HTML.

    Jinja's own ``render`` does the same, and more that none of these small templates asks for.
    """
    template = templates.get_template(path)
    make, known, name = template.root_render_func, template.globals, template.name

    def block(values: Mapping[str, Any]) -> Markup:
        try:
            made = "".join(make(Context(templates, {**known, **values}, name, template.blocks)))
        except Exception:  # noqa: BLE001 - it is raised again, with the template's line
            templates.handle_exception()
        return as_block(made)

    return block


def as_block(made: str) -> Markup:
    """Return what a template has made, without blank lines: so Markdown leaves it whole."""
    text = made.strip()
    if "\n" in text:
        text = _BLANK_LINES.sub("\n", text)
    return Markup(text)  # noqa: S704 - the template has escaped it


# Small ones, of plain values, that stand again and again on page after page.
_RECURRING = frozenset({"link", "missing", "status", "status_mark", "trend"})


class Components:
    """Every component by name, as the package has it; a site puts its own in the page shell."""

    def __init__(self) -> None:
        """Read no template before it is asked for."""
        self._environment = environment(FOLDER)
        self._blocks: dict[str, Callable[[Mapping[str, Any]], Markup]] = {}
        # Finished HTML and a text of the same letters are equal, but of two types.
        self._made_before = lru_cache(maxsize=3_000, typed=True)(self._make)

    def render(self, name: str, /, **arguments: Any) -> Markup:  # noqa: ANN401 - the component knows
        """Return a component as one block of HTML."""
        if name in _RECURRING:
            return self._made_before(name, **arguments)
        return self._make(name, **arguments)

    def _make(self, name: str, /, **arguments: Any) -> Markup:  # noqa: ANN401 - as above
        if name not in self._blocks:
            self._blocks[name] = rendering(self._environment, f"{name}/template.html")
        return self._blocks[name](component(name).complete(arguments))


@cache
def own_components() -> Components:
    """Return the package's own components; their templates are read once."""
    return Components()
