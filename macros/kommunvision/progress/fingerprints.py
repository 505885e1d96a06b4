"""Short fingerprints of what an occasion says, the same however the file is laid out."""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from dataclasses import fields, is_dataclass, replace
from decimal import Decimal
from enum import Enum
from typing import Any

from kommunvision.model import (
    Corrected,
    Correction,
    Indicator,
    Item,
    Kommun,
    Lock,
    LockedFigure,
    Measurement,
    Occasion,
    Outlook,
    Reference,
    Statement,
    Value,
)
from kommunvision.progress.figures import Figures
from kommunvision.progress.occasions import Occasions
from kommunvision.progress.shown import indicators_of, shown
from kommunvision.swedish.keys import FLAG_WORDS

# Sixteen hexadecimal digits: enough that no two wordings ever meet by chance.
_LENGTH = 16

# What a statement tells the reader. Sources, and a contradiction that is acknowledged later, only
# add to it.
_TOLD = (
    *("status", "verdicts", "trend", "outlook", "value", "comment", "analysis", "measures"),
    *("responsible", "reported", "planned", "actual", "not_stated"),
)
_HEAD = (
    *("name", "kind", "period", "cut_off", "outlook", "locked", "reported_by"),
    *("covers", "overall", "tallies", "scales", "not_stated"),
)

# What may be added to a locked occasion, each part with a correction.
CORRECTABLE = tuple(Corrected)

_NUMBER = re.compile(r"([-+−–]?)(\d+(?: \d{3})*)(?:[.,](\d+))?")
_YES, _NO = (
    next(word for word, told in FLAG_WORDS.items() if told is flag) for flag in (True, False)
)


def lock(occasions: Occasions, figures: Figures, occasion: Occasion) -> Lock:
    """Return the fingerprints of an occasion, with every correction undone."""
    kommun = occasions.kommun
    locked = (
        locked_figure(indicator, one)
        for indicator in indicators_of(occasions, occasion)
        for one in shown(figures, occasion, indicator)
    )
    return Lock(
        occasion=occasion.id,
        head=head_mark(kommun, occasion),
        statements={
            one.about.target: statement_mark(occasions, occasion, undone(occasion, one))
            for one in occasion.statements
            if one.about.target
        },
        figures=tuple(one for one in locked if one),
        where=occasion.where,
    )


def locked_figure(indicator: Indicator, measurement: Measurement) -> LockedFigure | None:
    """Return a figure as a lock keeps it; none where there is no value."""
    if measurement.value is None:
        return None
    women, men = (
        None if one is None else written(one) for one in (measurement.women, measurement.men)
    )
    return LockedFigure(
        indicator=indicator.id,
        period=measurement.period,
        forecast=measurement.forecast,
        value=written(measurement.value),
        women=women,
        men=men,
        where=measurement.where,
    )


def head_mark(kommun: Kommun, occasion: Occasion) -> str:
    """Return the fingerprint of everything but the statements."""
    return _mark({name: _plain(getattr(occasion, name), kommun) for name in _HEAD})


def statement_mark(occasions: Occasions, occasion: Occasion, statement: Statement) -> str:
    """Return the fingerprint of a statement; the words of its scale are part of what it says."""
    told = {name: _plain(getattr(statement, name), occasions.kommun) for name in _TOLD}
    judging = occasions.judging
    judged = [
        judging.status(occasion, statement),
        judging.trend(occasion, statement),
        *(judging.verdict(occasion, statement, one) for one in statement.verdicts),
    ]
    told["steps"] = [
        [(one.outlook is Outlook.FORECAST and one.step.forecast) or one.step.word, one.step.tone]
        for one in judged
        if one and one.step
    ]
    return _mark(told)


def undone(
    occasion: Occasion, statement: Statement, parts: tuple[Corrected, ...] = CORRECTABLE
) -> Statement:
    """Return a statement as it was before it was corrected."""
    first: dict[Corrected, Correction] = {}
    for one in sorted(occasion.corrections, key=lambda one: one.date.sort_key):
        if one.about.target == statement.about.target and one.part in parts:
            first.setdefault(one.part, one)
    for part, correction in first.items():
        statement = with_part(statement, part, correction.before, correction.not_stated)
    return statement


def with_part(
    statement: Statement,
    part: Corrected,
    before: str | None,
    not_stated: frozenset[str] = frozenset(),
) -> Statement:
    """Return a statement with one part as a correction gives it."""
    unstated = statement.not_stated - {part.value}
    if "before" in not_stated:
        unstated |= {part.value}
    value: Any = value_of(before) if part is Corrected.VALUE and before else before
    return replace(statement, **{part.value: value}, not_stated=unstated)


def part_of(statement: Statement, part: Corrected) -> Value | None:
    """Return what a statement says in one of the parts that can be corrected."""
    found: Value | None = getattr(statement, part.value)
    return found


def same(one: Value | None, other: Value | None) -> bool:
    """Tell whether two texts or values say the same to a reader."""
    texts = (None if value is None else written(value) for value in (one, other))
    return next(texts) == next(texts)


def value_of(text: str) -> Value:
    """Return the value that a text writes: a number, yes or no, or words."""
    words = " ".join(text.split())
    if words.lower() in FLAG_WORDS:
        return FLAG_WORDS[words.lower()]
    found = _NUMBER.fullmatch(words)
    if found is None:
        return words
    sign = "-" if found[1] in {"-", "−", "–"} else ""
    return Decimal(f"{sign}{found[2].replace(' ', '')}.{found[3] or '0'}")


def written(value: Value) -> str:
    """Return a value as text that does not depend on how its digits were typed."""
    if isinstance(value, bool):
        return _YES if value else _NO
    if isinstance(value, Decimal):
        digits = format(value, "f")
        short = digits.rstrip("0").rstrip(".") if "." in digits else digits
        return "0" if short in {"-0", ""} else short.replace(".", ",")
    return " ".join(unicodedata.normalize("NFC", value).split())


def _mark(told: dict[str, Any]) -> str:
    # What is left out does not count, so that a new key of the engine breaks no old lock.
    said = {name: value for name, value in told.items() if value not in (None, [], {})}
    text = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:_LENGTH]


def _plain(value: Any, kommun: Kommun | None) -> Any:  # noqa: ANN401 - any value of the model
    """Return a value of the model as JSON has it, free from how it was laid out."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, str | Decimal | bool):
        return written(value)
    if isinstance(value, Reference):
        return [_first_id(value.target, kommun), value.name, value.note, value.place]
    if isinstance(value, frozenset | tuple):
        told = [_plain(one, kommun) for one in value]
        # In which order things are named means nothing; the order of what is told may.
        named = isinstance(value, frozenset) or all(isinstance(one, Reference) for one in value)
        return sorted(told, key=str) if named else told
    if is_dataclass(value):
        parts = {
            one.name: _plain(getattr(value, one.name), kommun)
            for one in fields(value)
            if one.name not in {"where", "contradiction"}
        }
        return {name: said for name, said in parts.items() if said not in (None, [], {})}
    return value


def _first_id(target: str | None, kommun: Kommun | None) -> str | None:
    """Return the first id that an object has had, so that a new one changes nothing."""
    found: Item | None = kommun.by_id.get(target) if kommun and target else None
    return found.former_ids[0] if found and found.former_ids else target
