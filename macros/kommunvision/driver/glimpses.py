"""The pages that somebody is looking at, made and put in place before the rest of the site."""

from __future__ import annotations

import filecmp
import os
import tempfile
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from kommunvision.driver import worker
from kommunvision.driver.files import Sources
from kommunvision.driver.report import BuildReport
from kommunvision.driver.settings import settings_print
from kommunvision.driver.wish import Wish
from kommunvision.driver.worker import Surveyed
from kommunvision.glimpse import around, glimpse
from kommunvision.kept import Store, fingerprint
from kommunvision.outcome import Outcome
from kommunvision.shelved import Keeper


@dataclass(frozen=True, slots=True)
class Left:
    """What a build leaves of each kommun, so that single pages of it can be made."""

    store: Store
    target: Path
    """Folder of the published site."""

    def leave(self, surveyed: Surveyed, slug: str, outcome: Outcome) -> None:
        """Leave what a kommun was made of, or all together where they are made in one."""
        if told := _shared(surveyed):
            self.store.put(self._name(slug), (told, around(outcome)))

    def of(self, surveyed: Surveyed, slug: str) -> Outcome | None:
        """Return what was left, if what pages share is still the same."""
        told, outcome = self.store.get(self._name(slug)) or ("", None)
        return outcome if told and told == _shared(surveyed) else None

    def _name(self, slug: str) -> str:
        return f"{self.store.place_of(self.target)}/{f'glimpses/{slug}' if slug else 'glimpse'}"


@dataclass(frozen=True, slots=True)
class Seen:
    """What came of making pages before the rest."""

    urls: frozenset[str] = frozenset()
    """The pages that stand in the published site as they are now."""
    refused: BuildReport | None = None
    """What stops the whole site from being built."""


def show(root: Path, target: Path, store: Store, wish: Wish, urls: Collection[str]) -> Seen:
    """Check a site, and put in place those of its pages that can be made without the rest.

    Args:
        root: Root of the site's repository.
        target: Folder of the published site.
        store: What builds have kept.
        wish: As for those builds.
        urls: Addresses of the pages that are wanted.

    Raises:
        ConfigError: The settings cannot be used.
        OSError: Something cannot be read or written.
    """
    if not store:
        return Seen()
    with tempfile.TemporaryDirectory(prefix=f".{target.name}-glimpse-", dir=target.parent) as aside:
        seen = Sources.of(root)
        keeper = Keeper(root, store, seen.data, seen.content)
        surveyed = worker.survey(root, Path(aside), wish, keeper)
        outcome = surveyed.outcome
        if outcome.stopped:
            return Seen(refused=BuildReport(outcome.problems, (), (), 0, target))
        shown: set[str] = set()
        for slug, own in _by_unit(surveyed, urls).items():
            before = Left(store, target).of(surveyed, slug)
            if before:
                one = (
                    surveyed if not slug else replace(surveyed, known=surveyed.known.for_one(slug))
                )
                outcome = glimpse(before, one.known.outcome, own)
                if _make(one, outcome, Path(aside) / f"site-{slug}", target):
                    shown |= outcome.share.only or set()
        return Seen(frozenset(shown))


def _by_unit(surveyed: Surveyed, urls: Iterable[str]) -> dict[str, set[str]]:
    """Return addresses by the kommun that each is made with; by none if all are made together."""
    slugs = {one.slug for one in surveyed.outcome.kommuner}
    found: dict[str, set[str]] = {}
    for url in urls:
        first = url.partition("/")[0] if surveyed.divisible else ""
        if not first or first in slugs:
            found.setdefault(first, set()).add(url)
    return found


def _make(surveyed: Surveyed, outcome: Outcome, aside: Path, target: Path) -> bool:
    """Make pages and put them in place, if that can be done; return whether it was."""
    if not outcome.share.only:
        return False
    built = worker.build_pages(surveyed, aside, outcome, outcome.share)
    names = [f"{url}index.html" for url in outcome.share.only]
    # What MkDocs complains about is told by the build of the whole.
    if built.complaints or not all(
        (folder / name).is_file() for folder in (aside, target) for name in names
    ):
        return False
    for name in names:
        if not filecmp.cmp(aside / name, target / name, shallow=False):
            os.replace(aside / name, target / name)  # noqa: PTH105 - atomic by promise
    return True


def _shared(surveyed: Surveyed) -> str:
    """Return the fingerprint of what pages share and is no page; it is empty if nobody knows."""
    keeper, settings = surveyed.known.keeper, settings_print(surveyed.root)
    if keeper is None or settings is None or not surveyed.ours:
        return ""
    files = (
        f"{name} {told}"
        for name, told in sorted(keeper.content.of_each.items())
        if not name.endswith(".md")
    )
    return fingerprint(keeper.programs, keeper.shared, settings, surveyed.wish, *files)
