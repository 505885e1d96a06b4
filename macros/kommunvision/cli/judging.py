"""What a check does when something has changed since the one before."""

from __future__ import annotations

import gc
from collections.abc import Iterable
from pathlib import Path

from kommunvision.checking import check
from kommunvision.cli.screen import Screen
from kommunvision.driver import Sources
from kommunvision.edition import Edition
from kommunvision.kept import Store
from kommunvision.model import Kommun, Term, Theme
from kommunvision.outcome import Outcome
from kommunvision.problem import Problems
from kommunvision.shelved import Keeper
from kommunvision.text.spelling import NoDictionaryError

__all__ = ["NoDictionaryError", "judge"]


class _Heard(Keeper):
    """Tells the screen of each kommun that has been read."""

    def __init__(self, root: Path, store: Store, sources: Sources, screen: Screen) -> None:
        super().__init__(root, store, sources.data, sources.content)
        self._screen = screen
        self._read = 0

    def read(
        self,
        root: Path,
        folder: str,
        shared_themes: Iterable[Theme] = (),
        shared_terms: Iterable[Term] = (),
        *,
        drafts: bool = False,
    ) -> tuple[Kommun | None, Problems]:
        """Read as always, and tell."""
        found = super().read(root, folder, shared_themes, shared_terms, drafts=drafts)
        self._read += 1
        # Files of a site with one kommun may lie in no folder of their own.
        self._screen.read(self._read, len(self.data.of_folder.keys() - {""}) or 1)
        return found


def judge(  # noqa: PLR0913 - each is a choice of whoever looks
    root: Path,
    store: Store,
    sources: Sources,
    *,
    only: Iterable[str] | None,
    strict: bool,
    plain: bool,
    edition: Edition,
) -> Outcome:
    """Check a site, and tell a terminal how it goes.

    Args:
        root: Root of the site's repository.
        store: Where things are kept.
        sources: The files of the site.
        only: As for ``pipeline.check``.
        strict: As for ``pipeline.check``.
        plain: As for ``pipeline.check``.
        edition: As for ``pipeline.check``.

    Raises:
        NoDictionaryError: As for ``pipeline.check``.
    """
    # Hardly anything that is read hangs together in circles: to look for them takes a tenth.
    gc.set_threshold(20_000, 20, 20)
    with Screen() as screen:
        screen.stage("checking")
        keeper = _Heard(root, store, sources, screen)
        return check(root, only=only, strict=strict, plain=plain, edition=edition, keeper=keeper)
