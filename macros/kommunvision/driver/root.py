"""What the root of a site must hold; asked before anything else is imported."""

from __future__ import annotations

from pathlib import Path

from kommunvision.folders import SETTINGS

SITE = "site"
"""Where a site is published, if nothing else is said."""


def published_in(root: Path, chosen: Path | None) -> Path:
    """Return the folder that a site is published in: that which was chosen, or the root's own."""
    return (chosen or root / SITE).resolve()


class MissingError(Exception):
    """A file or folder that every site has is not there, or is the other of the two."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


def require(root: Path, *names: str) -> None:
    """See to it that a root holds what it must.

    Raises:
        MissingError: It does not, or is not there itself; or a folder is a file.
    """
    for path in (root, *(root / name for name in names)):
        there = path.is_file() if path.name == SETTINGS else path.is_dir()
        if not there:
            raise MissingError(path)
