"""What replaces what: no circles, and one vision and governing model in force at a time."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from kommunvision.check.loops import report
from kommunvision.model import Goal, GoverningModel, Kommun, Standing, Validity, Vision
from kommunvision.origin import Origin
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
    # Two with one id are told of as that.
    for vision in (one for one in in_force[1:] if one.id != in_force[0].id):
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


def one_model(kommun: Kommun) -> Iterator[Problem]:
    """Find governing models that are in force beside another."""
    told: set[str] = set()
    for older, model in combinations(kommun.models, 2):
        if model.id not in {older.id, *told} and _together(older, model):
            told.add(model.id)
            place = _in_force(older)
            yield problem(
                "KV410",
                _in_force(model),
                related=[place],
                subject=model.id,
                id=model.id,
                value=older.id,
                place=place,
            )


def _together(one: GoverningModel, other: GoverningModel) -> bool:
    """Whether two models are said to be in force, and nothing in the data parts their times.

    Without a status, both must have dates, and neither may replace the other.
    """
    both = (one, other)
    if any(model.standing not in {None, Standing.IN_FORCE} for model in both):
        return False
    times = [model.validity for model in both if model.validity]
    dated = [time for time in times if time.start or time.end]
    if None in {one.standing, other.standing}:
        replaced = {ref.target for model in both for ref in model.replaces}
        if len(dated) < len(both) or not replaced.isdisjoint({one.id, other.id}):
            return False
    # What is told in words alone may be any time.
    return len(dated) == len(times) and not (
        len(dated) == len(both) and (_succeeds(*dated) or _succeeds(*reversed(dated)))
    )


def _succeeds(earlier: Validity, later: Validity) -> bool:
    """Whether one time may begin when the other ends, be it on the same day."""
    start, end = later.start, earlier.end
    return bool(start and end and not start.start.is_before(end.last))


def _in_force(model: GoverningModel) -> Origin:
    return model.where.of("standing" if model.standing else "validity")
