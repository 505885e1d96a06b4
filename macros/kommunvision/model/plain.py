"""What a kommun says about its own words, for the check of plain language."""

from __future__ import annotations

from dataclasses import dataclass, field

from kommunvision.origin import Where


@dataclass(frozen=True, slots=True, kw_only=True)
class Avoided:
    """A word that the kommun would rather not see, and what to write instead."""

    word: str
    instead: str
    where: Where = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainLanguage:
    """The kommun's own words, beside the dictionary and the common list of officialese."""

    correct: tuple[str, ...] = ()
    """Words that are spelt as they should be, whatever the dictionary says."""
    avoided: tuple[Avoided, ...] = ()
    accepted: tuple[str, ...] = ()
    """Words of the common list that the kommun uses all the same."""
    where: Where = field(compare=False, repr=False)
