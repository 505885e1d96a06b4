"""The columns of the sheets that are filled in: one list for writing them and reading them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from kommunvision.swedish.collect import (
    FORMER,
    KOMMUN,
    OCCASION,
    PART_HEADINGS,
    PARTS_SHEET,
    STATEMENT_HEADINGS,
    STATEMENTS_SHEET,
    VALUE_HEADINGS,
    VALUES_SHEET,
    VERDICT_HEADINGS,
    VERDICTS_SHEET,
    Heading,
)
from kommunvision.swedish.keys import RECORDS


class Fill(Enum):
    """What a body may put in a cell."""

    WORD = auto()
    """One of the words of a list."""
    TEXT = auto()
    DATE = auto()
    VALUE = auto()
    """What has been measured, of the kind that its indicator has."""
    SOURCES = auto()
    """Ids of sources, each with its place."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column; what nobody fills in has no kind."""

    name: str
    heading: Heading
    fill: Fill | None = None
    keys: tuple[str, ...] = ()
    """Where in the data the answer stands: a key of the object, or a key within one of its keys."""

    @property
    def former(self) -> str:
        """The heading of the hidden column with what stood here when the workbook was made."""
        return FORMER.format(heading=self.heading.text)


@dataclass(frozen=True, slots=True)
class Kind:
    """A sheet that is filled in."""

    name: str
    sheet: str
    table: str
    """The name of its table for programs."""
    columns: tuple[Column, ...]
    title: str
    """The column that says in words what a row is about."""
    key: tuple[str, ...]
    """The columns that together say which row it is."""
    record: str
    """What of the data a row is."""
    within: str = ""
    """The key of the statement or value that such things stand in; empty for these themselves."""
    named_by: str = ""
    """Of what stands within: the key that sets it apart from the others."""
    least: int = 2
    """How many lines a row has room for before anything stands in it."""

    @property
    def filled(self) -> tuple[Column, ...]:
        """The columns that are filled in."""
        return tuple(one for one in self.columns if one.fill)

    def column(self, name: str) -> Column:
        """Return a column by its name."""
        return next(one for one in self.columns if one.name == name)


def _keys(record: str, *attributes: str) -> tuple[str, ...]:
    """Return the keys that lead to an attribute, or to one of a record within it."""
    found = []
    for attribute in attributes:
        field = next(one for one in RECORDS[record].fields if one.attribute == attribute)
        found.append(field.key)
        record = field.of
    return tuple(found)


def _columns(
    headings: dict[str, Heading], record: str, fills: dict[str, tuple[Fill, tuple[str, ...]]]
) -> tuple[Column, ...]:
    return tuple(
        Column(name, heading, fills[name][0], _keys(record, *fills[name][1]))
        if name in fills
        else Column(name, heading)
        for name, heading in headings.items()
    )


STATEMENTS = Kind(
    "statements",
    STATEMENTS_SHEET,
    "omdomen",
    _columns(
        STATEMENT_HEADINGS,
        "statement",
        {
            "status": (Fill.WORD, ("status",)),
            "trend": (Fill.WORD, ("trend",)),
            "comment": (Fill.TEXT, ("comment",)),
            "analysis": (Fill.TEXT, ("analysis",)),
            "measures": (Fill.TEXT, ("measures",)),
            "planned_start": (Fill.DATE, ("planned", "start")),
            "planned_end": (Fill.DATE, ("planned", "end")),
            "actual_start": (Fill.DATE, ("actual", "start")),
            "actual_end": (Fill.DATE, ("actual", "end")),
            "reported": (Fill.DATE, ("reported",)),
            "sources": (Fill.SOURCES, ("sources",)),
        },
    ),
    "title",
    ("id",),
    "statement",
    least=3,
)

VERDICTS = Kind(
    "verdicts",
    VERDICTS_SHEET,
    "bedomningar",
    _columns(VERDICT_HEADINGS, "verdict", {"step": (Fill.WORD, ("step",))}),
    "title",
    ("id", "scale"),
    "verdict",
    within="".join(_keys("statement", "verdicts")),
    named_by="".join(_keys("verdict", "scale")),
)

VALUES = Kind(
    "values",
    VALUES_SHEET,
    "matvarden",
    _columns(
        VALUE_HEADINGS,
        "measurement",
        {
            "value": (Fill.VALUE, ("value",)),
            "women": (Fill.VALUE, ("women",)),
            "men": (Fill.VALUE, ("men",)),
            "missing": (Fill.WORD, ("missing",)),
            "preliminary": (Fill.WORD, ("preliminary",)),
            "note": (Fill.TEXT, ("note",)),
            "sources": (Fill.SOURCES, ("sources",)),
        },
    ),
    "name",
    ("id", "period"),
    "measurement",
)

PARTS = Kind(
    "parts",
    PARTS_SHEET,
    "delar",
    _columns(
        PART_HEADINGS,
        "part",
        {"value": (Fill.VALUE, ("value",)), "missing": (Fill.WORD, ("missing",))},
    ),
    "name",
    ("id", "period", "part"),
    "part",
    within="".join(_keys("measurement", "parts")),
    named_by="".join(_keys("part", "name")),
)

KINDS = (STATEMENTS, VERDICTS, VALUES, PARTS)

HEADINGS = frozenset(
    heading
    for kind in KINDS
    for one in kind.columns
    for heading in ((one.heading.text, one.former) if one.fill else (one.heading.text,))
) | {KOMMUN, OCCASION}
"""Every heading that a sheet of ours can have."""

TIMES = frozenset({"planned_start", "planned_end", "actual_start", "actual_end"})
"""The columns that only things to do have."""
