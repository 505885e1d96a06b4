"""The list of pages for search engines, also of those that others have made."""

from __future__ import annotations

import struct
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from mkdocs.structure.pages import Page as MkDocsPage

from kommunvision.plugin.frames import Frames
from kommunvision.plugin.shell import Listed
from kommunvision.summary import Share

# Stands where MkDocs wants a day and git has none; it is shown nowhere.
NO_DAY = "1980-01-01"
SITEMAP = "sitemap.xml"


def listed(frames: Frames, pages: Iterable[MkDocsPage], share: Share) -> tuple[Listed, ...]:
    """Return what the list says, in the order of the addresses."""
    told = (Listed(url, day) for one in share.told for url, day in one.days)
    return tuple(sorted([*frames.listed(pages), *told], key=lambda one: one.url))


def newest(pages: Iterable[MkDocsPage], share: Share) -> str:
    """Return the latest day of all pages of the site that are known."""
    days = [page.update_date for page in pages]
    return max([*days, *(one.newest for one in share.told)], default=NO_DAY)


def pack(site: Path, newest: str) -> None:
    """Date the packed list by the newest page of all; MkDocs knows those of one run alone."""
    path = site / SITEMAP
    if path.exists():
        moment = datetime.fromisoformat(newest).replace(tzinfo=UTC).timestamp()
        packed = path.with_name(f"{SITEMAP}.gz")
        # The moment stands in the beginning; what follows is right as MkDocs has packed it.
        old = packed.read_bytes()
        packed.write_bytes(old[:4] + struct.pack("<L", int(moment)) + old[8:])
