"""The languages beside Swedish: their names, their marks, and the few words that are said in them.

A word of the page itself is said in a language only where we know that it is right. In the other
ones it stands in Swedish, marked as Swedish.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language as pages tell of it."""

    own: str
    """Its name as those who speak it write it."""
    tag: str
    """Its mark by BCP 47."""
    rtl: bool = False
    """Whether it is written from right to left."""


SWEDISH: Final = Tongue("Svenska", "sv")

# Easy Swedish is Swedish to a voice that reads it aloud, and so has no mark of its own there.
TONGUES: Final[dict[str, Tongue]] = {
    "lattlast": Tongue("Lättläst", "sv"),
    "fi": Tongue("Suomi", "fi"),
    "yi": Tongue("ייִדיש", "yi", rtl=True),
    "fit": Tongue("Meänkieli", "fit"),
    "rom": Tongue("Romani chib", "rom"),
    "arli": Tongue("Romani chib (arli)", "rmn"),
    "kale": Tongue("Romani chib (kale)", "rmf"),
    "kelderash": Tongue("Romani chib (kelderash)", "rmy"),
    "lovari": Tongue("Romani chib (lovari)", "rmy"),
    "resanderomani": Tongue("Romani chib (resanderomani)", "rmu"),
    "smj": Tongue("Julevsámegiella", "smj"),
    "se": Tongue("Davvisámegiella", "se"),
    "sje": Tongue("Bidumsámegiella", "sje"),
    "sma": Tongue("Åarjelsaemien gïele", "sma"),
    "sju": Tongue("Ubmejesámiengiälla", "sju"),
    "en": Tongue("English", "en"),
}

# What editors write, and the part of the address that it becomes.
WORDS: Final[dict[str, str]] = {
    "engelska": "en",
    "finska": "fi",
    "jiddisch": "yi",
    "meänkieli": "fit",
    "romani chib": "rom",
    "arli": "arli",
    "kale": "kale",
    "kelderash": "kelderash",
    "lovari": "lovari",
    "resanderomani": "resanderomani",
    "nordsamiska": "se",
    "lulesamiska": "smj",
    "sydsamiska": "sma",
    "umesamiska": "sju",
    "pitesamiska": "sje",
}

# What languages are called in Swedish; easy Swedish is none of its own.
IN_SWEDISH: Final[dict[str, str]] = {part: word for word, part in WORDS.items()}

_SWEDISH: Final[dict[str, str]] = {
    "by": "Översatt av {who}.",
    "by_nobody": "Det framgår inte vem som har översatt texten.",
    "original": "Originalet är på svenska: {link}",
    "decided": "Översättningen är beslutad.",
    "partly": "En del finns bara på svenska:",
    "more": "Fakta, uppföljning och källor finns på svenska:",
    "in_swedish": "(på svenska)",
    "rest": "Resten av sidorna är på svenska:",
    "visions": "Vision",
    "goals": "Mål",
    "indicators": "Indikatorer",
    "occasions": "Uppföljning",
    "news": "Aktuellt",
    "above": "Stödjer",
    "belongs": "Hör till",
    "below": "Stöds av",
    "purpose": "Syfte",
    "usage": "Så ska den användas",
    "method": "Så mäts det",
    "comment": "Kommentar",
    "analysis": "Analys",
    "measures": "Åtgärder",
    "overall": "Samlat omdöme",
}

_EASY: Final[dict[str, str]] = {
    "by": "{who} har skrivit texten på lätt svenska.",
    "by_nobody": "Det framgår inte vem som har skrivit texten på lätt svenska.",
    "original": "Det här är inte originalet. Originalet finns här: {link}",
    "decided": "Den lättlästa texten är beslutad.",
    "partly": "Allt är inte lättläst. Läs resten på vanlig svenska:",
    "more": "Läs mer på vanlig svenska:",
    "in_swedish": "(inte lättläst)",
    "rest": "Resten av sidorna är inte lättlästa. Du hittar dem här:",
    "above": "Det här hör till",
    "belongs": "Det här hör till",
    "below": "Hit hör",
}

_ENGLISH: Final[dict[str, str]] = {
    "by": "Translated by {who}.",
    "by_nobody": "It is not stated who made the translation.",
    "original": "The Swedish text is the original: {link}",
    "decided": "The translation has been formally decided.",
    "partly": "Some of the text is only available in Swedish:",
    "more": "Facts, results and sources are available in Swedish:",
    "in_swedish": "(in Swedish)",
    "rest": "All other pages are in Swedish:",
    "visions": "Vision",
    "goals": "Goals",
    "indicators": "Indicators",
    "occasions": "Follow-up",
    "news": "News",
    "above": "Supports",
    "belongs": "Belongs to",
    "below": "Supported by",
    "purpose": "Purpose",
    "usage": "How it is used",
    "method": "How it is measured",
    "comment": "Comment",
    "analysis": "Analysis",
    "measures": "Measures",
    "overall": "Overall assessment",
}

_FINNISH: Final[dict[str, str]] = {"in_swedish": "(ruotsiksi)"}

_PHRASES: Final = {"lattlast": {**_SWEDISH, **_EASY}, "en": _ENGLISH, "fi": _FINNISH}


def said(language: str, key: str) -> tuple[str, bool]:
    """Return words of a page, and whether they are in its language; else they are Swedish."""
    own = _PHRASES.get(language, {})
    return (own[key], True) if key in own else (_SWEDISH[key], False)
