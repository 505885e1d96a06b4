"""Views of what statements rest on: quoted words, timelines, remarks, sources, contact."""

from __future__ import annotations

import re
from collections.abc import Iterable

from markupsafe import Markup, escape

from kommunvision.model import (
    Contact,
    Decision,
    Goal,
    Item,
    Kommun,
    Quote,
    Reference,
    Source,
    Timeline,
    Vision,
)
from kommunvision.render.environment import phrase
from kommunvision.render.views import inline
from kommunvision.render.views.frame import Frame, joined
from kommunvision.subject import told
from kommunvision.swedish import format as swedish
from kommunvision.swedish.labels import label
from kommunvision.text.prose import to_html


def decided(
    frame: Frame, item: Item, words: str | None, caption: Iterable[Markup], *, shortened: bool
) -> Markup:
    """Return decided wording as a quotation with decision and source, or that it is unknown."""
    lines = [line for line in (*caption, *inline.attribution(frame, item)) if line]
    if shortened:
        lines.append(escape(label("shortened")))
    if words:
        return frame.render("quotation", words=to_html(words), caption=lines, decided=True)
    if "text" in item.not_stated:
        told = frame.render("missing", text=label("wording_not_stated"))
    else:
        told = escape(label("wording_missing"))
    return frame.group(
        [
            frame.render("sentence", text=told, empty=True),
            *(frame.render("sentence", text=line) for line in lines),
        ]
    )


def quote(frame: Frame, item: Quote) -> Markup:
    """Return what somebody is quoted for, with name and role."""
    who = f"{item.who}, {item.role}" if item.role else item.who
    figure = frame.render("quotation", words=to_html(item.text), caption=[escape(who)])
    return frame.group([figure, remark(frame, item.note)])


def verbatim(frame: Frame, item: Item) -> Markup:
    """Return the source's own words about an object; nothing if the data has none."""
    if not item.verbatim:
        return Markup()
    caption = captions(frame, item)
    return frame.render("quotation", words=to_html(item.verbatim), caption=caption)


def source_quotation(frame: Frame, item: Item, words: str) -> Markup:
    """Return words of an object's source as a quotation, with where they come from."""
    return frame.render("quotation", words=to_html(words), caption=captions(frame, item))


def captions(frame: Frame, item: Item) -> list[Markup]:
    """Return the line that names where an object's words come from."""
    shown = inline.sources(frame, item.sources)
    if not shown:
        return []
    key = "from_source" if len(shown) == 1 else "from_sources"
    return [phrase(key, source=joined(shown))]


def wordings(frame: Frame, item: Vision | Goal) -> Markup:
    """Return further wordings of the same thing, each with its source."""
    parts: list[Markup | None] = []
    for one in item.wordings:
        caption = inline.source_lines(frame, one.sources)
        words = to_html(one.text)
        parts.append(frame.render("quotation", words=words, caption=caption, decided=True))
        parts.append(remark(frame, one.note))
    return frame.group(parts)


def note(frame: Frame, item: Item) -> Markup:
    """Return our own remark to the reader; nothing if there is none."""
    return remark(frame, item.note) or Markup()


def remark(frame: Frame, words: str | None) -> Markup | None:
    """Return a remark of our own; nothing if there is none."""
    if not words:
        return None
    return frame.render("note", mark=label("our_note"), words=to_html(words))


def timeline(frame: Frame, item: Timeline) -> Markup:
    """Return an account and its steps in the writer's order."""
    intro = to_html(item.text) if item.text else None
    steps = [
        {
            "when": swedish.capital(swedish.date(step.when)) if step.when else None,
            "missing": inline.missing(frame, "time_not_stated")
            if "when" in step.not_stated
            else None,
            "title": step.title,
            "account": to_html(step.text) if step.text else None,
        }
        for step in item.steps
    ]
    if not steps:
        return frame.group([intro])
    return frame.render("timeline", intro=intro, steps=steps)


def contact(frame: Frame, kommun: Kommun) -> Markup:
    """Return how to reach those who answer for the content."""
    given = kommun.contact or Contact(where=kommun.where)
    silent = "contact" in kommun.not_stated and not kommun.contact
    return frame.render(
        "contact",
        name=kommun.formal_name,
        unit=given.unit,
        missing=inline.missing(frame, "contact_not_stated") if silent else None,
        phone=given.phone,
        dial=dial(given.phone) if given.phone else None,
        email=given.email,
        website=given.url or kommun.url,
        postal=to_html(given.address) if given.address else None,
        note=remark(frame, given.note),
    )


def dial(phone: str) -> str:
    """Return a telephone number as an address, in its international form."""
    digits = re.sub(r"[^\d+]", "", phone.partition(",")[0])
    return f"tel:+46{digits[1:]}" if re.match(r"0[1-9]", digits) else f"tel:{digits}"


def sources(frame: Frame, items: Iterable[Item]) -> Markup:
    """Return the section that closes a page: every source of what it shows, once."""
    places: dict[tuple[str | None, str | None], list[Reference]] = {}
    silent = False
    for item in items:
        for ref in _sources_of(frame, item):
            places.setdefault((ref.target, ref.name), []).append(ref)
        silent = silent or "sources" in item.not_stated
    entries = [_entry(frame, refs) for refs in places.values()]
    kommun = frame.system.kommun if frame.system else None
    lines = [escape(told(kommun, "sources_rule" if entries else "no_source"))]
    if silent and entries:
        lines.append(escape(label("source_partly_missing")))
    return frame.render("sources", items=entries, lines=lines)


def source_lines(frame: Frame, items: Iterable[Item]) -> list[Markup]:
    """Return the line that names every source of what is shown, once; or that none is given.

    Of several it names no places, which would be longer than what is shown.
    """
    refs = [ref for item in items for ref in _sources_of(frame, item)]
    if len({(ref.target, ref.name) for ref in refs}) > 1:
        refs = [Reference(ref.target, ref.name) for ref in refs]
    return inline.source_lines(frame, refs) or [escape(label("no_source_shown"))]


def _sources_of(frame: Frame, item: Item) -> Iterable[Reference]:
    """Return an object's sources and those of the decisions it rests on."""
    if isinstance(item, Source):
        yield Reference(item.id)
    yield from item.sources
    for ref in item.decisions:
        found = frame.find(ref.target) if ref.target else None
        if found and isinstance(found[1], Decision):
            yield from found[1].sources


def _entry(frame: Frame, refs: list[Reference]) -> dict[str, object]:
    first = refs[0]
    found = frame.find(first.target) if first.target else None
    source = found[1] if found and isinstance(found[1], Source) else None
    told = dict.fromkeys(mark for ref in refs for mark in inline.remarks(frame, ref))
    entry: dict[str, object] = {
        "title": inline.reference(frame, Reference(first.target, first.name)),
        "about": None,
        "places": inline.places(refs),
        "remarks": list(told),
        "address": None,
        "to": None,
        "missing": None,
    }
    if source:
        about = [source.publisher, source.kind, swedish.date(source.date) if source.date else None]
        entry["about"] = ", ".join(part for part in about if part)
        entry["address"] = source.url
        entry["to"] = label("to_document", title=source.title)
        silent = "url" in source.not_stated and not source.url
        entry["missing"] = inline.missing(frame, "address_not_stated") if silent else None
    return entry
