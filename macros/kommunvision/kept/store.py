"""A folder of the user's own in which things are kept from one run to the next.

Nothing in it may come with the files of a site: what is kept is unpickled, and a folder that others
can send in with their changes must never be. Whatever is missing or broken is made anew, and
nothing that is wrong with the folder stops anyone.
"""

from __future__ import annotations

import errno
import os
import pickle
import shutil
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

from platformdirs import user_cache_path

from kommunvision import repository
from kommunvision.folders import seen_from
from kommunvision.kept.prints import fingerprint, programs
from kommunvision.writing import write_whole

CACHE = "KOMMUNVISION_CACHE"
"""The variable that names a folder for one site alone, brought from one run to the next."""

_ROOT = "root.txt"
# What is wrong with a single name, and not with the folder.
_ODD_NAME = (errno.ENAMETOOLONG, errno.EINVAL, errno.EILSEQ)
_DIGEST = sha256().digest_size


class Store:
    """Values by name; none is ever promised to be there."""

    def __init__(
        self,
        folder: Path | None,
        programs: str = "",
        root: Path = Path(),
        *,
        travels: bool = False,
    ) -> None:
        """Take a folder, without which nothing is kept.

        Args:
            folder: Where things are kept.
            programs: Fingerprint of the programs. What others have kept is none of our values.
            root: Root of the site's repository.
            travels: Whether the folder, the site and the published files may all be copies, so that
                places, times and numbers of files tell nothing.
        """
        self._folder = folder
        self.programs = programs
        self._root = root
        self.travels = travels

    def __bool__(self) -> bool:
        """Whether anything can be kept."""
        return self._folder is not None

    def get(self, name: str) -> Any:  # noqa: ANN401 - whoever put it there knows
        """Return what is kept by a name, none if it is not there or not whole."""
        if self._folder is None:
            return None
        try:
            raw = (self._folder / name).read_bytes()
            if raw[:_DIGEST] != self._mark(raw[_DIGEST:]):
                return None
            return pickle.loads(raw[_DIGEST:])  # noqa: S301 - in a folder of the user's alone
        except Exception:  # noqa: BLE001 - whatever is wrong with it, it is made anew
            return None

    def put(self, name: str, value: object) -> None:
        """Keep a value, if it can be kept."""
        if self._folder is None:
            return
        raw = pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL)
        path, half = self._folder / name, self._half(name)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            half.write_bytes(self._mark(raw) + raw)
            half.replace(path)
        except FileNotFoundError:
            # Somebody else has put it there, or forgotten its folder, in the same moment.
            return
        except ValueError:
            return
        except OSError as error:
            with suppress(OSError):
                half.unlink(missing_ok=True)
            if error.errno not in _ODD_NAME:
                # A full disk is no reason not to build; the next run makes it anew.
                self._folder = None

    def _half(self, name: str) -> Path:
        """Return where something is written, so that a run at the same time reads what is whole.

        All runs write it in the same place, so what a killed one has left is written over. If two
        write at once, what comes of it may be neither's; then its mark tells, and it is made anew.
        """
        path = (self._folder or Path()) / name
        return path.with_name(f".{path.name}")

    def place_of(self, target: Path) -> str:
        """Return the name of the folder in the store that is about a published site.

        The site is told by where it lies as seen from the root: both may have been moved.
        """
        return f"sites/{fingerprint(seen_from(self._root, target))[:16]}"

    def _mark(self, raw: bytes) -> bytes:
        """Return what tells that content is whole, and that these programs have written it."""
        return sha256(self.programs.encode() + raw).digest()

    def folders(self, name: str) -> list[str]:
        """Return the names of the folders in a folder."""
        if self._folder is None:
            return []
        try:
            return sorted(one.name for one in (self._folder / name).iterdir() if one.is_dir())
        except (OSError, ValueError):
            return []

    def drop_folder(self, name: str) -> None:
        """Forget all that is kept in a folder."""
        if self._folder is not None:
            with suppress(ValueError):
                shutil.rmtree(self._folder / name, ignore_errors=True)

    def drop(self, name: str) -> None:
        """Forget what is kept by a name."""
        if self._folder is not None:
            for path in (self._folder / name, self._half(name)):
                # What cannot be removed is judged by what it was made from, as everything is.
                with suppress(OSError, ValueError):
                    path.unlink(missing_ok=True)


def store_for(root: Path) -> Store:
    """Return what is kept for a site: in the folder that ``CACHE`` names, or by its root's place.

    Where the user has no folder of that kind, or others may put something in it, nothing is kept.
    """
    root = root.resolve()
    try:
        if named := os.environ.get(CACHE):
            return _store_in(Path(named).resolve(), root)
        every = user_cache_path("kommunvision", appauthor=False)
        place = os.fsencode(root)
        folder = every / sha256(place).hexdigest()[:16]
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if _is_others(every) or _is_others(folder):
            return Store(None)
        if not (folder / _ROOT).exists():
            _forget_those_gone(every)
            write_whole(folder / _ROOT, place)
    except (OSError, RuntimeError):
        return Store(None)
    return Store(folder, programs(), root)


def _store_in(folder: Path, root: Path) -> Store:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if _is_others(folder) or _comes_with_files(folder, root):
        return Store(None)
    return Store(folder, programs(), root, travels=True)


def _comes_with_files(folder: Path, root: Path) -> bool:
    """Whether what lies in a folder may have come with the files of a site, and so from anyone."""
    if not any((one / ".git").exists() for one in (folder, *folder.parents)):
        return folder.is_relative_to(root)
    known = repository.read(folder, "ls-files", "-z", "--", ".")
    return not known.well or bool(known.content)


def _is_others(folder: Path) -> bool:
    """Whether somebody else owns a folder, or may write in it."""
    if not hasattr(os, "getuid"):
        return False
    about = folder.stat()
    return about.st_uid != os.getuid() or bool(about.st_mode & 0o022)


def _forget_those_gone(every: Path) -> None:
    """Remove what was kept for sites that are no longer there."""
    for folder in every.iterdir():
        try:
            gone = not Path(os.fsdecode((folder / _ROOT).read_bytes())).is_dir()
        except OSError:
            continue
        if gone:
            shutil.rmtree(folder, ignore_errors=True)
