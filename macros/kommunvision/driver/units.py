"""A kommun as the unit of a build: its files in a folder, with what the rest of the site asks for.

Such a folder depends on nothing in the folders of other kommuner, so kommuner can be built in any
order, at once, on several machines, and be kept.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from kommunvision.driver import worker
from kommunvision.driver.watcher import NOBODY, Watcher
from kommunvision.driver.worker import Asked, Surveyed
from kommunvision.driver.workers import each, start_method
from kommunvision.folders import CONTENT
from kommunvision.load import DATA
from kommunvision.outcome import Outcome
from kommunvision.summary import Share, Summary, read_summary

_FILES = "files"
_SUMMARY = "summary.json"

# Kommuner whose making takes up memory that what spans them has use for.
_MANY = 20


@dataclass(frozen=True, slots=True)
class Unit:
    """The folder of a finished kommun."""

    folder: Path

    @property
    def files(self) -> Path:
        """Where its files lie, by the addresses that they have on the site."""
        return self.folder / _FILES

    @property
    def is_whole(self) -> bool:
        """Whether it was finished."""
        return (self.folder / _SUMMARY).is_file()

    @property
    def summary(self) -> Summary:
        """What the rest of the site needs to know.

        Raises:
            OSError: It is not there, or cannot be read.
            ValueError: It is none.
        """
        return read_summary((self.folder / _SUMMARY).read_text("utf-8"))


@dataclass(frozen=True, slots=True)
class Made:
    """What came of making a unit."""

    complaints: tuple[str, ...]
    """What MkDocs itself would not publish, in its own words."""
    asked: Asked
    """What other kommuner were asked for."""


@dataclass(frozen=True, slots=True)
class _Making:
    """Makes a unit; what it needs to know is at hand in every process that does."""

    surveyed: Surveyed
    folder: Path
    leave: Callable[[str, Outcome], None] | None

    def __call__(self, slug: str) -> Made:
        """Make the unit of a kommun."""
        # What MkDocs has made for the one before hangs together in circles. It is all that can go:
        # what outlives that is at hand for the rest of the build.
        gc.collect(1)
        kommun = next(one for one in self.surveyed.outcome.kommuner if one.slug == slug)
        folders = frozenset([slug, *kommun.former_folders])
        unit, share = Unit(self.folder / slug), Share(folders, spanning=False)
        unit.files.mkdir(parents=True)
        built, asked = worker.build_one(self.surveyed, unit.files, slug, share)
        if built.summary is not None:
            (unit.folder / _SUMMARY).write_text(built.summary.text(), encoding="utf-8")
        if self.leave and built.outcome:
            self.leave(slug, built.outcome)
        return Made(built.complaints, asked)


def make_units(  # noqa: PLR0913 - each is a choice of whoever builds
    surveyed: Surveyed,
    folder: Path,
    slugs: Iterable[str],
    workers: int,
    *,
    watcher: Watcher = NOBODY,
    leave: Callable[[str, Outcome], None] | None = None,
) -> Mapping[str, Made]:
    """Make the units of kommuner in a folder, and return what came of each.

    Args:
        surveyed: The site as it was read.
        folder: Where they are made.
        slugs: The kommuner.
        workers: How many processes make them.
        watcher: Is told how it goes on.
        leave: Is told what each was made of, in the process that has made it.
    """
    folder.mkdir(exist_ok=True)
    weights = weigh(surveyed.root, slugs)
    largest_first = sorted(weights, key=lambda slug: (-weights[slug], slug))
    if not largest_first:
        return {}
    watcher.shared_out(weights, min(workers, len(weights)))
    with _seldom_tidied():
        # A process that begins from nothing would take longer than what it does for a few.
        apart = len(largest_first) > _MANY and start_method() == "fork"
        making = _Making(surveyed, folder, leave)
        made = each(making, largest_first, workers, watcher, apart=apart)
    return {slug: made[slug] for slug in sorted(made)}


@contextmanager
def _seldom_tidied() -> Iterator[None]:
    """Look for what hangs together in circles between kommuner, not among what was there before.

    While one is made hardly any is left, so it is looked for then only where very much is made.
    """
    frozen = gc.get_freeze_count()
    gc.collect()
    gc.freeze()
    before = gc.get_threshold()
    gc.set_threshold(50_000, 4, 1)
    try:
        yield
    finally:
        gc.set_threshold(*before)
        # What somebody else has put aside stays so as long as they want.
        if not frozen:
            gc.unfreeze()


def complaints_of(made: Mapping[str, Made]) -> tuple[str, ...]:
    """Return what MkDocs complains about in units, each thing once."""
    return tuple(dict.fromkeys(said for one in made.values() for said in one.complaints))


def units_in(folder: Path) -> Sequence[Unit]:
    """Return the units in a folder, in the order of their slugs."""
    return [Unit(one) for one in sorted(folder.iterdir()) if one.is_dir()]


def weigh(root: Path, slugs: Iterable[str]) -> dict[str, int]:
    """Return how much work there is in each kommun: the bytes of its data and of its pages."""
    endings = {".yml", ".yaml", ".md"}
    return {
        slug: sum(
            file.stat().st_size
            for folder in (root / DATA / slug, root / CONTENT / slug)
            for file in folder.rglob("*")
            if file.suffix in endings and file.is_file()
        )
        for slug in slugs
    }
