"""Values become the text of a JSON file, numbers digit by digit as they were written."""

from __future__ import annotations

import msgspec

# What would end a script, or begin a comment in it.
_SIGNS = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}

_ENCODER = msgspec.json.Encoder(decimal_format="number")


def json_text(value: object) -> str:
    """Return a value as JSON that people can read too, in the order that it is given."""
    return msgspec.json.format(_ENCODER.encode(value), indent=1).decode() + "\n"


def json_in_page(value: object) -> str:
    """Return a value as JSON in one line, which can stand in an HTML page without ending there."""
    return _ENCODER.encode(value).decode().translate(_SIGNS)
