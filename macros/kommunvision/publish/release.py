"""Releases as values: their names, their lists of files, what differs, and which are kept."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

Files = Mapping[str, str]
"""Path of each file and the SHA-256 of its content."""

RELEASES = "releases"
CURRENT = "current"
LOCK = ".lock"
LIST = ".sha256"
"""Ending of the list of a release, which ``sha256sum --check`` reads too."""

_NAME = re.compile(r"[0-9]{6}-[0-9a-f]{10}")
_LINE = re.compile(r"([0-9a-f]{64})  ([^\n]+)")

# What a page that is already open may ask for when the next release is shown. Never anything that
# says something: a text or a picture that has been taken away must not linger.
_LASTING = (".css", ".js", ".mjs", ".woff2")


@dataclass(frozen=True, slots=True)
class Changes:
    """What differs between what was shown and what is shown now."""

    new: int
    changed: int
    removed: int
    same: int


@dataclass(frozen=True, slots=True)
class State:
    """The releases of a target."""

    current: str | None
    """The one that visitors see."""
    names: tuple[str, ...]
    """All that are whole, oldest first."""

    @property
    def earlier(self) -> tuple[str, ...]:
        """Those that were shown before the one that is shown now."""
        return self.names[: self._place]

    @property
    def later(self) -> tuple[str, ...]:
        """Those that were left by going back, or never came to be shown."""
        return self.names[self._place + 1 :]

    @property
    def _place(self) -> int:
        """Return where the one that is shown stands; after all of them if there is none."""
        return self.names.index(self.current) if self.current in self.names else len(self.names)

    @property
    def before(self) -> str | None:
        """The one to go back to."""
        return self.earlier[-1] if self.earlier else None

    def next_name(self, files: Files) -> str:
        """Return the name of a release with these files: a running number and its content."""
        newest = max([*self.names, self.current or ""], default="")
        number = int(newest.partition("-")[0]) + 1 if newest else 1
        return f"{number:06d}-{hashlib.sha256(list_text(files).encode()).hexdigest()[:10]}"


def is_name(text: str) -> bool:
    """Whether a text is the name of a release."""
    return _NAME.fullmatch(text) is not None


def list_text(files: Files) -> str:
    """Return a list of files as text, in the order of their paths."""
    return "".join(f"{files[name]}  {name}\n" for name in sorted(files))


def list_from(text: str) -> dict[str, str]:
    """Read a list of files; what could lead out of a release is left out."""
    found = (_LINE.fullmatch(line) for line in text.split("\n"))
    return {match[2]: match[1] for match in found if match and _stays_within(match[2])}


def changes(before: Files, now: Files) -> Changes:
    """Compare two releases."""
    same = sum(before.get(name) == content for name, content in now.items())
    new = len(now.keys() - before.keys())
    return Changes(new, len(now) - new - same, len(before.keys() - now.keys()), same)


def lasting(now: Files, earlier: Iterable[tuple[str, Files]]) -> dict[str, str]:
    """Return the styles and scripts that only earlier releases have, each with its release.

    Args:
        now: The files of the release that is to be shown.
        earlier: Other releases and their own files; a later one goes before an earlier one.
    """
    folders = _folders(now)
    return {
        name: release
        for release, files in earlier
        for name in files
        if name.endswith(_LASTING)
        and name not in now
        and name not in folders
        and _folders([name]).isdisjoint(now)
    }


def _folders(names: Iterable[str]) -> set[str]:
    """Return every folder on the way to files."""
    found: set[str] = set()
    for name in names:
        parts = name.split("/")
        found.update("/".join(parts[:end]) for end in range(1, len(parts)))
    return found


def _stays_within(name: str) -> bool:
    return name.isprintable() and not {"", ".", ".."} & set(name.split("/"))
