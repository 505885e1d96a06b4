"""For whom a site is made, and for which day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime


@dataclass(frozen=True, slots=True)
class Edition:
    """For whom a site is made, and for which day."""

    day: date | None = None
    """The day of the build; without one, days that things name hide nothing."""
    drafts: bool = False
    """Whether it is a preview: drafts, and what is not shown on the day, are there and say so."""


def build_day(environment: Mapping[str, str]) -> date:
    """Return the day of a build: that which programs are told to believe in, or else today."""
    moment = environment.get("SOURCE_DATE_EPOCH", "")
    if moment.isascii() and moment.isdecimal():
        return datetime.fromtimestamp(int(moment), UTC).date()
    # The one clock of a build, at its door; a build for another day is told which.
    return date.today()  # noqa: DTZ011, TID251 - the day where the build is made
