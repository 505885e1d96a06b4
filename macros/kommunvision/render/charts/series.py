"""What a chart over time is told: moments, lines with their points, targets, breaks."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class PointKind(StrEnum):
    """How sure a value is."""

    OUTCOME = "outcome"
    PRELIMINARY = "preliminary"
    FORECAST = "forecast"


class LineKind(StrEnum):
    """Whose values a line shows; it gives the line its width, its dashes and its points."""

    MAIN = "main"
    WOMEN = "women"
    MEN = "men"
    PART = "part"
    DEFINITION = "definition"
    """The same thing counted in another way."""
    GROUP = "group"


@dataclass(frozen=True, slots=True)
class Moment:
    """A period along the axis."""

    label: str
    at: Decimal
    """Its place in time in years, such as ``2024`` or ``2024.5``, so that distances are true."""


@dataclass(frozen=True, slots=True)
class Point:
    """The value of one period."""

    period: str
    """The label of its moment."""
    value: Decimal | None
    """None where a value is missing; then there is a gap."""
    text: str = ""
    """The value as the table has it."""
    kind: PointKind = PointKind.OUTCOME


@dataclass(frozen=True, slots=True)
class Line:
    """The values of the kommun itself, of some of those it is about, or of others."""

    name: str
    points: tuple[Point, ...]
    """In order of time."""
    kind: LineKind = LineKind.MAIN


@dataclass(frozen=True, slots=True)
class TargetStep:
    """A target that holds from one period to another; both ends make a band."""

    first: str
    last: str
    text: str
    lowest: Decimal | None = None
    highest: Decimal | None = None
    kinds: tuple[LineKind, ...] = ()
    """Whose target it is, where it is not that of the whole."""

    @property
    def values(self) -> tuple[Decimal, ...]:
        """The ends that it has."""
        return tuple(value for value in (self.lowest, self.highest) if value is not None)


@dataclass(frozen=True, slots=True)
class Baseline:
    """The value that the work started from."""

    period: str
    value: Decimal
    text: str


@dataclass(frozen=True, slots=True)
class Break:
    """A change in the way of measuring: what stands before it cannot be compared."""

    before: str
    """The first period that is measured the new way."""
    mark: str
    """The mark of the note that tells what was changed."""
    everyone: bool = False
    """Whether the values of comparison groups are measured the new way too."""
    line: str = ""
    """The name of the line that is parted, where it is only one of them."""

    def parts(self, line: Line) -> bool:
        """Tell whether it parts a line."""
        if self.line:
            return self.line == line.name
        return self.everyone or line.kind not in {LineKind.GROUP, LineKind.DEFINITION}


@dataclass(frozen=True, slots=True)
class TimeChart:
    """A whole chart over time."""

    moments: tuple[Moment, ...]
    """In order; a period without values is a moment too."""
    lines: tuple[Line, ...]
    unit: str = ""
    targets: tuple[TargetStep, ...] = ()
    baseline: Baseline | None = None
    breaks: tuple[Break, ...] = ()
    ahead: Break | None = None
    """Where a time begins that nothing is known of; only targets reach into it."""

    @property
    def empty(self) -> bool:
        """Whether there is no value to be drawn."""
        return all(point.value is None for line in self.lines for point in line.points)
