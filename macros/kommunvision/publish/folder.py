"""A folder on this computer as the target: releases, and a link that is switched at once."""

from __future__ import annotations

import errno
import filecmp
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from kommunvision.publish.fault import FailedError, RefusedError, failure
from kommunvision.publish.release import (
    CURRENT,
    LIST,
    LOCK,
    RELEASES,
    Files,
    State,
    is_name,
    list_from,
    list_text,
)
from kommunvision.publish.site import Site

_HALF = ".half"
_OWN = {RELEASES, CURRENT, CURRENT + _HALF, LOCK}

# Whoever serves the site may read it, and nobody changes a release by mistake: its files are
# the same files, not copies, as those of its neighbours.
_FOLDER_MODE = 0o755
_FILE_MODE = 0o444


@dataclass(frozen=True, slots=True)
class FolderStore:
    """Releases in a folder; ``current`` leads to the one that is shown."""

    target: Path

    @property
    def where(self) -> str:
        """What a web server is to show."""
        return str(self.target / CURRENT)

    @contextmanager
    def opened(self, *, change: bool) -> Iterator[State]:
        """Open the folder, alone if it is to be changed, and tell what it holds."""
        self._refuse_what_is_not_ours()
        try:
            if not change:
                yield self._state()
                return
            for folder in (self.target, self.target / RELEASES):
                if not folder.exists():
                    folder.mkdir(parents=True)
                    folder.chmod(_FOLDER_MODE)
            with self._alone():
                self._remove_halves()
                try:
                    yield self._state()
                except BaseException:
                    # What it was that went wrong matters more than what it left.
                    with suppress(OSError):
                        self._remove_halves()
                    raise
        except OSError as error:
            raise failure(error, self.target) from error

    def files(self, release: str) -> Files:
        """Return the list of a release."""
        return list_from(self._list(release).read_text("utf-8", errors="replace"))

    def bring(self, site: Site, release: str, base: str | None, more: Mapping[str, str]) -> None:
        """Put a site beside the releases; what the former one has too is taken from it."""
        half = self._folder(release + _HALF)
        half.mkdir()
        half.chmod(_FOLDER_MODE)
        former = self._folder(base) if base else None
        for name in site.files:
            source, target = site.folder / name, half / name
            self._make_folder(target.parent, half)
            if former and _same(source, former / name) and _link(former / name, target):
                continue
            shutil.copyfile(source, target)
            target.chmod(_FILE_MODE)
        for name, other in more.items():
            self._take(name, other, half)
        self._list(release + _HALF).write_text(list_text(site.files), "utf-8", newline="\n")

    def settle(self, release: str) -> None:
        """Make what was brought a release, once it is on the disk and not in memory alone."""
        os.sync()
        self._list(release + _HALF).replace(self._list(release))
        self._folder(release + _HALF).rename(self._folder(release))

    def lend(self, release: str, more: Mapping[str, str]) -> None:
        """Let a release have files of others; its own are never touched."""
        try:
            for name, other in more.items():
                self._take(name, other, self._folder(release))
        except OSError as error:
            raise failure(error, self.target) from error

    def switch(self, release: str) -> None:
        """Lead ``current`` to a release, in one step that either happens or does not."""
        link = self.target / CURRENT
        half = self.target / (CURRENT + _HALF)
        half.unlink(missing_ok=True)
        try:
            half.symlink_to(Path(RELEASES, release), target_is_directory=True)
        except OSError as error:
            if error.errno in {errno.EPERM, errno.EOPNOTSUPP}:
                raise FailedError("no_links", place=self.target) from error
            raise
        half.replace(link)
        os.sync()

    def drop(self, release: str) -> None:
        """Remove a release; its list goes first, so that what is left of it is no release."""
        try:
            self._list(release).unlink(missing_ok=True)
            shutil.rmtree(self._folder(release))
        except OSError as error:
            raise failure(error, self.target) from error

    def _folder(self, release: str) -> Path:
        return self.target / RELEASES / release

    def _list(self, release: str) -> Path:
        return self.target / RELEASES / (release + LIST)

    def _state(self) -> State:
        try:
            link = str((self.target / CURRENT).readlink())
        except FileNotFoundError:
            link = ""
        releases = self.target / RELEASES
        names = sorted(
            path.name
            for path in (releases.iterdir() if releases.exists() else ())
            if is_name(path.name) and self._list(path.name).is_file()
        )
        shown = Path(link).name
        return State(shown if shown in names else None, tuple(names))

    def _refuse_what_is_not_ours(self) -> None:
        """Complain about a folder with other things in it."""
        target, link = self.target, self.target / CURRENT
        try:
            if not target.exists():
                return
            if not target.is_dir():
                raise RefusedError("target_no_folder", place=target)
            found = {path.name for path in target.iterdir()}
            if found - _OWN and RELEASES not in found:
                raise RefusedError("target_taken", place=target)
            if CURRENT in found and not link.is_symlink():
                raise RefusedError("current_taken", place=link)
        except OSError as error:
            raise failure(error, target) from error

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Hold the lock; the system takes it from a process that dies."""
        try:
            import fcntl  # noqa: PLC0415 - Windows has none
        except ImportError as error:
            raise RefusedError("no_links", place=self.target) from error
        with (self.target / LOCK).open("a") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as error:
                raise FailedError("busy", place=self.target) from error
            yield

    def _remove_halves(self) -> None:
        """Remove what a publication has left that did not come to its end."""
        (self.target / (CURRENT + _HALF)).unlink(missing_ok=True)
        for path in (self.target / RELEASES).iterdir():
            name = path.name.removesuffix(LIST).removesuffix(_HALF)
            whole = self._folder(name).is_dir() and self._list(name).is_file()
            if not is_name(name) or (whole and not path.name.removesuffix(LIST).endswith(_HALF)):
                continue
            if path.is_dir():
                shutil.rmtree(path)
            else:
                path.unlink()

    @staticmethod
    def _make_folder(folder: Path, top: Path) -> None:
        """Make a folder and those above it, so that everybody may read them."""
        if folder != top and not folder.is_dir():
            FolderStore._make_folder(folder.parent, top)
            folder.mkdir()
            folder.chmod(_FOLDER_MODE)

    def _take(self, name: str, release: str, folder: Path) -> None:
        """Let a folder have a file of a release, unless it has one of that name."""
        source, target = self._folder(release) / name, folder / name
        if target.exists() or not source.is_file():
            return
        self._make_folder(target.parent, folder)
        if not _link(source, target):
            # Beside it first: a release that is shown must not have half a file.
            beside = self._folder(release + _HALF)
            shutil.copyfile(source, beside)
            beside.chmod(_FILE_MODE)
            beside.replace(target)


def _same(one: Path, other: Path) -> bool:
    return other.is_file() and filecmp.cmp(one, other, shallow=False)


def _link(source: Path, target: Path) -> bool:
    """Give a file a second name; there are disks that cannot."""
    try:
        os.link(source, target)
    except OSError as error:
        if error.errno in {errno.EPERM, errno.EOPNOTSUPP, errno.EMLINK, errno.EXDEV}:
            return False
        raise
    return True
