"""One build at a time for each folder; what a build that was killed left behind is cleared away."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def staging(target: Path, waiting: Callable[[], None]) -> Iterator[Path]:
    """Give an empty folder beside another one, for as long as nobody else builds there.

    Args:
        target: Folder that what is built shall be put into; its parent is made.
        waiting: Is called if somebody else builds there, and has to be waited for.

    Raises:
        OSError: Nothing can be written there.
    """
    beside = target.parent
    prefix = f".{target.name}-kommunvision-"
    beside.mkdir(parents=True, exist_ok=True)
    with _alone(beside, waiting) as alone:
        # Not as a pattern: the folder may have signs in its name that mean something there.
        for left in sorted(beside.iterdir()) if alone else ():
            if left.name.startswith(prefix):
                shutil.rmtree(left, ignore_errors=True)
        try:
            folder = tempfile.TemporaryDirectory(prefix=prefix, dir=beside)
        except OSError as error:
            # The folder that nobody may write in, not the one that it did not come to.
            error.filename = str(beside)
            raise
        with folder as made:
            yield Path(made)


@contextmanager
def _alone(folder: Path, waiting: Callable[[], None]) -> Iterator[bool]:
    """Keep others out of a folder, if its system of files lets us; say whether it does.

    The system itself lets go when a process ends, however it ends, so no lock is left behind.
    """
    try:
        from fcntl import LOCK_EX, LOCK_NB, flock  # noqa: PLC0415 - Windows has none
    except ImportError:
        yield False
        return
    opened = os.open(folder, os.O_RDONLY)
    try:
        alone = True
        try:
            flock(opened, LOCK_EX | LOCK_NB)
        except BlockingIOError:
            waiting()
            flock(opened, LOCK_EX)
        except OSError:
            # Some systems of files over a network know no locks of folders.
            alone = False
        yield alone
    finally:
        os.close(opened)
