"""Kommuner read from their files and judged by their own rules.

Nothing of it asks another kommun, so several processes can do it at once. Each keeps what it has
read, and gives back no more than what is to be at hand.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from kommunvision.afresh.sharing import PAYS, Sharing
from kommunvision.check import found_in
from kommunvision.check.happened import not_yet
from kommunvision.faces import Face, Told
from kommunvision.folders import CONTENT, DATA
from kommunvision.kept import Store
from kommunvision.load import load_kommun
from kommunvision.load.pictures import measured
from kommunvision.model import Kommun, Term, Theme
from kommunvision.problem import Problems
from kommunvision.publication import is_abridged

Faced = tuple[Kommun | None, Face | None, Problems]
"""A kommun and what is to be at hand of it, if there is one, and the problems of its files."""


@dataclass(frozen=True, slots=True)
class Asking:
    """A kommun that is asked for."""

    slug: str
    source: str
    """Fingerprint of all that it is read from."""
    name: str
    """What it is kept by."""


@dataclass(frozen=True, slots=True)
class Afresh:
    """Reads kommuner of a site from their files."""

    root: Path
    store: Store
    """Gets those that are read."""
    themes: tuple[Theme, ...]
    """Those that all kommuner share."""
    terms: tuple[Term, ...]
    """Words that are explained for all of them."""
    drafts: bool
    """Whether drafts are read."""
    day: date | None
    """The day that is going to be asked about, so that each kommun is asked while it is here."""

    def load(self, slug: str) -> tuple[Kommun | None, Problems]:
        """Return a kommun with the problems of its files, as ``load_kommun`` does, but measured."""
        folder = f"{DATA}/{slug}" if slug else DATA
        kommun, found = load_kommun(self.root, folder, self.themes, self.terms, drafts=self.drafts)
        return kommun and measured(kommun, self.root, CONTENT), found

    def faced(self, asked: Asking) -> Faced:
        """Read, judge and keep a kommun."""
        kommun, problems = self.load(asked.slug)
        if kommun is None:
            return None, None, problems
        # The rules are asked while it is here, so that it need not be read again for them.
        told, own = Told.by(kommun, asked.source), tuple(found_in(kommun))
        face = Face(told, is_abridged(kommun), (*problems,), own)
        if self.day:
            face.ahead = self.day, tuple(not_yet(kommun, self.day))
        self.store.put(asked.name, (asked.source, kommun))
        return kommun, face, problems

    def kept(self, asked: Asking) -> Kommun:
        """Return a kommun that has been kept; read it again if that is lost."""
        kept = self.store.get(asked.name)
        found: Kommun | None = (
            kept[1] if kept and kept[0] == asked.source else self.load(asked.slug)[0]
        )
        if found is None:
            raise FileNotFoundError(asked.name)
        return found


def read_at_once(
    afresh: Afresh, every: Sequence[Asking], share: Sharing, done: Callable[[str], None]
) -> dict[str, Faced]:
    """Read kommuner in several processes, which keep them; nothing is read if they are too few.

    Args:
        afresh: Reads them.
        every: The kommuner.
        share: Shares out the work.
        done: Is told of each.
    """
    asked = {one.slug: one for one in every}
    if len(asked) < PAYS:
        return {}
    return dict(share(partial(_faced, afresh, asked), [*asked], done))


def _faced(afresh: Afresh, asked: Mapping[str, Asking], slug: str) -> Faced:
    _, face, problems = afresh.faced(asked[slug])
    # Whoever wants the kommun itself finds it where it is kept.
    return None, face, problems
