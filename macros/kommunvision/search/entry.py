"""One thing that a search can find."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A page, or an object that stands on a page with others."""

    url: str
    """Address relative to the site's root, perhaps with a fragment."""
    title: str
    kind: str
    """What it is, in a word or two: its level, or the part of the site."""
    sentence: str
    """One sentence of its own, to choose by."""
    stems: str
    """What leads to it beside its title: the stems of its words, each once, parted by spaces."""
    slug: str | None
    """Slug of its kommun; none for what spans kommuner."""
    kommun: str | None
    """Name of its kommun."""
    lang: str | None = None
    """The mark of its language, where that is not Swedish: its words have no stems then."""
