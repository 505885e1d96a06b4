"""Elements of StratML; what there is nothing to say of becomes no element."""

from __future__ import annotations

from typing import Final, NamedTuple

from lxml import etree

NAMESPACE: Final = "urn:ISO:std:iso:17469:tech:xsd:PerformancePlanOrReport"


class Element(NamedTuple):
    """An element before it is lxml's: those that are made at once where they belong cost half."""

    tag: str
    content: tuple[Element | str | None, ...]
    attributes: dict[str, str] | None


def element(
    tag: str, *content: Element | None, attributes: dict[str, str] | None = None
) -> Element:
    """Return an element with the parts that there are."""
    return Element(tag, content, attributes)


def text(tag: str, told: object) -> Element | None:
    """Return an element with a text; none without a text."""
    return Element(tag, (str(told),), None) if told is not None and told != "" else None


def identifier(key: str) -> str:
    """Return an id as an XML name, which may not begin with a digit."""
    return f"_{key}"


def as_bytes(root: Element) -> bytes:
    """Return a finished document."""
    made = etree.Element(_named(root.tag), root.attributes, {None: NAMESPACE})
    _fill(made, root)
    return etree.tostring(made, pretty_print=True, xml_declaration=True, encoding="UTF-8")


def _fill(made: etree._Element, told: Element) -> None:
    for one in told.content:
        if isinstance(one, str):
            made.text = one
        elif one is not None:
            _fill(etree.SubElement(made, _named(one.tag), one.attributes), one)


def _named(tag: str) -> str:
    return f"{{{NAMESPACE}}}{tag}"
