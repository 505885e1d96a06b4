"""Where tests build a site with several kommuner, and who hears how that goes on."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from kommunvision.driver.watcher import Again, Watcher, Why

KOMMUNER = {"ahus", "exempelby", "zeta"}
"""Those of ``HOSTILE``."""


@dataclass(frozen=True)
class Place:
    """A folder for a site and for what is built of it."""

    folder: Path

    @property
    def root(self) -> Path:
        """The root of the site's repository."""
        return self.folder / "plats"


class Hearing(Watcher):
    """Somebody who hears which stages there are, and which kommuner are built again, and why."""

    def __init__(self) -> None:
        self.stages: list[str] = []
        self.again: dict[str, Why] = {}

    def stage(self, name: str) -> None:
        self.stages.append(name)

    def looked(self, _kept: Collection[str], again: Mapping[str, Again]) -> None:
        self.again |= {slug: one.why for slug, one in again.items()}
