"""What has happened on a known day: decisions, follow-ups, corrections, news, changed figures."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from html import escape

from kommunvision.address import address
from kommunvision.chain import GoalSystem
from kommunvision.model import (
    Correction,
    Decision,
    DecisionKind,
    FormerTarget,
    Item,
    Kommun,
    Occasion,
    PartialDate,
    Period,
    Revision,
)
from kommunvision.swedish.format import capital, listing, validity
from kommunvision.swedish.labels import label
from kommunvision.swedish.periods import named
from kommunvision.text.ascii import ascii_id
from kommunvision.text.prose import to_html


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened on a day."""

    id: str
    """The same for ever: made of the first id that an object had, never of its words."""
    day: date
    title: str
    url: str
    """Where it is told of, relative to the site's root."""
    html: str = ""
    """What it is about, as finished, escaped HTML."""


def events(system: GoalSystem) -> Iterator[Event]:
    """Yield everything that the data gives a whole day for."""
    kommun = system.kommun
    for decision in kommun.decisions:
        yield from _decided(kommun, decision)
    for occasion in kommun.occasions:
        if day := whole_day(occasion.locked):
            title = label("feed_locked", occasion=occasion.name)
            url, words = address(kommun, occasion), _paragraph(label("feed_locked_text"))
            yield Event(f"last-{_first(occasion)}", day, title, url, words)
        yield from _corrected(system, occasion)
    for item in kommun.news:
        if day := whole_day(item.date):
            words = to_html(item.text) if item.text else ""
            yield Event(f"nytt-{_first(item)}", day, item.title, address(kommun, item), words)
    yield from _revised(kommun)
    yield from _aimed_anew(kommun)


def whole_day(when: PartialDate | None) -> date | None:
    """Return the day of a date; none if it is a span, or less precise than a day."""
    if when is None or when.end is not None:
        return None
    point = when.start
    if point.year is None or point.month is None or point.day is None:
        return None
    return date(point.year, point.month, point.day)


def _first(item: Item) -> str:
    """Return the first id that an object had; it is kept when the id is changed."""
    return item.former_ids[-1] if item.former_ids else item.id


def _decided(kommun: Kommun, decision: Decision) -> Iterator[Event]:
    """Yield a decision that something on the pages rests on."""
    items = (*kommun.models, *kommun.visions, *kommun.goals, *kommun.indicators, *kommun.occasions)
    about = [one for one in items if any(ref.target == decision.id for ref in one.decisions)]
    day = whole_day(decision.date)
    if day is None or not about or decision.kind is DecisionKind.PROPOSAL:
        return
    known = [_body(kommun, decision)]
    if decision.paragraph:
        known.append(label("paragraph", paragraph=decision.paragraph.removeprefix("§").strip()))
    recorded = ", ".join(one for one in known if one)
    told = _paragraph(recorded) if recorded and decision.title else ""
    yield Event(
        f"beslut-{_first(decision)}",
        day,
        label("decision_line", decision=decision.title or recorded or decision.id),
        address(kommun, about[0] if len(about) == 1 else decision),
        f"{told}{_paragraph(label('feed_decision_about'))}{_points(map(_in_force, about))}",
    )


def _body(kommun: Kommun, decision: Decision) -> str:
    if decision.body is None:
        return ""
    found = kommun.by_id.get(decision.body.target or "")
    return found.called if found else decision.body.name or ""


def _in_force(item: Item) -> str:
    """Return what something is called, and when it is in force where that is known."""
    times = getattr(item, "validity", None)
    told = escape(item.called)
    if times is not None and (times.start or times.end):
        told += f"<br>{escape(label('feed_in_force', times=validity(times)))}"
    return told


def _corrected(system: GoalSystem, occasion: Occasion) -> Iterator[Event]:
    """Yield the corrections of a locked occasion, those of one day together."""
    by_day: defaultdict[date, list[Correction]] = defaultdict(list)
    for one in occasion.corrections:
        if day := whole_day(one.date):
            by_day[day].append(one)
    page = address(system.kommun, occasion)
    for day, corrections in by_day.items():
        yield Event(
            f"rattelser-{_first(occasion)}-{day.isoformat()}",
            day,
            label("feed_corrected", occasion=occasion.name),
            f"{page}#{ascii_id(label('corrections'))}",
            "".join(_correction(system.kommun, one) for one in corrections),
        )


def _correction(kommun: Kommun, one: Correction) -> str:
    changed = label(f"corrected_{one.part}")
    what = label("correction_of_all")
    if one.about is not None:
        found = kommun.by_id.get(one.about.target or "")
        what = found.called if found else one.about.name or one.about.target or what
    words = label("feed_correction", item=what, changed=changed)
    return f"{_paragraph(words)}{to_html(one.reason)}"


def _revised(kommun: Kommun) -> Iterator[Event]:
    """Yield the kommun's values that were changed, those of one indicator and day together."""
    found: defaultdict[tuple[str, date], list[tuple[Period, Revision]]] = defaultdict(list)
    own = (one for one in kommun.series if one.group is None)
    series = ((one.indicator.target or "", one.values) for one in own)
    for target, values in (*((one.id, one.values) for one in kommun.indicators), *series):
        for measurement in values:
            for revision in measurement.revisions:
                if day := whole_day(revision.date):
                    found[target, day].append((measurement.period, revision))
    for (target, day), revisions in found.items():
        item = kommun.by_id.get(target)
        if item is None:
            continue
        periods: dict[str, dict[str, None]] = {}
        for period, revision in revisions:
            periods.setdefault(revision.reason, {})[named(period)] = None
        yield Event(
            f"varden-{_first(item)}-{day.isoformat()}",
            day,
            label("feed_revised", indicator=item.called),
            address(kommun, item),
            "".join(
                f"{_paragraph(label('feed_revised_text', periods=listing(list(names))))}"
                f"{to_html(reason)}"
                for reason, names in periods.items()
            ),
        )


def _aimed_anew(kommun: Kommun) -> Iterator[Event]:
    """Yield the targets that were changed, those of one indicator and day together."""
    for item in kommun.indicators:
        by_day: defaultdict[date, list[FormerTarget]] = defaultdict(list)
        for former in (one for target in item.targets for one in target.former):
            if day := whole_day(former.date):
                by_day[day].append(former)
        for day, targets in by_day.items():
            yield Event(
                f"malvarden-{_first(item)}-{day.isoformat()}",
                day,
                label("feed_aimed_anew", indicator=item.name),
                address(kommun, item),
                "".join(
                    f"{_paragraph(label('feed_aimed_before', before=one.text))}"
                    f"{to_html(one.reason) if one.reason else ''}"
                    for one in targets
                ),
            )


def _paragraph(text: str) -> str:
    return f"<p>{escape(capital(text))}</p>"


def _points(points: Iterable[str]) -> str:
    return f"<ul>{''.join(f'<li>{one}</li>' for one in points)}</ul>"
