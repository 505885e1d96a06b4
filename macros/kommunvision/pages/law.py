"""The statement on accessibility that the law asks for, and its absence told where it is absent."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from markupsafe import Markup

from kommunvision.address import ABOUT, ACCESSIBILITY, Place, place, relative
from kommunvision.artifact import Page
from kommunvision.chain import GoalSystem, Site
from kommunvision.export.rights import contact_of
from kommunvision.model import Accessibility, Contact, Kommun, PartialDate, Situation
from kommunvision.pages.parts import (
    Draft,
    as_publisher,
    describe,
    html,
    only_kommun,
    origin_of,
    prose,
)
from kommunvision.render.environment import phrase
from kommunvision.subject import heading_of
from kommunvision.swedish.format import capital, date
from kommunvision.swedish.labels import label

DIGG: Final = "https://www.digg.se/tdosanmalan"

# The section that others on the page point to.
_CONTENT_ANCHOR = "brister"


def pages(site: Site, system: GoalSystem) -> Iterator[Page]:
    """Yield a kommun's statement; every kommun has the page, assessed or not."""
    kommun = system.kommun
    given = kommun.accessibility
    draft = Draft(site, system, place(kommun, Place.ACCESSIBILITY))
    service = heading_of(kommun)
    publisher = kommun.publisher or kommun.formal_name
    if given:
        _assessed(draft, kommun, given, publisher)
    else:
        _not_assessed(draft, kommun)
    heading = label("statement_heading", service=service)
    yield draft.page(
        heading,
        title=heading,
        description=describe("statement_description", service=service),
        origin=(given or kommun).where.origin,
        sources=None,
        elsewhere=label("statement_from", publisher=publisher)
        if given
        else label("statement_from_nobody"),
    )


def shared_pages(site: Site) -> Iterator[Page]:
    """Yield what is known of the pages that span kommuner, which nobody answers for in the data."""
    if only_kommun(site):
        return
    draft = Draft(site, None, ACCESSIBILITY)
    links = [
        (
            label("statement_heading", service=heading_of(one)),
            relative(place(one, Place.ACCESSIBILITY), draft.url),
        )
        for one in site.kommuner
    ]
    listed = [_say("statements_of"), html("links", links=links)] if links else []
    about = html("link", url=relative(ABOUT, draft.url), text=label("about"))
    draft.section(label("statement_how"), _say("not_assessed"), *listed)
    draft.section(label("statement_help"), _say("help_ask_publisher"))
    draft.section(label("statement_report"), _say("report_shared", about=about))
    _untold(draft)
    service = label("shared_pages")
    yield draft.page(
        label("statement_heading", service=service),
        description=describe("statement_description", service=capital(service)),
        origin=origin_of(site),
        sources=None,
        elsewhere=label("statement_from_nobody"),
    )


def _assessed(draft: Draft, kommun: Kommun, given: Accessibility, publisher: str) -> None:
    form = html("link", url=given.form, text=label("the_form"))
    known = html("link", url=f"#{_CONTENT_ANCHOR}", text=label("to_shortcomings"))
    draft.section(
        label("statement_how"),
        _say("statement_aim", publisher=publisher),
        _say(f"how_{given.compliance.value}", link=known),
    )
    draft.section(label("statement_help"), _say("help_ask", form=form), _say("help_request"))
    contact = given.contact or contact_of(kommun)
    draft.section(
        label("statement_report"),
        _say("report_here", form=form),
        *([_say("report_otherwise"), _reached(draft, kommun, contact)] if contact else []),
    )
    draft.section(label("statement_supervision"), _supervision())
    draft.section(label("statement_technical"), _say(f"compliance_{given.compliance.value}"))
    _content(draft, given)
    draft.section(
        label("statement_tested"),
        _say(f"method_{given.method.value}"),
        prose(given.tested),
        _say("assessed_on", date=date(given.assessed)),
        _say("updated_on", date=date(given.updated)),
    )


def _content(draft: Draft, given: Accessibility) -> None:
    """Tell what is not accessible, under Digg's situations of use and in their order."""
    told = given.shortcomings or given.burdensome or given.exempt
    intro = _say("content_known" if told else "content_none")
    draft.section(label("statement_content"), intro, anchor=_CONTENT_ANCHOR)
    groups = [
        (
            label(f"situation_{situation.value}"),
            [
                {"description": prose(one.description), "mended": _when(one.mended)}
                for one in given.shortcomings
                if situation in one.situations
            ],
        )
        for situation in Situation
    ]
    if given.shortcomings:
        shown = html("shortcomings", groups=[group for group in groups if group[1]])
        draft.subsection(label("statement_shortcomings"), shown)
    for key, text in (("burdensome", given.burdensome), ("exempt", given.exempt)):
        if text:
            draft.subsection(label(f"statement_{key}"), _say(f"{key}_intro"), prose(text))


def _not_assessed(draft: Draft, kommun: Kommun) -> None:
    names = {"publisher": kommun.publisher or kommun.formal_name, "kommun": kommun.formal_name}
    draft.section(
        label("statement_how"),
        _say("not_assessed_published" if kommun.publisher else "not_assessed", **names),
    )
    draft.section(label("statement_help"), _say("help_ask_publisher"))
    if kommun.publisher:
        theirs = kommun.publisher_contact
        reached = [_reached(draft, kommun, theirs)] if theirs else []
        reported = [_say("report_publisher", **names), *reached]
    elif kommun.contact:
        reported = [_say("report_contact"), _reached(draft, kommun, kommun.contact)]
    else:
        reported = [_say("report_nobody", **names)]
    draft.section(label("statement_report"), *reported)
    _untold(draft)


def _untold(draft: Draft) -> None:
    """Go on, after how to report, with what nobody has told."""
    draft.section(label("statement_supervision"), _supervision())
    draft.section(label("statement_technical"), _say("technical_not_assessed"))
    draft.section(label("statement_content"), _say("content_not_assessed"), anchor=_CONTENT_ANCHOR)
    draft.section(label("statement_tested"), _say("tested_not_assessed"))


def _supervision() -> Markup:
    return _say("supervision", link=html("link", url=DIGG, text=label("supervision_link")))


def _reached(draft: Draft, kommun: Kommun, contact: Contact) -> Markup:
    """Return how to reach those who answer for the pages, under their own name."""
    return draft.views.contact(as_publisher(kommun, contact))


def _when(mended: PartialDate | str | None) -> str | None:
    return date(mended) if isinstance(mended, PartialDate) else mended


def _say(key: str, **values: object) -> Markup:
    return html("intro", text=phrase(key, **values))
