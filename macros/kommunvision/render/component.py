"""A component's own description: its parameters, which are enforced, and its examples."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import yaml
from markupsafe import Markup

from kommunvision.text.prose import SCHEMES

FOLDER = Path(__file__).parent / "components"

# In C it takes a tenth of the time, and every command that makes a page waits for it.
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a component is told: ``text`` is escaped, ``html`` must be finished already."""

    name: str
    type: str
    """``text``, ``html``, ``address``, ``flag``, ``number`` or ``list``."""
    description: str
    required: bool = False
    of: tuple[Parameter, ...] = ()
    """Parameters of each item of a list; none for a list of finished HTML."""
    repeats: bool = False
    """Whether the items of this list have the shape of the list around it."""

    def fault(self, value: object) -> str | None:
        """Say what is wrong with a value, if anything."""
        if value is None:
            return f"{self.name} is required" if self.required else None
        if self.type == "html" and not isinstance(value, Markup):
            return f"{self.name} must be finished HTML"
        if self.type == "address" and not _leads_somewhere(str(value)):
            return f"{self.name} is no address to link to"
        return None


@dataclass(frozen=True, slots=True)
class Example:
    """A use of a component, shown to people and run by the tests."""

    name: str
    arguments: Mapping[str, Any]


@dataclass(frozen=True)
class Component:
    """A component as its ``component.yaml`` describes it."""

    name: str
    purpose: str
    inline: bool
    """Whether it stands within a line of text; else it is one block of HTML."""
    parameters: tuple[Parameter, ...]
    examples: tuple[Example, ...]

    def complete(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """Return every parameter with its value, none where an optional one is left out."""
        complete = {**self._nothing, **given}
        faults = [fault for one in self._particular if (fault := one.fault(complete[one.name]))]
        if len(complete) > len(self._nothing):
            unknown = sorted(complete.keys() - self._nothing.keys())
            faults = [*(f"{name} is no parameter" for name in unknown), *faults]
        if faults:
            raise TypeError(f"component {self.name}: {', '.join(faults)}")
        return complete

    # Asked at each use, so they are made once.

    @cached_property
    def _nothing(self) -> dict[str, None]:
        return dict.fromkeys(parameter.name for parameter in self.parameters)

    @cached_property
    def _particular(self) -> tuple[Parameter, ...]:
        """The parameters that not every value is right for."""
        return tuple(
            one for one in self.parameters if one.required or one.type in {"html", "address"}
        )


@cache
def component(name: str) -> Component:
    """Read the description of a component."""
    text = (FOLDER / name / "component.yaml").read_text("utf-8")
    told = yaml.load(text, Loader=_Loader)  # noqa: S506 - either is a safe one
    parameters = _parameters(told["parameters"])
    return Component(
        name=name,
        purpose=told["purpose"],
        inline=told.get("inline", False),
        parameters=parameters,
        examples=tuple(
            Example(example["name"], _typed(parameters, example["arguments"]))
            for example in told["examples"]
        ),
    )


def components() -> tuple[Component, ...]:
    """Return every component, by name."""
    return tuple(component(path.parent.name) for path in sorted(FOLDER.glob("*/component.yaml")))


def _leads_somewhere(address: str) -> bool:
    before, colon, _ = address.partition(":")
    relative = not colon or any(sign in before for sign in "/?#")
    return relative or before.lower() in SCHEMES


def _parameters(rows: Sequence[Mapping[str, Any]]) -> tuple[Parameter, ...]:
    return tuple(
        Parameter(
            name=row["name"],
            type=row["type"],
            description=row["description"],
            required=row.get("required", False),
            of=_parameters(row.get("of", ())),
            repeats=row.get("repeats", False),
        )
        for row in rows
    )


def _typed(parameters: Sequence[Parameter], given: Mapping[str, Any]) -> dict[str, Any]:
    """Return an example's arguments with HTML marked as such, and lists filled out."""
    by_name = {parameter.name: parameter for parameter in parameters}
    return {name: _value(by_name[name], value) for name, value in given.items()}


def _value(parameter: Parameter, value: Any) -> Any:  # noqa: ANN401 - whatever an example holds
    if parameter.type == "html":
        return Markup(value)  # noqa: S704 - the examples are the project's own
    if parameter.type != "list":
        return value
    if not parameter.of:
        return [Markup(item) for item in value]  # noqa: S704 - as above
    shape = [parameter if own.repeats else own for own in parameter.of]
    names = [own.name for own in parameter.of]
    typed = (
        {n: _value(own, item[n]) for n, own in zip(names, shape, strict=True) if n in item}
        for item in value
    )
    empty: dict[str, Any] = {own.name: [] if own.type == "list" else None for own in parameter.of}
    return [{**empty, **item} for item in typed]
