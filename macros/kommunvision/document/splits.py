"""Joins the pieces of what runs over several pages: a paragraph is one paragraph, cut or not."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from weasyprint.formatting_structure import boxes  # type: ignore[import-untyped] # WeasyPrint has no types

from kommunvision.document.structure import Structure

# How WeasyPrint tags the elements that may be cut, from the outside in. A table is left in its
# pieces: each has the headings again, as it has on paper.
_TAGS = {
    "section": ("/Sect",),
    "div": ("/Div",),
    "p": ("/P",),
    "blockquote": ("/BlockQuote",),
    "ul": ("/L",),
    "ol": ("/L",),
    "li": ("/LI", "/LBody"),
}


def join(document: Any, structure: Structure) -> None:  # noqa: ANN401 - WeasyPrint has no types
    """Join the pieces of every element that is cut by the end of a page."""
    for number, (before, after) in enumerate(pairwise(document.pages), start=1):
        tags = _cut(before._page_box, after._page_box)  # noqa: SLF001 - nothing else tells
        tops = structure.kids(structure.document)
        here = structure.page_references[number]
        first = next((at for at, top in enumerate(tops) if top["Pg"] == here), 0)
        if first:
            _join(structure, structure.document, tops[first - 1], tops[first], tags)


def _join(structure: Structure, parent: Any, left: Any, right: Any, tags: list[str]) -> None:  # noqa: ANN401
    """Let a piece take in the next one, and then the same with what is cut inside it."""
    if not tags or left["S"] != tags[0] or right["S"] != tags[0]:
        return
    inside_left, inside_right = structure.kids(left)[-1:], structure.kids(right)[:1]
    for kid in structure.kids(right):
        kid["P"] = left.reference
    left["K"].extend(right["K"])
    parent["K"].remove(right.reference)
    right.clear()
    for last, first in zip(inside_left, inside_right, strict=False):
        _join(structure, left, last, first, tags[1:])


def _cut(before: Any, after: Any) -> list[str]:  # noqa: ANN401 - as above
    """Return the tags of what begins on one page and goes on on the next, from the outside in."""
    ends, starts = _path(before, -1), _path(after, 0)
    found: list[str] = []
    for element in ends:
        if element in starts and element.tag not in {"html", "body"}:
            if element.tag not in _TAGS:
                break
            found.extend(_TAGS[element.tag])
    return found


def _path(page: Any, side: int) -> list[Any]:  # noqa: ANN401 - as above
    """Return the elements that the first or the last line of a page stands in, outermost first."""
    found: list[Any] = []
    box = page
    while isinstance(box, boxes.ParentBox):
        inside = [child for child in box.children if not isinstance(child, boxes.MarginBox)]
        if not inside:
            break
        box = inside[side]
        element = getattr(box, "element", None)
        if element is not None and element not in found:
            found.append(element)
    return found
