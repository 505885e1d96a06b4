"""The program that the editor is, built once from its pinned packages by ``make redigera``."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

FOLDER = Path(__file__).resolve().parent / "built"
"""Where ``editor/build.js`` puts it, so that it goes along when the engine is installed."""

SCRIPT = "redigera.js"


class BundleMissing(Exception):  # noqa: N818 - the name says what is wrong
    """The editor has not been built where the engine is installed."""


def built_files() -> Iterator[tuple[str, Path]]:
    """Yield each file of the editor by its path below the page, in order.

    Raises:
        BundleMissing: There is none.
    """
    if not (FOLDER / SCRIPT).is_file():
        raise BundleMissing(str(FOLDER))
    for path in sorted(FOLDER.rglob("*")):
        if path.is_file():
            yield path.relative_to(FOLDER).as_posix(), path
