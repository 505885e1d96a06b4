"""An Atom feed of what is new and changed about a kommun, by the days that its data gives."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from typing import Any, Final

from lxml import etree
from lxml.builder import ElementMaker

from kommunvision.address import Place, feed, once, place
from kommunvision.export.data_file import DataFile, Form
from kommunvision.export.feed.events import Event, events
from kommunvision.export.setting import Setting
from kommunvision.export.tables.telling import Telling
from kommunvision.model import Kommun
from kommunvision.subject import told
from kommunvision.swedish.labels import label

# Those who follow a feed read what is newest; the pages have everything.
MOST: Final = 100

# The standard demands a moment, and a feed without entries has none.
_NEVER: Final = date(1970, 1, 1)

_NAMESPACE: Final = "http://www.w3.org/2005/Atom"
_LANGUAGE: Final = "{http://www.w3.org/XML/1998/namespace}lang"
_ATOM = ElementMaker(namespace=_NAMESPACE, nsmap={None: _NAMESPACE})


def files(telling: Telling) -> Iterator[DataFile]:
    """Yield the feed, where the site has an address and the data a day.

    Once published it stays, for programs go on asking for it.
    """
    setting, system = telling.setting, telling.system
    newest = sorted(events(system), key=lambda event: event.id)
    newest.sort(key=lambda event: event.day, reverse=True)
    if setting.site_url and (newest or path(system.kommun) in setting.site.published):
        yield DataFile(
            path(system.kommun),
            _text(setting, system.kommun, newest[:MOST]),
            form=Form.ATOM,
            offer="feed",
        )


def path(kommun: Kommun) -> str:
    """Return the address of a kommun's feed."""
    return feed(kommun)


def title(kommun: Kommun) -> str:
    """Return what a kommun's feed is called."""
    return told(kommun, "feed_title")


def _text(setting: Setting, kommun: Kommun, newest: list[Event]) -> bytes:
    own, home = setting.url(path(kommun)), setting.url(place(kommun, Place.START))
    # What has been read once is not new because the kommun's folder has got another name.
    first = setting.url([path(kommun), *once(kommun, path(kommun))][-1])
    return etree.tostring(
        _ATOM.feed(
            {_LANGUAGE: "sv"},
            _ATOM.id(first),
            _ATOM.title(title(kommun)),
            _ATOM.subtitle(label("feed_subtitle")),
            _ATOM.updated(_noon(newest[0].day if newest else _NEVER)),
            _ATOM.author(_ATOM.name(kommun.publisher or kommun.formal_name)),
            _ATOM.link(rel="self", type=Form.ATOM.media_type, href=own),
            _ATOM.link(rel="alternate", type="text/html", href=home),
            *(_entry(setting, first, event) for event in newest),
        ),
        encoding="UTF-8",
        xml_declaration=True,
        pretty_print=True,
    )


def _entry(setting: Setting, feed: str, event: Event) -> Any:  # noqa: ANN401 - lxml's
    return _ATOM.entry(
        _ATOM.id(f"{feed}#{event.id}"),
        _ATOM.title(event.title),
        _ATOM.updated(_noon(event.day)),
        _ATOM.published(_noon(event.day)),
        _ATOM.link(rel="alternate", type="text/html", href=setting.url(event.url)),
        _ATOM.content(event.html, type="html"),
    )


def _noon(day: date) -> str:
    """Return a moment that is on the same day in the whole of Europe; the data has no hour."""
    return datetime.combine(day, time(12), UTC).isoformat()
