"""When the files of a site were last changed, according to git; never according to a clock."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kommunvision import repository
from kommunvision.folders import LEDGER
from kommunvision.kept.store import Store


@dataclass(frozen=True, slots=True)
class History:
    """The day of the last commit that touched each file; empty where git cannot tell."""

    _days: Mapping[str, str] = field(default_factory=dict)
    _changed: frozenset[str] = frozenset()
    """Files that have changed since, and have no day yet."""
    _latest: Mapping[str, str] = field(init=False)
    """The latest day of all files below each folder."""
    _unknown: frozenset[str] = field(init=False)
    """Folders with files that have no day."""

    def __post_init__(self) -> None:
        latest: dict[str, str] = {}
        for path, day in self._days.items():
            for folder in _above(path):
                latest[folder] = max(day, latest.get(folder, day))
        object.__setattr__(self, "_latest", latest)
        unknown = frozenset(folder for path in self._changed for folder in _above(path))
        object.__setattr__(self, "_unknown", unknown)

    def told(self) -> dict[str, str]:
        """Return the day of each file, by its path; an empty one where it has changed since."""
        return {**self._days, **dict.fromkeys(self._changed, "")}

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
        if not self._unknown.isdisjoint(folders):
            return None
        return max((self._latest[one] for one in folders if one in self._latest), default=None)


def _above(path: str) -> Iterator[str]:
    """Yield the folders that a file is in."""
    return (path[:end] for end, sign in enumerate(path) if sign == "/")


def history(root: Path, *folders: str, store: Store | None = None) -> History:
    """Read the history of folders, with a fixed number of calls to git.

    A file that is changed but not committed has no day, and neither has any file of a clone
    that lacks the older history: the oldest commit of such a clone seems to touch everything. The
    ledger says nothing on any page, and builds write it, so it is left out.

    Args:
        root: Root of the site's repository.
        folders: Folders of the root.
        store: Where what git has told of a commit is kept.
    """
    head, changed = state(root, *folders)
    if not head:
        return History()
    kept = store.get("history") if store else None
    days = kept[1] if kept and kept[0] == (head, folders) else _days(root, folders)
    if days is not None and store and not (kept and kept[1] is days):
        store.put("history", ((head, folders), days))
    if days is None:
        return History()
    left_out = {*changed, LEDGER}
    return History({path: day for path, day in days.items() if path not in left_out}, changed)


def state(root: Path, *folders: str) -> tuple[str, frozenset[str]]:
    """Return what the history of folders follows from: a commit, and what has changed since.

    It is the latest one that has touched them, for no later one says anything of them. It is empty
    where git cannot tell, or has less than the whole history. What builds add to the ledger is no
    change.
    """
    said = _git(root, "rev-parse", "--is-shallow-repository", "HEAD")
    shallow, _, head = (said or "").strip().partition("\n")
    if shallow != "false":
        return "", frozenset()
    changed = _git(
        root, "diff", "--no-ext-diff", "-z", "--relative", "--name-only", "HEAD", "--", *folders
    )
    if changed is None:
        return "", frozenset()
    latest = _git(root, "log", "-1", "--format=%H", head, "--", *folders)
    return (latest or "").strip() or head, frozenset(changed.split("\0")) - {"", LEDGER}


def _days(root: Path, folders: tuple[str, ...]) -> dict[str, str] | None:
    """Return the day of the latest commit to each file, if git can tell."""
    log = _git(root, "log", "-z", "--relative", "--name-only", "--format=%x01%cs", "--", *folders)
    if log is None:
        return None
    days: dict[str, str] = {}
    day = ""
    for part in log.split("\0"):
        word = part.strip("\n")
        if word.startswith("\x01"):
            day = word[1:]
        elif word:
            days.setdefault(word, day)
    return days


def _git(root: Path, *words: str) -> str | None:
    """Return what git says, or none: there may be no git, no repository or no commit."""
    try:
        answer = repository.read(root, *words)
    except OSError:
        return None
    return answer.text if answer.well else None
