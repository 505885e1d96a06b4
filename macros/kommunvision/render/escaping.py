"""Values as they are written in HTML, where they stand in a longer text."""

from __future__ import annotations

from markupsafe import Markup, escape


def escaped(value: object) -> str:
    """Return a value as ``escape`` of markupsafe does; finished HTML stays as it is.

    The other makes finished HTML of every value by itself, which takes longer than escaping it.
    """
    if type(value) is Markup:
        return value
    if type(value) is not str:
        return str(value) if type(value) is int else escape(value)
    found = value.replace("&", "&amp;").replace(">", "&gt;").replace("<", "&lt;")
    return found.replace("'", "&#39;").replace('"', "&#34;")
