"""About the site: who publishes it, how to report errors, languages, personal data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from kommunvision.address import ABOUT, ACCESSIBILITY, Place, language_starts, place, relative
from kommunvision.artifact import Page
from kommunvision.chain import GoalSystem, Site
from kommunvision.model import Kommun
from kommunvision.pages.parts import (
    Draft,
    as_publisher,
    describe,
    html,
    only_kommun,
    origin_of,
    prose,
)
from kommunvision.subject import heading_of, told
from kommunvision.swedish.format import capital
from kommunvision.swedish.labels import label
from kommunvision.swedish.languages import IN_SWEDISH


def pages(site: Site, system: GoalSystem) -> Iterator[Page]:
    """Yield the page about a kommun's part of the site."""
    kommun = system.kommun
    draft = Draft(site, system, place(kommun, Place.ABOUT))
    draft.section(label("about_publisher"), *_publisher(draft, kommun), anchor="utgivare")
    _further(
        draft,
        what=f"{told(kommun, 'about_what_text')} {label('about_what_from')}",
        logs=kommun.visitor_logs,
        languages=_languages(draft, kommun),
        statement=place(kommun, Place.ACCESSIBILITY),
    )
    service = heading_of(kommun)
    yield draft.page(
        label("about_heading"),
        description=describe("about_description", service=service),
        origin=kommun.where.origin,
        sources=None,
        elsewhere=label("about_from"),
    )


def shared_pages(site: Site) -> Iterator[Page]:
    """Yield the page about the whole site, which has several publishers."""
    if only_kommun(site):
        return
    draft = Draft(site, None, ABOUT)
    links = [
        (
            label("about_link", kommun=one.formal_name),
            relative(place(one, Place.ABOUT), draft.url),
        )
        for one in site.kommuner
    ]
    draft.section(
        label("about_publisher"),
        *([_paragraph("about_shared"), html("links", links=links)] if links else []),
        anchor="utgivare",
    )
    _further(
        draft,
        what=label("about_what_shared"),
        logs=None,
        languages=[_paragraph("about_language_shared")],
        statement=ACCESSIBILITY,
    )
    yield draft.page(
        label("about_heading"),
        description=describe("about_description", service=capital(label("shared_pages"))),
        origin=origin_of(site),
        sources=None,
        elsewhere=label("about_from"),
    )


def _publisher(draft: Draft, kommun: Kommun) -> Iterable[Markup]:
    if kommun.publisher:
        names = {"publisher": kommun.publisher, "kommun": kommun.formal_name}
        yield _paragraph("about_published", **names)
        if kommun.publisher_contact:
            yield draft.views.contact(as_publisher(kommun, kommun.publisher_contact))
        return
    yield _paragraph("about_own", kommun=kommun.formal_name)
    yield draft.views.contact(kommun)


def _languages(draft: Draft, kommun: Kommun) -> Iterable[Markup]:
    """Yield what can be read in which languages."""
    told = [
        (
            label("about_language_in", language=IN_SWEDISH[language.value])
            if language.value in IN_SWEDISH
            else label("about_language_easy"),
            relative(url, draft.url),
        )
        for url, language in language_starts(kommun)
    ]
    yield _paragraph("about_language_some" if told else "about_language_text")
    if told:
        yield html("links", links=told)


def _further(
    draft: Draft, *, what: str, logs: str | None, languages: Iterable[Markup], statement: str
) -> None:
    """Go on with what is alike for a kommun and for the whole site."""
    draft.section(
        label("about_what"),
        html("intro", text=what),
        _paragraph("about_made_with"),
        anchor="om-sidorna",
    )
    draft.section(
        label("about_errors"),
        _paragraph("about_errors_text"),
        _paragraph("about_errors_document"),
        anchor="fel",
    )
    draft.section(label("about_language"), *languages, anchor="sprak")
    _personal_data(draft, logs)
    link = (label("statement_how"), relative(statement, draft.url))
    draft.section(
        label("about_accessibility"), html("links", links=[link]), anchor="tillganglighet"
    )


def _personal_data(draft: Draft, logs: str | None) -> None:
    draft.section(label("about_data"), _paragraph("about_data_intro"), anchor="personuppgifter")
    draft.subsection(label("about_data_site"), _paragraph("about_data_site_text"))
    draft.subsection(
        label("about_data_server"), prose(logs) or _paragraph("about_data_server_text")
    )
    draft.subsection(
        label("about_data_named"),
        _paragraph("about_data_named_text"),
        _paragraph("about_data_rights"),
    )


def _paragraph(key: str, **values: object) -> Markup:
    return html("intro", text=label(key, **values))
