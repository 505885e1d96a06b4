"""A date as precise as its source, and the time during which something is valid."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Season(StrEnum):
    """A part of a year that a source names instead of months."""

    SPRING = "spring"
    SUMMER = "summer"
    AUTUMN = "autumn"
    WINTER = "winter"


# The month in which a season is sorted; it is never shown.
_SEASON_MONTH = {Season.WINTER: 1, Season.SPRING: 3, Season.SUMMER: 6, Season.AUTUMN: 9}


@dataclass(frozen=True, slots=True)
class DatePoint:
    """A point in time with only the parts that the source gives."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    season: Season | None = None

    @property
    def sort_key(self) -> tuple[int, int, int]:
        """Order in time; a missing part comes first, a missing year last."""
        month = self.month or (_SEASON_MONTH[self.season] if self.season else 0)
        return (self.year or 9999, month, self.day or 0)

    def is_before(self, other: DatePoint) -> bool:
        """Whether this certainly lies before another, as far as the parts of both are known."""
        own, others = (self.year, self.month, self.day), (other.year, other.month, other.day)
        for first, second in zip(own, others, strict=True):
            if first is None or second is None or first > second:
                return False
            if first < second:
                return True
        return False


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date or a span of time, never more precise than its source."""

    start: DatePoint
    end: DatePoint | None = None

    @property
    def last(self) -> DatePoint:
        """The end of a span; of a date, the date itself."""
        return self.end or self.start

    @property
    def sort_key(self) -> tuple[tuple[int, int, int], tuple[int, int, int]]:
        """Order in time, by start and then by end."""
        return (self.start.sort_key, self.last.sort_key)


@dataclass(frozen=True, slots=True)
class Validity:
    """When something is valid: from, to, and the source's own name for the time."""

    start: PartialDate | None = None
    end: PartialDate | None = None
    label: str | None = None
