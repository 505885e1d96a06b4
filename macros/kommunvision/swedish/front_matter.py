"""What may stand between the dashes on top of a Markdown page."""

from __future__ import annotations

FRONT_MATTER: dict[str, str] = {"rubrik": "title", "beskrivning": "description"}
"""Swedish key to the name that MkDocs gives it; MkDocs' own names are accepted too."""

ACCEPTED = frozenset({*FRONT_MATTER, *FRONT_MATTER.values()})
