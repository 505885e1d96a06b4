"""What every exporter is given beside the data: the site, and where it is published."""

from __future__ import annotations

from dataclasses import dataclass

from kommunvision.chain import Site


@dataclass(frozen=True, slots=True)
class Setting:
    """What the files of one build have in common."""

    site: Site
    site_url: str = ""
    """Address of the site with a closing slash; empty where the settings name none."""

    def url(self, path: str) -> str:
        """Return a whole address; where the site's is unknown, one that counts from its root."""
        return f"{self.site_url}{path}"
