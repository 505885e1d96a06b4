"""The values that facts are made of: a text, a date, a time, a link; none if nothing is told."""

from __future__ import annotations

from markupsafe import Markup, escape

from kommunvision.address import global_goal
from kommunvision.model import Goal, Indicator, PartialDate, Support, Validity
from kommunvision.render.environment import phrase
from kommunvision.render.views import inline
from kommunvision.render.views.frame import Frame
from kommunvision.swedish import format as swedish
from kommunvision.swedish.global_goals import GLOBAL_GOALS
from kommunvision.swedish.labels import label
from kommunvision.text.prose import to_html


def responsible(frame: Frame, item: Goal | Indicator) -> list[Markup]:
    """Return those responsible, one value each."""
    if item.responsible_all:
        return [escape(label("everyone"))]
    return inline.references(frame, item.responsible)


def support(frame: Frame, item: Support) -> Markup:
    """Return a strategy of another organisation, and whose it is."""
    name = web(frame, item.url, item.name)[0] if item.url else escape(item.name)
    if not item.publisher:
        return name
    return phrase("of_publisher", name=name, publisher=item.publisher)


def global_goal_link(frame: Frame, number: int) -> Markup:
    """Return a link to one of the global goals, by number and name."""
    name = label("global_goal", number=number, name=GLOBAL_GOALS.get(number, ""))
    target = global_goal(number)
    return frame.render("link", address=frame.to(target), text=name, current=target == frame.here)


def text(value: str | int | None) -> list[str]:
    """Return a plain value."""
    return [] if value is None else [str(value)]


def prose(value: str | None) -> list[Markup]:
    """Return paragraphs."""
    return [to_html(value)] if value else []


def date(frame: Frame, value: PartialDate | None) -> list[Markup]:
    """Return a date, and whether the source leaves its year out."""
    if not value:
        return []
    shown = escape(swedish.date(value))
    return [Markup(" ").join([shown, *inline.year_left_out(frame, value)])]


def time(value: Validity | None) -> list[str]:
    """Return a time of validity."""
    return [swedish.validity(value)] if value else []


def web(frame: Frame, url: str | None, name: str | None = None) -> list[Markup]:
    """Return a link to a web address, under a name or as it is."""
    return [frame.render("link", address=url, text=name or url)] if url else []
