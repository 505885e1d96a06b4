"""Times of validity and target years fit together, as far as their parts are known."""

from __future__ import annotations

from collections.abc import Iterator

from kommunvision.check.walk import model_of, who
from kommunvision.model import (
    PAST,
    DatePoint,
    Goal,
    GoverningModel,
    Kommun,
    Standing,
    Validity,
    Vision,
)
from kommunvision.problem import Problem, problem
from kommunvision.swedish import format as swedish

Frame = Vision | GoverningModel
"""What a goal belongs to, and whose time it should keep to."""

# A target year outside these is a slip of the hand.
FIRST_YEAR, LAST_YEAR = 1950, 2150


def periods(kommun: Kommun) -> Iterator[Problem]:
    """Find goals whose time reaches outside that of their vision or governing model."""
    for goal in kommun.goals:
        if goal.validity is None:
            continue
        for frame in _frames(kommun, goal):
            if frame.validity and _reaches_outside(kommun, goal.validity, frame):
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


def _frames(kommun: Kommun, goal: Goal) -> Iterator[Frame]:
    yield from _visions_above(kommun, goal)
    level = kommun.level_of(goal)
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


def _reaches_outside(kommun: Kommun, inner: Validity, frame: Frame) -> bool:
    """Whether a goal's time certainly lies outside another's, and nothing in the data says why.

    It may begin before a vision, if that replaces an earlier one. It may end after one that is
    replaced or repealed, if it began before that.
    """
    start = inner.start.start if inner.start else None
    early = start is not None and all(
        one is not None and start.is_before(one) for one in _beginnings(kommun, frame)
    )
    end = frame.validity.end.last if frame.validity and frame.validity.end else None
    late = end and inner.end and end.is_before(inner.end.last)
    lives_on = _is_over(kommun, frame) and not (start and end and end.is_before(start))
    return bool(early or (late and not lives_on))


def _beginnings(kommun: Kommun, frame: Frame) -> Iterator[DatePoint | None]:
    """Yield when something began, and when all that it has replaced did; none if nobody knows."""
    seen = {frame.id}
    waiting: list[Frame] = [frame]
    while waiting:
        one = waiting.pop()
        start = one.validity.start if one.validity else None
        yield start.start if start else None
        for ref in one.replaces:
            before = kommun.by_id.get(ref.target or "")
            if isinstance(before, Vision | GoverningModel) and before.id not in seen:
                seen.add(before.id)
                waiting.append(before)


def _is_over(kommun: Kommun, frame: Frame) -> bool:
    """Whether something is replaced or repealed, or will be by what is decided already."""
    later: tuple[Frame, ...] = (*kommun.visions, *kommun.models)
    return frame.standing in PAST or any(
        ref.target == frame.id
        for one in later
        if one.standing not in {Standing.PROPOSAL, Standing.EXAMPLE}
        for ref in one.replaces
    )
