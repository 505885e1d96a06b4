"""The lines on top of a Markdown page that say something about the page itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

import yaml

from kommunvision.text.decode import UNSEEN
from kommunvision.text.fault import Fault, line_and_column

# As MkDocs finds it.
_BLOCK = re.compile(r"\A-{3}[ \t]*\n(.*?\n)(?:-{3}|\.{3})[ \t]*(?:\n|\Z)", re.DOTALL)
# One that has begun and never ends would be shown to readers.
_UNCLOSED = re.compile(r"\A-{3}[ \t]*\n[ \t]*[^\s:#-][^\s:]*:[ \t]*\S")
# MkDocs reads lines like this on top of a page as information too, and they vanish.
_OLD_STYLE = re.compile(r"\A\s*^ {0,3}([A-Za-z0-9_-]+):\s*(.*)$", re.MULTILINE)
_MACRO = re.compile(r"\{\{|\{%|\{#")
_LONGEST = 10_000
# The parser that MkDocs reads front matter with, where there is a compiler to have it.
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_PLAIN = {
    f"tag:yaml.org,2002:{kind}" for kind in ("str", "int", "float", "bool", "null", "timestamp")
}


@dataclass(frozen=True, slots=True)
class Entry:
    """A key of the front matter, with its value as it is written."""

    key: str
    value: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Front:
    """What stands on top of a page, and how many lines it takes."""

    entries: tuple[Entry, ...] = ()
    lines: int = 0
    faults: tuple[Fault, ...] = ()

    def value(self, *keys: str) -> str:
        """Return the first value of some keys."""
        return next((entry.value for entry in self.entries if entry.key in keys), "")


def read_front(text: str) -> Front:
    """Read the front matter: plain keys with one line of text each.

    ``KV725`` it is something else; ``KV728`` a macro in it; ``KV729`` text that MkDocs would
    take for front matter.
    """
    found = _BLOCK.match(text)
    if found is None:
        if _UNCLOSED.match(text):
            return Front(faults=(Fault(1, 1, "KV725", "---", length=len("---")),))
        swallowed = _OLD_STYLE.match(text)
        if swallowed is None:
            return Front()
        place = line_and_column(text, swallowed.start(1))
        word = swallowed[0].strip()[:60]
        return Front(faults=(Fault(*place, "KV729", word, length=len(word)),))
    lines = found[0].count("\n")
    if refusal := _refusal(text, found):
        return Front(lines=lines, faults=(refusal,))
    try:
        entries = tuple(_entries(found[1]))
    except (yaml.MarkedYAMLError, ArithmeticError, RecursionError, ValueError) as error:
        return Front(lines=lines, faults=(_stopped(error, text),))
    odd = next(_odd(entries), None)
    return Front(lines=lines, faults=(odd,)) if odd else Front(entries, lines)


def _stopped(error: Exception, text: str) -> Fault:
    """Return where a parser stopped; some give up without saying where.

    They do so at a number that no character has, and at lists within lists without end.
    """
    mark = None
    if isinstance(error, yaml.MarkedYAMLError):
        mark = error.problem_mark or error.context_mark
    line, column = (mark.line + 2, mark.column + 1) if mark else (1, 1)
    written = text.split("\n")[line - 1 : line]
    return Fault(line, column, "KV725", written[0].strip()[:60] if written else "---")


def _refusal(text: str, found: re.Match[str]) -> Fault | None:
    """Return what is wrong with front matter that need not be read as YAML."""
    if unseen := UNSEEN.search(found[1]):
        # YAML would stop at it.
        return Fault(*line_and_column(text, found.start(1) + unseen.start()), "KV725", "---")
    if len(found[1]) > _LONGEST:
        return Fault(1, 1, "KV725", "---")
    macro = _MACRO.search(found[1])
    if macro is None:
        return None
    place = line_and_column(text, found.start(1) + macro.start())
    word = found[1][macro.start() :].partition("\n")[0][:60]
    return Fault(*place, "KV728", word, length=len(word))


def _odd(entries: tuple[Entry, ...]) -> Iterator[Fault]:
    """Find what is spelled with YAML's escapes, and so is seen only in the values."""
    for entry in entries:
        if _MACRO.search(entry.value):
            yield _blame("KV728", entry)
        elif UNSEEN.search(entry.value):
            yield _blame("KV725", entry)


def _blame(code: str, entry: Entry) -> Fault:
    word = f"{entry.key}: {entry.value}".partition("\n")[0][:60]
    return Fault(entry.line, entry.column, code, word, length=len(entry.key))


def _entries(block: str) -> list[Entry]:
    """Return keys and values; raise YAML's own error at anything but plain text."""
    try:
        document = yaml.compose(block, Loader=_Loader)
    except yaml.MarkedYAMLError:
        # The slower one says more exactly where it stopped, if it can.
        with suppress(ArithmeticError, RecursionError, ValueError):
            yaml.compose(block, Loader=yaml.SafeLoader)
        raise
    if document is None:
        return []
    if not isinstance(document, yaml.MappingNode):
        raise yaml.MarkedYAMLError(problem_mark=document.start_mark)
    for pair in document.value:
        for node in pair:
            if not isinstance(node, yaml.ScalarNode) or node.tag not in _PLAIN:
                raise yaml.MarkedYAMLError(problem_mark=node.start_mark)
    return [
        Entry(key.value, value.value, key.start_mark.line + 2, key.start_mark.column + 1)
        for key, value in document.value
    ]
