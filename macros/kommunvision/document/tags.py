"""Mends what WeasyPrint leaves undone in the structure of a PDF/UA file, before it is written.

WeasyPrint names links by their anchors, gives headings of tables no scope and no register of their
ids, lets items of lists lack a body, cuts what runs over several pages into pieces, and ties what
stands in the margins to nothing.
"""

from __future__ import annotations

from typing import Any

import pydyf  # type: ignore[import-untyped] # WeasyPrint has no types

from kommunvision.document.splits import join
from kommunvision.document.structure import Structure


def mend(document: Any, pdf: Any) -> None:  # noqa: ANN401 - WeasyPrint and pydyf have no types
    """Mend the structure of a laid out document; WeasyPrint calls it when the file is made."""
    structure = Structure(pdf)
    join(document, structure)
    _name_links(document)
    _scope_headings(structure)
    _fill_items(structure)
    _set_margins_aside(structure)
    # What a reader wants beside a long document is its contents.
    pdf.catalog["PageMode"] = "/UseOutlines"


def _name_links(document: Any) -> None:  # noqa: ANN401 - as above
    """Let a link be called what it says, as it is for whoever sees it."""
    for page in document.pages:
        for _, target, _, box in page.links:
            annotation = getattr(box, "link_annotation", None)
            if annotation is not None and box.element is not None:
                words = " ".join("".join(box.element.itertext()).split())
                annotation["Contents"] = pydyf.String(words or target)


def _scope_headings(structure: Structure) -> None:
    """Say what each heading of a table is the heading of, and list the ids that cells refer to."""
    ids: list[tuple[str, Any]] = []
    for element in structure.walk(structure.document):
        if element["S"] == "/TR":
            head = structure.get(element["P"])["S"] == "/THead"
            for cell in structure.kids(element):
                if cell["S"] == "/TH":
                    cell["A"]["Scope"] = "/Column" if head else "/Row"
        if "ID" in element:
            ids.append((element["ID"].string, element))
    names = pydyf.Array()
    for key, element in sorted(ids, key=lambda pair: pair[0]):
        names.extend((pydyf.String(key), element.reference))
    structure.root["IDTree"] = pydyf.Dictionary({"Names": names})


def _fill_items(structure: Structure) -> None:
    """Put what stands in an item of a list into its body, beside the bullet or the number."""
    for item in [one for one in structure.walk(structure.document) if one["S"] == "/LI"]:
        inside = structure.kids(item)
        labels = [kid for kid in inside if kid["S"] == "/Lbl"]
        rest = [kid for kid in inside if kid["S"] != "/Lbl"]
        if [kid["S"] for kid in rest] == ["/LBody"]:
            continue
        body = structure.add("/LBody", item)
        for kid in rest:
            kid["P"] = body.reference
            if kid["S"] == "/LBody":
                kid["S"] = "/Div"
        body["K"].extend(kid.reference for kid in rest)
        item["K"][:] = [kid.reference for kid in (*labels, body)]


def _set_margins_aside(structure: Structure) -> None:
    """Mark what stands in the margins as no part of the text; it has no place in the tree."""
    placed = {element.reference for element in structure.walk(structure.document)}
    numbers = structure.get(structure.root["ParentTree"])["Nums"]
    for number, reference in enumerate(structure.page_references):
        parents = numbers[2 * number + 1]
        loose = {mcid for mcid, parent in enumerate(parents) if parent not in placed}
        stream = structure.get(structure.get(reference)["Contents"]).stream
        for place, item in enumerate(stream):
            if isinstance(item, pydyf.Dictionary) and item.get("MCID") in loose:
                stream[place - 1] = "/Artifact"
                stream[place] = pydyf.Dictionary({"Type": "/Pagination"})
        for mcid in loose:
            parents[mcid] = "null"
