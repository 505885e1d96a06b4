"""Values become the text of a JSON file, numbers digit by digit as they were written."""

from __future__ import annotations

import msgspec

_ENCODER = msgspec.json.Encoder(decimal_format="number")


def json_text(value: object) -> str:
    """Return a value as JSON that people can read too, in the order that it is given."""
    return msgspec.json.format(_ENCODER.encode(value), indent=1).decode() + "\n"
