"""Comments of a file for a server, in lines that fit a screen."""

from __future__ import annotations

from textwrap import wrap

from kommunvision.swedish.server import comment

_WIDTH = 96


def remark(key: str, **details: object) -> str:
    """Return a comment for a file whose comments begin with ``#``."""
    words = comment(key, **details)
    return "\n".join(wrap(words, _WIDTH, initial_indent="# ", subsequent_indent="# "))
