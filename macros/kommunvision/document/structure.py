"""The tree of structure elements of a PDF that is about to be written."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pydyf  # type: ignore[import-untyped] # WeasyPrint has no types


class Structure:
    """The tree, and the way from a reference to what it means; pydyf has no types."""

    def __init__(self, pdf: Any) -> None:  # noqa: ANN401 - as the class
        self._pdf = pdf
        self._objects = pdf.objects
        self.page_references: tuple[bytes, ...] = pdf.page_references
        self.root = self.get(pdf.catalog["StructTreeRoot"])
        (self.document,) = (self.get(kid) for kid in self.root["K"])

    def get(self, reference: bytes) -> Any:  # noqa: ANN401 - as the class
        """Return the object that a reference leads to."""
        return self._objects[int(reference.split()[0])]

    def add(self, tag: str, parent: Any) -> Any:  # noqa: ANN401 - as the class
        """Return a new element without content, that belongs to a parent."""
        made = pydyf.Dictionary(
            {
                "Type": "/StructElem",
                "S": tag,
                "K": pydyf.Array(),
                "Pg": parent["Pg"],
                "P": parent.reference,
            }
        )
        self._pdf.add_object(made)
        return made

    def kids(self, element: Any) -> list[Any]:  # noqa: ANN401 - as the class
        """Return the structure elements right below one, without its pieces of content."""
        found = (self.get(kid) for kid in element["K"] if isinstance(kid, bytes))
        return [kid for kid in found if kid.get("Type") == "/StructElem"]

    def walk(self, element: Any) -> Iterator[Any]:  # noqa: ANN401 - as the class
        """Yield an element and everything below it, in the order of reading."""
        yield element
        for kid in self.kids(element):
            yield from self.walk(kid)
