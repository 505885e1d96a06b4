"""The words of the list of what is left to report."""

from __future__ import annotations

from datetime import date
from typing import Final

from kommunvision.swedish.format import amount, iso_day, listing

WORDS: Final[dict[str, str]] = {
    "title": "{occasion} ({kommun})",
    "complete": "Allt är rapporterat.",
    "nothing_open": "Ingen uppföljning är öppen.",
    "nobody": "Ingen ansvarig är utpekad",
    "values": "Värden som saknas",
    "statements": "Omdömen som saknas",
    "value": "{name} ({id}), {period}",
    "statement": "{name} ({id})",
    "no_day": "Ingen dag är satt.",
    "today": "Allt ska vara rapporterat i dag, {day}.",
    "ahead": "Allt ska vara rapporterat senast {day}, om {left}.",
    "late": "Allt skulle ha varit rapporterat senast {day}, för {left} sedan.",
    "reminder": "Rapportera till {occasion}: {number} ({body})",
}


def deadline(due: date | None, day: date) -> str:
    """Return when everything is to be reported, as it looks on a day."""
    if due is None:
        return WORDS["no_day"]
    left = amount(abs((due - day).days), "en", "dag", "dagar")
    key = "today" if due == day else "ahead" if due > day else "late"
    return WORDS[key].format(day=iso_day(due.isoformat()), left=left)


def numbers(values: int, statements: int) -> str:
    """Return so many values and statements in words."""
    found = [
        amount(values, "ett", "värde", "värden") if values else "",
        amount(statements, "ett", "omdöme", "omdömen") if statements else "",
    ]
    return listing([one for one in found if one])
