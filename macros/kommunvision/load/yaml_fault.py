"""Where a file that is no YAML goes wrong: the parser often notices only on a later line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from kommunvision.origin import Origin
from kommunvision.problem import Problem, problem
from kommunvision.swedish.keys import RECORDS
from kommunvision.swedish.yaml_causes import SEEN, Cause, cause

# A line and a column, both from 0, as the parser counts.
Spot = tuple[int, int]

_TAB = re.compile(r"[ ]*\t")
_HARD_SPACE = re.compile("[ ]*\u00a0")
_HARD_SPACE_AFTER = re.compile("[^:\"']+:[ ]*\u00a0")
_GLUED = re.compile(r"[ ]*(?:- )?[^\s:\"'{\[]+:(?=[^\s/])")
_LONG_DASH = re.compile("[ ]*[\u2012-\u2015]")
_BULLET = re.compile("[ ]*[*\u00b7\u2022\u25cf\uf0b7](?=\\s)")
_LEFT_OVER = re.compile(r"(?:<{7}|>{7})(?= )|={7}$")
_FIRST_WORD = re.compile(r"[ ]*(?:- )?([^\s:]+)(?= )")
_GLUED_DASH = re.compile(r"[ ]*-(?=[^\s-])")
# A key and its value before a second colon.
_KEY_BEFORE = re.compile(r"[ ]*(?:- )?[^:\"']+:[ ].")
# A value within quotation marks, up to the first of them.
_QUOTED_VALUE = re.compile(r"[ ]*(?:- )?(?:[^\s:\"']+:[ ]+)?([\"'])")
_NEW_KEY = re.compile(r"[ ]*(?:- )?[^\s:\"']+:(?:\s|$)")


# The words that a line most often begins with.
_KEYS = {field.key for record in RECORDS.values() for field in record.fields}


class Complaint(NamedTuple):
    """What the parser says."""

    problem: str
    context: str
    at: Spot
    """Where it noticed."""
    began: Spot | None
    """Where the part began that it was reading."""


def fault(said: Complaint, text: str, path: str, quoted: Sequence[tuple[Spot, Spot]]) -> Problem:
    """Return a problem that names the line to mend.

    Args:
        said: What the parser complains of.
        text: The whole file.
        path: The file, as problems are to name it.
        quoted: Where each text within quotation marks begins and ends, as far as can be told.
    """
    lines = text.split("\n")
    if (mark := _two_versions(lines)) is not None:
        return _told(path, (mark, 0), SEEN["two versions"])
    line = min(said.at[0], len(lines) - 1)
    if (left := _left_over(said, lines)) is not None:
        return _told(path, (left, 0), SEEN["left over"])
    for near in range(line, max(line - 3, -1), -1):
        if tab := _TAB.match(lines[near]):
            return problem("KV002", Origin(path, near + 1, tab.end()))
        if space := _HARD_SPACE.match(lines[near]):
            return _told(path, (near, space.end() - 1), SEEN["hard space"])
    looks = (look(said, lines) for part, look in _LOOKS if part in said.problem)
    # Of a sign that cannot be written so, the parser knows the place itself.
    escaped = any(part in said.problem for part in ("escape", "hexdecimal"))
    seen = (None if escaped else _open_quote(lines, quoted)) or next(looks, None)
    return _told(path, *seen) if seen else _noticed(said, lines, path)


def _two_versions(lines: Sequence[str]) -> int | None:
    """Find where two versions of a text meet that git could not join; both stand in the file."""
    begun = (number for number, line in enumerate(lines) if line.startswith("<<<<<<< "))
    return next(begun, None) if any(one.startswith(">>>>>>> ") for one in lines) else None


def _left_over(said: Complaint, lines: Sequence[str]) -> int | None:
    """Find a line that git has set between two versions and that has been forgotten."""
    spots = [said.at, *([said.began] if said.began else [])]
    rows = (row for row, _ in spots if _LEFT_OVER.match(_line(lines, row)))
    return next(rows, None)


def _open_quote(
    lines: Sequence[str], quoted: Sequence[tuple[Spot, Spot]]
) -> tuple[Spot, Cause] | None:
    """Find a quotation that takes in whole keys, and so was meant to end on its first line."""
    for begun, ended in reversed(quoted[-2:]):
        if any(_NEW_KEY.match(line) for line in lines[begun[0] + 1 : ended[0] + 1]):
            return begun, SEEN["open quote"]
    return None


def _no_colon(said: Complaint, lines: Sequence[str]) -> tuple[Spot, Cause] | None:
    if not said.began:
        return None
    line, column = said.began
    if hard := _HARD_SPACE_AFTER.match(lines[line]):
        return (line, hard.end() - 1), SEEN["hard space"]
    if glued := _GLUED.match(lines[line]):
        return (line, glued.end()), SEEN["no space after colon"]
    word = _FIRST_WORD.match(lines[line])
    if word and word[1] in _KEYS:
        return (line, word.end(1)), SEEN["no colon"]
    return (line, column), cause(said.problem)


def _no_dash(said: Complaint, lines: Sequence[str]) -> tuple[Spot, Cause] | None:
    line = said.at[0]
    signs = (_LONG_DASH, "long dash"), (_BULLET, "bullet"), (_GLUED_DASH, "no space after dash")
    for sign, name in signs:
        if dash := sign.match(_line(lines, line)):
            return (line, dash.end() - 1), SEEN[name]
    return None


def _stray_colon(said: Complaint, lines: Sequence[str]) -> tuple[Spot, Cause] | None:
    line, column = said.at
    in_text = _KEY_BEFORE.match(_line(lines, line)[:column])
    return (said.at, SEEN["colon in text"]) if in_text else _deeper(said, lines)


def _goes_on(said: Complaint, lines: Sequence[str]) -> tuple[Spot, Cause] | None:
    """Find a value whose quotation marks end before the value does."""
    line, column = said.at
    read = _line(lines, line)[:column].rstrip()
    quote = _QUOTED_VALUE.match(read)
    if quote and quote.end() < len(read) and read.endswith(quote[1]):
        name = "text after double quote" if quote[1] == '"' else "text after single quote"
        return (line, len(read) - 1), SEEN[name]
    return _deeper(said, lines)


def _where_it_began(said: Complaint, lines: Sequence[str]) -> tuple[Spot, Cause] | None:
    if said.began and _BULLET.match(_line(lines, said.began[0])):
        return said.began, SEEN["bullet"]
    return (said.began, cause(said.problem)) if said.began else None


def _deeper(said: Complaint, lines: Sequence[str]) -> tuple[Spot, Cause] | None:
    line = said.at[0]
    written = _line(lines, line)
    above = next((one for one in reversed(lines[:line]) if one.strip()), "")
    if _NEW_KEY.match(written) and _indent(written) > _indent(above):
        return (line, _indent(written)), SEEN["deep indent"]
    return None


def _open_bracket(said: Complaint, lines: Sequence[str]) -> tuple[Spot, Cause] | None:
    """Point to a bracket, if the line where its absence was noticed is no part of what it holds."""
    if not said.began or said.began[0] == said.at[0]:
        return None
    noticed = _line(lines, said.at[0])
    if noticed.strip() and _indent(noticed) > _indent(lines[said.began[0]]):
        return None
    return said.began, cause(said.problem)


# What a person sees at a glance, by part of what the parser says.
_LOOKS = (
    ("could not find expected ':'", _no_colon),
    ("expected '-' indicator", _no_dash),
    ("mapping values are not allowed", _stray_colon),
    ("did not find expected key", _goes_on),
    ("did not find expected alphabetic", _where_it_began),
    ("expected ',' or ']'", _open_bracket),
    ("expected ',' or '}'", _open_bracket),
)


def _line(lines: Sequence[str], number: int) -> str:
    return lines[number] if number < len(lines) else ""


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _noticed(said: Complaint, lines: Sequence[str], path: str) -> Problem:
    """Point to where the parser noticed, and say where the part began that it was reading."""
    line, column = said.at
    # It may be at the end of the file, or on the line after.
    while line > 0 and (line >= len(lines) or not lines[line].strip()):
        line -= 1
        column = len(lines[line])
    started = said.began[0] + 1 if said.began and said.began[0] < line else None
    place = (line, min(column, len(lines[line])))
    return _told(path, place, cause(said.problem, said.context, started))


def _told(path: str, place: Spot, found: Cause) -> Problem:
    origin = Origin(path, place[0] + 1, place[1] + 1)
    return problem("KV003", origin, cause=found.words, remedy=found.remedy)
