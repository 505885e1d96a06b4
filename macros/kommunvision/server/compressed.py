"""Files made smaller once, so that no server has to do it for every visitor."""

from __future__ import annotations

import gzip
from collections.abc import Iterator

import brotli  # type: ignore[import-untyped]

from kommunvision.server.media import COMPRESSED, suffix

ENDINGS = (".gz", ".br")
"""What is added to the name of a file that has been made smaller."""

# Below this an answer fits in one packet anyway.
_SMALLEST = 1000

# The highest quality makes files 8 per cent smaller and takes forty times as long.
_BROTLI_QUALITY = 7
_GZIP_LEVEL = 9


def is_compressible(path: str) -> bool:
    """Tell whether a file is of a kind that becomes smaller; pictures and workbooks do not."""
    return suffix(path) in COMPRESSED


def compressed(path: str, content: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield what is added to a file's name and its smaller content, as gzip and as brotli.

    The same content always gives the same bytes. Nothing for a file that is small, or of a kind
    that does not become smaller.
    """
    if len(content) < _SMALLEST or not is_compressible(path):
        return
    for ending, made in (
        # Without the time and the name of a file, which the format has room for.
        (".gz", gzip.compress(content, _GZIP_LEVEL, mtime=0)),
        (".br", brotli.compress(content, mode=brotli.MODE_TEXT, quality=_BROTLI_QUALITY)),
    ):
        if len(made) < len(content):
            yield ending, made
