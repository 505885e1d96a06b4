"""The names of a kommun's data files, and which sections stand in which."""

from __future__ import annotations

import re

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

# What programs and systems put around a name when somebody copies a file or fetches it again.
_COPIED = re.compile(
    r"(?:(?:kopia av|copy of)\s+)?"
    r"(.+?)"
    r"(?:\s*\(\d+\)|[\s_\u2013-]+\(?(?:kopia|copy)(?:\s*\(?\d+\)?)?\)?)?",
    re.IGNORECASE,
)


def copied(stem: str) -> str | None:
    """Return the name of which a file's name looks like a copy, both without their endings."""
    found = _COPIED.fullmatch(stem)
    return found[1] if found and found[1] != stem else None
