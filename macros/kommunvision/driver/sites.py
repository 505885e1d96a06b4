"""Build beside the published site, and let the result take its place when it is whole."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from kommunvision.driver import worker
from kommunvision.driver.compress import compress
from kommunvision.driver.publish import Published, refuse_other_folders, swap
from kommunvision.driver.record import record
from kommunvision.driver.staging import staging
from kommunvision.driver.undisturbed import undisturbed
from kommunvision.driver.worker import MissingError
from kommunvision.load import DATA
from kommunvision.problem import Problem
from kommunvision.publication import Edition

SITE = "site"


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build came to."""

    problems: tuple[Problem, ...]
    """Everything that was found in data and content."""
    complaints: tuple[str, ...]
    """What MkDocs itself would not publish, in its own words."""
    kommuner: tuple[str, ...]
    """Names of the kommuner on the site."""
    pages: int
    site_dir: Path
    published: Published | None
    """What the publication touched; none when nothing was published."""


def build_sites(  # noqa: PLR0913 - each is a choice of whoever builds
    root: Path,
    *,
    site_dir: Path | None = None,
    kommun: str | None = None,
    strict: bool = False,
    site_url: str | None = None,
    smaller: bool = False,
    edition: Edition | None = None,
    stage: Callable[[str], None] = lambda _: None,
) -> BuildReport:
    """Build a site and publish it; on any fault the published site is left as it is.

    Args:
        root: Root of the site's repository.
        site_dir: Folder of the published site; ``site`` in the root if not given.
        kommun: Slug of the only kommun to build.
        strict: Whether warnings about the data stop the build.
        site_url: Address of the site, in place of that of the settings.
        smaller: Whether files are compressed too, beside themselves.
        edition: For whom, and for which day; else what the settings say.
        stage: Is told ``"building"`` and ``"publishing"`` as they begin, and ``"waiting"`` if
            another build for the same place has to end first.

    Raises:
        MissingError: The root is no site's root.
        NotASite: The target folder holds something else.
        worker.ConfigError: The settings cannot be used.
        OSError: Something cannot be read or written.
    """
    require(root, worker.SETTINGS, DATA)
    target = (site_dir or root / SITE).resolve()
    refuse_other_folders(target)
    with staging(target, lambda: stage("waiting")) as aside:
        stage("building")
        built = worker.build(
            root, aside, kommun=kommun, strict=strict, site_url=site_url, edition=edition
        )
        outcome = built.outcome
        published = None
        if built.complete:
            if smaller:
                compress(aside)
            stage("publishing")
            # A build elsewhere is a trial, and one of a single kommun is no whole site.
            own = outcome is not None and site_dir is None and kommun is None
            with undisturbed():
                # The ledger first: what it has in vain does no harm, what it lacks may be lost.
                if own and outcome:
                    made = [page.url for page in outcome.pages]
                    made += (file.path for file in outcome.data)
                    record(root, outcome.kommuner, outcome.edited, made)
                published = swap(aside, target)
    return BuildReport(
        problems=outcome.problems if outcome else (),
        complaints=built.complaints,
        kommuner=tuple(kommun.name for kommun in outcome.kommuner) if outcome else (),
        pages=built.pages,
        site_dir=target,
        published=published,
    )


def require(root: Path, *names: str) -> None:
    """See to it that a root holds what it must.

    Raises:
        MissingError: It does not, or is not there itself; or a folder is a file.
    """
    for path in (root, *(root / name for name in names)):
        there = path.is_file() if path.name == worker.SETTINGS else path.is_dir()
        if not there:
            raise MissingError(path)
