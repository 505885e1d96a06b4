"""The files that a site is built from; looked at before anything else is imported."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kommunvision.folders import CONTENT, DATA
from kommunvision.kept.prints import Prints, fingerprint, of_tree
from kommunvision.text.selection import NOTHING_SAID, Selection, selection_of


@dataclass(frozen=True, slots=True)
class Sources:
    """What a site is built from, as fingerprints of files."""

    data: Prints
    content: Prints
    selection: Selection = NOTHING_SAID
    """Which files of the content are published."""

    @classmethod
    def of(cls, root: Path) -> Sources:
        """Look at the files of a site."""
        selection = selection_of(root)
        content = of_tree(root / CONTENT, hidden=selection.has_hidden)
        return cls(of_tree(root / DATA), content, selection)

    def fingerprint(self, *more: object) -> str:
        """Return the fingerprint of all files, and of what else there is."""
        trees = self.data, self.content
        files = (sorted(tree.of_each.items()) for tree in trees)
        return fingerprint(*more, self.selection, *files)
