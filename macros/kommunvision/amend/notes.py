"""Comments are put beside what a data file says, above it, and below it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kommunvision.amend.ends import fed_of, with_ends_of
from kommunvision.amend.places import Places
from kommunvision.load.located import parse
from kommunvision.load.tree import Mapping, Node, Scalar, Sequence

Way = tuple[str | int, ...]
"""How to get to a value from the top: keys, and places in lists."""


@dataclass(frozen=True, slots=True)
class Note:
    """Comments on one value, without their number signs."""

    way: Way
    beside: str = ""
    above: tuple[str, ...] = ()
    below: tuple[str, ...] = ()


def noted(text: str, notes: Iterable[Note]) -> str:
    """Return the text of a data file with comments added.

    Args:
        text: The whole file; what the notes are about stands in lines of its own.
        notes: The comments. Those beside are on the line where the value ends, or its key.
    """
    fed = fed_of(text)
    places = Places(fed)
    top, _ = parse(fed, "")
    added: list[tuple[int, int, str]] = []
    for order, note in enumerate(notes):
        line, node = _found(top, note.way)
        start, end = places.line_start(places.start(line)), places.end(node)
        column = places.column(places.start(node if isinstance(node, Mapping) else line))
        if note.above:
            shown = fed[start:].splitlines()[0]
            first = len(shown) - len(shown.lstrip())
            added.append((start, order, _lines(note.above, first)))
        if note.beside:
            beside = end if isinstance(node, Scalar) else places.end(line)
            place = places.line_end(beside) - 1 if beside < len(fed) else beside
            added.append((place, order, f"  # {note.beside}"))
        if note.below:
            added.append((places.line_end(end), order, _lines(note.below, column)))
    for place, _, words in sorted(added, reverse=True):
        fed = fed[:place] + words + fed[place:]
    return with_ends_of(text, fed)


def line_of(text: str, way: Way) -> int:
    """Return the number of the line where something stands."""
    top, _ = parse(fed_of(text), "")
    line, _ = _found(top, way)
    return line.origin.line


def _found(top: Node | None, way: Way) -> tuple[Node, Node]:
    """Return what begins the line of a value (its key, or itself in a list), and the value."""
    node, line = top, top
    for step in way:
        if isinstance(node, Sequence) and isinstance(step, int):
            node = line = node.items[step]
        elif isinstance(node, Mapping):
            line, node = next((key, value) for key, value in node.entries if key.text == step)
    if node is None or line is None:
        raise LookupError(way)
    return line, node


def _lines(words: tuple[str, ...], column: int) -> str:
    return "".join(f"{' ' * column}# {line}\n" for line in words)
