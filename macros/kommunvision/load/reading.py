"""How a kommun is read from its folder, whoever does it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Protocol

from kommunvision.model import Kommun, Term, Theme
from kommunvision.problem import Problems


class Reading(Protocol):
    """Reads a kommun, as ``load_kommun`` does."""

    def __call__(
        self,
        root: Path,
        folder: str,
        shared_themes: Iterable[Theme] = (),
        shared_terms: Iterable[Term] = (),
        *,
        drafts: bool = False,
    ) -> tuple[Kommun | None, Problems]:
        """Return the kommun in a folder, if there is one, with what is wrong with its files."""
