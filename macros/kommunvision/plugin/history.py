"""When the files of a site were last changed, according to git; never according to a clock."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kommunvision import repository


@dataclass(frozen=True, slots=True)
class History:
    """The day of the last commit that touched each file; empty where git cannot tell."""

    _days: Mapping[str, str] = field(default_factory=dict)
    _changed: frozenset[str] = frozenset()
    """Files that have changed since, and have no day yet."""

    def day(self, path: str) -> str | None:
        """Return the day as ``2025-12-15``, for a path relative to the site's root."""
        return self._days.get(path)

    def day_of(self, *paths: str) -> str | None:
        """Return the latest day of files and of folders, which end with a slash.

        One whose day cannot be told may be the latest, so then there is none.
        """
        days = [self.latest(one[:-1]) if one.endswith("/") else self.day(one) for one in paths]
        known = [day for day in days if day is not None]
        return max(known, default=None) if len(known) == len(days) else None

    def latest(self, *folders: str) -> str | None:
        """Return the latest day of all files below folders; none if that cannot be told."""
        within = tuple(f"{folder}/" for folder in folders)
        if any(path.startswith(within) for path in self._changed):
            return None
        days = [day for path, day in self._days.items() if path.startswith(within)]
        return max(days, default=None)


def history(root: Path, *folders: str) -> History:
    """Read the history of folders, with a fixed number of calls to git.

    A file that is changed but not committed has no day, and neither has any file of a clone
    that lacks the older history: the oldest commit of such a clone seems to touch everything.
    """
    shallow = _git(root, "rev-parse", "--is-shallow-repository")
    if shallow is None or shallow.strip() != "false":
        return History()
    log = _git(root, "log", "-z", "--relative", "--name-only", "--format=%x01%cs", "--", *folders)
    uncommitted = _git(
        root, "diff", "--no-ext-diff", "-z", "--relative", "--name-only", "HEAD", "--", *folders
    )
    if log is None or uncommitted is None:
        return History()
    changed = frozenset(uncommitted.split("\0"))
    days: dict[str, str] = {}
    day = ""
    for part in log.split("\0"):
        word = part.strip("\n")
        if word.startswith("\x01"):
            day = word[1:]
        elif word and word not in changed:
            days.setdefault(word, day)
    return History(days, changed)


def _git(root: Path, *words: str) -> str | None:
    """Return what git says, or none: there may be no git, no repository or no commit."""
    try:
        answer = repository.read(root, *words)
    except OSError:
        return None
    return answer.text if answer.well else None
