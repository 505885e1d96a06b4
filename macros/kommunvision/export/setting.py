"""What every exporter is given beside the data: the site, and where it is published."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from kommunvision.artifact import Contribution
from kommunvision.chain import Site
from kommunvision.export.covered_time import covered
from kommunvision.export.rights import other_publishers
from kommunvision.model import Kommun, PublisherKind
from kommunvision.swedish.format import order


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
    told: Mapping[str, Contribution] = field(default_factory=dict, compare=False)
    """What is known of kommuner whose own files others make, by their slugs."""

    def url(self, path: str) -> str:
        """Return a whole address; where the site's is unknown, one that counts from its root."""
        return f"{self.site_url}{path}"

    @property
    def publisher(self) -> SitePublisher | None:
        """Who publishes the site as a whole, where it is told."""
        return self.beside.publisher

    def covered(self, *kommuner: Kommun) -> tuple[date, date] | None:
        """Return the first and the last day that kommuner have a value for; none without values."""
        each = (
            self.told[one.slug].covered if one.slug in self.told else covered(one)
            for one in kommuner
        )
        found = [days for days in each if days]
        return (min(first for first, _ in found), max(last for _, last in found)) if found else None

    def other_publishers(self, *kommuner: Kommun) -> tuple[str, ...]:
        """Return who publishes the values that kommuner show beside their own, in order."""
        found = {
            name
            for one in kommuner
            for name in (
                self.told[one.slug].publishers if one.slug in self.told else other_publishers(one)
            )
        }
        return tuple(sorted(found, key=order))

    def changed(self, *kommuner: Kommun) -> str | None:
        """Return the day when something of kommuner was last changed, if it is known of each."""
        days = [self.beside.day_of(f"{one.folder}/") for one in kommuner]
        known = [day for day in days if day is not None]
        return max(known, default=None) if len(known) == len(days) else None
