"""A finished site takes the place of the published one, file by file, and only where it differs."""

from __future__ import annotations

import errno
import filecmp
import os
import shutil
from collections.abc import Collection, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from kommunvision.writing import may

# Every site that we have made has this file; a folder without it holds something else.
_MARK = "404.html"
# Stands there from the first change to the last, so that nobody takes a mix for a site.
_UNFINISHED = ".unfinished"


class NotASite(Exception):  # noqa: N818 - the name says what the folder is
    """The folder holds something else than a published site, and is left alone."""


@dataclass(frozen=True, slots=True)
class Published:
    """How many files a publication touched."""

    written: int
    removed: int
    untouched: int


def refuse_other_folders(site: Path) -> None:
    """Stop before work is done in vain.

    Raises:
        NotASite: The folder has files, and they are no published site.
    """
    if not site.exists():
        return
    if not site.is_dir() or (any(site.iterdir()) and not (is_site(site) or is_unfinished(site))):
        raise NotASite(str(site))


def is_site(folder: Path) -> bool:
    """Whether a folder holds a site that we have made."""
    return (folder / _MARK).is_file()


def is_unfinished(site: Path) -> bool:
    """Whether a publication into a folder is going on, or was broken off."""
    return (site / _UNFINISHED).exists()


@dataclass(frozen=True, slots=True)
class Staying:
    """What of a published site stays as it is, without being looked at."""

    folders: frozenset[str] = frozenset()
    """Folders in the site, with all that is in them."""
    files: int = 0
    """How many files they have, those apart that lie there for the whole site."""
    beside: frozenset[str] = frozenset()
    """Files in them that are made anew all the same, or else go."""


def swap(staging: Path, site: Path, staying: Staying = Staying()) -> Published:
    """Move what is new or changed from one folder to another, and remove what is gone.

    A file with the same content keeps its place and time, so that what copies the site further
    sees only the differences.

    Args:
        staging: Folder with the finished site.
        site: Folder of the published site.
        staying: What is not in the finished site because it is the same in the published one.
    """
    refuse_other_folders(site)
    _see_that_it_can_be_changed(site, staying.folders)
    site.mkdir(parents=True, exist_ok=True)
    (site / _UNFINISHED).touch()
    new = set(_files(staging))
    moved = _move_folders(staging, site)
    left = [name for name in new if name.partition("/")[0] not in moved]
    written = len(new) - len(left)
    # Those that are not there yet come first: no page leads to one that is still to come.
    for name in sorted(left, key=lambda name: ((site / name).exists(), name)):
        source, target = staging / name, site / name
        same = target.is_file() and filecmp.cmp(source, target, shallow=False)
        # What a link leads to may change without us.
        if same and not target.is_symlink():
            continue
        _make_room(target, site)
        os.replace(source, target)  # noqa: PTH105 - the one move that is atomic by promise
        written += 1
    settled = staying.folders | moved
    there = {*_files(site, settled), *staying.beside}
    gone = sorted(there - new - {_UNFINISHED})
    for name in gone:
        (site / name).unlink(missing_ok=True)
        if name in staying.beside:
            _leave_no_empty_folder((site / name).parent)
    _remove_empty_folders(site, settled)
    (site / _UNFINISHED).unlink()
    return Published(written, len(gone), len(new) + staying.files - written)


def _move_folders(staging: Path, site: Path) -> frozenset[str]:
    """Move the folders that are wholly new in one step each; return their names."""
    moved = set()
    for folder in sorted(one for one in staging.iterdir() if one.is_dir()):
        if not os.path.lexists(site / folder.name):
            folder.rename(site / folder.name)
            moved.add(folder.name)
    return frozenset(moved)


def _see_that_it_can_be_changed(site: Path, left_out: Collection[str]) -> None:
    """Stop before the first change if a later one would fail, so that no site is left half new.

    Raises:
        OSError: A folder of the site can be read only.
    """
    for current, folders, _ in os.walk(site):
        if current == str(site):
            folders[:] = [one for one in folders if one not in left_out]
        if not may(Path(current), os.W_OK | os.X_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), current)


def _files(folder: Path, left_out: Collection[str] = ()) -> Iterator[str]:
    above = len(str(folder)) + 1
    for current, folders, names in os.walk(folder):
        inside = current[above:].replace(os.sep, "/")
        if not inside:
            folders[:] = [one for one in folders if one not in left_out]
            yield from names
        else:
            yield from (f"{inside}/{name}" for name in names)


def _make_room(target: Path, site: Path) -> None:
    """See to it that a file can stand where it shall, whatever stood there before."""
    for folder in list(target.relative_to(site).parents)[-2::-1]:
        place = site / folder
        if place.is_file() or place.is_symlink():
            place.unlink()
    if target.is_dir() and not target.is_symlink():
        shutil.rmtree(target)
    target.parent.mkdir(parents=True, exist_ok=True)


def _leave_no_empty_folder(folder: Path) -> None:
    with suppress(OSError):
        while True:
            folder.rmdir()
            folder = folder.parent


def _remove_empty_folders(site: Path, left_out: Collection[str] = ()) -> None:
    for first in [one for one in site.iterdir() if one.is_dir() and one.name not in left_out]:
        for current, folders, names in os.walk(first, topdown=False):
            here = Path(current)
            if not names and not any((here / name).exists() for name in folders):
                here.rmdir()
