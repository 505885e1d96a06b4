"""Elements of StratML; what there is nothing to say of becomes no element."""

from __future__ import annotations

from typing import Final

from lxml import etree
from lxml.builder import ElementMaker

NAMESPACE: Final = "urn:ISO:std:iso:17469:tech:xsd:PerformancePlanOrReport"

_MAKER = ElementMaker(namespace=NAMESPACE, nsmap={None: NAMESPACE})

Element = etree._Element  # noqa: SLF001 - lxml has no other name for the type


def element(
    tag: str, *content: Element | str | None, attributes: dict[str, str] | None = None
) -> Element:
    """Return an element with the parts that there are."""
    return _MAKER(tag, attributes or {}, *(one for one in content if one is not None))


def text(tag: str, told: object) -> Element | None:
    """Return an element with a text; none without a text."""
    return element(tag, str(told)) if told is not None and told != "" else None


def identifier(key: str) -> str:
    """Return an id as an XML name, which may not begin with a digit."""
    return f"_{key}"


def as_bytes(root: Element) -> bytes:
    """Return a finished document."""
    return etree.tostring(root, pretty_print=True, xml_declaration=True, encoding="UTF-8")
