"""Names that follow the content: such a file never changes, so a browser may keep it for ever."""

from __future__ import annotations

import re
from hashlib import sha256

LENGTH = 10

PATTERN = rf"\.[0-9a-f]{{{LENGTH}}}\.(css|js)$"
"""What the path of such a file ends in, as a regular expression of any server."""

_NAMED = re.compile(PATTERN)
_CAN_BE = (".css", ".js")


def fingerprinted(path: str, content: bytes) -> str | None:
    """Return the name by which pages ask for a file: ``a/b.css`` as ``a/b.0123456789.css``.

    Nothing if pages ask for files of its kind by their own name.
    """
    stem, dot, ending = path.rpartition(".")
    if f"{dot}{ending}" not in _CAN_BE or is_fingerprinted(path):
        return None
    return f"{stem}.{sha256(content).hexdigest()[:LENGTH]}.{ending}"


def is_fingerprinted(path: str) -> bool:
    """Tell whether the name of a file follows its content."""
    return bool(_NAMED.search(path))
