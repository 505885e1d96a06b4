"""An archive copy from first to last: build aside, choose, make pages stand alone, and bag them."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from importlib.metadata import version
from pathlib import Path

from kommunvision.address import Place, address, place
from kommunvision.archive.bag import Bag
from kommunvision.archive.chosen import of_site, of_sources
from kommunvision.archive.cover import Cover, page
from kommunvision.archive.standalone import Copy
from kommunvision.driver import make_document, require, worker
from kommunvision.driver.wish import Wish
from kommunvision.folders import CONTENT, SETTINGS
from kommunvision.history import history
from kommunvision.load import DATA
from kommunvision.model import Kommun, Occasion
from kommunvision.problem import Problem
from kommunvision.render.views import names
from kommunvision.swedish.archive import DOCUMENTS, SITE, SOURCES
from kommunvision.swedish.cli import PROGRAM
from kommunvision.swedish.format import listing
from kommunvision.writing import written_whole

_INDEX = "index.html"
# What a document is called where the only kommun of a site has no folder of its own.
_NAMELESS = "kommun"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What an archive copy shall be of."""

    kommun: str | None = None
    """Slug of the only kommun; the whole site if not given."""
    occasion: str | None = None
    """Id of the only follow-up, of that kommun."""
    day: date | None = None
    """The day that the copy is dated; it has none if not given, for nothing here reads a clock."""
    documents: bool = False
    """Whether each kommun's document (PDF) goes along."""


@dataclass(frozen=True, slots=True)
class Archived:
    """What became of an archive copy."""

    problems: tuple[Problem, ...]
    complaints: tuple[str, ...]
    """What MkDocs itself would not publish, in its own words."""
    files: int | None
    """How many files it has; none when the site cannot be built."""


def make_archive(
    root: Path, target: Path, wanted: Wanted, stage: Callable[[str], None] = lambda _: None
) -> Archived:
    """Make an archive copy as a zip file; nothing is published.

    Args:
        root: Root of the site's repository.
        target: The file.
        wanted: What it shall be of.
        stage: Is told ``"building"``, ``"printing"`` and ``"archiving"`` as they begin.

    Raises:
        MissingError: The root is no site's root.
        PrintingUnavailableError: Documents are wanted, and cannot be made here.
        worker.ConfigError: The settings cannot be used.
        OSError: The file cannot be written; one that stood there stands there still.
    """
    require(root, SETTINGS, DATA)
    with tempfile.TemporaryDirectory(prefix="kommunvision-") as folder:
        stage("building")
        site = Path(folder)
        built = worker.build(root, site, Wish(kommun=wanted.kommun))
        outcome = built.outcome
        if not built.complete or outcome is None:
            return Archived(outcome.problems if outcome else (), built.complaints, None)
        documents = tuple(_documents(root, outcome.kommuner, wanted, stage))
        stage("archiving")
        with written_whole(target) as file:
            bag = Bag(file, target.stem)
            content = _Content(root, site, built.site_url, outcome.kommuner, wanted)
            content.fill(bag, documents)
            files = bag.close(content.about())
    return Archived(outcome.problems, (), files)


def _documents(
    root: Path,
    kommuner: tuple[Kommun, ...],
    wanted: Wanted,
    stage: Callable[[str], None],
) -> Iterator[tuple[str, str, bytes]]:
    """Yield each kommun's name, and the path and content of its document, if they are wanted."""
    for kommun in kommuner if wanted.documents else ():
        made = make_document(
            root, kommun.slug, day=wanted.day, occasion=wanted.occasion, stage=stage
        )
        if made.pdf is not None:
            name = wanted.occasion or kommun.slug or _NAMELESS
            yield kommun.name, f"{DOCUMENTS}/{name}.pdf", made.pdf


@dataclass(frozen=True, slots=True)
class _Content:
    """What goes into the bag."""

    root: Path
    site: Path
    site_url: str
    kommuner: tuple[Kommun, ...]
    wanted: Wanted

    @property
    def occasion(self) -> Occasion | None:
        """The follow-up that the copy is of, if it is of one."""
        every = (one for kommun in self.kommuner for one in kommun.occasions)
        return next((one for one in every if one.id == self.wanted.occasion), None)

    @property
    def start(self) -> str:
        """Address of the page to begin with."""
        first = self.kommuner[0]
        if self.occasion:
            return address(first, self.occasion)
        return "" if self.wanted.kommun is None else place(first, Place.START)

    def fill(self, bag: Bag, documents: Sequence[tuple[str, str, bytes]]) -> None:
        """Put in the pages, the sources, the documents and the first page."""
        within = self.start if self.occasion else ""
        files = of_site(self.site, within, self.wanted.kommun or "")
        copy = Copy(frozenset(files), self.site_url, lambda one: (self.site / one).read_bytes())
        for path in files:
            content = copy.read(path)
            if path.endswith(".html"):
                content = copy.page(path, content.decode("utf-8")).encode()
            bag.add(f"{SITE}/{path}", content)
        for path in of_sources(self.root, self.wanted.kommun):
            bag.add(f"{SOURCES}/{path}", (self.root / path).read_bytes())
        for _, path, paper in documents:
            bag.add(path, paper)
        cover = Cover(
            names=[kommun.formal_name for kommun in self.kommuner],
            start=f"{SITE}/{self.start}{_INDEX}",
            occasion=names.title(self.occasion) if self.occasion else None,
            data=tuple(self._data(frozenset(files))),
            documents=[(name, path) for name, path, _ in documents],
            changed=self._changed(),
            day=self.wanted.day.isoformat() if self.wanted.day else None,
        )
        bag.add_beside(_INDEX, page(cover))

    def about(self) -> dict[str, str]:
        """Return what is told about the bag, by the labels of the standard."""
        day = self.wanted.day
        told = {
            "Source-Organization": self._publisher(),
            "External-Description": self._name(),
            "External-Identifier": f"{self.site_url}{self.start}" if self.site_url else "",
            "Internal-Sender-Description": names.title(self.occasion) if self.occasion else "",
            "Bagging-Date": day.isoformat() if day else "",
            "Bag-Software-Agent": f"{PROGRAM} {version(PROGRAM)}",
        }
        return {label: value for label, value in told.items() if value}

    def _name(self) -> str:
        return listing([kommun.formal_name for kommun in self.kommuner])

    def _publisher(self) -> str:
        """Return who publishes the site, if it is one and the same."""
        found = {kommun.publisher or kommun.formal_name for kommun in self.kommuner}
        return found.pop() if len(found) == 1 else ""

    def _data(self, files: frozenset[str]) -> Iterator[tuple[str, str]]:
        for kommun in self.kommuner:
            path = f"{place(kommun, Place.OPEN_DATA)}{_INDEX}"
            if path in files:
                yield kommun.name, f"{SITE}/{path}"

    def _changed(self) -> str | None:
        """Return the day of the latest change, where git knows it."""
        slug = self.wanted.kommun
        folders = [f"{top}/{slug}" if slug else top for top in (DATA, CONTENT)]
        return history(self.root, DATA, CONTENT).latest(*folders)
