"""The names of a kommun's data files, and which sections stand in which."""

from __future__ import annotations

# In the order in which somebody who is new would read them.
FILES: dict[str, tuple[str, ...]] = {
    "kommun.yml": ("kommun", "undantag", "borttagna"),
    "styrmodell.yml": ("styrmodeller",),
    "organisation.yml": ("organisation",),
    "visioner.yml": ("visioner",),
    "mal.yml": ("mål",),
    "indikatorer.yml": ("indikatorer",),
    "kallor.yml": ("källor", "beslut"),
    "aktuellt.yml": ("aktuellt",),
    "teman.yml": ("teman",),
    "ordlista.yml": ("ordlista",),
    "uppfoljning/skalor.yml": ("skalor",),
}

# Sections that may be spread over several files.
SERIES_KEY = "mätvärden"
SERIES_FILE = "matvarden.yml"
OCCASIONS_KEY = "uppföljningar"
OCCASIONS_FILE = "uppfoljningar.yml"
FOLLOW_UP = "uppfoljning"
"""The folder of what is followed up."""
