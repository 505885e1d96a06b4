"""Lines between the things that a file says: empty ones, comments, and what each belongs to."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Gap:
    """The lines after one thing and before the next; each part is whole lines, or nothing."""

    tail: str = ""
    """Comments that stand further in than the things do: they belong to the one before."""
    free: str = ""
    """Empty lines, and comments with an empty line below them: they belong to nothing."""
    lead: str = ""
    """Comments directly above the next."""

    @property
    def has_comment(self) -> bool:
        """Whether there is a comment that belongs to nothing."""
        return bool(self.free.strip())


def divided(text: str, column: int, *, is_last: bool = False) -> Gap:
    """Return whose the lines of a gap are.

    Args:
        text: Whole lines, all of them empty or comments.
        column: Where the things that stand around the gap begin.
        is_last: Whether nothing follows that a comment could stand above.
    """
    lines = text.splitlines(keepends=True)
    tail = 0
    for number, line in enumerate(lines):
        if line.strip():
            if indent_of(line) <= column:
                break
            tail = number + 1
    lead = len(lines)
    while not is_last and lead > tail and lines[lead - 1].strip():
        lead -= 1
    return Gap("".join(lines[:tail]), "".join(lines[tail:lead]), "".join(lines[lead:]))


def indent_of(line: str) -> int:
    """Return how far in a line begins."""
    return len(line) - len(line.lstrip())


def at_column(text: str, column: int) -> str:
    """Return lines with their own indentation taken away and another given."""
    return "".join(f"{' ' * column}{line.strip()}\n" for line in text.splitlines() if line.strip())


def indented(text: str, column: int, *, first: bool = False) -> str:
    """Return lines moved in; the first one only if wanted, and empty ones never."""
    room = " " * column
    moved = [f"{room}{line}" if line.strip() else line for line in text.splitlines(keepends=True)]
    return "".join(moved) if first else "".join(moved)[column:]
