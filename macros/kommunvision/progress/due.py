"""What an occasion still lacks, and who is to report it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace

from kommunvision.model import (
    Body,
    Goal,
    Indicator,
    Missing,
    Occasion,
    Outlook,
    Period,
    PeriodKind,
    Reference,
    Statement,
)
from kommunvision.model.period import PARTS
from kommunvision.progress.fetched import fetched_from, series_of
from kommunvision.progress.figures import Figures
from kommunvision.progress.occasions import Occasions
from kommunvision.progress.shown import indicators_of


@dataclass(frozen=True, slots=True)
class MissingValue:
    """An indicator without a value for a period."""

    indicator: Indicator
    period: Period


@dataclass(frozen=True, slots=True)
class ToDo:
    """What one body is to report to an occasion."""

    body: Body | str | None
    """The body, the name of one that has no page, or none where the data names nobody."""
    values: tuple[MissingValue, ...]
    statements: tuple[Goal, ...]


def to_do(occasions: Occasions, figures: Figures, occasion: Occasion) -> tuple[ToDo, ...]:
    """Return what is missing, by body in the order of the kommun's files; nobody comes last.

    What is fetched from statistics is reported by nobody.
    """
    values: defaultdict[str | None, list[MissingValue]] = defaultdict(list)
    statements: defaultdict[str | None, list[Goal]] = defaultdict(list)
    for indicator in indicators_of(occasions, occasion):
        period = missing_period(figures, indicator, occasion)
        if period is not None and not _is_fetched(figures, indicator, period):
            for name in answering(occasions, indicator, occasion):
                values[name].append(MissingValue(indicator, period))
    words_do = _asks_for_words(occasions, occasion)
    for item in occasions.covered(occasion):
        if isinstance(item, Goal) and _is_left(
            occasions.statement(occasion, item), words_do=words_do
        ):
            for name in answering(occasions, item, occasion):
                statements[name].append(item)
    bodies: dict[str | None, Body | str | None] = {one.id: one for one in occasions.kommun.bodies}
    named = sorted((values.keys() | statements.keys()) - bodies.keys() - {None}, key=str)
    order = [*bodies, *named, None]
    return tuple(
        ToDo(bodies.get(name, name), tuple(values[name]), tuple(statements[name]))
        for name in order
        if name in values or name in statements
    )


def missing_period(figures: Figures, indicator: Indicator, occasion: Occasion) -> Period | None:
    """Return the period of which an occasion needs a value that is not there.

    What is measured once a year is asked for when its year ends within the occasion's period. A
    value that is said to be missing is answered, unless it has only not been measured yet.
    """
    forecasts = occasion.outlook is Outlook.FORECAST
    # What was expected is no answer to what came out.
    own = [one for one in figures.own(indicator) if forecasts or not one.forecast]
    wanted = occasion.period
    if own and not any(_within(one.period, wanted) for one in own):
        ending = _ending_within(own[-1].period, wanted)
        if ending is None:
            return None
        wanted = ending
    answers = [one for one in own if _within(one.period, occasion.period)]
    if any(one.value is not None or _answered(one.missing) for one in answers):
        return None
    return answers[-1].period if answers else wanted


def _is_fetched(figures: Figures, indicator: Indicator, period: Period) -> bool:
    there = next((one for one in figures.own(indicator) if one.period == period), None)
    return bool(fetched_from(indicator, series_of(figures, indicator, there)))


def _answered(missing: Missing | None) -> bool:
    return missing not in {None, Missing.NOT_YET}


def _within(period: Period, whole: Period) -> bool:
    """Tell whether a period ends within another."""
    return whole.first_day <= period.last_day <= whole.last_day


def _ending_within(like: Period, whole: Period) -> Period | None:
    """Return the last period of a kind that ends within another."""
    if like.kind is PeriodKind.DAY:
        return whole
    years = (like.last_year or like.year) - like.year
    candidates = (
        replace(like, year=year, part=part, last_year=year + years if like.last_year else None)
        for year in range(whole.first_day.year - years - 1, whole.last_day.year + 1)
        for part in range(1, PARTS.get(like.kind, 1) + 1)
    )
    return max(
        (one for one in candidates if _within(one, whole)),
        key=lambda one: one.last_day,
        default=None,
    )


def _is_left(statement: Statement | None, *, words_do: bool) -> bool:
    if statement is None:
        return True
    if words_do and (statement.comment or statement.analysis or statement.measures):
        return False
    told = statement.status or statement.verdicts or "status" in statement.not_stated
    return not told


def _asks_for_words(occasions: Occasions, occasion: Occasion) -> bool:
    """Tell whether an occasion asks for words alone.

    It gives nothing a status, and neither did the latest before it of its kind. Whoever judged then
    and has only commented so far is not done.
    """
    judging = occasions.judging
    if not judging.in_words(occasion):
        return False
    now = occasions.beside(occasion)
    before = occasions.all[: occasions.all.index(occasion)]
    earlier = (
        one
        for one in reversed(before)
        if one.statements and one not in now and _alike(one, occasion)
    )
    found = next(earlier, None)
    return found is None or judging.in_words(found)


def _alike(one: Occasion, other: Occasion) -> bool:
    """Tell whether two occasions are of one kind, and not of different bodies."""
    theirs, ours = ({ref.target for ref in each.reported_by} for each in (one, other))
    same_kind = (one.kind or "").casefold() == (other.kind or "").casefold()
    return same_kind and bool(theirs & ours or not theirs or not ours)


def answering(
    occasions: Occasions, item: Goal | Indicator, occasion: Occasion
) -> tuple[str | None, ...]:
    """Return who answers for an item; else who reports at the occasion; else nobody.

    Of several who answer for it, those that report on their own are asked there.
    """
    found = _names(item.responsible)
    others = [one for one in occasions.beside(occasion) if one is not occasion]
    theirs = {name for one in others for name in _names(one.reported_by)}
    own = tuple(name for name in found if name not in theirs)
    return own or found or _names(occasion.reported_by) or (None,)


def _names(references: tuple[Reference, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for ref in references if (name := ref.target or ref.name)))
