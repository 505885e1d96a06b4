"""A data file as a tree of located nodes: every key and value is text with a place."""

from __future__ import annotations

from dataclasses import dataclass, field

from kommunvision.origin import Origin


@dataclass(slots=True)
class Scalar:
    """A single value, as the writer wrote it; nothing is guessed about its type."""

    text: str
    origin: Origin
    plain: bool = True
    """Whether it stands without quotation marks and is no block."""
    end: tuple[int, int] = field(default=(0, 0), compare=False)
    """Line and column after its last character, both from nought; only who changes text asks."""
    folded: bool = field(default=False, compare=False)
    """Whether YAML has joined its lines, so that a line end in it is an empty line of the file."""

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to read, as after ``nyckel:`` or between two quotes."""
        return not self.text.strip() or (self.plain and self.text == "~")


@dataclass(slots=True)
class Sequence:
    """A list."""

    items: tuple[Node, ...]
    origin: Origin
    end: tuple[int, int] = field(default=(0, 0), compare=False)
    """As for a single value, when the list stands within brackets."""


@dataclass(slots=True)
class Mapping:
    """Keys with values, in the writer's order, duplicates removed."""

    entries: tuple[tuple[Scalar, Node], ...]
    origin: Origin
    end: tuple[int, int] = field(default=(0, 0), compare=False)
    """As for a single value, when the keys stand within braces."""


Node = Scalar | Sequence | Mapping
