"""Times of validity and target years fit together, as far as their parts are known."""

from __future__ import annotations

from collections.abc import Iterator

from kommunvision.check.walk import level_of, model_of, who
from kommunvision.model import DatePoint, Goal, GoverningModel, Kommun, Validity, Vision
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
    for ref in goal.parents:
        above = kommun.by_id.get(ref.target or "")
        if isinstance(above, Vision):
            yield above
    level = level_of(kommun, goal)
    if level is not None:
        yield model_of(kommun, level)


def _reaches_outside(inner: Validity, outer: Validity) -> bool:
    early = inner.start and outer.start and _before(inner.start.start, outer.start.start)
    late = (
        inner.end
        and outer.end
        and _before(outer.end.end or outer.end.start, inner.end.end or inner.end.start)
    )
    return bool(early or late)


def _before(first: DatePoint, second: DatePoint) -> bool:
    """Whether one point certainly lies before another, as far as their parts are known."""
    for left, right in zip(
        (first.year, first.month, first.day), (second.year, second.month, second.day), strict=True
    ):
        if left is None or right is None or left > right:
            return False
        if left < right:
            return True
    return False
