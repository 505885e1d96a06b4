"""What the settings of a site say, as a fingerprint."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from kommunvision.driver.root import SETTINGS
from kommunvision.kept.prints import fingerprint, of_content, of_tree

_MODULE = re.compile(rb"module_name:\s*[\"']?([\w-]+)")
# What mkdocs-macros loads from the root where the settings name no other module.
_MAIN = b"main"


def settings_print(root: Path, layout: str | None) -> str | None:
    """Return the fingerprint of a site's settings and of the layout that it has of its own.

    Settings may name values of the environment, which then have a say. So have programs of the
    site's own that mkdocs-macros loads, and those beside them. If settings rest on others
    elsewhere, nobody knows, and there is none.

    Args:
        root: Root of the site's repository.
        layout: The folder of that layout, if it has one.
    """
    settings = (root / SETTINGS).read_bytes()
    if b"INHERIT" in settings:
        return None
    # On a machine for builds there are others that change with each run. A name may be spelt out.
    around = [
        (name, value)
        for name, value in sorted(os.environ.items())
        if b"!ENV" in settings and (b"\\" in settings or os.fsencode(name) in settings)
    ]
    own = sorted(of_tree(Path(layout)).of_each.items()) if layout else []
    # Its name alone: the site may have been moved.
    where = layout and os.path.relpath(layout, root)
    return fingerprint(settings, around, where, own, *_programs(root, settings))


def _programs(root: Path, settings: bytes) -> Iterator[str]:
    """Yield what tells of the programs that may have a hand in pages, each with its name."""
    names = sorted({_MAIN, *_MODULE.findall(settings)})
    for folder in (root, *(root / os.fsdecode(name) for name in names)):
        for path in sorted(folder.glob("*.py")):
            yield f"{path.relative_to(root).as_posix()} {of_content(path)}"
