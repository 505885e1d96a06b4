"""Which files of the content are published: the patterns of the settings, read as by MkDocs."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from kommunvision.folders import SETTINGS
from kommunvision.text.reading import files_below

if TYPE_CHECKING:
    from pathspec.gitignore import GitIgnoreSpec

_EXCLUDED, _DRAFTS = "exclude_docs", "draft_docs"
# What MkDocs leaves out unasked; the patterns of a site come after and can let it in again.
_UNASKED = (".*", "/templates/")
# Where none of these stands, the settings say nothing of it, and nobody has to read them.
_WORDS = (*(key.encode() for key in (_EXCLUDED, _DRAFTS)), b"INHERIT")


@dataclass(frozen=True, slots=True)
class Selection:
    """Patterns in the way of git, a line each, of files that are left out."""

    excluded: str = ""
    """Those of ``exclude_docs``."""
    drafts: str = ""
    """Those of ``draft_docs``: only MkDocs' own server shows such files."""

    @property
    def has_hidden(self) -> bool:
        """Whether there may be hidden files among those that are published."""
        return "!" in self.excluded

    def leaves_out(self, name: str) -> bool:
        """Whether a file is not published; a folder's name ends with a slash."""
        return any(spec.match_file(name) for spec in _specs(self.excluded, self.drafts))

    def parted(self, folder: Path) -> tuple[list[str], list[str]]:
        """Return the names of the files below a folder: those published, and those left out.

        Links to folders and closed folders are among them, as ``files_below`` has it. Hidden files
        are told only where some may be published.
        """
        parts: tuple[list[str], list[str]] = [], []
        for path in files_below(folder, hidden=self.has_hidden):
            name = path.relative_to(folder).as_posix()
            parts[self._is_out(path, name)].append(name)
        return parts

    def _is_out(self, path: Path, name: str) -> bool:
        if name == ".":
            # The folder itself, which is closed.
            return False
        if path.is_symlink() and path.is_dir() and self.has_hidden:
            # MkDocs follows it, and a pattern may let in something of what it leads to.
            return False
        return self.leaves_out(name) or (self.leaves_out(f"{name}/") and path.is_dir())


NOTHING_SAID: Final = Selection()
"""Where the settings say nothing."""


def selection_of(root: Path) -> Selection:
    """Return what the settings of a site say; what MkDocs would refuse says nothing here."""
    path = root / SETTINGS
    try:
        raw = path.read_bytes()
    except OSError:
        return NOTHING_SAID
    if not any(word in raw for word in _WORDS):
        return NOTHING_SAID
    from kommunvision.text.settings import told  # noqa: PLC0415 - few sites say anything of it

    found = Selection(told(path, _EXCLUDED), told(path, _DRAFTS))
    try:
        _specs(found.excluded, found.drafts)
    except ValueError:
        return NOTHING_SAID
    return found


@lru_cache(maxsize=2)
def _specs(excluded: str, drafts: str) -> tuple[GitIgnoreSpec, ...]:
    """Return patterns that have been read.

    Raises:
        ValueError: One of them means nothing.
    """
    from pathspec.gitignore import GitIgnoreSpec  # noqa: PLC0415 - most commands go without

    lines = [*_UNASKED, *excluded.splitlines()], drafts.splitlines()
    return tuple(GitIgnoreSpec.from_lines(one) for one in lines if one)
