"""The words that a kommun judges with, and those of a kommun that has written none."""

from __future__ import annotations

from enum import StrEnum
from functools import cache

from kommunvision.model import Scale, ScaleStep, ScaleUse, Shape, Tone
from kommunvision.origin import Origin, Where
from kommunvision.swedish import statuses

# What the engine brings along is written in no file of the kommun's.
_NOWHERE = Where(Origin(""))


class NoStatus(StrEnum):
    """Why a statement carries no step of a scale; they are different things."""

    NOT_JUDGED = "not_judged"
    NOT_MEASURED = "not_measured"
    CANNOT_BE_JUDGED = "cannot_be_judged"
    NOT_STATED = "not_stated"
    """Judged, but the source does not tell how."""
    COMMENTED = "commented"
    """Followed up in words alone, as everything at its occasion is."""


@cache
def default_scale(use: ScaleUse) -> Scale:
    """Return the scale for a kommun that has none for a use."""
    # Goals and indicators share one set of words.
    table = statuses.SCALES["goals" if use is ScaleUse.INDICATORS else use.value]
    return Scale(
        id=table.id,
        name=table.name,
        use=(use,),
        steps=tuple(
            ScaleStep(
                id=step.id,
                word=step.word,
                word_common=step.word_common,
                forecast=step.forecast,
                forecast_common=step.forecast_common,
                shape=Shape(step.shape),
                tone=Tone(step.tone),
                where=_NOWHERE,
            )
            for step in table.steps
        ),
        where=_NOWHERE,
    )


def no_status(word: str) -> NoStatus | None:
    """Return what a fixed word says, if the text is one of those for no status."""
    found = statuses.NO_STATUS.get(" ".join(word.casefold().split()))
    return NoStatus(found) if found else None


def step_named(scale: Scale, word: str) -> ScaleStep | None:
    """Return the step with an id or a word, in any of the word's forms."""
    wanted = " ".join(word.casefold().split())
    for step in scale.steps:
        words = (step.word, step.word_common, step.forecast, step.forecast_common)
        forms = (step.id, *words)
        if wanted in {" ".join(form.casefold().split()) for form in forms if form}:
            return step
    return None


def ranked(scale: Scale) -> tuple[ScaleStep, ...]:
    """Return the steps that are better and worse than one another, the best first."""
    return tuple(step for step in scale.steps if not step.apart)


def place_on(scale: Scale | None, word: str) -> int | None:
    """Return the place of a word among a scale's ranked steps; 0 is the best."""
    step = step_named(scale, word) if scale else None
    if scale is None or step is None or step.apart:
        return None
    return ranked(scale).index(step)
