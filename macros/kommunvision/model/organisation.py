"""The bodies of a kommun: who decides, who is responsible, who does the work."""

from __future__ import annotations

from dataclasses import dataclass

from kommunvision.model.common import Item, Reference


@dataclass(frozen=True, slots=True, kw_only=True)
class Body(Item):
    """A body of any kind; the kind is the kommun's own word."""

    name: str
    kind: str
    short: str | None = None
    """Short form that documents use: KF, KS, BN."""
    part_of: Reference | None = None
    description: str | None = None
    url: str | None = None
