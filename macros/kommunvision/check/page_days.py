"""The days from and to which an editor's page is shown, as they stand on top of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from kommunvision.model import DatePoint, PartialDate
from kommunvision.progress.targets import end_of, start_of
from kommunvision.swedish.front_matter import SHOWN_FROM, SHOWN_UNTIL
from kommunvision.swedish.problems.objects import THE_PAGE
from kommunvision.text.fault import Fault
from kommunvision.text.front import Front

_DAY = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")


@dataclass(frozen=True, slots=True)
class Days:
    """The first and the last day on which something is shown; none where it has no end."""

    first: date | None = None
    last: date | None = None

    def cover(self, other: Days) -> bool:
        """Tell whether these are at least all days of another."""
        begins = self.first is None or (other.first is not None and self.first <= other.first)
        ends = self.last is None or (other.last is not None and other.last <= self.last)
        return begins and ends


ALWAYS = Days()


def days(shown_from: PartialDate | None, shown_until: PartialDate | None) -> Days:
    """Return the days between two dates, as far as they are known."""
    return Days(
        start_of(shown_from) if shown_from else None,
        end_of(shown_until) if shown_until else None,
    )


def written_days(front: Front) -> Days:
    """Return the days that stand on top of a page; what cannot be read is passed by."""
    return Days(_day(front.value(SHOWN_FROM)), _day(front.value(SHOWN_UNTIL)))


def dated(day: date | None) -> PartialDate | None:
    """Return a day as the data has its days."""
    return PartialDate(DatePoint(day.year, day.month, day.day)) if day else None


def faults(front: Front) -> Iterator[Fault]:
    """Find what is no day, and pages that would end before they begin."""
    entries = {one.key: one for one in front.entries if one.key in {SHOWN_FROM, SHOWN_UNTIL}}
    for key, entry in entries.items():
        if _day(entry.value) is None:
            yield _fault("KV788", entry.line, entry.column, entry.value, {"key": key})
    shown = written_days(front)
    if shown.first and shown.last and shown.last < shown.first:
        entry = entries[SHOWN_UNTIL]
        yield _fault("KV783", entry.line, entry.column, entry.value, {"who": THE_PAGE})


def _day(text: str) -> date | None:
    found = _DAY.fullmatch(text.strip())
    try:
        return date(*map(int, found.groups())) if found else None
    except ValueError:
        return None


def _fault(code: str, line: int, column: int, word: str, details: Mapping[str, str]) -> Fault:
    return Fault(line, column, code, word, details=details)
