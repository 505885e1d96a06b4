"""Data files of an older format are lifted to the newest, with all that people wrote in them kept.

A step changes text at places, not a tree: what it does not touch, comments and layout included,
stays byte for byte.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from kommunvision.load import DATA, LEDGER, LOCKS
from kommunvision.load.files import DataFile, data_files
from kommunvision.load.located import parse
from kommunvision.load.tree import Mapping, Node, Scalar
from kommunvision.origin import Origin
from kommunvision.problem import Problems, problem
from kommunvision.swedish.keys import FORMAT_KEY
from kommunvision.writing import write_together


@dataclass(frozen=True, slots=True)
class Edit:
    """A change of text on one line; nothing that it replaces may span lines."""

    origin: Origin
    length: int
    """How many characters are replaced; none inserts."""
    text: str


Step = Callable[[str, Mapping], Iterable[Edit]]
"""Lifts a file by one format: is given its path and what stands in it, and returns the changes."""

# The first lifts from format 1 to 2. A new format is a new step here, and FORMAT in `load`.
STEPS: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class Lifted:
    """A file that is to be changed."""

    path: str
    """Relative to the site's root."""
    version: int
    """The format that it has."""
    before: str
    after: str


def lift(root: Path, steps: tuple[Step, ...] = STEPS) -> tuple[tuple[Lifted, ...], Problems]:
    """Return what has to change in the data files of a site; nothing is written.

    Args:
        root: Root of the site's repository.
        steps: Every step there is.

    Returns:
        The files that change, and what keeps files from being read; with such there are no changes.
    """
    problems = Problems()
    found = [
        _lifted(file, steps, problems)
        for file in data_files(root, DATA, problems)
        # What the engine writes itself has no format.
        if file.path != LEDGER and file.path.rpartition("/")[2] != LOCKS
    ]
    return (() if problems else tuple(filter(None, found))), problems


def write(root: Path, files: Iterable[Lifted]) -> None:
    """Write the files that change: all of them, or none.

    Raises:
        OSError: One cannot be written; those before it have their old text again.
    """
    new: dict[Path, bytes | str] = {}
    for file in files:
        path = root / file.path
        # Lines end as they did; the engine has read them with line feeds only.
        ends = "\r\n" if b"\r\n" in path.read_bytes() else "\n"
        new[path] = file.after.replace("\n", ends)
    write_together(new)


def _lifted(file: DataFile, steps: tuple[Step, ...], problems: Problems) -> Lifted | None:
    newest = 1 + len(steps)
    text = file.text
    top, version = _read(file.path, text, newest, problems)
    if top is None or version == newest:
        return None
    for step in steps[version - 1 :]:
        text = _edited(text, step(file.path, top))
        top, _ = _read(file.path, text, newest, problems)
        if top is None:
            return None
    text = _edited(text, [_stated(top, newest)])
    return Lifted(file.path, version, file.text, text)


def _read(path: str, text: str, newest: int, problems: Problems) -> tuple[Mapping | None, int]:
    """Return what stands in a file, and its format; a file that does not say has the first."""
    top, found = parse(text, path)
    problems.extend(found)
    if not isinstance(top, Mapping):
        return None, newest
    node = _format(top)
    if node is None:
        return top, 1
    written = node.text if isinstance(node, Scalar) else ""
    if not (written.isascii() and written.isdecimal() and 1 <= int(written) <= newest):
        problems.add(problem("KV014", node.origin, value=written))
        return None, newest
    return top, int(written)


def _format(top: Mapping) -> Node | None:
    return next((value for key, value in top.entries if key.text == FORMAT_KEY), None)


def _stated(top: Mapping, version: int) -> Edit:
    """Return the change that makes a file say its format."""
    node = _format(top)
    if node is not None:
        return Edit(node.origin, node.origin.length, str(version))
    return Edit(top.entries[0][0].origin, 0, f"{FORMAT_KEY}: {version}\n")


def _edited(text: str, edits: Iterable[Edit]) -> str:
    """Return a text with changes made, from its end so that places hold."""
    lines = text.split("\n")
    ordered = sorted(edits, key=lambda one: (one.origin.line, one.origin.column))
    for first, second in pairwise(ordered):
        after = (first.origin.line, first.origin.column + first.length)
        if (second.origin.line, second.origin.column) < after:
            raise ValueError(f"two changes of one place: {first}, {second}")
    for edit in reversed(ordered):
        line, start = lines[edit.origin.line - 1], edit.origin.column - 1
        lines[edit.origin.line - 1] = line[:start] + edit.text + line[start + edit.length :]
    return "\n".join(lines)
