"""Texts hold no markup beyond ours; headings of our own are short. Decided words are not judged."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kommunvision.check.walk import Entry, entries
from kommunvision.model import Goal, Kommun, NewsItem, Step, Vision
from kommunvision.origin import Origin
from kommunvision.problem import Problem, problem
from kommunvision.swedish.keys import Kind
from kommunvision.swedish.problems.wording import FAULT_KINDS, PLACEHOLDERS
from kommunvision.text.fault import Fault
from kommunvision.text.prose import faults
from kommunvision.text.reading import ReadLine

LONGEST_HEADING = 90

# A whole text between two marks as word processors write them, and none within.
_QUOTED = re.compile(
    "[\u201c-\u201f\u00ab\u00bb][^\u201c-\u201f\u00ab\u00bb]+[\u201c-\u201f\u00ab\u00bb]"
)
_SHORT = 60

# Asked for at every key of every object; by way of its enum each takes nine times as long.
_PROSE = Kind.PROSE
_WORDS = frozenset({Kind.PROSE, Kind.LINE})

_CODES = frozenset({"KV602", "KV603", "KV604", "KV608"})

# So many lines a text is searched for the words of a fault.
_LONGEST_TEXT = 500

# A heading is shown as it stands: of all that faults finds, only markup can be no part of it.
_IN_A_LINE = frozenset({"KV602"})


def markup(kommun: Kommun) -> Iterator[Problem]:
    """Find markup, scripts, images and unsafe links in texts."""
    for entry in entries(kommun):
        kind = entry.field.kind
        if kind not in _WORDS or not isinstance(entry.value, str):
            continue
        for fault in faults(entry.value):
            if kind is _PROSE or fault.code in _IN_A_LINE:
                yield _fault(entry, fault)


def quotation_marks(kommun: Kommun) -> Iterator[Problem]:
    """Find values within quotation marks that readers would see; YAML knows only straight ones."""
    for entry in entries(kommun):
        if entry.field.kind not in _WORDS or not isinstance(entry.value, str):
            continue
        if _QUOTED.fullmatch(entry.value):
            inside = entry.value[1:-1].strip()
            yield problem(
                "KV606",
                entry.origin(),
                suggestion=inside if len(inside) <= _SHORT else None,
                subject=entry.owner.id if entry.owner else None,
                key=entry.field.key,
                first=entry.value[0],
            )


def placeholders(kommun: Kommun) -> Iterator[Problem]:
    """Find words that a new kommun has from the beginning, and that are to be replaced."""
    for entry in entries(kommun):
        if isinstance(entry.value, str) and entry.value.strip() in PLACEHOLDERS:
            yield problem(
                "KV607",
                entry.origin(),
                subject=entry.owner.id if entry.owner else None,
                value=entry.value.strip(),
            )


def _fault(entry: Entry, fault: Fault) -> Problem:
    return problem(
        fault.code,
        _place(entry.origin(), entry.value, fault),
        suggestion=fault.suggestion,
        subject=entry.owner.id if entry.owner else None,
        word=fault.word,
        kind=FAULT_KINDS.get(fault.details.get("kind", ""), ""),
    )


def _place(origin: Origin, text: str, fault: Fault) -> Origin:
    """Return the place of a fault in a value on one line; a longer value is named as a whole."""
    # The value is written with or without quotation marks, or it is a block on lines of its own.
    before = {len(text): 0, len(text) + 2: 1}.get(origin.length)
    if "\n" in text or before is None:
        return origin
    return origin._replace(column=origin.column + before + fault.column - 1, length=fault.length)


def pinpoint(found: Problem, read_line: ReadLine) -> Problem:
    """Return a problem of ``markup`` in a longer text at the line where the words stand."""
    if found.code not in _CODES:
        return found
    word, origin = found.details["word"], found.origin
    for number in range(origin.line, origin.line + _LONGEST_TEXT):
        line = read_line(origin.path, number)
        if line is None:
            break
        column = line.find(word, origin.column - 1 if number == origin.line else 0)
        if column >= 0:
            return replace(found, origin=Origin(origin.path, number, column + 1, len(word)))
    return found


def headings(kommun: Kommun) -> Iterator[Problem]:
    """Find long headings that the kommun's own editors have written."""
    for entry in entries(kommun):
        if entry.field.attribute != "title" or len(entry.value) <= LONGEST_HEADING:
            continue
        holder = entry.holder
        own = isinstance(holder, Goal | Vision) and holder.own_title
        if own or isinstance(holder, NewsItem | Step):
            yield problem(
                "KV605",
                entry.origin(),
                subject=entry.owner.id if entry.owner else None,
                count=len(entry.value),
                limit=LONGEST_HEADING,
            )
