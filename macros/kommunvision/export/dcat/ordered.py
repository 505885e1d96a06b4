"""RDF/XML in one order: rdflib writes what it has in the order of a set."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

_ABOUT = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about"


def in_order(content: bytes, names: Iterable[str]) -> bytes:
    """Return RDF/XML with its descriptions in the order of the names of what they describe."""
    place = {name: number for number, name in enumerate(names)}
    found = etree.fromstring(content)
    root = etree.Element(found.tag, nsmap=dict(sorted(found.nsmap.items(), key=str)))
    root.extend(sorted(found, key=lambda one: place[one.attrib[_ABOUT]]))
    etree.indent(root)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8") + b"\n"
