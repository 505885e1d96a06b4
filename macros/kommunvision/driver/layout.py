"""Data files that a form editor has written get back the layout of an earlier version in git."""

from __future__ import annotations

from collections.abc import Collection
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from kommunvision.amend import restored
from kommunvision.driver.earlier import NoVersion, NoVersionError, earlier
from kommunvision.load import DATA, LEDGER, LOCKS
from kommunvision.load.files import data_files
from kommunvision.problem import Problems

# The version that a form editor has written over, where nothing else is said.
_NEWEST = "HEAD"

# Whoever has no git, or no version yet, has nothing to get back.
_NOTHING = frozenset({NoVersion.NO_GIT, NoVersion.NO_REPOSITORY, NoVersion.UNKNOWN})


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A file whose layout is another than it should be."""

    path: str
    """Relative to the site's root."""
    after: str


def laid_out(
    root: Path, wanted: Collection[str] | None, version: str | None
) -> tuple[tuple[LaidOut, ...], Problems]:
    """Return the data files whose layout is to be another; nothing is written.

    Args:
        root: Root of the site's repository.
        wanted: The files to look at, relative to the root; all when none are given.
        version: What git calls the version whose layout they get; by default the newest.

    Returns:
        The files, and what keeps others from being read.

    Raises:
        NoVersionError: There is no such version.
    """
    problems = Problems()
    found = []
    with ExitStack() as files:
        former = _former(root, version, files)
        for file in data_files(root, DATA, problems):
            # What the engine writes itself has its own layout.
            is_own = file.path == LEDGER or file.path.rpartition("/")[2] == LOCKS
            if is_own or (wanted is not None and file.path not in wanted):
                continue
            text = (root / file.path).read_bytes().decode("utf-8")
            old = former / file.path if former else None
            before = old.read_bytes().decode("utf-8", "replace") if old and old.is_file() else None
            if before == text:
                continue
            after, wrong = restored(text, before, file.path)
            problems.extend(wrong)
            if after != text:
                found.append(LaidOut(file.path, after))
    return tuple(found), problems


def _former(root: Path, version: str | None, files: ExitStack) -> Path | None:
    try:
        return files.enter_context(earlier(root, version or _NEWEST, DATA)).root
    except NoVersionError as error:
        if version or error.why not in _NOTHING:
            raise
        return None
