"""Data files that have lost objects, as the latest versions in git tell."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from pathlib import Path

from kommunvision import repository
from kommunvision.load.files import LARGEST, data_files
from kommunvision.load.located import parse
from kommunvision.load.peek import own_ids
from kommunvision.load.tree import Mapping, Sequence
from kommunvision.problem import Problems
from kommunvision.text.decode import decode

# A loss is noticed when the files are checked next; there is no need to search all that was.
_CHANGES = 5
_SHORT = 8


def cut_files(
    root: Path, folder: str, missed: Collection[str]
) -> list[tuple[str, tuple[str, ...], str]]:
    """Return the files that had some ids in an earlier version: path, those ids, and the version.

    A file with as many new ids as lost ones has been rewritten, and is none of them; nor is one
    that cannot be read, of which nobody knows what it holds.

    Args:
        root: Root of the site's repository.
        folder: Folder of the data files, relative to the root, with forward slashes.
        missed: Ids that no file has, and that something refers to.
    """
    now = {file.path: _ids(file.text) for file in data_files(root, folder, Problems())}
    known: set[tuple[str, str]] = set()
    try:
        for commit in _versions(root, folder):
            found = []
            for path, before in _earlier(root, commit, folder, known):
                # One that is there and not among those that were read has not lost anything.
                gone = frozenset[str]() if not os.path.lexists(root / path) else None
                left = now.get(path, gone)
                lost = sorted(before.intersection(missed))
                if lost and left is not None and len(left - before) < len(lost):
                    found.append((path, tuple(lost), commit[:_SHORT]))
            if found:
                return found
    except OSError:
        # There is no git.
        return []
    return []


def _ids(text: str) -> frozenset[str] | None:
    """Return the ids of the objects in a data file; none if it cannot be read."""
    top, found = parse(text, "")
    if found:
        return None
    if not isinstance(top, Mapping):
        return frozenset()
    lists = (node.items for _, node in top.entries if isinstance(node, Sequence))
    return frozenset(key for items in lists for item in items for key in own_ids(item))


def _versions(root: Path, folder: str) -> Iterator[str]:
    """Yield the latest version, and those before each of the latest changes."""
    here = repository.read(root, "log", "-1", "--format=%H %P")
    asked = "log", f"-{_CHANGES}", "--first-parent", "--format=%P", "--", folder
    yield from dict.fromkeys(f"{here.text} {repository.read(root, *asked).text}".split())


def _earlier(
    root: Path, commit: str, folder: str, known: set[tuple[str, str]]
) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield the data files of a version, with the ids of each; not what is known already."""
    listed = repository.read(root, "ls-tree", "-r", "-z", "-l", commit, "--", f"{folder}/")
    for line in filter(None, listed.text.split("\0")):
        about, _, path = line.partition("\t")
        _, kind, name, size = about.split()
        is_data = kind == "blob" and path.endswith((".yml", ".yaml")) and int(size) <= LARGEST
        if is_data and (path, name) not in known:
            known.add((path, name))
            text = decode(repository.read(root, "cat-file", "blob", name).content)
            if isinstance(text, str):
                yield path, _ids(text) or frozenset()
