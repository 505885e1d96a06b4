"""What a build is asked for: which site, into which folder, and how."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kommunvision.driver.wish import AS_SET, Wish


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """A build as it is asked for."""

    root: Path
    """Root of the site's repository."""
    target: Path
    """Folder of the published site."""
    wish: Wish = AS_SET
    """What was chosen beside the settings."""
    smaller: bool = False
    """Whether files are compressed too, beside themselves."""
    workers: int = 1
    """How many processes may take part."""
