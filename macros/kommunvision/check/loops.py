"""Circles among links, found on raw ids and shown whole."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter

from kommunvision.origin import Origin
from kommunvision.problem import Problem, problem
from kommunvision.swedish.problems.objects import ARROW

Edges = Mapping[str, Mapping[str, Origin]]
"""For each id the ids that it links to, with the place of each link."""

# Whoever tangles more than this sees the rest when these are mended. Each circle costs a walk
# along every link, so of very many links fewer circles are looked for.
_MOST = 25
_MOST_STEPS = 100_000


def loops(edges: Edges) -> Iterator[tuple[tuple[str, Origin], ...]]:
    """Yield circles, each as its ids with the place of the link to the next; no link twice.

    Each circle begins with the link that is written first.
    """
    left = {key: dict(targets) for key, targets in edges.items()}
    links = sum(map(len, left.values()))
    for _ in range(min(_MOST, 1 + _MOST_STEPS // (links + 1))):
        try:
            TopologicalSorter(left).prepare()
        except CycleError as error:
            # Each id in the list is what the next one links to.
            ids = error.args[1][:0:-1]
        else:
            return
        circle = [
            (key, left[key].pop(target))
            for key, target in zip(ids, [*ids[1:], ids[0]], strict=True)
        ]
        start = min(range(len(circle)), key=lambda place: circle[place][1])
        yield (*circle[start:], *circle[:start])


def report(code: str, edges: Edges) -> Iterator[Problem]:
    """Yield a problem for each circle, with the places of all its links."""
    for circle in loops(edges):
        (first, origin), *rest = circle
        yield problem(
            code,
            origin,
            related=[place for _, place in rest],
            subject=first,
            loop=ARROW.join([*(key for key, _ in circle), first]),
        )
