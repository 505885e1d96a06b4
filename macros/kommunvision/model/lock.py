"""What a locked occasion said when it was locked; written by the engine, never by hand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kommunvision.model.period import Period
from kommunvision.origin import Where


@dataclass(frozen=True, slots=True, kw_only=True)
class LockedFigure:
    """One figure that an occasion shows."""

    indicator: str
    period: Period
    forecast: bool = False
    value: str
    """The value of the whole, as text."""
    women: str | None = None
    men: str | None = None
    parts: Mapping[str, str] = field(default_factory=dict)
    """The values of named parts of the whole."""
    where: Where = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lock:
    """The fingerprints of one occasion, one for each thing that it says."""

    occasion: str
    """Id of the occasion as it was then."""
    head: Mapping[str, str]
    """Fingerprint by attribute of the occasion."""
    statements: Mapping[str, Mapping[str, str]]
    """By id of what a statement is about: fingerprint by attribute of the statement."""
    figures: tuple[LockedFigure, ...] = ()
    where: Where = field(compare=False, repr=False)
