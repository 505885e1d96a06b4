"""What files of a published site look like: whoever changes one makes it look otherwise."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from kommunvision.driver.workers import each
from kommunvision.kept.prints import fingerprint

# Kommuner whose folders have been looked through before other processes have begun.
_FEW = 40

Look = tuple[str, int]
"""What files look like from the outside, as a fingerprint, and how many they are."""


def look(site: Path, folders: Iterable[str]) -> Look:
    """Return what folders of a site look like."""
    return _looks(line for folder in folders for line in _lines(f"{site}/{folder}"))


@dataclass(frozen=True, slots=True)
class _Looking:
    """Looks at the folders of a kommun in a site."""

    site: Path
    folders: Mapping[str, Iterable[str]]

    def __call__(self, slug: str) -> Look:
        """Return what they look like."""
        return look(self.site, self.folders[slug])


def looks(site: Path, folders: Mapping[str, Iterable[str]], workers: int) -> Mapping[str, Look]:
    """Return what the folders of kommuner look like, several looked at at once if they are many.

    Args:
        site: Folder of the site.
        folders: Names of folders in it, by the slug of the kommun.
        workers: How many processes may look.
    """
    at_once = workers if len(folders) > _FEW else 1
    return each(_Looking(site, folders), sorted(folders), at_once) if folders else {}


def look_outside(site: Path, folders: Collection[str]) -> Look:
    """Return what a site looks like outside folders in it."""
    return _looks(_lines(str(site), frozenset(folders)))


def _looks(lines: Iterable[str]) -> Look:
    found = sorted(lines)
    return fingerprint(*found), len(found)


def _lines(folder: str, left_out: Collection[str] = ()) -> Iterator[str]:
    """Yield a line for each file below a folder: one that is changed, however, has another."""
    left = [folder]
    while left:
        try:
            listed = list(os.scandir(left.pop()))
        except OSError:
            continue
        for one in listed:
            if not one.is_dir(follow_symlinks=False):
                about = one.stat(follow_symlinks=False)
                yield f"{one.path} {about.st_size} {about.st_mtime_ns} {about.st_ino}"
            elif one.name not in left_out:
                left.append(one.path)
        left_out = ()
