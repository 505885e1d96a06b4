"""Which files make the data of a site, and their text as it was written."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kommunvision.origin import Origin
from kommunvision.problem import Problem, Problems, problem
from kommunvision.swedish.format import number
from kommunvision.swedish.keys import ID_KEY
from kommunvision.text.decode import decode
from kommunvision.text.fault import Fault
from kommunvision.text.reading import fault_of, files_below

# The largest file of the whole country's data is a tenth of this.
LARGEST = 2_000_000

# Of one kommun. The largest has a hundredth of this.
MOST_FILES = 2_000

_ENDINGS = {".yml", ".yaml"}

# A file of another encoding, too large, out of the folder, or that cannot be opened.
_CLOSED = frozenset({"KV001", "KV006", "KV015", "KV017", "KV024"})


@dataclass(frozen=True, slots=True)
class DataFile:
    """A data file: its path relative to the root, and its text with line feeds only."""

    path: str
    text: str


def hides(found: Problem) -> bool:
    """Whether a problem hides objects: a file that is not read, or an object without an id."""
    # Some editors add an ending of their own: mal.yml.txt.
    renamed = found.code == "KV012" and found.origin.path.endswith(".txt")
    nameless = found.code == "KV102" and found.details["key"] == ID_KEY
    return found.code in _CLOSED or renamed or nameless


def data_files(root: Path, folder: str, problems: Problems, *, deep: bool = True) -> list[DataFile]:
    """Read every data file of a folder, in the order of their paths.

    Args:
        root: Root of the site's repository; nothing outside it is read.
        folder: Folder relative to the root, with forward slashes.
        problems: Gets what is wrong with the files themselves.
        deep: Whether folders within the folder are read too.
    """
    found: list[DataFile] = []
    paths = files_below(root / folder, deep=deep)
    if len(paths) > MOST_FILES:
        size, limit = number(len(paths)), number(MOST_FILES)
        problems.add(problem("KV024", Origin(folder), folder=folder, size=size, limit=limit))
        return found
    for path in paths:
        name = path.relative_to(root).as_posix()
        if code := fault_of(path, root):
            problems.add(problem(code, Origin(name), file=name))
        elif path.suffix not in _ENDINGS:
            meant = path.with_suffix("") if path.suffix == ".txt" else None
            right = meant.name if meant and meant.suffix in _ENDINGS else None
            problems.add(problem("KV012", Origin(name), suggestion=right, file=name))
        else:
            text = read_text(path, name, problems)
            if text is not None:
                found.append(DataFile(name, text))
    return found


def is_there(path: Path) -> bool:
    """Whether there is a file; a folder that is closed is among the problems already."""
    try:
        return path.is_file()
    except OSError:
        return False


def read_text(path: Path, name: str, problems: Problems) -> str | None:
    """Return a file's text with line feeds only, or none with the reason among the problems."""
    try:
        size = path.stat().st_size
        raw = path.read_bytes() if size <= LARGEST else b""
    except OSError:
        problems.add(problem("KV017", Origin(name), file=name))
        return None
    if size > LARGEST:
        problems.add(problem("KV006", Origin(name), size=number(size), limit=number(LARGEST)))
        return None
    text = decode(raw)
    if isinstance(text, Fault):
        origin = Origin(name, text.line, text.column, text.length)
        problems.add(Problem(text.code, origin, text.details))
        return None
    return text
