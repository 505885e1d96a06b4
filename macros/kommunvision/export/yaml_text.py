"""Texts, lists and mappings become YAML as a person would write it.

Short things stand on one line and long texts as blocks; quotation marks stand only where the text
would be something else without them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final, TypeAlias

import yaml
from yaml import events as ev
from yaml.emitter import Emitter

Tree: TypeAlias = "str | list[Tree] | dict[str, Tree]"

_WIDTH: Final = 100
_FOLDED: Final = 90
"""A line is folded after the word that reaches this far."""
_INDENT: Final = 2
_ITEM = re.compile(r"^  - ", re.MULTILINE)
_LONG_ITEM = re.compile(r"^    \S", re.MULTILINE)

# Without quotation marks it says that there is nothing.
_NOTHING = "~"


class _Emitter(Emitter):
    """Indents lists below their keys, and prefers the quotation marks that most people know."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002 - as the base class
        super().increase_indent(flow, False)  # noqa: FBT003 - as the base class

    def choose_scalar_style(self) -> str:
        found = super().choose_scalar_style()
        text = self.event.value if isinstance(self.event, ev.ScalarEvent) else ""
        return '"' if found == "'" and not {'"', "\\"} & set(text) else found


def yaml_text(top: Mapping[str, Tree]) -> str:
    """Return a data file's sections as text, an empty line between objects of several lines."""
    return "\n".join(_section(key, value) for key, value in top.items())


def _section(key: str, value: Tree) -> str:
    events = (
        ev.StreamStartEvent(),
        ev.DocumentStartEvent(explicit=False),
        ev.MappingStartEvent(None, None, implicit=True, flow_style=False),
        _scalar(key),
        *_events(value, _INDENT, _INDENT, is_object=True),
        ev.MappingEndEvent(),
        ev.DocumentEndEvent(explicit=False),
        ev.StreamEndEvent(),
    )
    text = str(
        yaml.emit(events, Dumper=_Emitter, width=_FOLDED, indent=_INDENT, allow_unicode=True)
    )
    if not isinstance(value, list) or not _LONG_ITEM.search(text):
        return text
    first, *others = _ITEM.split(text)
    return first + "\n".join(f"  - {one}" for one in others)


def _events(
    value: Tree, column: int, indent: int, *, is_object: bool = False
) -> Iterator[ev.Event]:
    """Yield what makes a value.

    Args:
        value: The value.
        column: Where it begins if it stands on the line of its key.
        indent: Where its keys or dashes stand if it has lines of its own.
        is_object: Whether it is of a section, and has its keys on lines of their own.
    """
    if isinstance(value, str):
        yield _text(value, column)
        return
    flow = not is_object and _fits(value, _WIDTH - column)
    if isinstance(value, dict):
        yield ev.MappingStartEvent(None, None, implicit=True, flow_style=flow)
        for key, one in value.items():
            yield _scalar(key)
            at = indent + len(f"{key}: ")
            yield from _flat(one) if flow else _events(one, at, indent + _INDENT)
        yield ev.MappingEndEvent()
        return
    yield ev.SequenceStartEvent(None, None, implicit=True, flow_style=flow)
    for one in value:
        at = indent + _INDENT
        yield from _flat(one) if flow else _events(one, at, at, is_object=is_object)
    yield ev.SequenceEndEvent()


def _flat(value: Tree) -> Iterator[ev.Event]:
    """Yield what makes a value on one line."""
    if isinstance(value, str):
        yield _scalar(value)
    elif isinstance(value, dict):
        yield ev.MappingStartEvent(None, None, implicit=True, flow_style=True)
        for key, one in value.items():
            yield _scalar(key)
            yield from _flat(one)
        yield ev.MappingEndEvent()
    else:
        yield ev.SequenceStartEvent(None, None, implicit=True, flow_style=True)
        for one in value:
            yield from _flat(one)
        yield ev.SequenceEndEvent()


def _text(text: str, column: int) -> ev.Event:
    if "\n" in text:
        return _scalar(f"{text}\n", "|")
    return _scalar(text, ">" if len(text) > _FOLDED - column else None)


def _scalar(text: str, style: str | None = None) -> ev.ScalarEvent:
    style = '"' if text == _NOTHING else style
    return ev.ScalarEvent(None, None, (True, True), text, style=style)


def _fits(value: Tree, room: int) -> bool:
    """Whether a value is better on one line: it has room, and no list of groups within."""
    if isinstance(value, dict) and not value:
        return True
    inner: list[Any] = list(value.values()) if isinstance(value, dict) else list(value)
    if isinstance(value, list) and any(isinstance(one, dict) for one in inner):
        return False
    if any(isinstance(one, dict | list) and not _fits(one, room) for one in inner):
        return False
    return _length(value) <= room


def _length(value: Tree) -> int:
    if isinstance(value, str):
        # Quotation marks take their room, and no text of several lines fits on one.
        return len(value) + 2 if "\n" not in value else _WIDTH + 1
    inner = value if isinstance(value, list) else [*value, *value.values()]
    return sum(_length(one) for one in inner) + 2 * len(inner)
