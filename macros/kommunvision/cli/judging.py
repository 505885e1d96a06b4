"""What a check does when something has changed since the one before."""

from __future__ import annotations

import gc
from collections.abc import Iterable
from pathlib import Path

from kommunvision.checking import check
from kommunvision.cli.screen import Screen
from kommunvision.driver import Sources
from kommunvision.driver.workers import WorkerDiedError, cores, sharing
from kommunvision.edition import Edition
from kommunvision.kept import Store, lent
from kommunvision.outcome import Outcome
from kommunvision.shelved import Keeper
from kommunvision.text.spelling import NoDictionaryError

__all__ = ["NoDictionaryError", "WorkerDiedError", "judge"]


class _Heard(Keeper):
    """Tells the screen of each kommun that has been read."""

    def __init__(self, root: Path, store: Store, sources: Sources, screen: Screen) -> None:
        super().__init__(root, store, sources.data, sources.content, sharing(cores()))
        self._screen = screen
        self._read: set[str] = set()

    def heard(self, slug: str) -> None:
        """Tell how many have been read."""
        if slug not in self._read:
            self._read.add(slug)
            # Files of a site with one kommun may lie in no folder of their own.
            self._screen.read(len(self._read), len(self.data.of_folder.keys() - {""}) or 1)


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
        WorkerDiedError: A process that took part was killed.
    """
    # Hardly anything that is read hangs together in circles: to look for them takes a tenth. A
    # kommun makes fewer objects than this, and most of them are let go with it.
    gc.set_threshold(100_000, 20, 20)
    with Screen() as screen, lent(store, root) as at_hand:
        screen.stage("checking")
        keeper = _Heard(root, at_hand, sources, screen)
        return check(root, only=only, strict=strict, plain=plain, edition=edition, keeper=keeper)
