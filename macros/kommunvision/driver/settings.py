"""What the settings of a site say, as a fingerprint."""

from __future__ import annotations

import os
from pathlib import Path

from kommunvision.driver.root import SETTINGS
from kommunvision.kept.prints import fingerprint, of_tree


def settings_print(root: Path, layout: str | None) -> str | None:
    """Return the fingerprint of a site's settings and of the layout that it has of its own.

    Settings may name values of the environment, which then have a say. If they rest on settings
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
    return fingerprint(settings, around, layout and os.path.relpath(layout, root), own)
