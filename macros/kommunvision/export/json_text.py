"""Values become the text of a JSON file, numbers digit by digit as they were written."""

from __future__ import annotations

import msgspec

# What would end a script, or begin a comment in it, and how it is written instead.
_SIGNS = [(sign, f"\\u{ord(sign):04x}") for sign in "<>&\u2028\u2029"]

_ENCODER = msgspec.json.Encoder(decimal_format="number")


def json_text(value: object) -> str:
    """Return a value as JSON that people can read too, in the order that it is given."""
    return msgspec.json.format(_ENCODER.encode(value), indent=1).decode() + "\n"


def json_in_page(value: object) -> str:
    """Return a value as JSON in one line, which can stand in an HTML page without ending there."""
    text = _ENCODER.encode(value).decode()
    # Each is seldom there, and is sought faster than every sign is looked up.
    for sign, written in _SIGNS:
        text = text.replace(sign, written)
    return text
