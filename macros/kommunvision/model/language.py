"""The same things in other languages, and in Swedish that is easy to read."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from kommunvision.model.common import Reference
from kommunvision.origin import Where


class Language(StrEnum):
    """What a text is written in beside ordinary Swedish; the values are parts of addresses."""

    EASY = "lattlast"
    FINNISH = "fi"
    YIDDISH = "yi"
    MEANKIELI = "fit"
    ROMANI = "rom"
    ARLI = "arli"
    KALE = "kale"
    KELDERASH = "kelderash"
    LOVARI = "lovari"
    TRAVELLERS = "resanderomani"
    LULE_SAMI = "smj"
    NORTHERN_SAMI = "se"
    PITE_SAMI = "sje"
    SOUTHERN_SAMI = "sma"
    UME_SAMI = "sju"
    ENGLISH = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class EasyText:
    """What something says, told anew in Swedish that is easy to read."""

    text: str
    """Restricted Markdown."""
    title: str | None = None
    by: str | None = None
    """Who has written it."""
    sources: tuple[Reference, ...] = ()
    decisions: tuple[Reference, ...] = ()
    """Where this very text is decided."""
    draft: bool = False
    """Whether it is unfinished, and for those who write alone."""
    where: Where = field(compare=False, repr=False)

    @property
    def language(self) -> Language:
        """Easy Swedish."""
        return Language.EASY


@dataclass(frozen=True, slots=True, kw_only=True)
class Translation:
    """The texts of an object in another language, by the same names as the object has them."""

    language: Language
    title: str | None = None
    """The heading, or the name of what has a name."""
    text: str | None = None
    promise: str | None = None
    overall: str | None = None
    comment: str | None = None
    analysis: str | None = None
    measures: str | None = None
    description: str | None = None
    purpose: str | None = None
    usage: str | None = None
    method: str | None = None
    by: str | None = None
    """Who has translated it."""
    sources: tuple[Reference, ...] = ()
    decisions: tuple[Reference, ...] = ()
    """Where this very translation is decided."""
    draft: bool = False
    """Whether it is unfinished, and for those who write alone."""
    where: Where = field(compare=False, repr=False)


TEXTS = (
    "text", "promise", "overall", "comment", "analysis", "measures",
    "description", "purpose", "usage", "method",
)  # fmt: skip
"""The attributes of a translation that are texts, in the order in which they are shown."""

Version = EasyText | Translation


def versions_of(item: object) -> tuple[Version, ...]:
    """Return what is said of an object beside ordinary Swedish: the easy text, the translations."""
    easy: EasyText | None = getattr(item, "easy", None)
    translations: tuple[Translation, ...] = getattr(item, "translations", ())
    return (*([easy] if easy else []), *translations)


def told_in(*items: object) -> tuple[Language, ...]:
    """Return the languages in which something is said of some objects, in their usual order."""
    found = {version.language for item in items for version in versions_of(item)}
    return tuple(language for language in Language if language in found) if found else ()


def version_of(item: object, language: Language) -> Version | None:
    """Return what is said of an object in a language; none where nothing is."""
    return next((one for one in versions_of(item) if one.language is language), None)
