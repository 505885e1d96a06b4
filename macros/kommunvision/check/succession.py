"""What replaces what: no circles, and one vision in force at a time."""

from __future__ import annotations

from collections.abc import Iterator

from kommunvision.check.loops import report
from kommunvision.model import Goal, GoverningModel, Kommun, Standing, Vision
from kommunvision.problem import Problem, problem


def circles(kommun: Kommun) -> Iterator[Problem]:
    """Find objects that replace themselves by way of others."""
    items: tuple[GoverningModel | Vision | Goal, ...] = (
        *kommun.models,
        *kommun.visions,
        *kommun.goals,
    )
    edges = {
        item.id: {
            ref.target: item.where.of("replaces", place)
            for place, ref in enumerate(item.replaces)
            if ref.target and ref.target != item.id
        }
        for item in items
    }
    return report("KV305", edges)


def one_vision(kommun: Kommun) -> Iterator[Problem]:
    """Find visions that are in force beside another."""
    in_force = [vision for vision in kommun.visions if vision.standing is Standing.IN_FORCE]
    for vision in in_force[1:]:
        place = in_force[0].where.of("standing")
        yield problem(
            "KV405",
            vision.where.of("standing"),
            related=[place],
            subject=vision.id,
            id=vision.id,
            value=in_force[0].id,
            place=place,
        )
