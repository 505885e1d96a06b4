"""The chains have no circle, and reach up as far as the governing model says."""

from __future__ import annotations

from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter

from kommunvision.check.loops import Edges, report
from kommunvision.check.walk import who
from kommunvision.model import Goal, Kommun, Vision
from kommunvision.problem import Problem, problem

# Far above any governing model; a page can still show it.
DEEPEST = 30


def parent_edges(kommun: Kommun) -> Edges:
    """Return the links from each goal to the goals above it, but for links to itself."""
    goals = {goal.id: goal for goal in reversed(kommun.goals)}
    return {
        key: {
            ref.target: goal.where.of("parents", place)
            for place, ref in reversed(list(enumerate(goal.parents)))
            if ref.target in goals and ref.target != key
        }
        for key, goal in reversed(goals.items())
    }


def circles(kommun: Kommun) -> Iterator[Problem]:
    """Find goals that stand above themselves."""
    return report("KV304", parent_edges(kommun))


def depth(kommun: Kommun) -> Iterator[Problem]:
    """Find the first goal that stands under more than anybody can follow, or a page can show."""
    return _too_deep(kommun, parent_edges(kommun))


def organisation(kommun: Kommun) -> Iterator[Problem]:
    """Find bodies that belong to themselves by way of others, or stand too deep."""
    edges: Edges = {
        body.id: {body.part_of.target: body.where.of("part_of")}
        for body in kommun.bodies
        if body.part_of and body.part_of.target and body.part_of.target != body.id
    }
    yield from report("KV310", edges)
    yield from _too_deep(kommun, edges)


def _too_deep(kommun: Kommun, edges: Edges) -> Iterator[Problem]:
    try:
        # Each comes after all that it stands under.
        line = tuple(TopologicalSorter(edges).static_order())
    except CycleError:
        # The circle is reported; who is deepest in it cannot be said.
        return
    steps: dict[str, int] = {}
    for key in line:
        steps[key] = 1 + max((steps[above] for above in edges.get(key, ())), default=0)
        if steps[key] > DEEPEST:
            item = kommun.by_id[key]
            yield problem(
                "KV311", item.where.origin, subject=key, who=who(kommun, item), limit=DEEPEST
            )
            return


def reach(kommun: Kommun) -> Iterator[Problem]:
    """Find goals without the parents, or without the way to a vision, that their level asks for."""
    for goal in kommun.goals:
        level = kommun.level_of(goal)
        if level is None:
            continue
        alone = ("parents",) not in goal.where.fields
        if level.needs_parent and alone:
            code = "KV302"
        elif level.needs_vision and not _leads_to_vision(kommun, goal):
            code = "KV303"
        else:
            continue
        yield problem(
            code,
            goal.where.origin,
            subject=goal.id,
            who=who(kommun, goal),
            level=level.name,
        )


def _leads_to_vision(kommun: Kommun, goal: Goal) -> bool:
    """Whether a way up ends in a vision, or where the data says why it cannot be followed."""
    seen = {goal.id}
    line = [goal]
    for current in line:
        if not current.parents and ("parents",) in current.where.fields:
            # The source does not say, or nobody can read what is written.
            return True
        for ref in current.parents:
            above = kommun.by_id.get(ref.target or "")
            # A name without a page is something outside; an unknown id is reported by itself.
            if above is None or isinstance(above, Vision):
                return True
            if isinstance(above, Goal) and above.id not in seen:
                seen.add(above.id)
                line.append(above)
    return False
