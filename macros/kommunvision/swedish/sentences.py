"""What an indicator's value says, in sentences: the value, the target, how they lie, the change."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from kommunvision.swedish import aims as about_aims
from kommunvision.swedish import format as swedish
from kommunvision.swedish import movements, periods
from kommunvision.swedish.bounds import Bound
from kommunvision.swedish.facts import Aim, Facts, Move
from kommunvision.swedish.genders import gender_words
from kommunvision.swedish.quantities import (
    amount,
    bare,
    decimals_for,
    difference,
    fitting,
    is_bare,
    value_words,
)
from kommunvision.swedish.quoting import named, one_line, quoted, stopped
from kommunvision.swedish.units import unit

TO_TARGET = "Uträknat av värdet och målvärdet. Det är ingen bedömning av målet."
OF_VALUES = "Uträknat av värdena."

MISSING = {
    "not_yet": "Mätningen är inte klar.",
    "no_statistics": "Det saknas statistik.",
    "every_other_year": "Mätningen görs vartannat år.",
    "too_few": "För få har svarat.",
    "method_changed": "Sättet att mäta har ändrats.",
    "not_measured": "Mätningen görs inte längre.",
    "not_measured_then": "Mätningen görs först från ett senare år.",
    "not_stated": "Siffran framgår inte av källan.",
}
"""Why there is no value, in a sentence."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, and of what it is reckoned if it is arithmetic, which is marked as such."""

    text: str
    reckoned: str | None = None


def indicator_sentences(facts: Facts) -> tuple[str, ...]:
    """Return everything that is said of a value, the most important first."""
    return tuple(one.text for one in told(facts))


def told(facts: Facts) -> tuple[Sentence, ...]:
    """Return the sentences about a value, each with its mark."""
    return tuple(_told(facts))


def _told(facts: Facts) -> Iterator[Sentence]:
    shown = about_aims.shown_decimals(facts)
    if facts.period is None or facts.value is None:
        yield from map(Sentence, _nothing(facts))
    else:
        yield Sentence(_opening(facts, shown))
        if facts.position is not None:
            yield Sentence(_position(facts))
        if facts.preliminary and not facts.forecast:
            yield Sentence("Värdet är preliminärt.")
        if facts.definition is not None:
            yield Sentence(f"Värdet är räknat enligt {quoted(facts.definition)}.")
    yield from _targets_and_changes(facts, shown)
    yield from map(Sentence, _genders(facts))
    if facts.break_before is not None and facts.period is not None:
        earlier = "tidigare år" if facts.period.kind == "year" else "tidigare värden"
        reason = stopped(facts.break_before)
        yield Sentence(f"Värdet går inte att jämföra med {earlier}: {reason}")
    if facts.revised is not None:
        old = value_words(facts.revised.value, facts.unit, facts.decimals)
        yield Sentence(f"Värdet ändrades {_day(facts.revised.date)}.")
        yield Sentence(f"Innan dess var det {old}.")
        yield Sentence(f"Skäl: {stopped(facts.revised.reason)}")
    for period, reason in facts.missing_since:
        yield Sentence(f"{swedish.capital(_no_value(facts))} för {periods.about(period)}.")
        yield Sentence(MISSING[reason])
    if facts.expected is not None:
        expected = value_words(facts.expected.value, facts.unit, facts.decimals)
        yield Sentence(f"Prognosen för {periods.about(facts.expected.period)} är {expected}.")


# The value.


def _opening(facts: Facts, shown: int | None) -> str:
    period, value = facts.period, facts.value
    if period is None or value is None:
        return ""
    words = value_words(value, facts.unit, shown)
    when = periods.at(period)
    pattern = one_line(facts.sentence or "")
    if facts.forecast:
        what = "svaret" if isinstance(value, bool) else "värdet"
        return f"{named(facts.name)} {_after(facts.name, what)} väntas bli {words} {when}."
    if _VALUE in pattern:
        return stopped(_filled(pattern, facts, words, when))
    if isinstance(value, bool):
        return f"{named(facts.name)} {_after(facts.name, 'svaret')} var {words} {when}."
    if is_bare(words) and period.kind in {"year", "years"}:
        # "4 år 2025" would be four years.
        what = "antalet" if unit(facts.unit).counted and "," not in words else "värdet"
        return f"{named(facts.name)} {_after(facts.name, when)} var {what} {words}."
    return f"{named(facts.name)} {words} {when}."


_VALUE = "{värde}"
_PERIOD = "{period}"


def _filled(pattern: str, facts: Facts, words: str, when: str) -> str:
    if _PERIOD not in pattern:
        pattern = f"{_PERIOD}: {pattern}"
    after = pattern.partition(_VALUE)[2].strip().casefold()
    forms = unit(facts.unit)
    named = {forms.one, forms.many, facts.unit or ""} - {""}
    # The writer has put the unit in the sentence, perhaps in a form of its own.
    if isinstance(facts.value, Decimal | Bound) and any(
        re.match(rf"{re.escape(form.casefold())}(?!\w)", after) for form in named
    ):
        words = bare(facts.value, about_aims.shown_decimals(facts))
    # In one sweep, so that a value which looks like a place is not taken for one.
    filling = {_VALUE: words, _PERIOD: when}
    text = re.sub(
        f"{re.escape(_VALUE)}|{re.escape(_PERIOD)}", lambda found: filling[found[0]], pattern
    )
    return swedish.capital(text)


def _after(name: str, word: str) -> str:
    return swedish.capital(word) if named(name).endswith(("?", "!")) else word


def _position(facts: Facts) -> str:
    place, number_of = facts.position or (0, 0)
    scale = f" {quoted(facts.scale)}" if facts.scale else ""
    return f"Det är steg {place} av {number_of} på skalan{scale}, räknat från det bästa."


def _nothing(facts: Facts) -> Iterator[str]:
    lead, none = named(facts.name), _after(facts.name, _no_value(facts))
    if facts.period is None:
        yield f"{lead} {none} ännu."
        return
    yield f"{lead} {none} för {periods.about(facts.period)}."
    if facts.missing is not None:
        yield MISSING[facts.missing]
    if facts.latest is not None:
        value = value_words(facts.latest.value, facts.unit, facts.decimals)
        yield f"Det senaste värdet är {value}, från {periods.about(facts.latest.period)}."


def _no_value(facts: Facts) -> str:
    figure = facts.unit is not None or facts.decimals is not None
    return "det finns ingen siffra" if figure else "det finns inget värde"


# The targets and the changes.


def _targets_and_changes(facts: Facts, shown: int | None) -> Iterator[Sentence]:
    # A later target that is only told does not make it unclear which one a sentence is about.
    whole = [aim for aim in facts.aims if not aim.target.whom]
    alone = sum(1 for aim in whole if aim.conditions or not aim.later) == 1
    moves = list(facts.moves) if facts.value is not None else []
    decimals = shown or 0
    for aim in whole:
        yield from map(Sentence, about_aims.target_sentences(aim, facts, alone=alone))
        if facts.value is None:
            continue
        for basis in about_aims.basis_sentences(aim, facts, decimals):
            yield Sentence(basis, TO_TARGET)
        yield from map(Sentence, about_aims.unsaid_sentences(aim, facts))
        lies = about_aims.how_it_lies(aim, facts, decimals, alone=alone)
        yield from (Sentence(one, TO_TARGET) for one in about_aims.answers(aim, facts))
        if not lies:
            continue
        tail = ""
        if alone and len(lies) == 1 and moves and movements.can_follow(moves[0], facts):
            tail = movements.tail(aim, moves.pop(0), facts, decimals)
        start = swedish.capital(about_aims.subject(facts))
        yield Sentence(f"{start} {swedish.listing(lies)}{tail}.", TO_TARGET)
    for move in moves:
        yield _moved(move, facts, decimals)
    yield from _for_some([aim for aim in facts.aims if aim.target.whom], facts)


def _moved(move: Move, facts: Facts, decimals: int) -> Sentence:
    reckoned = OF_VALUES if movements.is_reckoned(move, facts) else None
    return Sentence(movements.moved(move, facts, decimals), reckoned)


def _for_some(aims: Sequence[Aim], facts: Facts) -> Iterator[Sentence]:
    """Yield the targets that are not for the whole, and how those that they are for lie to them."""
    held = [aim.target.whom for aim in aims if aim.held or not aim.later]
    alone = len(held) == len(set(held))
    # With one plain target each, all are told before all values: it reads as one comparison.
    plain = all(
        about_aims.is_shown_exactly(one)
        for aim in aims
        for some in aim.held
        for one in some.conditions
    )
    names = [name for aim in aims for name in aim.target.whom]
    for group in [aims] if plain and len(names) == len(set(names)) else [[aim] for aim in aims]:
        for aim in group:
            yield from map(Sentence, about_aims.target_sentences(aim, facts, alone=alone))
        for aim in group:
            yield from _held(aim, facts, alone=alone)


def _held(aim: Aim, facts: Facts, *, alone: bool) -> Iterator[Sentence]:
    for one in aim.held:
        own = replace(
            facts,
            whom=one.whom,
            value=one.value,
            position=None,
            baseline=one.baseline,
            aims=(replace(aim, conditions=one.conditions, held=()),),
        )
        if one.value is None:
            yield Sentence(f"{swedish.capital(_no_value(own))}{about_aims.of_whom(own)}.")
            if one.missing is not None:
                yield Sentence(MISSING[one.missing])
        else:
            yield from _how_some_lie(own, one.moves, alone=alone)


def _how_some_lie(own: Facts, moves: Sequence[Move], *, alone: bool) -> Iterator[Sentence]:
    (aim,) = own.aims
    shown = about_aims.shown_decimals(own)
    decimals = shown or 0
    for basis in about_aims.basis_sentences(aim, own, decimals):
        yield Sentence(basis, TO_TARGET)
    start = f"{swedish.capital(about_aims.subject(own))} är"
    words = value_words(own.value, own.unit, shown) if own.value is not None else ""
    lies = about_aims.how_it_lies(aim, own, decimals, alone=alone)
    if len(lies) == 1:
        yield Sentence(f"{start} {words} och {lies[0]}.", TO_TARGET)
    else:
        yield Sentence(f"{start} {words}.")
    if len(lies) > 1:
        yield Sentence(f"Det {swedish.listing(lies)}.", TO_TARGET)
    yield from (Sentence(one, TO_TARGET) for one in about_aims.answers(aim, own))
    yield from map(Sentence, about_aims.unsaid_sentences(aim, own))
    for move in moves:
        yield _moved(move, own, decimals)


# The rest.


def _genders(facts: Facts) -> Iterator[str]:
    women, men, name = facts.women, facts.men, facts.unit
    girls, boys = gender_words(facts.genders).values()
    least = facts.decimals
    what = "svaret" if isinstance(women if women is not None else men, bool) else "värdet"
    counted = unit(name).counted
    if counted and what == "värdet":
        what, name = "antalet", None
    verb = f"väntas {what} bli" if facts.forecast else f"var {what}"
    if isinstance(women, Decimal) and isinstance(men, Decimal):
        start = max(decimals_for(women, least), decimals_for(men, least))
        exact = fitting(women, men, start)
        if women == men:
            same = f"{what} väntas bli detsamma" if facts.forecast else f"{what} var detsamma"
            both = amount(women, name, exact)
            yield f"{swedish.capital(same)} bland {girls} och {boys}: {both}."
            return
        yield (
            f"Bland {girls} {verb} {amount(women, name, exact)} och bland {boys} "
            f"{amount(men, name, exact)}."
        )
        yield f"Skillnaden är {difference(women, men, name, exact)}."
        return
    each = ((girls, women), (boys, men))
    told = [(who, value_words(value, name, least)) for who, value in each if value is not None]
    if told:
        (who, words), *others = told
        more = "".join(f" och bland {other} {theirs}" for other, theirs in others)
        yield f"Bland {who} {verb} {words}{more}."


def _day(when: swedish.Span) -> str:
    point = when.start
    word = "den " if point.day else "i " if point.month else "" if point.season else "år "
    return f"{word}{swedish.date(when)}"
