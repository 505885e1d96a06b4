"""Texts, lists and mappings become YAML as a person would write it, whole files or parts of one.

Short things stand on one line and long texts as blocks; quotation marks stand only where the text
would be something else without them. What is read back is what was given, to the letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from textwrap import dedent
from typing import Any, Final, Self, TypeAlias

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

# Wider than any text: what may not be cut stands on one line.
_ENDLESS: Final = 1 << 30

_BLOCKS: Final = {"|", ">"}

# Without quotation marks it says that there is nothing.
_NOTHING = "~"


class Quoted(str):
    """A text that stands in quotation marks, whether it needs them or not."""

    __slots__ = ("mark",)

    def __new__(cls, text: str, mark: str) -> Self:
        """Give a text its marks."""
        made = super().__new__(cls, text)
        made.mark = mark
        return made

    mark: str


class _Emitter(Emitter):
    """Indents lists below their keys, and prefers the quotation marks that most people know."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002 - as the base class
        super().increase_indent(flow, False)  # noqa: FBT003 - as the base class

    def choose_scalar_style(self) -> str:
        found = super().choose_scalar_style()
        text = self.event.value if isinstance(self.event, ev.ScalarEvent) else ""
        wished = getattr(self.event, "style", None) == "'"
        return '"' if found == "'" and not wished and not {'"', "\\"} & set(text) else found


def yaml_text(top: Mapping[str, Tree]) -> str:
    """Return a data file's sections as text, an empty line between objects of several lines."""
    return "\n".join(_section(key, value) for key, value in top.items())


def _section(key: str, value: Tree) -> str:
    text = yaml_entry(key, value, 0, is_object=True)
    if not isinstance(value, list) or not _LONG_ITEM.search(text):
        return text
    first, *others = _ITEM.split(text)
    return first + "\n".join(f"  - {one}" for one in others)


def yaml_entry(key: str, value: Tree, column: int, *, is_object: bool = False) -> str:
    """Return the lines of a key with its value, without the indentation that they are to have.

    Args:
        key: The key.
        value: The value.
        column: Where the key is to stand.
        is_object: Whether the value is a section's, and has its keys on lines of their own.
    """
    at = column + (_INDENT if is_object else len(f"{key}: "))
    inner = (_scalar(key), *_events(value, at, column + _INDENT, is_object=is_object))
    return _emitted(*_in_mapping(inner), width=_FOLDED - column)


def yaml_item(value: Tree, column: int, *, is_object: bool = False) -> str:
    """Return the lines of an item of a list, with its dash and without indentation."""
    at = column + _INDENT
    inner = _events(value, at, at, is_object=is_object)
    start = ev.SequenceStartEvent(None, None, implicit=True, flow_style=False)
    # An emitter of its own kind would indent the whole list.
    text = _emitted(
        *_in_mapping((_scalar("-"), start, *inner, ev.SequenceEndEvent())), width=_FOLDED - column
    )
    return dedent(text.partition("\n")[2])


def yaml_flat(value: Tree, style: str | None = None) -> str:
    """Return a value on one line, as it may stand within brackets.

    Args:
        value: The value.
        style: A quotation mark for it, if it is a text and allows that.
    """
    start = ev.SequenceStartEvent(None, None, implicit=True, flow_style=True)
    inner = [_scalar(value, style)] if isinstance(value, str) else _flat(value)
    text = _emitted(start, *inner, ev.SequenceEndEvent(), width=_ENDLESS)
    return text.strip()[1:-1]


def yaml_scalar(text: str, style: str | None, width: int | None = None) -> str:
    """Return a single value as it may stand after a key.

    Args:
        text: The value.
        style: A quotation mark, ``|`` or ``>``; none for no mark where the text allows it. Another
            is taken where the text cannot be written so.
        width: Where the lines of a block are folded.

    Returns:
        The value; the lines of a block, all but the first, are indented by two spaces.
    """
    width = _FOLDED if width is None else width
    events = _in_mapping((_scalar("k"), _scalar(text, style)))
    written = _emitted(*events, width=width if style == ">" else _ENDLESS)
    return written.removeprefix("k:").removeprefix(" ").removesuffix("\n")


def _in_mapping(inner: Iterable[ev.Event]) -> Iterator[ev.Event]:
    yield ev.MappingStartEvent(None, None, implicit=True, flow_style=False)
    yield from inner
    yield ev.MappingEndEvent()


def _emitted(*events: ev.Event, width: int) -> str:
    framed = (
        ev.StreamStartEvent(),
        ev.DocumentStartEvent(explicit=False),
        *events,
        ev.DocumentEndEvent(explicit=False),
        ev.StreamEndEvent(),
    )
    return str(yaml.emit(framed, Dumper=_Emitter, width=width, indent=_INDENT, allow_unicode=True))


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
        return _scalar(text, "|")
    return _scalar(text, ">" if len(text) > _FOLDED - column else None)


def _scalar(text: str, style: str | None = None) -> ev.ScalarEvent:
    if style in _BLOCKS and (text[:1].isspace() or text.endswith("\n\n")):
        # Such a block needs signs after its own that few know.
        style = '"'
    if style is None and isinstance(text, Quoted):
        style = text.mark
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
