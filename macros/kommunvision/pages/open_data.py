"""Open data: which files there are, how they are written, and on what terms they may be used."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from markupsafe import Markup

from kommunvision.address import ABOUT, OPEN_DATA, TERMS_ANCHOR, Place, place, relative
from kommunvision.artifact import Page
from kommunvision.chain import GoalSystem
from kommunvision.export import DataFile, Setting, lacking, other_publishers, shared_lacking
from kommunvision.model import Kommun
from kommunvision.pages.made_of import folder
from kommunvision.pages.parts import Draft, describe, html, only_kommun, origin_of
from kommunvision.render.environment import phrase
from kommunvision.subject import heading_of, told
from kommunvision.swedish.format import capital, listing, size
from kommunvision.swedish.labels import label

CC0: Final = "https://creativecommons.org/publicdomain/zero/1.0/deed.sv"


def page(
    setting: Setting, system: GoalSystem, own: Iterable[DataFile], shared: Iterable[DataFile]
) -> Page:
    """Return the page of a kommun.

    Args:
        setting: The site.
        system: The kommun.
        own: Its files.
        shared: Those of the whole site. Their sizes follow from every kommun, and are left to the
            page of the whole site.
    """
    kommun, files = system.kommun, tuple(own)
    draft = Draft(setting.site, system, place(kommun, Place.OPEN_DATA))
    draft.add(html("lead", text=told(kommun, "open_data_lead")))
    draft.section(
        label("open_data_files"),
        _listed(draft, files, kommun=kommun),
        _no_catalogue(setting, kommun),
        anchor="filer",
    )
    # Only indicators have a file of their own with values.
    tables = ["headings", "links", *(["one"] if kommun.indicators else []), "signs"]
    if any(file.page for file in files):
        _a_page_at_a_time(draft, files)
    draft.section(
        label("open_data_tables"),
        _points(f"open_data_tables_{key}" for key in tables),
        anchor="tabeller",
    )
    draft.section(
        label("open_data_shared"),
        _listed(draft, shared, "open_data_file_of_all"),
        anchor="gemensamma-filer",
    )
    _further(
        draft,
        terms=_terms_of_others(kommun),
        example=_example(setting, kommun),
        about=place(kommun, Place.ABOUT),
    )
    service = heading_of(kommun)
    return draft.page(
        label("open_data"),
        description=describe("open_data_description", service=service),
        origin=kommun.where.origin,
        sources=None,
        elsewhere=label("open_data_from"),
        made_of=[folder(system)],
    )


def shared_pages(setting: Setting, shared: Iterable[DataFile]) -> Iterator[Page]:
    """Yield the page of the whole site, unless one kommun has it for itself."""
    site = setting.site
    if only_kommun(site):
        return
    draft = Draft(site, None, OPEN_DATA)
    draft.add(html("lead", text=label("open_data_lead_shared")))
    kommuner = [
        (
            label("open_data_kommun", kommun=one.formal_name),
            relative(place(one, Place.OPEN_DATA), draft.url),
        )
        for one in site.kommuner
    ]
    draft.section(
        label("open_data_kommuner"),
        html("links", links=kommuner) if kommuner else Markup(),
        anchor="kommuner",
    )
    draft.section(
        label("open_data_shared"),
        _listed(draft, shared),
        _no_shared_catalogue(setting),
        anchor="gemensamma-filer",
    )
    draft.section(
        label("open_data_tables"),
        _points(f"open_data_tables_{key}" for key in ("all", "no_workbook", "signs")),
        anchor="tabeller",
    )
    _further(draft, terms=label("open_data_terms_others_shared"), example=None, about=ABOUT)
    yield draft.page(
        label("open_data"),
        description=describe("open_data_description", service=capital(label("shared_pages"))),
        origin=origin_of(site),
        sources=None,
        elsewhere=label("open_data_from"),
    )


def _listed(
    draft: Draft,
    files: Iterable[DataFile],
    key: str = "open_data_file",
    *,
    kommun: Kommun | None = None,
) -> Markup:
    """Return links to the files that are offered by name."""
    offered = [
        (
            label(
                key,
                title=told(kommun, f"offer_{file.offer}"),
                form=file.form.title,
                size=size(file.size),
            ),
            relative(file.path, draft.url),
            label(f"offer_{file.offer}_text"),
        )
        for file in files
        if file.offer
    ]
    return html("data_files", files=offered) if offered else Markup()


def _a_page_at_a_time(draft: Draft, files: Iterable[DataFile]) -> None:
    first = next(file for file in files if file.page)
    link = (label("open_data_example", title=first.path), relative(first.path, draft.url))
    draft.section(
        label("open_data_pages"),
        _paragraph("open_data_pages_text"),
        html("links", links=[link]),
        anchor="sidor",
    )


def _further(draft: Draft, *, terms: str | None, example: str | None, about: str) -> None:
    """Go on with what is alike for a kommun and for the whole site."""
    written = ("keys", "silent", "dates", "periods", "texts", "ids")
    draft.section(
        label("open_data_written"),
        _points(f"open_data_written_{key}" for key in written),
        anchor="format",
    )
    draft.section(
        label("open_data_changes"),
        _paragraph("open_data_changes_intro"),
        _points(f"open_data_changes_{key}" for key in ("added", "kept", "addresses")),
        _paragraph("open_data_changes_else"),
        anchor="versioner",
    )
    licence = html("link", url=CC0, text=label("open_data_cc0"))
    draft.section(
        label("open_data_terms"),
        html("intro", text=phrase("open_data_terms_own", link=licence)),
        html("intro", text=terms) if terms else Markup(),
        _paragraph("open_data_terms_not"),
        anchor=TERMS_ANCHOR,
    )
    if example:
        draft.section(
            label("open_data_refer"),
            _paragraph("open_data_refer_text"),
            html("intro", text=example),
            _paragraph("open_data_refer_others") if terms else Markup(),
            anchor="hanvisa",
        )
    draft.section(
        label("open_data_contact"),
        _paragraph("open_data_contact_text"),
        html("links", links=[(label("open_data_contact_link"), relative(about, draft.url))]),
        anchor="kontakt",
    )


def _terms_of_others(kommun: Kommun) -> str | None:
    """Return whose values the kommun shows beside its own, which are not its to give away."""
    found = other_publishers(kommun)
    return label("open_data_terms_others", publishers=listing(found)) if found else None


def _no_catalogue(setting: Setting, kommun: Kommun) -> Markup:
    """Return why the data portal can fetch nothing, where that is so."""
    why = lacking(setting, kommun)
    if why is None:
        return Markup()
    text = label(f"no_catalogue_{why.value}", publisher=kommun.publisher or kommun.formal_name)
    return html("intro", text=text)


def _no_shared_catalogue(setting: Setting) -> Markup:
    """Return why there is no catalogue of the whole site, where that is so."""
    why = shared_lacking(setting)
    return _paragraph(f"no_shared_catalogue_{why.value}") if why else Markup()


def _example(setting: Setting, kommun: Kommun) -> str:
    """Return how somebody who uses the files may tell where they come from."""
    return label(
        "open_data_refer_example",
        heading=heading_of(kommun),
        publisher=kommun.publisher or kommun.formal_name,
        url=setting.url(place(kommun, Place.OPEN_DATA)),
    )


def _points(keys: Iterable[str]) -> Markup:
    return html("points", points=[label(key) for key in keys])


def _paragraph(key: str) -> Markup:
    return html("intro", text=label(key))
