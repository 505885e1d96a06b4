"""How Swedish names a period: as it is written in a data file, and as a page says it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import MAXYEAR
from typing import Protocol

from kommunvision.swedish.format import month_names

_ORDINALS = ("första", "andra", "tredje", "fjärde")

# The word for each part of a year, the letter that stands for it, and how many there are.
_PARTS = {
    "half": ("halvår", "halvåret", "H", 2),
    "tertial": ("tertial", "tertialet", "T", 3),
    "quarter": ("kvartal", "kvartalet", "K", 4),
}

_YEARS = re.compile(r"(?:åren )?([0-9]{4})\s*(?:–|-|till)\s*([0-9]{4})", re.IGNORECASE)
_SCHOOL_YEAR = re.compile(r"(?:läsåret |läsår )?([0-9]{4})/([0-9]{2}|[0-9]{4})", re.IGNORECASE)
_YEAR = re.compile(r"(?:år |helår |helåret )?([0-9]{4})", re.IGNORECASE)


def _part_forms(word: str, definite: str, letter: str, number: int) -> re.Pattern[str]:
    ordinals = "|".join(_ORDINALS[:number])
    return re.compile(
        rf"(?:(?P<ordinal>{ordinals}) {definite} (?P<y1>[0-9]{{4}})"
        rf"|{word} (?P<n2>[1-{number}]),? (?P<y2>[0-9]{{4}})"
        rf"|(?P<y3>[0-9]{{4}})[ -]?{letter}(?P<n3>[1-{number}])"
        rf"|{letter}(?P<n4>[1-{number}]) (?P<y4>[0-9]{{4}}))",
        re.IGNORECASE,
    )


_PART_FORMS = {kind: _part_forms(*words) for kind, words in _PARTS.items()}

# Every form that a period is read in, for the help that editors get while they write.
FORMS = (_YEAR, _SCHOOL_YEAR, _YEARS, *_PART_FORMS.values())


# Kind, year, part, day and last year of a period.
Parts = tuple[str, int, int, int, int | None]


def read(text: str) -> Parts | None:
    """Return what a period is made of, as it is written; none if it is no period.

    Months and days are written as dates are, and are not read here.
    """
    found = _read(" ".join(text.split()))
    # No calendar has a year 0, and the school year that begins in 9999 would end outside it.
    last = {"school_year": MAXYEAR - 1}
    return found if found and 0 < found[1] <= last.get(found[0], MAXYEAR) else None


def _read(words: str) -> Parts | None:
    if found := _YEAR.fullmatch(words):
        return ("year", int(found[1]), 1, 1, None)
    if found := _SCHOOL_YEAR.fullmatch(words):
        first = int(found[1])
        last = int(found[2]) if len(found[2]) > len("24") else first // 100 * 100 + int(found[2])
        # 1999/00 is a school year too.
        follows = last in {first + 1, first - 99}
        return ("school_year", first, 1, 1, None) if follows else None
    if found := _YEARS.fullmatch(words):
        first, last = int(found[1]), int(found[2])
        return ("years", first, 1, 1, last) if last > first else None
    for kind, form in _PART_FORMS.items():
        if found := form.fullmatch(words):
            return (kind, *_part(found.groupdict()), 1, None)
    return None


def _part(found: Mapping[str, str | None]) -> tuple[int, int]:
    year = next(value for key, value in found.items() if key.startswith("y") and value)
    if ordinal := found["ordinal"]:
        return int(year), _ORDINALS.index(ordinal.lower()) + 1
    number = next(value for key, value in found.items() if key.startswith("n") and value)
    return int(year), int(number)


def name(kind: str, year: int, part: int = 1, day: int = 1, last_year: int | None = None) -> str:
    """Return a period as a table or a heading has it: ``2024``, ``tertial 2 2024``."""
    if kind == "year":
        return str(year)
    if kind == "school_year":
        return f"{year}/{(year + 1) % 100:02d}"
    if kind == "years":
        return f"{year}–{last_year}"
    if kind in {"month", "months"}:
        last = f"–{month_names()[day - 1]}" if kind == "months" else ""
        return f"{month_names()[part - 1]}{last} {year}"
    if kind == "day":
        return f"{day} {month_names()[part - 1]} {year}"
    return f"{_PARTS[kind][0]} {part} {year}"


def when(kind: str, year: int, part: int = 1, day: int = 1, last_year: int | None = None) -> str:
    """Return a period as a sentence has it: ``år 2024``, ``det andra tertialet 2024``."""
    if kind == "year":
        return f"år {year}"
    if lead := _LEADS.get(kind):
        return f"{lead} {name(kind, year, part, day, last_year)}"
    return f"{_ORDINALS[part - 1]} {_PARTS[kind][1]} {year}"


# What stands before the name of a period in a sentence.
_LEADS = {
    "school_year": "läsåret",
    "years": "åren",
    "month": "i",
    "months": "under",
    "day": "den",
}


class Period(Protocol):
    """A period with what it is made of."""

    @property
    def kind(self) -> str:
        """What kind of period it is."""

    @property
    def year(self) -> int:
        """The year, or the first of several."""

    @property
    def part(self) -> int:
        """Which part of the year."""

    @property
    def day(self) -> int:
        """Day of the month; the last of several months."""

    @property
    def last_year(self) -> int | None:
        """The last of several years."""


def named(period: Period) -> str:
    """Return the name of a period, as a table has it."""
    return name(period.kind, period.year, period.part, period.day, period.last_year)


def means(text: str, period: Period) -> bool:
    """Tell whether a text means a period, in any of the ways that it may be written."""
    parts = (period.kind, period.year, period.part, period.day, period.last_year)
    words = " ".join(text.split()).casefold()
    return read(words) == parts or words in {name(*parts).casefold(), about(period).casefold()}


def at(period: Period) -> str:
    """Return when something was: ``år 2024``, ``i mars 2024``."""
    return when(period.kind, period.year, period.part, period.day, period.last_year)


def about(period: Period) -> str:
    """Return a period as it stands after a preposition: ``2024``, ``första halvåret 2024``."""
    if period.kind in {"year", "month", "months"}:
        return name(period.kind, period.year, period.part, period.day)
    return at(period)


def a_year_before(period: Period) -> str:
    """Return what the same period one year before is called: ``året före``, ``läsåret före``."""
    if period.kind == "years":
        return f"åren {period.year - 1}–{(period.last_year or period.year) - 1}"
    return _A_YEAR_BEFORE.get(period.kind, "samma period året före")


_A_YEAR_BEFORE = {
    "year": "året före",
    "school_year": "läsåret före",
    "month": "samma månad året före",
    "day": "ett år tidigare",
}
