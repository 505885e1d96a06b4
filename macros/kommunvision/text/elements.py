"""Finished HTML read from its first element to its last.

It is well-formed: our templates or the sanitizer have written it. So its tags can be found as they
stand, which takes half the time of a parser that must be ready for anything.
"""

from __future__ import annotations

import re

# Each part takes all that it can at once (``*+``), since nothing shorter would fit.
_PIECE = re.compile(r'<(/?)([a-z][a-z0-9]*+)([^<>"]*+(?:"[^"]*+"[^<>"]*+)*+)>|([^<]++)')
_CLASSES = re.compile(r'\sclass="([^"]*)"')
_EMPTY = frozenset({"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"})


def pieces(html: str) -> list[tuple[str, str, str, str]]:
    """Return the tags and the texts between them, in their order.

    Of a tag there are the slash that an end begins with, the name, and the attributes as they are
    written; of a text, which is still escaped, the text alone.
    """
    return _PIECE.findall(html)


def goes_on(tag: str, attributes: str) -> bool:
    """Tell whether an element that begins has an end further on."""
    return not (tag in _EMPTY or attributes.endswith("/"))


def classes(attributes: str) -> str:
    """Return the classes among the attributes of an element, as they are written."""
    found = _CLASSES.search(attributes) if attributes else None
    return found[1] if found else ""
