"""Fingerprints: of the files that a site is made of, and of the programs that make it."""

from __future__ import annotations

import os
import platform
import stat
import sys
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

_ENGINE = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Prints:
    """Fingerprints of the files below a folder, by the folder below it that they lie in."""

    of_folder: Mapping[str, str]
    """By the name of the folder; files that lie in none have an empty one."""
    of_each: Mapping[str, str]
    """Of every file, by its name relative to the folder."""
    hidden: bool = False
    """Whether hidden files are among them."""

    @property
    def of_top(self) -> dict[str, str]:
        """Of the files that lie in no folder below it."""
        return {name: told for name, told in self.of_each.items() if "/" not in name}


def fingerprint(*parts: object) -> str:
    """Return the fingerprint of values whose text says all that they are."""
    return sha256("\x1f".join(map(str, parts)).encode("utf-8", "surrogateescape")).hexdigest()


def of_tree(folder: Path, *, hidden: bool = False) -> Prints:
    """Return the fingerprints of a folder; times and rights have no say.

    Args:
        folder: Where to look.
        hidden: Whether hidden files have one.
    """
    parts: dict[str, list[str]] = {"": []}
    each: dict[str, str] = {}
    for name in sorted(_files(str(folder), "", hidden=hidden)):
        first, slash, _ = name.partition("/")
        told = each[name] = of_content(f"{folder}/{name}")
        parts.setdefault(first if slash else "", []).append(f"{name}\x1e{told}")
    of_folder = {first: fingerprint(*lines) for first, lines in parts.items()}
    return Prints(of_folder, each, hidden)


def of_content(path: str | Path) -> str:
    """Return the fingerprint of a file's content, or a word for what cannot be read."""
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):  # noqa: PTH116 - as above
            # Reading from anything but a file could wait for ever.
            return f"no file {os.path.islink(path)}"  # noqa: PTH114 - as above
        with open(path, "rb") as file:  # noqa: PTH123 - as above
            return sha256(file.read()).hexdigest()
    except OSError as error:
        return f"closed {error.errno}"


@cache
def programs() -> str:
    """Return the fingerprint of the engine, of every package installed, and of Python.

    Those of the process: what is installed while it goes on is another's.
    """
    return fingerprint(sys.version, platform.machine(), *_packages(), engine())


@cache
def engine() -> str:
    """Return the fingerprint of the engine, the same wherever and whenever it was installed.

    Compiled files have a time in them, and are there or not.
    """
    return fingerprint(*_lines(_ENGINE, {"__pycache__"}))


def _packages() -> Iterator[str]:
    """Yield the name and version of each package that Python can find here."""
    for place in dict.fromkeys(sys.path):
        try:
            found = os.listdir(place or ".")  # noqa: PTH208 - as above
        except OSError:
            continue
        yield from sorted(name for name in found if name.endswith((".dist-info", ".egg-info")))


def _lines(folder: Path, left_out: Collection[str]) -> Iterable[str]:
    for name in sorted(_files(str(folder), "", left_out)):
        yield f"{name}\x1e{of_content(folder / name)}"


def _files(
    folder: str, inside: str, left_out: Collection[str] = (), *, hidden: bool = False
) -> Iterator[str]:
    """Yield the files below a folder, and links to folders, which are not entered."""
    try:
        listed = list(os.scandir(folder))
    except OSError:
        # One that is closed is told apart from one that is empty.
        yield f"{inside}\x1d"
        return
    for one in listed:
        if one.name.startswith(".") and not hidden:
            continue
        if one.is_dir(follow_symlinks=False):
            if one.name not in left_out:
                yield from _files(one.path, f"{inside}{one.name}/", left_out, hidden=hidden)
        else:
            yield f"{inside}{one.name}"
