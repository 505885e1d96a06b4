"""A file is written whole or not at all: whoever looks sees the old one or the new one."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import IO

# What a file that is made anew may be used for, before the wishes of whoever runs the program.
_MODE = 0o666


def write_whole(target: Path, content: bytes | str) -> None:
    """Put a file in its place in one step; text becomes UTF-8 with line feeds.

    Raises:
        OSError: As for ``written_whole``.
    """
    with written_whole(target) as file:
        file.write(content.encode() if isinstance(content, str) else content)


def write_together(files: Mapping[Path, bytes | str]) -> None:
    """Put several files in their places, and those that are new with their folders: all, or none.

    Raises:
        OSError: One cannot be written; those before it are as they were, or gone if they are new.
    """
    undo: list[Callable[[], None]] = []
    try:
        for path, new in files.items():
            for folder in reversed([one for one in path.parents if not one.exists()]):
                folder.mkdir()
                undo.append(folder.rmdir)
            before = path.read_bytes() if path.exists() else None
            write_whole(path, new)
            undo.append(path.unlink if before is None else partial(write_whole, path, before))
    except BaseException:
        for step in reversed(undo):
            step()
        raise


@contextmanager
def written_whole(target: Path) -> Iterator[IO[bytes]]:
    """Give a file to write in, which takes its place in one step when it is finished.

    Raises:
        OSError: It cannot be written. What stood there stands there still, and nothing beside it.
    """
    if target.exists() and not target.is_file():
        # A device or a pipe has no place that another file could take.
        with target.open("wb") as device:
            yield device
        return
    target = target.resolve()
    try:
        # A hidden name, which nobody reads as data.
        with NamedTemporaryFile("w+b", dir=target.parent, prefix=".", delete=False) as half:
            made = Path(half.name)
            try:
                yield half
                half.flush()
                # Else a computer that loses its power could keep the new name and no content.
                os.fsync(half.fileno())
                made.chmod(_mode(target))
                made.replace(target)
            except BaseException:
                made.unlink(missing_ok=True)
                raise
    except OSError as error:
        if error.filename is None or Path(error.filename).parent == target.parent:
            # The hidden name says nothing to anyone.
            error.filename, error.filename2 = str(target), None
        raise


def may(path: Path, what: int) -> bool:
    """Whether whoever runs the program may do something with a file or a folder.

    Args:
        path: The file or folder.
        what: As ``os.access`` takes it.
    """
    return os.access(path, what, effective_ids=os.access in os.supports_effective_ids)


def _mode(target: Path) -> int:
    """Return who may read and write: as before, or as for any new file."""
    if target.exists():
        return target.stat().st_mode & 0o7777
    os.umask(mask := os.umask(0))
    return _MODE & ~mask
