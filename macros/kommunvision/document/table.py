"""A list of terms becomes a table: its rows keep term and meaning together for every reader."""

from __future__ import annotations

from xml.etree import ElementTree as ET


def as_table(terms: ET.Element) -> None:
    """Turn a ``dl`` into a table whose terms are the headings of its rows."""
    body = ET.Element("tbody")
    row: ET.Element | None = None
    for item in _items(terms):
        if row is None or item.tag == "dt":
            row = ET.SubElement(body, "tr")
        _put(row, item)
    for child in list(terms):
        terms.remove(child)
    terms.tag = "table"
    terms.append(body)


def _items(terms: ET.Element) -> list[ET.Element]:
    """Return terms and meanings, also those that stand in groups."""
    found: list[ET.Element] = []
    for child in terms:
        if child.tag in {"dt", "dd"}:
            found.append(child)
        else:
            found.extend(_items(child))
    return found


def _put(row: ET.Element, item: ET.Element) -> None:
    item.tail = None
    if item.tag == "dt":
        item.tag = "th"
        item.set("scope", "row")
        row.append(item)
        return
    cell = row.find("td")
    if cell is None:
        cell = ET.SubElement(row, "td")
    item.tag = "div"
    cell.append(item)
