"""Short fingerprints of what an occasion says, the same however the file is laid out."""

from __future__ import annotations

import hashlib
import json
import unicodedata
from dataclasses import MISSING, fields, is_dataclass, replace
from decimal import Decimal
from enum import Enum
from typing import Any, TypeVar

from kommunvision.model import (
    Bound,
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
from kommunvision.progress.judgements import Judgement
from kommunvision.progress.occasions import Occasions
from kommunvision.progress.shown import indicators_of, shown
from kommunvision.swedish.keys import FACTS, FLAG_WORDS

# Sixteen hexadecimal digits: enough that no two wordings ever meet by chance.
_LENGTH = 16

# A document and a decision are the same on whatever page they are found.
_NAMED_ONLY = {"sources", "decisions"}

_UNSTATED = ["not stated"]

_YES, _NO = (
    next(word for word, told in FLAG_WORDS.items() if told is flag) for flag in (True, False)
)

_Locked = TypeVar("_Locked", Statement, Occasion)


def lock(occasions: Occasions, figures: Figures, occasion: Occasion) -> Lock:
    """Return the fingerprints of an occasion, with every correction undone."""
    locked = (
        locked_figure(indicator, one)
        for indicator in indicators_of(occasions, occasion)
        for one in shown(figures, occasion, indicator)
    )
    return Lock(
        occasion=occasion.id,
        head=head_marks(occasions.kommun, head_undone(occasion)),
        statements={
            one.about.target: statement_marks(occasions, occasion, one)
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
        parts={one.name: written(one.value) for one in measurement.parts if one.value is not None},
        where=measurement.where,
    )


def head_marks(kommun: Kommun, occasion: Occasion) -> dict[str, str]:
    """Return the fingerprint of each thing that an occasion says besides its statements."""
    return _marks({name: _said(occasion, name, kommun) for name in FACTS["occasion"]})


def statement_marks(
    occasions: Occasions, occasion: Occasion, statement: Statement
) -> dict[str, str]:
    """Return the fingerprint of each thing that a statement said, with its corrections undone.

    The words of its scales are part of what it says.
    """
    then, one = head_undone(occasion), undone(occasion, statement)
    told = {name: _said(one, name, occasions.kommun) for name in FACTS["statement"]}
    judging = occasions.judging
    judged: dict[str, list[Judgement | None]] = {
        "status": [judging.status(then, one)],
        "trend": [judging.trend(then, one)],
        "verdicts": [judging.verdict(then, one, verdict) for verdict in one.verdicts],
    }
    for name, found in judged.items():
        if told[name] not in _NOTHING:
            told[name] = [told[name], *(_step(judgement) for judgement in found)]
    return _marks(told)


def _step(judged: Judgement | None) -> list[str]:
    if judged is None or judged.step is None:
        return []
    forecast = judged.step.forecast if judged.outlook is Outlook.FORECAST else None
    return [forecast or judged.step.word, judged.step.tone.value]


def corrections_of(
    occasion: Occasion, about: str | None, part: str | None = None
) -> list[Correction]:
    """Return the corrections of a statement, or of the occasion itself, the earliest first."""
    found = [
        one
        for one in occasion.corrections
        if (one.about.target if one.about else None) == about and part in {None, one.part}
    ]
    return sorted(found, key=lambda one: one.date.sort_key)


def undone(occasion: Occasion, statement: Statement) -> Statement:
    """Return a statement as it was before it was corrected."""
    for one in reversed(corrections_of(occasion, statement.about.target)):
        if one.part in FACTS["statement"]:
            statement = as_before(statement, one)
    return statement


def head_undone(occasion: Occasion) -> Occasion:
    """Return an occasion as it was before it was corrected; its statements are as they are."""
    then = occasion
    for one in reversed(corrections_of(occasion, None)):
        if one.part in FACTS["occasion"]:
            then = as_before(then, one)
    return then


def as_before(said: _Locked, correction: Correction) -> _Locked:
    """Return a statement or an occasion with what stood before one correction."""
    part, before = correction.part, correction.before
    unstated = said.not_stated - {part}
    if "before" in correction.not_stated:
        unstated |= {part}
    if before is None:
        field = next(one for one in fields(said) if one.name == part)
        # What an occasion cannot be without has never been nothing.
        before = getattr(said, part) if field.default is MISSING else field.default
    changed: dict[str, Any] = {part: before, "not_stated": unstated}
    return replace(said, **changed)


def fact(kommun: Kommun, said: Statement | Occasion, part: str) -> object:
    """Return what something says in one of the parts that are locked, the same however typed."""
    return _said(said, part, kommun)


def same(one: Value | None, other: Value | None) -> bool:
    """Tell whether two texts or values say the same to a reader."""
    texts = (None if value is None else written(value) for value in (one, other))
    return next(texts) == next(texts)


def written(value: Value) -> str:
    """Return a value as text that does not depend on how its digits were typed."""
    if isinstance(value, bool):
        return _YES if value else _NO
    if isinstance(value, Decimal):
        digits = format(value, "f")
        short = digits.rstrip("0").rstrip(".") if "." in digits else digits
        return "0" if short in {"-0", ""} else short.replace(".", ",")
    if isinstance(value, Bound):
        return f"{value.words} {written(value.number)}"
    return " ".join(unicodedata.normalize("NFC", value).split())


_NOTHING: tuple[Any, ...] = (None, [], {})


def _said(said: Statement | Occasion, name: str, kommun: Kommun) -> Any:  # noqa: ANN401 - any value of the model
    if name in said.not_stated:
        return _UNSTATED
    value = getattr(said, name)
    if name in _NAMED_ONLY:
        return sorted(str(_first_id(ref.target, kommun) or ref.name) for ref in value)
    return _plain(value, kommun)


def _marks(told: dict[str, Any]) -> dict[str, str]:
    # What is left out has no mark, so that a new key of the engine breaks no old lock.
    return {name: _mark(value) for name, value in told.items() if value not in _NOTHING}


def _mark(said: Any) -> str:  # noqa: ANN401 - what JSON can tell
    text = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:_LENGTH]


def _plain(value: Any, kommun: Kommun | None) -> Any:  # noqa: ANN401 - any value of the model
    """Return a value of the model as JSON has it, free from how it was laid out."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, str | Decimal | bool | Bound):
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
