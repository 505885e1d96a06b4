"""A pattern of Python's becomes one that JSON Schema has: no flags, no named groups."""

from __future__ import annotations

import re

# The pieces of a pattern that are not taken sign by sign.
_PIECE = re.compile(
    r"(?P<named>\(\?P<\w+>)"
    r"|(?P<opening>\(\?[:=!])"
    r"|(?P<escaped>\\(?:u[0-9a-f]{4}|.))"
    r"|(?P<of>\[(?:\\.|[^\]\\])+\])"
    r"|(?P<letter>[^\W\d_])"
    r"|(?P<space>[ ])"
    r"|(?P<sign>.)",
    re.DOTALL,
)
# What JavaScript lets stand after a backslash, besides letters.
_SYNTAX = frozenset("^$\\.*+?()[]{}|/")

_DIGIT = "[0-9]"


def portable(*patterns: re.Pattern[str]) -> str:
    """Return one pattern for what matches any of several, for Python and JavaScript alike.

    A space stands for any number of them, as where the loader reads words.
    """
    return "(?:{})".format("|".join(map(_one, patterns)))


def in_any_case(*words: str) -> str:
    """Return a pattern for words, in capitals or not."""
    return portable(*(re.compile(re.escape(word), re.IGNORECASE) for word in words))


def _one(pattern: re.Pattern[str]) -> str:
    blind = bool(pattern.flags & re.IGNORECASE)
    return "".join(_piece(found, blind) for found in _PIECE.finditer(pattern.pattern))


def _piece(found: re.Match[str], blind: bool) -> str:  # noqa: FBT001 - of this module alone
    text = found[0]
    match found.lastgroup:
        case "named":
            return "(?:"
        case "escaped":
            return _escaped(text)
        case "of":
            inner = re.sub(r"\\.", lambda one: _escaped(one[0]), text)
            return rf"(?:{inner}|\s+)" if " " in text and not text.startswith("[^") else inner
        case "letter" if blind:
            return f"[{text.upper()}{text.lower()}]"
        case "space":
            return r"\s+"
    return text


def _escaped(text: str) -> str:
    sign = text[1]
    if sign == "d":
        return _DIGIT
    if sign.isalnum() or sign in _SYNTAX:
        return text
    return r"\s+" if sign == " " else sign
