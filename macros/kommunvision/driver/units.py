"""A kommun as the unit of a build: its files in a folder, with what the rest of the site asks for.

Such a folder depends on nothing in the folders of other kommuner, so kommuner can be built in any
order, at once, on several machines, and be kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from kommunvision.driver import worker
from kommunvision.driver.worker import Surveyed
from kommunvision.driver.workers import each
from kommunvision.load import DATA
from kommunvision.pipeline import CONTENT
from kommunvision.summary import Share, Summary, read_summary

_FILES = "files"
_SUMMARY = "summary.json"


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
class _Making:
    """Makes a unit; what it needs to know is at hand in every process that does."""

    surveyed: Surveyed
    folder: Path

    def __call__(self, slug: str) -> tuple[str, ...]:
        """Make the unit of a kommun, and return what MkDocs complains about."""
        kommun = next(one for one in self.surveyed.outcome.kommuner if one.slug == slug)
        folders = frozenset([slug, *kommun.former_folders])
        unit, share = Unit(self.folder / slug), Share(folders, spanning=False)
        unit.files.mkdir(parents=True)
        built = worker.build_share(self.surveyed, unit.files, share)
        if built.summary is not None:
            (unit.folder / _SUMMARY).write_text(built.summary.text(), encoding="utf-8")
        return built.complaints


def make_units(
    surveyed: Surveyed, folder: Path, slugs: Iterable[str], workers: int
) -> tuple[str, ...]:
    """Make the units of kommuner in a folder; return what MkDocs complains about."""
    weights = weigh(surveyed.root, slugs)
    largest_first = sorted(weights, key=lambda slug: (-weights[slug], slug))
    said = each(_Making(surveyed, folder), largest_first, workers)
    return tuple(dict.fromkeys(one for slug in sorted(said) for one in said[slug]))


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
