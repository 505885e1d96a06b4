"""A word list: what words on the pages mean, as the kommun or the site explains them."""

from __future__ import annotations

from dataclasses import dataclass, field

from kommunvision.model.common import Reference
from kommunvision.origin import Where


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A word with its explanation."""

    word: str
    explanation: str
    """Restricted Markdown."""
    forms: tuple[str, ...] = ()
    """Other forms in which the word stands in texts."""
    sources: tuple[Reference, ...] = ()
    where: Where = field(compare=False, repr=False)

    @property
    def written(self) -> tuple[str, ...]:
        """Every form of the word, the first one first."""
        return (self.word, *self.forms)
