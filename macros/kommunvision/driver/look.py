"""What files of a published site look like: whoever changes one makes it look otherwise."""

from __future__ import annotations

import os
from collections import ChainMap
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

from kommunvision.driver.workers import each, under_way
from kommunvision.kept.prints import fingerprint

T = TypeVar("T")

# Kommuner whose folders have been looked through before other processes have begun.
_FEW = 40

Look = tuple[str, int]
"""What files look like from the outside, as a fingerprint, and how many they are."""


@dataclass(frozen=True, slots=True)
class Folders:
    """The folders of a kommun in a published site, as a build left them."""

    names: tuple[str, ...]
    look: Look
    """What they looked like."""
    content: str = ""
    """What was in them, as a fingerprint, if they may be met as copies."""


@dataclass(frozen=True, slots=True)
class Looking:
    """Looks whether folders are as they were left."""

    _left: Mapping[str, Folders]
    _answers: Callable[[], Mapping[str, Look | None]]

    def __call__(self, left: Mapping[str, Folders]) -> Mapping[str, Look | None]:
        """Return what folders look like; none where they are not as they were left, or perhaps not.

        Args:
            left: The folders, by the slug of the kommun.
        """
        answers = self._answers() if left else {}
        return {
            slug: answers[slug] if self._left.get(slug) == one else None
            for slug, one in left.items()
        }


@contextmanager
def looking(site: Path, left: Mapping[str, Folders], workers: int) -> Iterator[Looking]:
    """Look whether folders are as they were left, beside other work if they are many.

    What is given waits for the answers.

    Args:
        site: Folder of the site.
        left: The folders, by the slug of the kommun.
        workers: How many processes there may be, the caller's own among them.
    """
    slugs = sorted(left)
    if workers == 1 or len(slugs) <= _FEW:
        yield Looking(left, lambda: {slug: _as_left(site, left[slug]) for slug in slugs})
        return
    beside = workers - 1
    parts = {str(number): slugs[number::beside] for number in range(beside)}
    with under_way(partial(_all_as_left, site, left, parts), [*parts], beside) as answers:
        yield Looking(left, lambda: dict(ChainMap(*answers().values())))


def looks(site: Path, folders: Mapping[str, Iterable[str]], workers: int) -> Mapping[str, Look]:
    """Return what the folders of kommuner look like, several looked at at once if they are many.

    Args:
        site: Folder of the site.
        folders: Names of folders in it, by the slug of the kommun.
        workers: How many processes may look.
    """
    return _of_each(partial(_look, site, folders), folders, workers)


def contents(site: Path, folders: Mapping[str, Iterable[str]], workers: int) -> Mapping[str, str]:
    """Return fingerprints of what is in the folders of kommuner: the same in every copy of them.

    Args:
        site: As for ``looks``.
        folders: As for ``looks``.
        workers: As for ``looks``.
    """
    return _of_each(partial(_content, site, folders), folders, workers)


def left(
    site: Path, folders: Mapping[str, tuple[str, ...]], workers: int, *, read: bool
) -> Mapping[str, Folders]:
    """Return the folders of kommuner as they are now, for a later build to hold them against.

    Args:
        site: As for ``looks``.
        folders: As for ``looks``.
        workers: As for ``looks``.
        read: Whether they may be met as copies.
    """
    seen = looks(site, folders, workers)
    inside = contents(site, folders, workers) if read else {}
    return {slug: Folders(folders[slug], seen[slug], inside.get(slug, "")) for slug in folders}


def look_outside(site: Path, folders: Collection[str]) -> Look:
    """Return what a site looks like outside folders in it."""
    return _looks(map(_line, _files(str(site), frozenset(folders))))


def content_outside(site: Path, folders: Collection[str]) -> str:
    """Return the fingerprint of what is in a site outside folders in it."""
    return _contents(site, _files(str(site), frozenset(folders)))


def _of_each(
    told: Callable[[str], T], folders: Mapping[str, Iterable[str]], workers: int
) -> Mapping[str, T]:
    at_once = workers if len(folders) > _FEW else 1
    return each(told, sorted(folders), at_once) if folders else {}


def _all_as_left(
    site: Path, left: Mapping[str, Folders], parts: Mapping[str, Iterable[str]], part: str
) -> dict[str, Look | None]:
    return {slug: _as_left(site, left[slug]) for slug in parts[part]}


def _as_left(site: Path, left: Folders) -> Look | None:
    now = _looks(map(_line, _files_in(site, left.names)))
    if now == left.look:
        return now
    same = left.content and left.content == _contents(site, _files_in(site, left.names))
    return now if same else None


def _look(site: Path, folders: Mapping[str, Iterable[str]], slug: str) -> Look:
    return _looks(map(_line, _files_in(site, folders[slug])))


def _content(site: Path, folders: Mapping[str, Iterable[str]], slug: str) -> str:
    return _contents(site, _files_in(site, folders[slug]))


def _contents(site: Path, files: Iterable[os.DirEntry[str]]) -> str:
    before = len(f"{site}/")
    return fingerprint(*sorted(f"{file.path[before:]} {_bytes(file)}" for file in files))


def _looks(lines: Iterable[str]) -> Look:
    found = sorted(lines)
    return fingerprint(*found), len(found)


def _line(file: os.DirEntry[str]) -> str:
    """Return a line that is another if a file is changed, however it is."""
    try:
        about = file.stat(follow_symlinks=False)
    except OSError:
        # Somebody has just taken it away.
        return f"{file.path} gone"
    return f"{file.path} {about.st_size} {about.st_mtime_ns} {about.st_ino}"


def _bytes(file: os.DirEntry[str]) -> str:
    # We have made no links, and what one leads to is not ours.
    if not file.is_file(follow_symlinks=False):
        return ""
    try:
        with open(file.path, "rb", buffering=0) as opened:  # noqa: PTH123 - there are many
            return sha256(opened.read()).hexdigest()
    except OSError:
        return ""


def _files_in(site: Path, folders: Iterable[str]) -> Iterator[os.DirEntry[str]]:
    return (file for folder in folders for file in _files(f"{site}/{folder}"))


def _files(folder: str, left_out: Collection[str] = ()) -> Iterator[os.DirEntry[str]]:
    left = [folder]
    while left:
        try:
            listed = list(os.scandir(left.pop()))
        except OSError:
            continue
        for one in listed:
            if not one.is_dir(follow_symlinks=False):
                yield one
            elif one.name not in left_out:
                left.append(one.path)
        left_out = ()
