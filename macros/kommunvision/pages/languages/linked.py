"""Pages that say the same in different languages know of each other."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from kommunvision.address import (
    Place,
    in_language,
    languages_of,
    own_pages,
    place,
)
from kommunvision.artifact import InLanguage, Page
from kommunvision.model import Kommun, Language
from kommunvision.swedish.languages import SWEDISH, TONGUES

# By BCP 47, which has a word for it; a voice that reads aloud would not know it.
_EASY = "sv-simple"


def linked(kommun: Kommun) -> Callable[[Page], Page]:
    """Return what tells a page in which languages the same is told, where there are several."""
    known: dict[str, tuple[InLanguage, ...]] = {}
    start = place(kommun, Place.START)
    _learn(known, kommun, start, languages_of(kommun))
    for url, item, present in own_pages(kommun):
        if present and (languages := languages_of(item)):
            _learn(known, kommun, url, languages)

    def told(page: Page) -> Page:
        versions = known.get(page.url)
        return replace(page, versions=versions) if versions else page

    return told


def _learn(
    known: dict[str, tuple[InLanguage, ...]],
    kommun: Kommun,
    url: str,
    languages: Iterable[Language],
) -> None:
    found = [InLanguage(SWEDISH.own, url, SWEDISH.tag, SWEDISH.tag)]
    for language in languages:
        tongue = TONGUES[language.value]
        hreflang = _EASY if language is Language.EASY else tongue.tag
        there = in_language(kommun, url, language)
        found.append(InLanguage(tongue.own, there, tongue.tag, hreflang, tongue.rtl))
    if len(found) > 1:
        for one in found:
            known[one.url] = tuple(found)
