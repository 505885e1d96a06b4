"""The figures that an occasion shows; those of a locked one are the same for ever."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from kommunvision.model import (
    PAST,
    Goal,
    Indicator,
    Kommun,
    Lock,
    LockedFigure,
    Measurement,
    Occasion,
    Outlook,
)
from kommunvision.progress.figures import Figures
from kommunvision.progress.occasions import Occasions
from kommunvision.progress.targets import end_of


def known_until(occasion: Occasion) -> date:
    """Return the last day of which an occasion knows the figures."""
    cut_off = end_of(occasion.cut_off) if occasion.cut_off else None
    last = occasion.period.last_day
    return min(cut_off, last) if cut_off else last


def locked_on(occasion: Occasion) -> date | None:
    """Return the day from which nothing of an occasion may change."""
    return end_of(occasion.locked) if occasion.locked else None


def lock_of(kommun: Kommun, occasion: Occasion) -> Lock | None:
    """Return what an occasion said when it was locked; an id that it had then finds it too."""
    ids = {occasion.id, *occasion.former_ids}
    return next((lock for lock in kommun.locks if lock.occasion in ids), None)


def indicators_of(occasions: Occasions, occasion: Occasion) -> tuple[Indicator, ...]:
    """Return the indicators of an occasion: those that it covers, and those of its goals."""
    covered = occasions.covered(occasion)
    own = {item.id for item in covered if isinstance(item, Indicator)}
    goals = {item.id for item in covered if isinstance(item, Goal)}
    return tuple(
        one
        for one in occasions.kommun.indicators
        if one.id in own
        or (
            not one.background
            and one.standing not in PAST
            and any(ref.target in goals for ref in one.measures)
        )
    )


def shown(figures: Figures, occasion: Occasion, indicator: Indicator) -> tuple[Measurement, ...]:
    """Return the figures that an occasion shows of an indicator: the outcome, then the forecast.

    A locked occasion shows the figures that it was locked with, of the same periods, as they
    stood on that day. An open one shows the newest outcome that it knows and, where it tells what
    is expected, the forecast for its period.
    """
    lock = lock_of(figures.kommun, occasion)
    day = locked_on(occasion)
    if lock is None or day is None:
        found = _newest(figures, occasion, indicator)
        return tuple(figures.as_of(one, day) if day else one for one in found)
    ids = {indicator.id, *indicator.former_ids}
    found = []
    for one in lock.figures:
        now = behind(figures, indicator, one) if one.indicator in ids else None
        if now is not None:
            then = figures.as_of(now, day)
            women, men = (then.women if one.women else None), (then.men if one.men else None)
            parts = tuple(part for part in then.parts if part.name in one.parts)
            found.append(replace(then, women=women, men=men, parts=parts))
    return tuple(found)


def behind(figures: Figures, indicator: Indicator, figure: LockedFigure) -> Measurement | None:
    """Return the value that stands now where a locked figure was taken from."""
    return figures.measurement(indicator, figure.period, forecast=figure.forecast)


def _newest(figures: Figures, occasion: Occasion, indicator: Indicator) -> list[Measurement]:
    outcome = figures.latest(indicator, known_until(occasion))
    found = [outcome] if outcome else []
    if occasion.outlook is Outlook.FORECAST:
        forecast = figures.measurement(indicator, occasion.period, forecast=True)
        if forecast is not None and forecast.value is not None:
            found.append(forecast)
    return found
