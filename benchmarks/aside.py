"""Takes away what an earlier build has written without deleting it, until all is measured.

Some systems of files look for room among what was deleted within the last minutes, file by file
(ext4 without a journal), so a build after a large deletion would be measured several times too slow,
the more so the more files it writes.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

_ROOM = 10_000_000_000  # bytes that stay free
_FILES = 1_000_000  # files that there stays room for


def set_aside(path: Path, folder: Path) -> None:
    """Move a file or a folder, if it is there, into a folder beside, which is made.

    When the disk is nearly full, what lies there is deleted after all.
    """
    if not os.path.lexists(path):
        return
    folder.mkdir(parents=True, exist_ok=True)
    if _is_nearly_full(folder):
        shutil.rmtree(folder)
        folder.mkdir()
    path.rename(Path(tempfile.mkdtemp(dir=folder)) / path.name)


def _is_nearly_full(folder: Path) -> bool:
    if shutil.disk_usage(folder).free < _ROOM:
        return True
    if not hasattr(os, "statvfs"):
        return False
    told = os.statvfs(folder)
    # A system that has no such limit says that there are none at all.
    return told.f_files > 0 and told.f_favail < _FILES
