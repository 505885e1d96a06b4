"""The folders of a site: what it is made of, where it is put, and room for it."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from kommunvision.doctor.finding import Finding
from kommunvision.driver.root import SITE
from kommunvision.export.editors import schemas
from kommunvision.folders import CONTENT
from kommunvision.load import DATA, LEDGER
from kommunvision.swedish.editors import FOLDER as SCHEMAS
from kommunvision.swedish.format import number
from kommunvision.writing import may

_MEGABYTE = 1_000_000
# A site of a kommun is 10 to 50 megabytes, and is built beside the one before.
LITTLE, NOTHING = 500 * _MEGABYTE, 50 * _MEGABYTE


def folders(root: Path) -> Iterator[Finding]:
    """Judge the folders of a site."""
    yield from sources(root)
    if (root / DATA).is_dir():
        yield help_for_editors(root)
    yield target(root / SITE)
    if root.is_dir():
        if may(root, os.W_OK | os.X_OK):
            yield links(root)
        yield room(shutil.disk_usage(root).free)


def sources(root: Path) -> Iterator[Finding]:
    """Judge what a site is made of."""
    found = []
    for path in (root / DATA, root / CONTENT):
        if not path.is_dir():
            found.append(Finding("source_missing", path=path))
        elif not may(path, os.R_OK | os.X_OK):
            found.append(Finding("source_closed", path=path))
    yield from found or [Finding("sources")]


def help_for_editors(root: Path) -> Finding:
    """Judge the schemas that editors go by: whether they are there, and of this version."""
    if not (root / SCHEMAS).is_dir():
        return Finding("schemas_missing", path=SCHEMAS)
    old = [one for one in schemas() if not _says(root / one.path, str(one.content))]
    return Finding("schemas_old" if old else "schemas", path=SCHEMAS)


def _says(path: Path, text: str) -> bool:
    try:
        return path.read_text("utf-8", errors="replace") == text
    except OSError:
        return False


def target(site: Path) -> Finding:
    """Judge the folder that a site is put into; its parent too, where it is built."""
    places = [one for one in (site, site.parent) if one.exists()]
    closed = [one for one in places if not may(one, os.W_OK | os.X_OK)]
    if closed or not places:
        return Finding("target_closed", path=closed[0] if closed else site)
    return Finding("target", path=site)


def links(folder: Path) -> Finding:
    """Try to make a link, and take it away again."""
    try:
        with tempfile.TemporaryDirectory(prefix=".", dir=folder) as tried:
            (Path(tried) / "link").symlink_to(folder, target_is_directory=True)
    except (OSError, NotImplementedError):
        return Finding("no_links")
    return Finding("links")


def room(free: int) -> Finding:
    """Judge how many bytes are free."""
    key = "no_room" if free < NOTHING else "little_room" if free < LITTLE else "room"
    return Finding(key, free=f"{number(free // _MEGABYTE)} MB")


def ledger(root: Path, *, committed: bool | None) -> Finding:
    """Judge the ledger of addresses.

    Args:
        root: Root of the site's repository.
        committed: Whether it stands in git as it is; none where git cannot tell.
    """
    path = root / LEDGER
    if not path.is_file():
        return Finding("ledger_new", path=LEDGER)
    # It is written whole, in the place of the one before.
    if not may(path.parent, os.W_OK | os.X_OK):
        return Finding("ledger_closed", path=LEDGER)
    keys = {True: "ledger", False: "ledger_uncommitted", None: "ledger_here"}
    return Finding(keys[committed], path=LEDGER)
