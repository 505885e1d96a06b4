"""The folder that a build wrote: what stands in it, and whether it is still the same."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from kommunvision.publish.fault import FailedError, RefusedError

# Two of the three things that tell one writing of a file from the next, beside its size.
Mark = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Site:
    """A finished site, read once."""

    folder: Path
    files: Mapping[str, str]
    """Path of each file, with ``/``, and the SHA-256 of its content; in the order of the paths."""
    _marks: Mapping[str, Mark]

    @classmethod
    def read(cls, folder: Path) -> Site:
        """Read a site.

        Raises:
            RefusedError: Something there is no file, or has a name that no page of ours has.
            FailedError: It is being built at this moment.
        """
        marks = dict(_marks(folder))
        try:
            files = {name: _sha256(folder / name) for name in marks}
        except FileNotFoundError as error:
            raise FailedError("site_changing", place=folder) from error
        site = cls(folder, files, marks)
        site.see_that_it_stays()
        return site

    def see_that_it_stays(self) -> None:
        """Complain if somebody has built the site anew since it was read.

        Raises:
            FailedError: A file is new, gone or written again.
        """
        if dict(_marks(self.folder)) != self._marks:
            raise FailedError("site_changing", place=self.folder)


def _marks(folder: Path) -> Iterator[tuple[str, Mark]]:
    """Yield every file with what tells whether it has been written again."""
    for current, folders, names in os.walk(folder):
        folders.sort()
        for name in [*folders, *names]:
            path = Path(current, name)
            place = path.relative_to(folder).as_posix()
            try:
                found = path.lstat()
            except FileNotFoundError as error:
                raise FailedError("site_changing", place=folder) from error
            if stat.S_ISDIR(found.st_mode):
                continue
            if not stat.S_ISREG(found.st_mode):
                raise RefusedError("not_a_file", place=path)
            # Lists of files have a line for each, and servers of all kinds shall have the name.
            if not place.isprintable() or "\\" in place:
                raise RefusedError("strange_name", place=ascii(place))
            yield place, (found.st_ino, found.st_mtime_ns, found.st_size)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
