"""What a locked occasion said when it was locked; written by the engine, never by hand."""

from __future__ import annotations

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
    where: Where = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lock:
    """The fingerprints of one occasion."""

    occasion: str
    """Id of the occasion as it was then."""
    head: str
    statements: dict[str, str]
    """Fingerprint by id of what a statement is about."""
    figures: tuple[LockedFigure, ...] = ()
    where: Where = field(compare=False, repr=False)
