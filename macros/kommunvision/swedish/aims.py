"""Sentences about a target and how a value lies to it."""

from __future__ import annotations

from decimal import Decimal

from kommunvision.swedish import format as swedish
from kommunvision.swedish import periods
from kommunvision.swedish.bounds import Bound
from kommunvision.swedish.facts import Aim, Condition, Facts
from kommunvision.swedish.quantities import (
    amount,
    decimals_for,
    decimals_in,
    difference,
    distance,
    fitting,
    number,
    rounded,
)
from kommunvision.swedish.quoting import quoted
from kommunvision.swedish.target_words import by_when, demanded, every_year, for_whom, who
from kommunvision.swedish.units import unit

_CANNOT_TELL = "Det går inte att räkna ut hur {subject} ligger till målet."

# What is told where a target's arithmetic cannot be, by reason; the others tell themselves.
_UNSAID = {
    "other_kind": _CANNOT_TELL,
    "no_rank": _CANNOT_TELL,
    "only_bound": _CANNOT_TELL,
    "no_baseline": "Det finns inget utgångsläge att räkna från.",
    "not_comparable": "Det finns inget tidigare värde att jämföra med.",
}


def noun(aim: Aim) -> str:
    """Return what a target is called: a step on the way has a word of its own."""
    return "delmålet" if aim.target.milestone else "målet"


def target_sentences(aim: Aim, facts: Facts, *, alone: bool) -> tuple[str, ...]:
    """Return what a target demands; several are told apart by their periods."""
    target = aim.target
    baseline = facts.baseline.period if facts.baseline else None
    demands = demanded(target, facts.unit, baseline)
    whom = f" {for_whom(target.whom, facts.genders)}" if target.whom else ""
    head = f"{swedish.capital(noun(aim))}{whom}{_for_when(aim, alone=alone)}"
    deadline = f" {by_when(target.deadline)}" if target.deadline is not None else ""
    if demands:
        said = [f"{head} är {swedish.listing([one.clause for one in demands])}{deadline}."]
    elif target.text:
        said = [f"{head} är enligt källan {quoted(target.text)}{deadline}."]
    else:
        return ()
    if target.change is not None and target.compared is None:
        stated = "compared" in target.not_stated
        said.append(
            "Källan säger inte jämfört med vad."
            if stated
            else "Det är inte angivet vad förändringen räknas från."
        )
    return tuple(said)


def _for_when(aim: Aim, *, alone: bool) -> str:
    target = aim.target
    if target.every_year:
        return "" if target.compared == "each_year" else f" {every_year(target)}"
    if target.period is not None:
        if aim.later:
            return f" till {periods.about(target.period)}"
        if target.whom and not alone:
            return f" {periods.at(target.period)}"
        return "" if alone else f" för {periods.about(target.period)}"
    return "" if alone or target.deadline is not None else " utan årtal"


def basis_sentences(aim: Aim, facts: Facts, decimals: int) -> tuple[str, ...]:
    """Return what a target's number is counted from, where it is not a number of its own."""
    said = []
    for one in aim.conditions:
        if one.bound is not None and one.kind == "percent":
            said.append(_from_baseline(one.bound, facts, decimals))
        elif one.bound is not None and one.kind == "relative" and one.theirs is not None:
            theirs = amount(one.theirs, facts.unit, decimals)
            bound = amount(one.bound, facts.unit, decimals)
            means = "" if one.bound == one.theirs else f", så målet motsvarar {bound}"
            value = "Motsvarande värde" if facts.whom else "Värdet"
            said.append(f"{value} för {quoted(one.group)} var {theirs}{means}.")
    return tuple(one for one in dict.fromkeys(said) if one)


def unsaid_sentences(aim: Aim, facts: Facts) -> tuple[str, ...]:
    """Return why it cannot be counted how a value lies to a target."""
    said = []
    for one in aim.conditions:
        if one.unsaid == "no_group_value":
            said.append(f"Det finns inget värde för {quoted(one.group)} att jämföra med.")
        elif one.unsaid == "no_baseline" and facts.baseline is not None:
            said.append("Det går inte att räkna i procent från utgångsläget.")
        elif one.unsaid in _UNSAID:
            said.append(_UNSAID[one.unsaid].format(subject=subject(facts)))
    return tuple(dict.fromkeys(said))


def _from_baseline(bound: Decimal, facts: Facts, decimals: int) -> str:
    start = facts.baseline
    if start is None or not isinstance(start.value, Decimal):
        return ""
    nearly = "" if rounded(bound, decimals) == bound else "ungefär "
    return (
        f"Räknat från {amount(start.value, facts.unit)} {periods.at(start.period)} "
        f"motsvarar det {nearly}{amount(bound, facts.unit, decimals)}."
    )


def subject(facts: Facts) -> str:
    """Return what lies above or below a target."""
    return ("prognosen" if facts.forecast else "utfallet") + of_whom(facts)


def of_whom(facts: Facts) -> str:
    """Return whose value it is, after the word for it; nothing where it is that of the whole."""
    return f" för {who(facts.whom, facts.genders)}" if facts.whom else ""


def how_it_lies(aim: Aim, facts: Facts, decimals: int, *, alone: bool) -> tuple[str, ...]:
    """Return how a value lies to each condition: ``ligger 3,5 procentenheter under målet``."""
    if not isinstance(facts.value, Decimal):
        return ()
    telling = [one for one in aim.conditions if one.gap is not None and one.kind != "change"]
    what = noun(aim) if alone else f"det {noun(aim)}"
    several = len(telling) > 1
    said = [
        _lies(one, facts, decimals, _bound(one, facts, decimals) if several else what)
        for one in telling
    ]
    # The verb is said once.
    return (*said[:1], *(one.removeprefix("ligger ") for one in said[1:]))


def _bound(condition: Condition, facts: Facts, decimals: int) -> str:
    if condition.bound is None:
        return "intervallet"
    return amount(condition.bound, facts.unit, None if is_shown_exactly(condition) else decimals)


def _lies(condition: Condition, facts: Facts, decimals: int, what: str) -> str:
    gap, bound, value = condition.gap, condition.bound, facts.value
    if condition.kind == "interval" and condition.verdict:
        return "ligger inom intervallet"
    if gap is None or bound is None or not isinstance(value, Decimal):
        return ""
    if condition.kind == "rank":
        return _placed(condition, value, bound, what)
    target = "intervallet" if condition.kind == "interval" else what
    if gap:
        above, below = ("efter", "före") if unit(facts.unit).rank else ("över", "under")
        apart = difference(value, bound, facts.unit, decimals)
        return f"ligger {apart} {above if gap > 0 else below} {target}"
    outside = condition.kind in {"over", "under"}
    return f"ligger precis på {'gränsen, som inte räknas in' if outside else target}"


def _placed(condition: Condition, value: Decimal, bound: Decimal, what: str) -> str:
    if condition.verdict:
        best = f"bland de {number(bound)} bästa"
        return f"ligger {'på plats 1' if bound == 1 else best}"
    places = distance(value, bound, 0)
    return f"ligger {places} {'plats' if places == '1' else 'platser'} efter {what}"


def answers(aim: Aim, facts: Facts) -> tuple[str, ...]:
    """Return how an answer or a word lies to what a target wants."""
    said = []
    for one in aim.conditions:
        if one.verdict is None or one.gap is not None:
            continue
        if one.kind in {"exactly", "yes"} or isinstance(facts.value, Bound):
            word = "är" if one.verdict else "är inte"
            said.append(f"{swedish.capital(subject(facts))} {word} det som målet anger.")
        if one.kind == "done":
            word = "klart" if one.verdict else "inte klart"
            said.append(f"Enligt värdet{of_whom(facts)} är det {word}.")
    return tuple(said)


def is_shown_exactly(condition: Condition) -> bool:
    """Tell whether a bound is shown as it is written, and not rounded as the value is."""
    return condition.kind not in {"percent", "relative", "change"}


def least_decimals(aim: Aim) -> int:
    """Return how many decimals the margins of a target need."""
    return max((decimals_in(one.margin) for one in aim.target.relative), default=0)


def shown_decimals(facts: Facts) -> int | None:
    """Return with how many decimals the value is told, so that it agrees with every target."""
    value = facts.value
    if not isinstance(value, Decimal):
        return facts.decimals
    shown, before = decimals_for(value, facts.decimals), -1
    while shown != before:
        before = shown
        for aim in facts.aims:
            for one in aim.conditions:
                shown = _agreeing(value, aim, one, shown)
    return shown


def _agreeing(value: Decimal, aim: Aim, one: Condition, shown: int) -> int:
    if one.bound is None or one.gap is None or one.kind == "change":
        return shown
    least = max(shown, least_decimals(aim))
    if one.theirs is not None:
        least = fitting(one.bound, one.theirs, least)
    written = is_shown_exactly(one)
    return fitting(value, one.bound, least, as_written=written)
