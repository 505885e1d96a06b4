"""Other people's words in our sentences: on one line, in quotation marks, with one full stop."""

from __future__ import annotations

import re

from kommunvision.swedish.format import capital

_SPACES = re.compile(r"[ \t\r\n]+")


def one_line(text: str) -> str:
    """Return a text with single spaces; hard spaces stay, for their writer meant them."""
    return _SPACES.sub(" ", text).strip()


def quoted(text: str | None) -> str:
    """Return somebody's words in quotation marks, without the full stop that ends them."""
    words = one_line(text or "").rstrip(".")
    return f"”{words}”" if words else ""


def named(text: str) -> str:
    """Return a name before what is said of it: with a colon, if it is no question."""
    words = capital(one_line(text)).rstrip(".: ")
    return words if words.endswith(("?", "!")) else f"{words}:"


def stopped(text: str) -> str:
    """Return a text that ends as a sentence does."""
    words = one_line(text)
    return words if words.endswith((".", "!", "?")) else f"{words}."
