"""RDF/XML in one order: rdflib writes what it has in the order of a set."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_ABOUT, _RESOURCE = f"{_RDF}about", f"{_RDF}resource"


def in_order(contents: Iterable[bytes], names: Iterable[str]) -> bytes:
    """Return RDF/XML with its descriptions in the order of the names of what they describe.

    Args:
        contents: The RDF/XML, in one piece or in several. What several describe is taken from the
            first of them.
        names: The names.
    """
    place = {name: number for number, name in enumerate(names)}
    parts = [etree.fromstring(content) for content in contents]
    known = {pair for part in parts for pair in part.nsmap.items()}
    found: dict[str, etree._Element] = {}
    for one in (one for part in parts for one in part):
        found.setdefault(one.attrib[_ABOUT], one)
    root = etree.Element(parts[0].tag, nsmap=dict(sorted(known, key=str)))
    root.extend(found[name] for name in sorted(found, key=lambda name: place[name]))
    etree.indent(root)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8") + b"\n"


def described(content: bytes) -> list[str]:
    """Return the names of what RDF/XML describes, in its order."""
    return [one.attrib[_ABOUT] for one in etree.fromstring(content)]


def led_to(content: bytes, subject: str, predicate: str) -> list[str]:
    """Return the names of what a description leads to."""
    space, _, name = predicate.rpartition("#")
    return [
        link.attrib[_RESOURCE]
        for one in etree.fromstring(content)
        if one.attrib[_ABOUT] == subject
        for link in one.findall(f"{{{space}#}}{name}")
    ]
