"""Every check of an installation, in the order in which faults are best mended."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kommunvision.doctor.computer import computer
from kommunvision.doctor.finding import Finding
from kommunvision.doctor.folders import folders, ledger
from kommunvision.doctor.git import committed, git
from kommunvision.doctor.installed import against_lock, installed, version_of
from kommunvision.doctor.settings import settings
from kommunvision.load import LEDGER

_LOCK = "requirements.lock"


def examine(root: Path) -> Iterator[Finding]:
    """Judge an installation, and the site in a folder."""
    yield from installed()
    if (root / _LOCK).is_file():
        yield against_lock((root / _LOCK).read_text("utf-8", errors="replace"), version_of)
    yield from settings(root)
    yield from folders(root)
    yield ledger(root, committed=committed(root, LEDGER))
    yield git(root)
    yield from computer()
