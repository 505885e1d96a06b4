"""The Jinja environment of editors' pages: it knows our macros and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Mapping, MutableMapping
from typing import Any

from jinja2 import StrictUndefined, Template
from jinja2.exceptions import TemplateSyntaxError
from jinja2.nodes import Template as ParsedTemplate
from jinja2.sandbox import SandboxedEnvironment

from kommunvision.swedish.macros import BY_NAME, FLAGS
from kommunvision.text.calls import parse
from kommunvision.text.fault import Fault


class RefusedError(TemplateSyntaxError):
    """A page holds something else than text and macro calls."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        first = faults[0]
        super().__init__(f"{first.code} {first.word} (column {first.column})", first.line)
        self.faults = faults


class _Text(Template):
    """A page that is rendered without the variables that mkdocs-macros offers to every page."""

    def render(self, /, *_args: Any, **_variables: Any) -> str:  # noqa: ANN401 - as the base class
        return super().render()


class MacroEnvironment(SandboxedEnvironment):
    """An environment for Markdown that can do no more than call our macros.

    The MkDocs plugin puts it in the place of mkdocs-macros' own environment. What it is given to
    render is judged by ``parse`` first, so that check and build never differ.
    """

    template_class = _Text

    def __init__(self, functions: Mapping[str, Callable[..., str]]) -> None:
        super().__init__(undefined=StrictUndefined, keep_trailing_newline=True, loader=None)
        self.filters.clear()
        self.tests.clear()
        self.globals.clear()
        known = {name: function for name, function in functions.items() if name in BY_NAME}
        self.globals.update({**FLAGS, **known})

    def from_string(
        self,
        source: str | ParsedTemplate,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002, ARG002 - as the base class
        template_class: type[Template] | None = None,  # noqa: ARG002 - as the base class
    ) -> Template:
        """Make a template of a page, or refuse it."""
        if not isinstance(source, str):
            raise TypeError("a page is text")
        _, faults = parse(source)
        if faults:
            raise RefusedError(faults)
        return super().from_string(source)
