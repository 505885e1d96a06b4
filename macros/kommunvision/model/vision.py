"""A vision: decided wording, its purpose, how it came about and how it is used."""

from __future__ import annotations

from dataclasses import dataclass

from kommunvision.model.common import Item, Reference, Standing, Timeline, Wording
from kommunvision.model.date import Validity
from kommunvision.model.language import EasyText, Translation
from kommunvision.model.picture import Picture


@dataclass(frozen=True, slots=True, kw_only=True)
class Vision(Item):
    """A vision of a kommun; a kommun may have several over time."""

    title: str
    own_title: bool = False
    """Whether the title is ours because the source gives the vision none."""
    standing: Standing
    text: str | None = None
    """The decided wording, quoted exactly; restricted Markdown, one paragraph after the other."""
    picture: Picture | None = None
    target_year: int | None = None
    validity: Validity | None = None
    purpose: str | None = None
    description: str | None = None
    history: Timeline | None = None
    usage: str | None = None
    model: Reference | None = None
    """The governing model that it heads, where the kommun has had several."""
    replaces: tuple[Reference, ...] = ()
    wordings: tuple[Wording, ...] = ()
    shortened: bool = False
    easy: EasyText | None = None
    translations: tuple[Translation, ...] = ()
