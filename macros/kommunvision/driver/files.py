"""The files that a site is built from; looked at before anything else is imported."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kommunvision.folders import CONTENT, DATA
from kommunvision.kept.prints import Prints, fingerprint, of_tree


@dataclass(frozen=True, slots=True)
class Sources:
    """What a site is built from, as fingerprints of files."""

    data: Prints
    content: Prints

    @classmethod
    def of(cls, root: Path) -> Sources:
        """Look at the files of a site."""
        return cls(of_tree(root / DATA), of_tree(root / CONTENT))

    def fingerprint(self, *more: object) -> str:
        """Return the fingerprint of all files, and of what else there is."""
        trees = self.data, self.content
        return fingerprint(*more, *(sorted(tree.of_each.items()) for tree in trees))
