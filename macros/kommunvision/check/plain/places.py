"""Where each character of a text stands in its file, also within folded and quoted YAML."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator

from kommunvision.origin import Origin
from kommunvision.text.reading import ReadLine

Place = Callable[[int, int], Origin]
"""Gives the place of a span of a text; a span over several lines is that of its first."""

_BLOCK_HEADER = re.compile(r"[|>][-+0-9]*\s*(?:#.*)?$")
_HEX_DIGITS = {"x": 2, "u": 4, "U": 8}
_PRINTED = frozenset("\"\\/'")
# A text is looked for in as many lines as a long one may have.
_MOST_LINES = 2_000


def in_yaml(text: str, origin: Origin, read_line: ReadLine) -> Place:
    """Return the places of a value of a data file.

    The value has other line breaks and other signs than the file: lines are folded, quotation
    marks doubled. So the letters of both are followed side by side, past what is white.

    Args:
        text: The value as it was read.
        origin: Where it begins in the file.
        read_line: Gives the lines of the file.
    """
    found: list[tuple[int, int]] = []

    def place(start: int, end: int) -> Origin:
        if not found:
            found.extend(_aligned(text, origin, read_line) or [(0, 0)])
        if len(found) <= end - 1 or found[0] == (0, 0):
            return origin
        line, column = found[start]
        # What goes on below is underlined to the end of its first line.
        last = next(i for i in range(end - 1, start - 1, -1) if found[i][0] == line)
        return Origin(origin.path, line, column, found[last][1] - column + 1)

    return place


def _aligned(text: str, origin: Origin, read_line: ReadLine) -> list[tuple[int, int]] | None:
    """Return line and column of each character; none where text and file do not agree."""
    signs = _signs(origin, read_line)
    found: list[tuple[int, int]] = []
    here = (origin.line, origin.column)
    for character in text:
        if character.isspace():
            # It may be a line break that the file does not have.
            here = (here[0], here[1] + 1)
        else:
            sign, *here_now = next(signs, ("", 0, 0))
            if sign != character:
                return None
            here = (here_now[0], here_now[1])
        found.append(here)
    return found


def _signs(origin: Origin, read_line: ReadLine) -> Iterator[tuple[str, int, int]]:
    """Yield the letters that a value is written with, what is white left out."""
    line = read_line(origin.path, origin.line) or ""
    column = origin.column - 1
    opening = line[column : column + 1]
    if opening in {"|", ">"} and _BLOCK_HEADER.match(line, column):
        column, opening = len(line), ""
    quote = opening if opening in {'"', "'"} else ""
    column += len(quote)
    for number in range(origin.line, origin.line + _MOST_LINES):
        while column < len(line):
            sign, width = _sign(line, column, quote)
            if sign and not sign.isspace():
                yield sign, number, column + 1
            column += width
        following = read_line(origin.path, number + 1)
        if following is None:
            return
        line, column = following, 0


def _sign(line: str, column: int, quote: str) -> tuple[str, int]:
    """Return the sign at a place and how wide it is written; none where it means a white one."""
    sign, after = line[column], line[column + 1 : column + 2]
    if quote == "'" and sign == "'" == after:
        return sign, 2
    if quote != '"' or sign != "\\":
        return sign, 1
    if after in _PRINTED and after:
        return after, 2
    digits = line[column + 2 : column + 2 + _HEX_DIGITS.get(after, 0)]
    if re.fullmatch(r"[0-9A-Fa-f]+", digits) and len(digits) in _HEX_DIGITS.values():
        return chr(min(int(digits, 16), 0x10FFFF)), 2 + len(digits)
    return "", 2


def in_file(text: str, path: str, lines_above: int = 0) -> Place:
    """Return the places of a text that stands in its file as it is, letter by letter.

    Args:
        text: The text, with the file's own line breaks.
        path: Path of the file.
        lines_above: How many lines of the file come before it.
    """
    starts = [0, *(found.end() for found in re.finditer("\n", text))]

    def place(start: int, end: int) -> Origin:
        line = bisect_right(starts, start)
        column = start - starts[line - 1] + 1
        line_end = text.find("\n", start)
        stop = end if line_end < 0 else min(end, line_end)
        return Origin(path, line + lines_above, column, max(stop - start, 1))

    return place
