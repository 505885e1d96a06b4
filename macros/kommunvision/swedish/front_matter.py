"""What may stand between the dashes on top of a Markdown page."""

from __future__ import annotations

FRONT_MATTER: dict[str, str] = {"rubrik": "title", "beskrivning": "description"}
"""Swedish key to the name that MkDocs gives it; MkDocs' own names are accepted too."""

FORMER_ADDRESS = "tidigare_adress"
"""Where the page stood before; MkDocs knows nothing of it."""

DRAFT = "utkast"
"""Whether the page is unfinished, and left out of what is published."""

SHOWN_FROM, SHOWN_UNTIL = "visas_från", "visas_till"
"""The first and the last day on which readers see the page."""

KEYS = (*FRONT_MATTER, FORMER_ADDRESS, DRAFT, SHOWN_FROM, SHOWN_UNTIL)
"""What editors are told of."""

ACCEPTED = frozenset({*KEYS, *FRONT_MATTER.values()})
