"""Lists and mappings within brackets and braces are changed item by item, on their own lines."""

from __future__ import annotations

from itertools import pairwise

from kommunvision.amend.alike import pairs
from kommunvision.amend.content import plain
from kommunvision.amend.ordered import ordered
from kommunvision.amend.places import Places
from kommunvision.export.yaml_text import Tree, yaml_flat
from kommunvision.load.tree import Mapping, Node, Scalar, Sequence

_BETWEEN = ", "


def rewritten(places: Places, node: Node, wanted: Tree) -> str:
    """Return a value that stands within brackets, or in them, with its changes made."""
    text = places.text
    if plain(node) == wanted:
        return text[places.start(node) : places.end(node)]
    if isinstance(node, Scalar) and isinstance(wanted, str):
        style = text[places.start(node)]
        return yaml_flat(wanted, style if style in "\"'" and not node.plain else None)
    if places.is_flow(node) and wanted:
        if isinstance(node, Mapping) and isinstance(wanted, dict) and node.entries:
            return _mapping(places, node, wanted)
        if isinstance(node, Sequence) and isinstance(wanted, list) and node.items:
            return _sequence(places, node, wanted)
    return yaml_flat(wanted)


def _mapping(places: Places, node: Mapping, wanted: dict[str, Tree]) -> str:
    was = {key.text: number for number, (key, _) in enumerate(node.entries)}
    spans = [(places.start(key), _end(places, key, value)) for key, value in node.entries]
    parts: list[tuple[int | None, str]] = []
    for name in ordered(list(was), list(wanted)):
        if name not in was:
            parts.append((None, yaml_flat({name: wanted[name]})[1:-1]))
            continue
        key, value = node.entries[was[name]]
        parts.append((was[name], _entry(places, key, value, wanted[name])))
    return _joined(places, node, spans, parts)


def _entry(places: Places, key: Scalar, value: Node, wanted: Tree) -> str:
    text, start = places.text, places.start(key)
    if plain(value) == wanted:
        return text[start : _end(places, key, value)]
    if isinstance(value, Scalar) and places.start(value) >= places.end(value):
        return f"{text[start : places.end(key)]}: {yaml_flat(wanted)}"
    return text[start : places.start(value)] + rewritten(places, value, wanted)


def _sequence(places: Places, node: Sequence, wanted: list[Tree]) -> str:
    spans = [(places.start(item), places.end(item)) for item in node.items]
    same = pairs([plain(item) for item in node.items], wanted)
    parts: list[tuple[int | None, str]] = []
    for number, one in enumerate(wanted):
        was = same.get(number)
        item = None if was is None else node.items[was]
        parts.append((was, rewritten(places, item, one) if item else yaml_flat(one)))
    return _joined(places, node, spans, parts)


def _end(places: Places, key: Scalar, value: Node) -> int:
    end = max(places.end(value), places.end(key))
    return len(places.text[:end].rstrip())


def _joined(
    places: Places, node: Node, spans: list[tuple[int, int]], parts: list[tuple[int | None, str]]
) -> str:
    """Return the items with the signs between them that they had."""
    text = places.text
    signs = [text[end:start] for (_, end), (start, _) in pairwise(spans)]
    usual = signs[0] if signs else _BETWEEN
    found = text[places.start(node) : spans[0][0]]
    before: int | None = None
    for number, (was, one) in enumerate(parts):
        if number:
            is_kept = was is not None and before is not None and was == before + 1
            found += signs[was - 1] if is_kept and was is not None else usual
        found += one
        before = was
    return found + text[spans[-1][1] : places.end(node)]
