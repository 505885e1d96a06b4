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
    # In one text for each folder: the country has a quarter of a million files.
    new = {first: "\0".join(names) for first, names in _by_folder(staging) if names}
    count = sum(names.count("\0") + 1 for names in new.values())
    moved = _move_folders(staging, site)
    left = [names for first, names in new.items() if first not in moved]
    written = count - sum(names.count("\0") + 1 for names in left)
    # Those that are not there yet come first: no page leads to one that is still to come.
    waiting = []
    for names in map(_names, left):
        known = [name for name in names if (site / name).exists()]
        waiting.append("\0".join(known))
        for name in sorted({*names} - {*known}):
            _move(name, staging, site)
            written += 1
    for name in (name for names in waiting for name in _names(names)):
        if not _is_there(staging / name, site / name):
            _move(name, staging, site)
            written += 1
    settled, removed = staying.folders | moved, 0
    for first, there in _by_folder(site, settled, staying.beside):
        for name in sorted({*there} - {*_names(new.get(first, "")), _UNFINISHED}):
            (site / name).unlink(missing_ok=True)
            removed += 1
            if name in staying.beside:
                _leave_no_empty_folder((site / name).parent)
    _remove_empty_folders(site, settled)
    (site / _UNFINISHED).unlink()
    return Published(written, removed, count + staying.files - written)


def _names(joined: str) -> list[str]:
    return joined.split("\0") if joined else []


def _is_there(source: Path, target: Path) -> bool:
    """Whether the same file stands where one is to stand."""
    same = target.is_file() and filecmp.cmp(source, target, shallow=False)
    # What a link leads to may change without us.
    return same and not target.is_symlink()


def _move(name: str, staging: Path, site: Path) -> None:
    """Move a file, whatever stands where it is to stand."""
    _make_room(site / name, site)
    os.replace(staging / name, site / name)  # noqa: PTH105 - the one move that is atomic by promise


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


def _by_folder(
    folder: Path, left_out: Collection[str] = (), beside: Collection[str] = ()
) -> Iterator[tuple[str, list[str]]]:
    """Yield the files below a folder, by the folder below it that they lie in, in order.

    Args:
        folder: The folder.
        left_out: Folders below it that are not looked at.
        beside: Files that are known to lie in these.
    """
    top = sorted(folder.iterdir())
    yield "", [one.name for one in top if not one.is_dir()]
    for one in top:
        # A link may lead anywhere.
        if not one.is_dir() or one.is_symlink():
            continue
        if one.name in left_out:
            yield one.name, [name for name in beside if name.startswith(f"{one.name}/")]
        else:
            yield one.name, sorted(_files(one))


def _files(folder: Path) -> Iterator[str]:
    """Yield the files of a folder, with its own name before theirs."""
    above = len(str(folder.parent)) + 1
    for current, _, names in os.walk(folder):
        inside = current[above:].replace(os.sep, "/")
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
    for first in list(site.iterdir()):
        # What a link leads to is not ours.
        if not first.is_dir() or first.is_symlink() or first.name in left_out:
            continue
        for current, folders, names in os.walk(first, topdown=False):
            here = Path(current)
            if not names and not any((here / name).exists() for name in folders):
                here.rmdir()
