"""An indicator: what is measured, in which unit, and for which nodes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kommunvision.model.common import Item, Reference, Standing


class Direction(StrEnum):
    """Which way the kommun wants the value to go."""

    HIGHER = "higher"
    LOWER = "lower"
    UNCHANGED = "unchanged"
    WITHIN = "within"


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator(Item):
    """Something that is measured; values and targets belong to the follow-up."""

    name: str
    unit: str | None = None
    decimals: int | None = None
    direction: Direction | None = None
    measures: tuple[Reference, ...] = ()
    """The nodes and visions that it belongs to."""
    description: str | None = None
    promise: str | None = None
    """What the source promises in words, quoted exactly, before any figure is set."""
    method: str | None = None
    standing: Standing | None = None
    responsible: tuple[Reference, ...] = ()
    responsible_all: bool = False
    order: int | None = None
