"""Scripts and styles that stand in a page itself, by their hashes: a policy lets in these alone."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256

_ELEMENT = re.compile(r"<(script|style)\b([^>]*)>(.*?)</\1\s*>", re.DOTALL | re.IGNORECASE)
_SOURCE = re.compile(r"\ssrc\s*=", re.IGNORECASE)
_TYPE = re.compile(r"""\stype\s*=\s*["']?([^"'\s>]*)""", re.IGNORECASE)
# Other types are data, which no browser runs.
_RUN = {"", "module", "text/javascript", "application/javascript"}


def inline_hashes(frame: str, content: str) -> frozenset[tuple[str, str]]:
    """Return what a page's frame says by itself to a browser: (``script`` or ``style``, hash).

    Args:
        frame: The whole page.
        content: The part of it that comes from data and editors, of which nothing is let in:
            should a script ever get there, the policy must stop it.
    """
    return frozenset(_hashes(frame)) - frozenset(_hashes(content))


def _hashes(html: str) -> list[tuple[str, str]]:
    found = []
    for kind, attributes, inside in _ELEMENT.findall(html):
        told = _TYPE.search(attributes)
        runs = (told[1].lower() if told else "") in _RUN and not _SOURCE.search(attributes)
        if kind.lower() == "style" or runs:
            digest = b64encode(sha256(inside.encode()).digest()).decode("ascii")
            found.append((kind.lower(), f"'sha256-{digest}'"))
    return found
