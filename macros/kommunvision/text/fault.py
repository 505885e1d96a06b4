"""A place in a text, where something stands that is not allowed there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Fault:
    """A finding inside one text; who knows the file turns it into a problem."""

    line: int
    """Line of the text, counted from 1."""
    column: int
    """Column in characters, counted from 1."""
    code: str
    """Code of the problem that it becomes."""
    word: str
    """The writer's own words, short enough for a message."""
    suggestion: str | None = None
    details: Mapping[str, str] = field(default_factory=dict, hash=False)
    """Further values for the message."""
    length: int = 1
    """How many characters the thing takes on its line."""


def line_and_column(text: str, position: int) -> tuple[int, int]:
    """Return where a character of a text stands, both counted from 1."""
    return text.count("\n", 0, position) + 1, position - text.rfind("\n", 0, position)
