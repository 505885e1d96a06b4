"""The first page of an archive copy: what it is, what it has, and how to see that it is whole."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from kommunvision.plugin.files import STYLESHEET
from kommunvision.swedish.archive import SITE, SOURCES, WORDS
from kommunvision.swedish.format import iso_day, listing


@dataclass(frozen=True, slots=True)
class Cover:
    """What the first page tells."""

    names: Sequence[str]
    """Of every kommun."""
    start: str
    """Path of the page to begin with."""
    occasion: str | None
    """Name of the follow-up, if the copy is of one."""
    data: Iterable[tuple[str, str]]
    """Name of each kommun and path of its page on open data."""
    documents: Iterable[tuple[str, str]]
    """Name of each kommun and path of its document."""
    changed: str | None
    """The day of the latest change."""
    day: str | None
    """The day that the copy is dated."""


def page(cover: Cover) -> str:
    """Return the first page, as a document of its own."""
    read = "open_occasion" if cover.occasion else "open"
    paper = "has_paper" if cover.occasion else "has_document"
    has = [
        _said("has_site", folder=f"data/{SITE}"),
        *(_link("has_data", path, name=name) for name, path in cover.data),
        *(_link(paper, path, name=name) for name, path in cover.documents),
        _said("has_sources", folder=f"data/{SOURCES}"),
    ]
    names = listing(cover.names)
    about = [
        _said("lead"),
        *([_said("kommuner", names=names)] if len(cover.names) > 1 else []),
        *([_said("changed", day=iso_day(cover.changed))] if cover.changed else []),
        *([_said("dated", day=iso_day(cover.day))] if cover.day else []),
    ]
    title = _said("title" if len(cover.names) == 1 else "title_many", name=names)
    style = f"data/{SITE}/{STYLESHEET}"
    return (
        '<!doctype html>\n<html lang="sv">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<title>{title}</title>\n<link rel="stylesheet" href="{style}">\n</head>\n<body>\n'
        '<div class="kv-layout"><div class="kv-page"><main id="innehall">\n'
        f"<h1>{title}</h1>\n<p>{' '.join(about)}</p>\n"
        f"<p>{_link(read, cover.start, name=cover.occasion)}</p>\n"
        f"<h2>{_said('contents')}</h2>\n<ul>\n"
        + "".join(f"<li>{one}</li>\n" for one in has)
        + f"</ul>\n<p>{_said('links')}</p>\n<h2>{_said('checksums')}</h2>\n"
        f"<p>{_said('checksums_how')}</p>\n</main></div></div>\n</body>\n</html>\n"
    )


def _said(key: str, **values: object) -> str:
    return escape(WORDS[key].format(**values))


def _link(key: str, path: str, **values: object) -> str:
    return f'<a href="data/{escape(path)}">{_said(key, **values)}</a>'
