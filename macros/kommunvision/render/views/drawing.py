"""The view that draws a node's place in the chain, for the eye alone."""

from __future__ import annotations

from markupsafe import Markup

from kommunvision.chain import GoalSystem, Node
from kommunvision.model import Vision
from kommunvision.render.charts.diagram import Label, draw
from kommunvision.render.views import names
from kommunvision.render.views.frame import Frame


def diagram(frame: Frame, node: Node) -> Markup:
    """Return what a node stands under and what stands right below it, drawn as boxes."""
    system = frame.home
    above: dict[str, Node] = {}
    line: list[Node] = [node]
    for current in line:
        for up in system.up(current):
            if up.item.id not in above:
                above[up.item.id] = up.item
                line.append(up.item)
    under = [down.item for down in system.down(node)]
    boxes = [*above.values(), node, *under]
    if len(boxes) == 1:
        return Markup()
    lowest = system.rank(node) + 1
    rows = {one.id: min(_rank(system, one), lowest) for one in boxes}
    rows.update({one.id: lowest for one in under})
    links = [(up.item.id, one.id) for one in (*above.values(), node) for up in system.up(one)]
    links += [(node.id, one.id) for one in under]
    labels = [
        Label(one.id, names.kind(system, one), names.title(one), rows[one.id], one is node)
        for one in boxes
    ]
    drawing = draw(labels, links)
    return frame.render("diagram", **drawing) if drawing else Markup()


def _rank(system: GoalSystem, node: Node) -> int:
    """Return how far down a node stands; a vision may have other things at its side."""
    level = system.vision_level(node) if isinstance(node, Vision) else None
    if level is None:
        return system.rank(node)
    below = [system.rank(down.item) - 1 for down in system.down(node)]
    return min([system.model_of(level).rank(level), *below])
