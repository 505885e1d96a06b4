"""A folder for kommuner while something lasts, where nothing can be kept for longer."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from kommunvision.folders import DATA
from kommunvision.kept.prints import programs
from kommunvision.kept.shelf import MANY
from kommunvision.kept.store import Store


@contextmanager
def lent(store: Store, root: Path) -> Iterator[Store]:
    """Give what is kept for a site; if that is nothing, a folder for as long as this lasts.

    So a site with many kommuner need not have all of them in memory at once. Few are soon read.
    """
    if store or sum(one.is_dir() for one in (root / DATA).iterdir()) <= MANY:
        yield store
        return
    try:
        folder = TemporaryDirectory(prefix="kommunvision-", ignore_cleanup_errors=True)
    except OSError:
        yield store
        return
    with folder as name:
        yield Store(Path(name), programs(), root)
