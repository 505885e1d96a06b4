"""The files of a folder, found and opened with care: no way out of it, nothing but real files."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Callable
from pathlib import Path

from kommunvision.text.encoding import as_text, is_wide

ReadLine = Callable[[str, int], str | None]
"""Gives a line of a file, counted from 1, or none when there is no such line."""

# A file that is larger than any data is not read to its end for the sake of a line.
_MOST_READ = 4_000_000

# Files of these kinds have no lines that a person could read.
_NO_TEXT = frozenset(
    (
        *(".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".ico", ".mp3", ".mp4", ".webm"),
        *(".pdf", ".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp", ".epub"),
    )
)

# Control characters, halves of characters and the like; and what means something in an address,
# in HTML or to a system of files.
_NO_NAME = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
_SIGNS = frozenset('"`<>\\|:*?#%{}')

# Of these alone nearly all names are made.
_PLAIN = re.compile(r"[a-z0-9/._-]+")

# Windows has devices under these names, in every folder and with any ending.
_DEVICES = frozenset(
    (
        *("con", "prn", "aux", "nul", "clock$", "conin$", "conout$"),
        *(f"{port}{number}" for port in ("com", "lpt") for number in "0123456789"),
    )
)
# Systems of files take 255 bytes for a name and Windows 260 for a path, and a page stands in a
# folder of its own name.
_LONGEST_NAME = 120
_LONGEST_PATH = 220


def files_below(folder: Path, *, deep: bool = True, hidden: bool = False) -> list[Path]:
    """Return the files of a folder, in order, with its links to other folders and closed folders.

    Hidden files are those of editors and systems, as a rule. A link is never entered.

    Args:
        folder: Where to begin.
        deep: Whether folders within the folder are entered.
        hidden: Whether hidden files are wanted too.
    """
    closed: list[Path] = []
    found = []

    def note(error: OSError) -> None:
        # One that is not there has no files; one that is closed may have any.
        if isinstance(error, PermissionError):
            closed.append(Path(error.filename))

    for current, folders, names in os.walk(folder, onerror=note):
        here = Path(current)
        seen = sorted(name for name in folders if hidden or not name.startswith("."))
        found += [here / name for name in seen if (here / name).is_symlink()]
        folders[:] = seen if deep else []
        found += [here / name for name in names if hidden or not name.startswith(".")]
    return sorted([*found, *closed])


def odd_name(name: str) -> bool:
    """Whether a file's name, with its folders, has what an address or a computer cannot carry."""
    odd = not _PLAIN.fullmatch(name) and any(
        char in _SIGNS or unicodedata.category(char) in _NO_NAME for char in name
    )
    parts = name.split("/")
    # The site writes pages under names with this ending; a folder would stand in their way.
    in_the_way = any(folder.endswith(".html") for folder in parts[:-1])
    return odd or in_the_way or len(name) > _LONGEST_PATH or any(map(_only_some_systems, parts))


def is_device(name: str) -> bool:
    """Whether Windows would take a name, with any ending, for a device."""
    return name.partition(".")[0].rstrip().casefold() in _DEVICES


def _only_some_systems(part: str) -> bool:
    """Whether a name cannot be written on every system, or would be another name there."""
    too_long = len(part.encode("utf-8", "surrogatepass")) > _LONGEST_NAME
    return too_long or is_device(part) or part != part.strip() or part.endswith(".")


def fault_of(path: Path, root: Path) -> str | None:
    """Return the code of what keeps a file from being read; none when nothing does.

    ``KV015`` a link to a folder or out of the top folder, ``KV017`` no file that can be opened,
    ``KV021`` a name that an address cannot carry.
    """
    relative = path.relative_to(root)
    if odd_name(relative.as_posix()):
        return "KV021"
    try:
        # Where no link leads to it, it is what was asked for, a hidden file too.
        if _may_lead_away(root, relative):
            if path.is_symlink() and path.is_dir():
                return "KV015"
            # The folder of all data, or of all content: a link to git's own files, or to those
            # with secrets, leads out of it although they stand below the same root.
            top = Path(os.path.realpath(root)) / relative.parts[0]
            if not _is_open(os.path.realpath(path), str(top)):
                return "KV015"
        # Reading from anything but a file could wait for ever.
        return None if path.is_file() else "KV017"
    except OSError:
        return "KV017"


def _may_lead_away(root: Path, relative: Path) -> bool:
    """Whether a file, or a folder between it and the root, may be a link."""
    if os.name == "nt":
        # Folders are joined in more ways there.
        return True
    # As texts: it is asked of every file, and paths take three times as long.
    step = os.fspath(root)
    for part in relative.parts:
        step = f"{step}{os.sep}{part}"
        if os.path.islink(step):  # noqa: PTH114 - as above
            return True
    return False


def _is_open(target: str, top: str) -> bool:
    """Whether a path lies in a folder, and in no hidden one within that."""
    inside = target == top or target.startswith(f"{top}{os.sep}")
    return inside and f"{os.sep}." not in target[len(top) :]


def lines_under(root: Path) -> ReadLine:
    """Return a reader of lines of the files under a folder, each file read once."""
    read: dict[str, list[str]] = {}

    def read_line(path: str, line: int) -> str | None:
        if path not in read:
            file = root / path
            # What is not read as data is not shown either, and a link could lead anywhere.
            shown = file.suffix.lower() not in _NO_TEXT and not fault_of(file, root)
            read[path] = _lines(file) if shown else []
        lines = read[path]
        return lines[line - 1] if 0 < line <= len(lines) else None

    return read_line


def _lines(path: Path) -> list[str]:
    """Return a file's lines, whatever its encoding; none when it cannot be read."""
    try:
        with path.open("rb") as file:
            raw = file.read(_MOST_READ)
    except OSError:
        return []
    try:
        text = as_text(raw) if is_wide(raw) else raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = as_text(raw)
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
