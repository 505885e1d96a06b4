"""What a build rests on, as fingerprints: two builds that rest on the same give the same bytes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, requires, version

from kommunvision.driver.files import Sources
from kommunvision.driver.settings import ground_of
from kommunvision.driver.worker import Surveyed
from kommunvision.kept.prints import engine, fingerprint
from kommunvision.swedish.cli import PROGRAM

_NAME = re.compile(r"[\w.-]+")


def source(surveyed: Surveyed, sources: Sources) -> dict[str, str]:
    """Return the fingerprints of what a site is built from.

    They are of the site's own files and what its settings name, of the days that git knows of
    these, of the programs that build, and of the day that is built for, which stands as it is.
    Nothing else has a say: no computer, and no folder. What runs keep for each other rests on every
    package and on Python too.

    Args:
        surveyed: The site as it was read.
        sources: Its files.
    """
    edition = surveyed.known.edition
    return {
        "files": sources.fingerprint(ground_of(surveyed.root).told),
        "history": fingerprint(sorted(surveyed.known.history.told().items())),
        "programs": fingerprint(engine(), *_packages()),
        "day": f"{edition.day}{'+' if edition.drafts else ''}",
    }


def _packages() -> Iterator[str]:
    """Yield the version of every package that the engine asks for."""
    for asked in sorted(requires(PROGRAM) or ()):
        name = _NAME.match(asked)
        if name:
            try:
                yield f"{name[0]} {version(name[0])}"
            except PackageNotFoundError:
                yield f"{name[0]} -"
