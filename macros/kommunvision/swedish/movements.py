"""Sentences about how a value has moved."""

from __future__ import annotations

from decimal import Decimal

from kommunvision.swedish import format as swedish
from kommunvision.swedish import periods
from kommunvision.swedish.aims import of_whom
from kommunvision.swedish.facts import Aim, Facts, Move
from kommunvision.swedish.quantities import difference, distance, fitting, value_words
from kommunvision.swedish.units import unit


def can_follow(move: Move, facts: Facts) -> bool:
    """Tell whether a movement can be told in the sentence about the target."""
    both = isinstance(move.earlier, Decimal) and isinstance(facts.value, Decimal)
    return both and not unit(facts.unit).counted


def is_reckoned(move: Move, facts: Facts) -> bool:
    """Tell whether a movement is a difference; words and answers are only put side by side."""
    numbers = isinstance(move.earlier, Decimal) and isinstance(facts.value, Decimal)
    return numbers or bool(move.steps)


def tail(aim: Aim, move: Move, facts: Facts, decimals: int) -> str:
    """Return a movement as the end of the sentence about the target."""
    value, earlier = facts.value, move.earlier
    if not isinstance(value, Decimal) or not isinstance(earlier, Decimal):
        return ""
    if value == earlier:
        form = "oförändrad" if facts.forecast else "oförändrat"
        return f" och är {form} jämfört med {_since(move, facts)}"
    gap = next((one.gap for one in aim.conditions if one.gap is not None), None)
    against = bool(gap) and gap is not None and (gap > 0) is not (value > earlier)
    return f" {'men' if against else 'och'} är {_higher(move, facts, decimals)}"


def _higher(move: Move, facts: Facts, decimals: int) -> str:
    value, earlier = facts.value, move.earlier
    if not isinstance(value, Decimal) or not isinstance(earlier, Decimal):
        return ""
    exact = fitting(value, earlier, decimals)
    if unit(facts.unit).rank:
        way = "högre upp" if value < earlier else "längre ned"
    else:
        way = "högre" if value > earlier else "lägre"
    return f"{difference(value, earlier, facts.unit, exact)} {way} än {_since(move, facts)}"


def _since(move: Move, facts: Facts) -> str:
    if move.year_before and facts.period is not None:
        return periods.a_year_before(facts.period)
    return periods.about(move.period)


def moved(move: Move, facts: Facts, decimals: int) -> str:
    """Return a movement as a sentence of its own."""
    value, earlier, since = facts.value, move.earlier, _since(move, facts)
    if isinstance(value, Decimal) and isinstance(earlier, Decimal):
        return _moved_number(value, earlier, move, facts, decimals)
    same = move.steps == 0 if move.steps is not None else value == earlier
    what = ("svaret" if isinstance(value, bool) else "läget") + of_whom(facts)
    if same:
        return f"{swedish.capital(what)} är detsamma som {since}."
    if move.steps:
        steps = swedish.count(abs(move.steps), "ett")
        way = "högre upp" if move.steps > 0 else "längre ned"
        return f"Läget är {steps} steg {way} på skalan än {since}."
    before = since if move.year_before else periods.at(move.period)
    return f"{swedish.capital(before)} var {what} {value_words(earlier, facts.unit)}."


def _moved_number(value: Decimal, earlier: Decimal, move: Move, facts: Facts, decimals: int) -> str:
    since, counted = _since(move, facts), unit(facts.unit).counted
    apart = distance(value, earlier, fitting(value, earlier, decimals))
    # Half a day more is no number of days.
    whole = counted and "," not in apart
    what = "antalet" if whole else "värdet"
    what = f"Det väntade {what}" if facts.forecast else swedish.capital(what)
    what += of_whom(facts)
    if value == earlier:
        return f"{what} är oförändrat jämfört med {since}."
    if whole:
        return f"{what} är {apart} {'högre' if value > earlier else 'lägre'} än {since}."
    return f"{what} är {_higher(move, facts, decimals)}."
