"""What a build rests on, as fingerprints: two builds that rest on the same give the same bytes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

from kommunvision.driver.root import SETTINGS
from kommunvision.driver.unchanged import Sources
from kommunvision.driver.worker import Surveyed
from kommunvision.kept.prints import engine, fingerprint, of_content, of_tree
from kommunvision.swedish.cli import PROGRAM

# The layout that a site has of its own; its macros are those of the engine.
_LAYOUT = "overrides"

_NAME = re.compile(r"[\w.-]+")


def source(surveyed: Surveyed) -> dict[str, str]:
    """Return the fingerprints of what a site is built from.

    They are of the site's own files, of the days that git knows of these, of the programs that
    build, and of the day that is built for, which stands as it is. Nothing else has a say: no
    computer, and no folder. What runs keep for each other rests on every package and on Python too.
    """
    edition = surveyed.known.edition
    return {
        "files": _files(surveyed.root),
        "history": fingerprint(sorted(surveyed.known.history.told().items())),
        "programs": fingerprint(engine(), *_packages()),
        "day": f"{edition.day}{'+' if edition.drafts else ''}",
    }


def _files(root: Path) -> str:
    layout = sorted(of_tree(root / _LAYOUT).of_each.items())
    return Sources.of(root).fingerprint(of_content(root / SETTINGS), layout)


def _packages() -> Iterator[str]:
    """Yield the version of every package that the engine asks for."""
    for asked in sorted(requires(PROGRAM) or ()):
        name = _NAME.match(asked)
        if name:
            try:
                yield f"{name[0]} {version(name[0])}"
            except PackageNotFoundError:
                yield f"{name[0]} -"
