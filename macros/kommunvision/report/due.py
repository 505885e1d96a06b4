"""What is left to report, for people, for programs and for a calendar."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from icalendar import Calendar, Event, Todo

from kommunvision.model import Body, Kommun, Occasion, Period
from kommunvision.progress.due import ToDo
from kommunvision.progress.targets import end_of
from kommunvision.swedish import periods
from kommunvision.swedish.due import WORDS, deadline, numbers
from kommunvision.text.ascii import ascii_id

_PRODUCT = "-//Kommunvision//due//SV"


@dataclass(frozen=True, slots=True)
class Left:
    """What is left to report to one occasion."""

    kommun: Kommun
    occasion: Occasion
    bodies: tuple[ToDo, ...]

    @property
    def due(self) -> date | None:
        """The day by which everything is to be reported."""
        return end_of(self.occasion.due) if self.occasion.due else None


def due_text(lists: Iterable[Left], day: date) -> str:
    """Return the lists as text for people."""
    parts = ["\n".join(_lines(left, day)) for left in lists]
    return "\n\n".join(parts or [WORDS["nothing_open"]]) + "\n"


def _lines(left: Left, day: date) -> Iterator[str]:
    yield WORDS["title"].format(occasion=left.occasion.name, kommun=left.kommun.name)
    if not left.bodies:
        yield WORDS["complete"]
        return
    yield deadline(left.due, day)
    for one in left.bodies:
        yield ""
        yield _name(one)
        yield from (f"  {line}" for line in _items(one))


def _items(one: ToDo) -> Iterator[str]:
    if one.values:
        yield f"{WORDS['values']}:"
        for missing in one.values:
            item = missing.indicator
            told = WORDS["value"].format(name=item.name, id=item.id, period=_when(missing.period))
            yield f"- {told}"
    if one.statements:
        yield f"{WORDS['statements']}:"
        for goal in one.statements:
            yield f"- {WORDS['statement'].format(name=goal.title, id=goal.id)}"


def due_json(lists: Iterable[Left], day: date) -> str:
    """Return the lists as JSON."""
    told = {"day": day.isoformat(), "occasions": [_occasion(left, day) for left in lists]}
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def _occasion(left: Left, day: date) -> dict[str, Any]:
    return {
        "kommun": left.kommun.slug,
        "occasion": left.occasion.id,
        "name": left.occasion.name,
        "period": _when(left.occasion.period),
        "due": left.due.isoformat() if left.due else None,
        "days_left": (left.due - day).days if left.due else None,
        "bodies": [
            {
                "id": one.body.id if isinstance(one.body, Body) else None,
                "name": one.body.name if isinstance(one.body, Body) else one.body,
                "values": [
                    {
                        "indicator": missing.indicator.id,
                        "name": missing.indicator.name,
                        "period": _when(missing.period),
                    }
                    for missing in one.values
                ],
                "statements": [{"goal": goal.id, "name": goal.title} for goal in one.statements],
            }
            for one in left.bodies
        ],
    }


def due_calendar(lists: Iterable[Left], day: date) -> str:
    """Return the lists as a calendar: one whole day for each body, or a task where no day is set.

    A reminder has the same identity whenever it is made, so a calendar that reads the file again
    changes what it has and adds nothing twice.
    """
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    for left in lists:
        for one in left.bodies:
            calendar.add_component(_reminder(left, one, day))
    return str(calendar.to_ical(), "utf-8")


def _reminder(left: Left, one: ToDo, day: date) -> Event | Todo:
    entry: Event | Todo = Event() if left.due else Todo()
    key = one.body.id if isinstance(one.body, Body) else ascii_id(one.body or "-") or "nobody"
    entry.add("uid", f"{left.occasion.id}.{key}@{left.kommun.slug or 'kommun'}.kommunvision")
    entry.add("dtstamp", datetime(day.year, day.month, day.day, tzinfo=UTC))
    if left.due:
        entry.add("dtstart", left.due)
        # Nobody is busy all day because something is to be handed in.
        entry.add("transp", "TRANSPARENT")
    number = numbers(len(one.values), len(one.statements))
    entry.add(
        "summary",
        WORDS["reminder"].format(occasion=left.occasion.name, number=number, body=_name(one)),
    )
    entry.add("description", "\n".join(_items(one)))
    return entry


def _name(one: ToDo) -> str:
    if isinstance(one.body, Body):
        return one.body.name
    return one.body or WORDS["nobody"]


def _when(period: Period) -> str:
    return periods.named(period)
