"""What every site has in its root, and how others are told as seen from there."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

DATA: Final = "data"
"""Of what is written in YAML."""

CONTENT: Final = "content"
"""Of pages that are written in Markdown."""

SETTINGS: Final = "mkdocs.yml"
"""What MkDocs is told of a site."""

LEDGER: Final = f"{DATA}/adresser.yml"
"""The addresses that must go on leading somewhere; builds add to it."""


def kommun_of(path: str) -> str:
    """Return the folder of the kommun that a file below ``DATA`` or ``CONTENT`` lies in.

    There is none for a file that lies beside those folders.
    """
    first, slash, _ = path.partition("/")[2].partition("/")
    return first if slash else ""


def seen_from(root: Path, path: Path) -> str:
    """Return the way to a path from a root.

    To another drive of Windows there is none; then it is the path as it is.
    """
    try:
        return os.path.relpath(path, root)
    except ValueError:
        return str(path)
