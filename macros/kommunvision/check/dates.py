"""Times of validity and target years fit together, as far as their parts are known."""

from __future__ import annotations

from collections.abc import Iterator

from kommunvision.check.walk import level_of, model_of, who
from kommunvision.model import Goal, GoverningModel, Kommun, Validity, Vision
from kommunvision.problem import Problem, problem
from kommunvision.swedish import format as swedish

# A target year outside these is a slip of the hand.
FIRST_YEAR, LAST_YEAR = 1950, 2150


def periods(kommun: Kommun) -> Iterator[Problem]:
    """Find goals whose time reaches outside that of their vision or governing model."""
    for goal in kommun.goals:
        if goal.validity is None:
            continue
        for frame in _frames(kommun, goal):
            if frame.validity and _reaches_outside(goal.validity, frame.validity):
                name = who(kommun, frame)
                yield problem(
                    "KV404",
                    goal.where.of("validity"),
                    related=[frame.where.of("validity")],
                    subject=goal.id,
                    who=who(kommun, goal),
                    value=swedish.validity(goal.validity),
                    other=name[:1].lower() + name[1:],
                    period=swedish.validity(frame.validity),
                )


def target_years(kommun: Kommun) -> Iterator[Problem]:
    """Find target years that cannot be meant."""
    for vision in kommun.visions:
        year = vision.target_year
        if year is None:
            continue
        origin = vision.where.of("target_year")
        start = vision.validity.start.start if vision.validity and vision.validity.start else None
        if not FIRST_YEAR <= year <= LAST_YEAR:
            yield problem(
                "KV406",
                origin,
                subject=vision.id,
                id=vision.id,
                value=year,
                first=FIRST_YEAR,
                last=LAST_YEAR,
            )
        elif vision.validity and start and start.year and year < start.year:
            yield problem(
                "KV407",
                origin,
                subject=vision.id,
                id=vision.id,
                value=year,
                period=swedish.validity(vision.validity),
            )


def _frames(kommun: Kommun, goal: Goal) -> Iterator[Vision | GoverningModel]:
    yield from _visions_above(kommun, goal)
    level = level_of(kommun, goal)
    if level is not None:
        yield model_of(kommun, level)


def _visions_above(kommun: Kommun, goal: Goal) -> Iterator[Vision]:
    """Yield the visions above a goal; what lies between and has a time is judged by its own."""
    seen = {goal.id}
    waiting = [goal]
    while waiting:
        for ref in waiting.pop().parents:
            above = kommun.by_id.get(ref.target or "")
            if above is None or above.id in seen:
                continue
            seen.add(above.id)
            if isinstance(above, Vision):
                yield above
            elif isinstance(above, Goal) and above.validity is None:
                waiting.append(above)


def _reaches_outside(inner: Validity, outer: Validity) -> bool:
    early = inner.start and outer.start and inner.start.start.is_before(outer.start.start)
    late = inner.end and outer.end and outer.end.last.is_before(inner.end.last)
    return bool(early or late)
