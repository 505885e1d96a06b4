"""An earlier version of a site, as git has it, in a folder of its own; git is only asked.

The files are read one by one, as git keeps them: nothing is checked out, so no filter, hook or
attribute of the repository is put to work, and nothing in it is written.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from tempfile import TemporaryDirectory

from kommunvision import repository

# The names that a main branch may have, those of the server first: they are the newer ones.
_MAIN = ("origin/HEAD", "origin/main", "origin/master", "main", "master")
_FILES = {"100644", "100755"}


class NoVersion(StrEnum):
    """Why there is no earlier version."""

    NO_GIT = "no_git"
    NO_REPOSITORY = "no_repository"
    UNKNOWN = "unknown"
    SHALLOW = "shallow"
    """It may be among what the clone lacks."""
    FIRST = "first"
    """Nothing comes before the first commit."""


class NoVersionError(Exception):
    """There is no earlier version to be had."""

    def __init__(self, why: NoVersion, wanted: str = "") -> None:
        super().__init__(why.value)
        self.why = why
        self.wanted = wanted


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier version."""

    root: Path
    """A folder with the files of the site's root."""
    commit: str
    """Its commit, as short as people write it."""


@contextmanager
def earlier(root: Path, wanted: str | None, *folders: str) -> Iterator[Earlier]:
    """Give an earlier version of some folders of a site.

    Args:
        root: Root of the site's repository, or a folder within a repository.
        wanted: What git calls the version; by default where the main branch was left, and on the
            main branch itself the commit before.
        folders: Folders of the root to read.

    Raises:
        NoVersionError: There is none.
    """
    commit = _commit(root, wanted)
    with TemporaryDirectory(prefix="kommunvision-") as folder:
        # Missing folders are folders without files: so the version is a site, however old.
        for name in folders:
            Path(folder, name).mkdir(parents=True)
        if not _write(root, commit, Path(folder), folders):
            raise NoVersionError(NoVersion.SHALLOW, commit[:_SHORT])
        yield Earlier(Path(folder), commit[:_SHORT])


_SHORT = 8


def _commit(root: Path, wanted: str | None) -> str:
    inside = _git(root, "rev-parse", "--is-inside-work-tree")
    if inside is None:
        raise NoVersionError(NoVersion.NO_REPOSITORY)
    if wanted is not None:
        return _found(root, wanted)
    head = _resolved(root, "HEAD")
    main = next((one for name in _MAIN if (one := _resolved(root, name))), None)
    if head is None:
        raise NoVersionError(NoVersion.FIRST)
    base = _git(root, "merge-base", head, main) if main else None
    if main and base is None:
        raise NoVersionError(NoVersion.SHALLOW if _shallow(root) else NoVersion.UNKNOWN, "main")
    if base and base.strip() != head:
        return base.strip()
    before = _resolved(root, "HEAD~1")
    if before is None:
        raise NoVersionError(NoVersion.SHALLOW if _shallow(root) else NoVersion.FIRST, "HEAD~1")
    return before


def _found(root: Path, wanted: str) -> str:
    commit = _resolved(root, wanted)
    if commit is None:
        raise NoVersionError(NoVersion.SHALLOW if _shallow(root) else NoVersion.UNKNOWN, wanted)
    return commit


def _resolved(root: Path, name: str) -> str | None:
    said = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    return said.strip() if said else None


def _shallow(root: Path) -> bool:
    return (_git(root, "rev-parse", "--is-shallow-repository") or "").strip() == "true"


def _write(root: Path, commit: str, folder: Path, folders: tuple[str, ...]) -> bool:
    """Write the files of a commit; a clone that lacks some of them has none written."""
    listed = _ask(root, "ls-tree", "-r", "-z", commit, "--", *(f"{name}/" for name in folders))
    if not listed.well:
        return False
    wanted: list[tuple[str, Path]] = []
    for line in filter(None, listed.content.split(b"\0")):
        about, _, path = line.partition(b"\t")
        mode, _, name = about.decode("ascii").split(" ")
        target = folder / os.fsdecode(path)
        # A link, or a repository within the repository, is no file of the site.
        if mode in _FILES and target.resolve().is_relative_to(folder.resolve()):
            wanted.append((name, target))
    asked = "".join(f"{name}\n" for name, _ in wanted).encode("ascii")
    answer = _ask(root, "cat-file", "--batch", given=asked)
    if not answer.well:
        return False
    told = answer.content
    place = 0
    for _, target in wanted:
        end = told.index(b"\n", place)
        size = int(told[place:end].rpartition(b" ")[2])
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(told[end + 1 : end + 1 + size])
        place = end + 1 + size + 1
    return True


def _git(root: Path, *words: str) -> str | None:
    answer = _ask(root, *words)
    return answer.text if answer.well else None


def _ask(root: Path, *words: str, given: bytes = b"") -> repository.Answer:
    try:
        return repository.read(root, *words, given=given)
    except OSError as error:
        raise NoVersionError(NoVersion.NO_GIT) from error
