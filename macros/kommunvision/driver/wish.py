"""What whoever builds may choose; asked before anything else is imported."""

from __future__ import annotations

from dataclasses import dataclass

from kommunvision.edition import Edition


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What whoever builds has chosen, beside the settings of the site."""

    kommun: str | None = None
    """Slug of the only kommun to build; else what the settings say."""
    strict: bool = False
    """Whether warnings about the data stop the build."""
    site_url: str | None = None
    """Address of the site, in place of that of the settings."""
    edition: Edition | None = None
    """For whom, and for which day; else what the settings say."""


AS_SET = Wish()
