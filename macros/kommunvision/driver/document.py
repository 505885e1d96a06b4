"""A kommun as one document: the site is built aside, and its pages are laid out together."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kommunvision.address import address
from kommunvision.driver import worker
from kommunvision.driver.root import require
from kommunvision.driver.wish import Wish
from kommunvision.folders import SETTINGS
from kommunvision.load import DATA
from kommunvision.problem import Problem
from kommunvision.render.views import names


class PrintingUnavailableError(Exception):
    """Something that the document is laid out with is not installed."""

    def __init__(self, *, package: bool) -> None:
        super().__init__()
        self.package = package
        """Whether the Python package is missing; else it is a library of the system."""


@dataclass(frozen=True, slots=True)
class Document:
    """What became of a document."""

    problems: tuple[Problem, ...]
    complaints: tuple[str, ...]
    """What MkDocs itself would not publish, in its own words."""
    pdf: bytes | None
    """The file; none when the site cannot be built."""


def make_document(
    root: Path,
    kommun: str,
    *,
    day: date | None = None,
    occasion: str | None = None,
    stage: Callable[[str], None] = lambda _: None,
) -> Document:
    """Make the document of a kommun; nothing is published and nothing written.

    Args:
        root: Root of the site's repository.
        kommun: Slug of the kommun; empty where a site has one kommun only.
        day: The day of the document; the day of the latest change if not given.
        occasion: Id of the follow-up that alone is wanted; the whole kommun if not given.
        stage: Is told ``"building"`` and ``"printing"`` as they begin.

    Raises:
        MissingError: The root is no site's root.
        PrintingUnavailableError: The document cannot be laid out here.
        worker.ConfigError: The settings cannot be used.
    """
    require(root, SETTINGS, DATA)
    try:
        # A site is built without the package for documents; only this needs it.
        from kommunvision.document import Book, print_book  # noqa: PLC0415
    except ImportError as error:
        if (error.name or "").partition(".")[0] == __name__.partition(".")[0]:
            raise
        raise PrintingUnavailableError(package=True) from error
    except OSError as error:
        raise PrintingUnavailableError(package=False) from error
    with tempfile.TemporaryDirectory(prefix="kommunvision-") as folder:
        stage("building")
        site = Path(folder)
        built = worker.build(root, site, Wish(kommun=kommun or None), sheets=True)
        outcome = built.outcome
        if not built.complete or outcome is None or outcome.site is None:
            problems = outcome.problems if outcome else ()
            return Document(problems, built.complaints, None)
        stage("printing")
        (system,) = outcome.systems
        book = Book.of(outcome.site, system, built.sheets, site_url=built.site_url)
        wanted = system.kommun.by_id.get(occasion) if occasion else None
        if wanted is not None:
            book = book.about(address(system.kommun, wanted), names.title(wanted))
        book = book.on(day.isoformat() if day else built.last_change, compiled=day is not None)
        return Document(outcome.problems, (), print_book(book, site))
