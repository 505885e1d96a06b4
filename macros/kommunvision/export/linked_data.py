"""What search engines read in the pages: whose they are, where they stand, which data they have.

The words are those of schema.org. A kommun that is made up is never said to be an organisation.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from kommunvision.address import OPEN_DATA, Place, data_file, place, terms
from kommunvision.artifact import Crumb
from kommunvision.chain import GoalSystem
from kommunvision.export import kommuner
from kommunvision.export.data_file import DataFile, Form, Values
from kommunvision.export.dcat import NAME as CATALOGUE
from kommunvision.export.json_text import json_in_page
from kommunvision.export.setting import Setting
from kommunvision.model import Kommun
from kommunvision.subject import heading_of, told
from kommunvision.swedish.catalogue import SHARED_VALUES, SOME_MADE_UP

_CONTEXT: Final = "https://schema.org"

# The forms that the data comes in; a feed, a catalogue or a description is something else.
_FORMS: Final = frozenset({Form.JSON, Form.CSV, Form.XLSX, Form.STRATML})


def linked_data(
    setting: Setting,
    url: str,
    system: GoalSystem | None,
    crumbs: Sequence[Crumb],
    data: Iterable[DataFile] = (),
) -> str | None:
    """Return what a page says to search engines, as JSON that is safe in a page.

    Args:
        setting: The site; one without an address has nothing to say, for addresses must be whole.
        url: The page.
        system: The kommun that it belongs to.
        crumbs: The way from the start page to it.
        data: The site's open data.
    """
    if not setting.site_url:
        return None
    told = [*_way(setting, crumbs)]
    if system and not system.kommun.fictional:
        kommun = system.kommun
        if url == place(kommun, Place.START):
            told.append(_page_about(setting, kommun))
        elif url == place(kommun, Place.OPEN_DATA):
            told.append(_data_set(setting, kommun, tuple(data)))
    elif system is None and url == OPEN_DATA:
        told += _values_of_all(setting, tuple(data))
    return json_in_page({"@context": _CONTEXT, "@graph": told}) if told else None


def _way(setting: Setting, crumbs: Sequence[Crumb]) -> Iterator[dict[str, Any]]:
    """Yield the way to the page, where the page shows one."""
    if len(crumbs) > 1:
        yield {
            "@type": "BreadcrumbList",
            "itemListElement": [
                {
                    "@type": "ListItem",
                    "position": number,
                    "name": crumb.title,
                    # The page itself is the last.
                    **({} if crumb.url is None else {"item": setting.url(crumb.url)}),
                }
                for number, crumb in enumerate(crumbs, start=1)
            ],
        }


def _page_about(setting: Setting, kommun: Kommun) -> dict[str, Any]:
    """Return the kommun as what its start page is about: others may be those who publish it."""
    return {
        "@type": "WebPage",
        "name": heading_of(kommun),
        "url": setting.url(place(kommun, Place.START)),
        "inLanguage": "sv",
        "about": _organisation(kommun),
        "publisher": _publisher(kommun),
    }


def _publisher(kommun: Kommun) -> dict[str, Any]:
    if kommun.publisher:
        return {"@type": "Organization", "name": kommun.publisher}
    return _organisation(kommun)


def _organisation(kommun: Kommun) -> dict[str, Any]:
    contact = kommun.contact
    told = {
        "alternateName": kommun.name if kommun.name != kommun.formal_name else None,
        "url": kommun.url,
        "identifier": kommun.organisation_number,
        "telephone": contact.phone if contact else None,
        "email": contact.email if contact else None,
    }
    known = {key: value for key, value in told.items() if value}
    return {"@type": "GovernmentOrganization", "name": kommun.formal_name, **known}


def _data_set(setting: Setting, kommun: Kommun, data: Sequence[DataFile]) -> dict[str, Any]:
    own = data_file(kommun, "")
    return {
        "@type": "Dataset",
        "name": heading_of(kommun),
        "description": told(kommun, "open_data_lead"),
        "url": setting.url(place(kommun, Place.OPEN_DATA)),
        "inLanguage": "sv",
        "isAccessibleForFree": True,
        "license": setting.url(terms(kommun)),
        "about": _organisation(kommun),
        "publisher": _publisher(kommun),
        **_times(setting, [kommun]),
        **_catalogue(setting, kommun, data),
        "distribution": [
            _download(setting, one, kommun)
            for one in data
            if one.offer and one.form in _FORMS and one.path.startswith(own)
            if one.path != kommuner.PATH
        ],
    }


def _values_of_all(setting: Setting, data: Sequence[DataFile]) -> Iterator[dict[str, Any]]:
    """Yield the table of every kommun as a data set, where there is one."""
    own = data_file(None, "")
    files = [one for one in data if one.path.startswith(own) and one.values is Values.ALL]
    every = setting.site.kommuner
    if files:
        yield {
            "@type": "Dataset",
            "name": SHARED_VALUES.title,
            "description": f"{SHARED_VALUES.description} {SOME_MADE_UP}"
            if any(one.fictional for one in every)
            else SHARED_VALUES.description,
            "url": setting.url(OPEN_DATA),
            "inLanguage": "sv",
            "isAccessibleForFree": True,
            "license": setting.url(terms(None)),
            **(
                {"publisher": {"@type": "Organization", "name": setting.publisher.name}}
                if setting.publisher
                else {}
            ),
            **_times(setting, every),
            **_catalogue(setting, None, data),
            "distribution": [_download(setting, one) for one in files],
        }


def _times(setting: Setting, kommuner_of: Sequence[Kommun]) -> dict[str, str]:
    """Return the time that values are about, and when something was last changed."""
    told, days = {}, setting.covered(*kommuner_of)
    if days:
        told["temporalCoverage"] = "/".join(day.isoformat() for day in days)
    if day := setting.changed(*kommuner_of):
        told["dateModified"] = day
    return told


def _catalogue(
    setting: Setting, kommun: Kommun | None, data: Sequence[DataFile]
) -> dict[str, dict[str, str]]:
    """Return the catalogue that a data set is in, if there is one."""
    path = data_file(kommun, CATALOGUE)
    if not any(one.path == path for one in data):
        return {}
    return {"includedInDataCatalog": {"@type": "DataCatalog", "url": setting.url(path)}}


def _download(setting: Setting, file: DataFile, kommun: Kommun | None = None) -> dict[str, str]:
    return {
        "@type": "DataDownload",
        "name": told(kommun, f"offer_{file.offer}"),
        "encodingFormat": file.form.media_type,
        "contentUrl": setting.url(file.path),
    }
