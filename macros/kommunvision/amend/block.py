"""Lists and mappings in lines of their own are changed entry by entry, each with its comments."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from kommunvision.amend.alike import pairs
from kommunvision.amend.content import plain
from kommunvision.amend.entry import Entry, entries_of, shared
from kommunvision.amend.lines import at_column, indented
from kommunvision.amend.ordered import ordered
from kommunvision.amend.places import Places
from kommunvision.amend.value import Values
from kommunvision.export.yaml_text import Tree, yaml_entry, yaml_flat, yaml_item
from kommunvision.load.tree import Mapping, Scalar, Sequence

_EMPTY_FIRST = re.compile(r"\A(?:[ \t]*\n)+")


@dataclass(slots=True)
class _Chunk:
    """Lines of an entry as they are to stand."""

    body: str
    """Its own lines, the first of them without indentation."""
    was: int | None = None
    """Which of the former entries it is; none for a new one."""
    free: str = ""
    lead: str = ""


class Blocks:
    """The lists and mappings of a text."""

    def __init__(self, places: Places, comments: list[tuple[int, str]]) -> None:
        self._places = places
        self._text = places.text
        self._values = Values(places, comments)

    def written(
        self, node: Mapping | Sequence, wanted: Tree, at: int, limit: int, depth: int
    ) -> str:
        """Return the text of a list or mapping, with its changes made.

        Args:
            node: What stands there.
            wanted: What is to stand there: something of the same kind, and not empty.
            at: Where its text begins: with a line, or with its first key or dash.
            limit: Where its text ends, with a line.
            depth: How many keys and lists it stands within.
        """
        entries = entries_of(self._places, node)
        column = self._places.column(entries[0].start)
        rest = shared(self._places, entries, at, limit)
        if isinstance(wanted, dict):
            chunks = self._of_mapping(entries, wanted, column, depth)
        else:
            chunks = self._of_list(entries, list(wanted), column, depth)
        _spread(entries, chunks, is_section=depth == int(isinstance(node, Sequence)))
        left = _left(entries, chunks)
        if depth == 0:
            _keep_head(chunks)
        inline = self._places.line_start(at) != at
        found = ""
        for number, chunk in enumerate(chunks):
            if number == 0 and inline:
                above = _EMPTY_FIRST.sub("", chunk.free) + chunk.lead
                found += chunk.body + at_column(above, column)
                continue
            if number == 0 and chunk.was != 0 and depth:
                chunk.free = _EMPTY_FIRST.sub("", chunk.free)
            found += f"{chunk.free}{chunk.lead}{' ' * column}{chunk.body}"
        return found + left + rest

    def _of_mapping(
        self, entries: list[Entry], wanted: dict[str, Tree], column: int, depth: int
    ) -> list[_Chunk]:
        was = {entry.name or "": number for number, entry in enumerate(entries)}
        chunks = []
        for name in ordered(list(was), list(wanted)):
            if name in was:
                chunks.append(self._changed(entries, was[name], wanted[name], column, depth))
                continue
            is_object = depth == 0
            text = yaml_entry(name, wanted[name], column, is_object=is_object)
            chunks.append(_Chunk(indented(text, column)))
        return chunks

    def _of_list(
        self, entries: list[Entry], wanted: list[Tree], column: int, depth: int
    ) -> list[_Chunk]:
        same = pairs([plain(entry.node) for entry in entries], wanted)
        kinds = [entry.node for entry in entries if isinstance(entry.node, Mapping)]
        is_flat = bool(kinds) and all(map(self._places.is_flow, kinds))
        chunks = []
        for number, one in enumerate(wanted):
            if (was := same.get(number)) is not None:
                chunks.append(self._changed(entries, was, one, column, depth))
            elif is_flat and isinstance(one, dict):
                chunks.append(_Chunk(f"- {yaml_flat(one)}\n"))
            else:
                is_object = isinstance(one, dict) and bool(one) and (bool(kinds) or depth == 1)
                text = yaml_item(one, column, is_object=is_object)
                chunks.append(_Chunk(indented(text, column)))
        return chunks

    def _changed(
        self, entries: list[Entry], was: int, wanted: Tree, column: int, depth: int
    ) -> _Chunk:
        entry = entries[was]
        body, lifted = self._body(entry, wanted, column, depth)
        return _Chunk(body, was, entry.gap.free, entry.gap.lead + lifted)

    def _body(self, entry: Entry, wanted: Tree, column: int, depth: int) -> tuple[str, str]:
        """Return the lines of an entry, and comments that have lost their place in them."""
        node, text, places = entry.node, self._text, self._places
        if plain(node) == wanted:
            return text[entry.start : entry.limit], ""
        if isinstance(node, Scalar):
            if isinstance(wanted, str):
                return self._values.scalar(entry, node, wanted, column), ""
        elif places.is_flow(node):
            if (found := self._values.flow(entry, node, wanted)) is not None:
                return found, ""
        elif wanted and isinstance(wanted, dict if isinstance(node, Mapping) else list):
            start = places.start(node)
            inline = places.line_start(start) == places.line_start(entry.start)
            at = start if inline else places.line_end(entry.head)
            inner = self.written(node, wanted, at, entry.limit, depth + 1)
            return text[entry.start : at] + inner, ""
        return self._values.anew(entry, wanted, column, is_section=depth == 0)


def _spread(entries: list[Entry], chunks: list[_Chunk], *, is_section: bool) -> None:
    """Part new entries, and the one that stood first, from what is above and below them.

    An entry is parted from the one above it as that is from its own; else as most are; if nothing
    tells, those of a section are parted by empty lines.
    """
    gaps = [_is_parted(entry) for entry in entries[1:]]
    usual = sum(gaps) * 2 > len(gaps) if gaps else is_section
    for above, chunk in pairwise(chunks):
        if chunk.free or not (above.was is None or chunk.was in {None, 0}):
            continue
        if gaps[above.was - 1] if above.was else usual:
            chunk.free = "\n"


def _is_parted(entry: Entry) -> bool:
    return any(not line.strip() for line in entry.gap.free.split("\n")[:-1])


def _keep_head(chunks: list[_Chunk]) -> None:
    """Keep what stands on top of a file there: it is said about all of it."""
    first = next((chunk for chunk in chunks if chunk.was == 0), None)
    if first and chunks[0].was is None:
        chunks[0].free, chunks[0].lead = first.free, first.lead
        first.free, first.lead = "\n", ""


def _left(entries: list[Entry], chunks: list[_Chunk]) -> str:
    """Give comments above removed entries, which belong to nothing, to the next that is there."""
    kept = {chunk.was: chunk for chunk in chunks if chunk.was is not None}
    waiting = ""
    for number, entry in enumerate(entries):
        if number in kept:
            chunk = kept[number]
            chunk.free, waiting = waiting + (chunk.free or ("\n" if waiting else "")), ""
        elif entry.gap.has_comment:
            waiting += entry.gap.free.rstrip("\n") + "\n"
    return waiting
