"""Views of how nodes hang together: what stands below, every way up, lists of nodes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from markupsafe import Markup

from kommunvision.chain import GoalSystem, Node
from kommunvision.chain.system import Link
from kommunvision.model import Goal, Level, Reference, Standing, Vision
from kommunvision.render.environment import phrase
from kommunvision.render.views import inline, names
from kommunvision.render.views.frame import Frame, joined
from kommunvision.swedish import format as swedish
from kommunvision.swedish.labels import label

# One entry of the component "chain".
Entry = dict[str, Any]

# A list that has stood before, of at least so many, is folded when it comes again.
_FOLDED_FROM = 3


@dataclass
class _Shown:
    """What a chain has shown so far: the nodes with their branches, and whose list it was."""

    nodes: set[str] = field(default_factory=set)
    lists: dict[tuple[str, ...], Node] = field(default_factory=dict)


def chain(frame: Frame, node: Node | None) -> Markup:
    """Return what stands below a node, or the whole kommun's chains, as nested lists."""
    shown = _Shown()
    tops: Iterable[Node] = (node,) if node else frame.home.roots()
    entries = [_branch(frame, top, None, shown) for top in tops]
    if not entries:
        return frame.render("sentence", text=label("nothing_in_chain"), empty=True)
    return _list(frame, entries)


def branches(frame: Frame, node: Node) -> Markup:
    """Return what stands below a node as nested lists, without the node itself."""
    top = _branch(frame, node, None, _Shown())
    return _list(frame, top["children"])


def _branch(
    frame: Frame,
    node: Node,
    ref: Reference | None,
    shown: _Shown,
    above: Standing | None = None,
) -> Entry:
    entry = _entry(frame, node, ref, above)
    below = frame.home.down(node)
    if node.id in shown.nodes:
        # Its own branch stands further up; a chain where everything stands under several
        # parents would else grow without end.
        if below:
            entry["remarks"].append(inline.missing(frame, "seen_above"))
        return entry
    shown.nodes.add(node.id)
    same = shown.lists.setdefault(tuple(link.item.id for link in below), node)
    if same is not node and len(below) >= _FOLDED_FROM:
        what = names.amounts(frame.home, [link.item for link in below])
        entry["folded"] = label("same_below", what=what, title=names.title(same))
    standing = node.standing or above
    entry["children"] = [
        _branch(frame, link.item, link.reference, shown, standing) for link in below
    ]
    if isinstance(node, Vision) and not below:
        entry["remarks"].append(inline.missing(frame, "nothing_below_vision"))
    if isinstance(node, Goal) and node.children_total and node.children_total > len(below):
        values = {"shown": len(below), "total": node.children_total}
        entry["remarks"].append(inline.missing(frame, "so_many_below", **values))
    return entry


def _list(frame: Frame, entries: Sequence[Entry]) -> Markup:
    """Return entries as a list where the word for what they are stands before the first alike."""
    _thin_out(entries)
    return frame.render("chain", items=entries)


def _thin_out(entries: Sequence[Entry]) -> None:
    kind, branched = "", False
    for entry in entries:
        if entry["level"] == kind and not branched:
            entry["level"] = ""
        else:
            kind = entry["level"]
        branched = bool(entry["children"])
        _thin_out(entry["children"])


def _entry(
    frame: Frame, node: Node, ref: Reference | None = None, above: Standing | None = None
) -> Entry:
    return {
        "level": names.kind(frame.home, node),
        "node": inline.link(frame, node),
        "status": inline.standing_apart(frame, node, above),
        "remarks": inline.remarks(frame, ref) if ref else [],
        "folded": "",
        "children": [],
    }


def goal_list(
    frame: Frame,
    nodes: Iterable[Node | Link[Any]],
    above: Standing | None = None,
    *,
    kind_told: bool = False,
) -> Markup:
    """Return nodes as a flat list of links, with the word for what they are.

    Args:
        frame: The page that the list stands on.
        nodes: The nodes, or links to them.
        above: The standing that the page has told already.
        kind_told: Whether the page has told already what they are, when they are all alike.
    """
    entries = [
        _entry(frame, one.item, one.reference, above)
        if isinstance(one, Link)
        else _entry(frame, one, None, above)
        for one in nodes
    ]
    if not entries:
        return frame.render("sentence", text=label("no_goals_listed"), empty=True)
    if kind_told and len({entry["level"] for entry in entries}) == 1:
        entries = [{**entry, "level": ""} for entry in entries]
    return _list(frame, entries)


def way_up(frame: Frame, node: Node) -> Markup:
    """Return every way from the top down to a node, and what it supports outside the kommun."""
    system = frame.home
    subject = names.definite(system, node)
    parts: list[Markup | None] = []
    if system.up(node):
        paths = system.paths(node)
        total = _count_ways(system, node)
        if total > len(paths):
            values = {"total": swedish.number(total), "shown": len(paths)}
            parts.append(_sentence(frame, "ways_up_cut", definite=subject, **values))
        elif total > 1:
            counted = swedish.count(total)
            parts.append(_sentence(frame, "ways_up", definite=subject, count=counted))
        parts.append(frame.render("chain", items=_together(frame, paths)))
    elif "parents" in node.not_stated:
        told = label("parents_not_stated", definite=names.forms(system, node)[2])
        parts.append(frame.render("sentence", text=frame.render("missing", text=told)))
    else:
        parts.append(_sentence(frame, "stands_on_top", definite=subject))
    outside = [inline.reference(frame, ref) for ref in _outside(system, node)]
    if outside:
        key = "supports_outside"
        parts.append(_sentence(frame, key, definite=subject, what=joined(outside)))
    return frame.group(parts)


def _together(frame: Frame, paths: Sequence[tuple[Node, ...]]) -> list[Entry]:
    """Return ways from the top as entries in each other; what ways share stands once."""
    tops: list[Entry] = []
    found: dict[tuple[str, ...], Entry] = {}
    for path in paths:
        siblings, standing = tops, None
        for depth, node in enumerate(path):
            key = tuple(step.id for step in path[: depth + 1])
            if key not in found:
                ref = _link_up(frame, node, path[depth - 1]) if depth else None
                found[key] = _entry(frame, node, ref, standing)
                siblings.append(found[key])
            siblings, standing = found[key]["children"], node.standing or standing
        if len(paths) > 1 and frame.address_of(node, frame.home) == frame.here:
            # The page is about this node: at the end of each way a pointer to it is enough.
            article, _, definite, _ = names.forms(frame.home, node)
            words = swedish.this(article, definite)
            found[key].update(level="", node=inline.link(frame, node, text=words))
    return tops


def _link_up(frame: Frame, node: Node, above: Node) -> Reference:
    return next(link.reference for link in frame.home.up(node) if link.item is above)


def _count_ways(system: GoalSystem, node: Node) -> int:
    """Count the ways up without walking each of them."""
    ways: dict[str, int] = {}

    def count(current: Node) -> int:
        if current.id not in ways:
            ways[current.id] = sum(count(link.item) for link in system.up(current)) or 1
        return ways[current.id]

    return count(node)


def _outside(system: GoalSystem, node: Node) -> Iterator[Reference]:
    inside = {link.item.id for link in system.up(node)}
    if isinstance(node, Goal):
        yield from (ref for ref in node.parents if ref.target not in inside)


def below(frame: Frame, node: Node, *, deep: bool = False) -> Markup:
    """Return what stands right below a node, or all the way down, or that nothing does yet."""
    links = frame.home.down(node)
    if not links:
        return frame.group(_empty(frame, node))
    definite = names.forms(frame.home, node)[2]
    what = names.amounts(frame.home, [link.item for link in links])
    parts = [_sentence(frame, "stands_below", definite=definite, what=what)]
    total = node.children_total if isinstance(node, Goal) else None
    if total and total > len(links):
        parts.append(_sentence(frame, "so_many_below", shown=len(links), total=total))
    if deep and any(frame.home.down(link.item) for link in links):
        return frame.group([*parts, branches(frame, node)])
    return frame.group([*parts, goal_list(frame, links, node.standing, kind_told=True)])


def _empty(frame: Frame, node: Node) -> Iterator[Markup]:
    """Yield a sentence for each level that would come next."""
    system = frame.home
    level = system.vision_level(node) if isinstance(node, Vision) else system.level_of(node)
    under = system.model_of(level).next_below(level) if level else ()
    for one in under:
        yield frame.render("sentence", text=nothing_on(one), empty=True)
    if not under and isinstance(node, Vision):
        yield frame.render("sentence", text=label("nothing_below_vision"), empty=True)
    elif not under:
        yield _sentence(frame, "stands_at_bottom", definite=names.definite(system, node))


def nothing_on(level: Level) -> str:
    """Return the sentence for an empty level."""
    return label(f"nothing_on_level_{level.article}", name=level.name)


def supports(frame: Frame, node: Node) -> str:
    """Return how much a node supports, in words; empty if nothing."""
    above = [link.item for link in frame.home.up(node)]
    return label("supports", what=names.amounts(frame.home, above)) if above else ""


def _sentence(frame: Frame, key: str, **values: object) -> Markup:
    return frame.render("sentence", text=phrase(key, **values))
