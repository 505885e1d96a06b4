"""What stands in a list or mapping in lines of its own: keys or items, each with its comments."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from kommunvision.amend.lines import Gap, divided
from kommunvision.amend.places import Places
from kommunvision.load.tree import Mapping, Node, Sequence

# Deeper in than anything: above the first entry no comment belongs to one before.
_NOWHERE = 1 << 30


@dataclass(slots=True)
class Entry:
    """A key with its value, or an item with its dash."""

    name: str | None
    start: int
    head: int
    """Where the key's colon or the dash ends."""
    node: Node
    end: int
    """Where its last line ends, comments below it left out."""
    gap: Gap = field(default_factory=Gap)
    """What stands above it."""
    tail: str = ""
    """Comments below it that belong to it."""

    @property
    def limit(self) -> int:
        """Where the comments end that belong to it."""
        return self.end + len(self.tail)


def entries_of(places: Places, node: Mapping | Sequence) -> list[Entry]:
    """Return the keys or items, from top to bottom.

    Raises:
        OddLayoutError: A dash or a colon stands where nobody puts it.
    """
    found = []
    if isinstance(node, Mapping):
        for key, value in node.entries:
            head = places.colon(key)
            end = places.line_end(max(places.end(value), head))
            found.append(Entry(key.text, places.start(key), head, value, end))
    else:
        for item in node.items:
            start = places.dash(node, item)
            end = places.line_end(max(places.end(item), start + 1))
            found.append(Entry(None, start, start + 1, item, end))
    return found


def shared(places: Places, entries: list[Entry], at: int, limit: int) -> str:
    """Give each entry the comments around it.

    Args:
        places: The text.
        entries: All that stands in a list or mapping.
        at: Where its text begins: with a line, or with its first key or dash.
        limit: Where its text ends, with a line.

    Returns:
        The lines after the last entry that belong to none.
    """
    column = places.column(entries[0].start)
    first = places.line_start(entries[0].start)
    if first >= at:
        entries[0].gap = divided(places.text[at:first], _NOWHERE)
    for one, following in pairwise(entries):
        between = places.text[one.end : places.line_start(following.start)]
        following.gap = divided(between, column)
        one.tail = following.gap.tail
    gap = divided(places.text[entries[-1].end : limit], column, is_last=True)
    entries[-1].tail = gap.tail
    return gap.free
