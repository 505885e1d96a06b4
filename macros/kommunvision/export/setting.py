"""What every exporter is given beside the data: the site, and where it is published."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kommunvision.chain import Site
from kommunvision.model import Kommun, PublisherKind


@dataclass(frozen=True, slots=True)
class SitePublisher:
    """Who publishes the site as a whole, whoever publishes the pages of each kommun."""

    name: str
    kind: PublisherKind


@dataclass(frozen=True, slots=True)
class Beside:
    """What is known of a site that does not stand in its data."""

    publisher: SitePublisher | None = None
    day_of: Callable[[str], str | None] = lambda _path: None
    """Tells the day of the latest change to a file, or in a folder whose path ends with a slash."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What the files of one build have in common."""

    site: Site
    site_url: str = ""
    """Address of the site with a closing slash; empty where the settings name none."""
    beside: Beside = Beside()

    def url(self, path: str) -> str:
        """Return a whole address; where the site's is unknown, one that counts from its root."""
        return f"{self.site_url}{path}"

    @property
    def publisher(self) -> SitePublisher | None:
        """Who publishes the site as a whole, where it is told."""
        return self.beside.publisher

    def changed(self, *kommuner: Kommun) -> str | None:
        """Return the day when something of kommuner was last changed, if it is known of each."""
        days = [self.beside.day_of(f"{one.folder}/") for one in kommuner]
        known = [day for day in days if day is not None]
        return max(known, default=None) if len(known) == len(days) else None
