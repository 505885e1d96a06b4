"""What a build rests on, as fingerprints: two builds that rest on the same give the same bytes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

from kommunvision.driver.root import SETTINGS
from kommunvision.driver.worker import Surveyed
from kommunvision.folders import CONTENT
from kommunvision.load import DATA
from kommunvision.swedish.cli import PROGRAM

# The layout that a site has of its own; its macros are those of the engine.
_SOURCES = (DATA, CONTENT, "overrides", SETTINGS)
_ENGINE = Path(__file__).resolve().parent.parent

_NAME = re.compile(r"[\w.-]+")


def source(surveyed: Surveyed) -> dict[str, str]:
    """Return the fingerprints of what a site is built from.

    They are of the site's own files, of the days that git knows of these, of the programs that
    build, and of the day that is built for, which stands as it is. Nothing else has a say: no
    computer, and no folder.
    """
    edition = surveyed.known.edition
    return {
        "files": _of_files(surveyed.root, _SOURCES),
        "history": sha256(repr(surveyed.known.history).encode()).hexdigest(),
        "programs": _of(_programs()),
        "day": f"{edition.day}{'+' if edition.drafts else ''}",
    }


def _of_files(root: Path, names: Iterable[str]) -> str:
    return _of(
        f"{path.relative_to(root).as_posix()} {sha256(path.read_bytes()).hexdigest()}"
        for name in names
        for path in sorted([root / name, *(root / name).rglob("*")])
        if path.is_file()
    )


def _programs() -> Iterator[str]:
    """Yield the version of every package that the engine asks for, and the engine itself."""
    yield _of_files(_ENGINE.parent, [_ENGINE.name])
    for asked in sorted(requires(PROGRAM) or ()):
        name = _NAME.match(asked)
        if name:
            try:
                yield f"{name[0]} {version(name[0])}"
            except PackageNotFoundError:
                yield f"{name[0]} -"


def _of(lines: Iterable[str]) -> str:
    return sha256("\n".join(lines).encode()).hexdigest()
