"""The name of a server on the internet, as machines write it: ASCII, whatever language it is in."""

from __future__ import annotations

import re

_HOST = re.compile(r"[a-z0-9_-]+(?:\.[a-z0-9_-]+)*\.?")


def ascii_host(name: str) -> str | None:
    """Return a name as servers and browsers exchange it; nothing if no server can be called so."""
    try:
        found = name.lower().encode("idna").decode("ascii")
    except UnicodeError:
        return None
    return found if _HOST.fullmatch(found) else None
