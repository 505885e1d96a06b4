"""What a build came to, for whoever tells of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kommunvision.driver.publish import Published
from kommunvision.problem import Problem


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build came to."""

    problems: tuple[Problem, ...]
    """Everything that was found in data and content."""
    complaints: tuple[str, ...]
    """What MkDocs itself would not publish, in its own words."""
    kommuner: tuple[str, ...]
    """Names of the kommuner on the site."""
    pages: int
    site_dir: Path
    published: Published | None = None
    """What the publication touched; none when nothing was published."""
    complete: bool = False
    """Whether what was asked for has been made."""
