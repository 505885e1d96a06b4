"""The words for a status: those of a kommun without a scale, and the four for no status."""

from __future__ import annotations

import re
from dataclasses import dataclass

NEGATIONS = {"inte", "ej", "icke"}


@dataclass(frozen=True, slots=True)
class StepWords:
    """A step of a scale that the engine brings along."""

    id: str
    word: str
    word_common: str | None
    forecast: str | None
    forecast_common: str | None
    shape: str
    tone: str


@dataclass(frozen=True, slots=True)
class ScaleWords:
    """A scale that the engine brings along."""

    id: str
    name: str
    steps: tuple[StepWords, ...]


SCALES: dict[str, ScaleWords] = {
    "goals": ScaleWords(
        "maluppfyllelse",
        "Måluppfyllelse",
        (
            StepWords(
                "uppfyllt",
                "uppfyllt",
                "uppfylld",
                "bedöms bli uppfyllt",
                "bedöms bli uppfylld",
                "check",
                "good",
            ),
            StepWords(
                "delvis-uppfyllt",
                "delvis uppfyllt",
                "delvis uppfylld",
                "bedöms bli delvis uppfyllt",
                "bedöms bli delvis uppfylld",
                "half",
                "partly",
            ),
            StepWords(
                "inte-uppfyllt",
                "inte uppfyllt",
                "inte uppfylld",
                "bedöms inte bli uppfyllt",
                "bedöms inte bli uppfylld",
                "cross",
                "bad",
            ),
        ),
    ),
    "tasks": ScaleWords(
        "genomforande",
        "Genomförande",
        (
            StepWords(
                "klart",
                "klart",
                "klar",
                "bedöms bli klart",
                "bedöms bli klar",
                "check",
                "good",
            ),
            StepWords("pagar", "pågår", None, None, None, "half", "neutral"),
            StepWords(
                "inte-paborjat", "inte påbörjat", "inte påbörjad", None, None, "ring", "neutral"
            ),
            StepWords(
                "forsenat",
                "försenat",
                "försenad",
                "bedöms bli försenat",
                "bedöms bli försenad",
                "triangle",
                "bad",
            ),
            StepWords(
                "avbrutet",
                "avbrutet",
                "avbruten",
                "bedöms bli avbrutet",
                "bedöms bli avbruten",
                "cross",
                "bad",
            ),
        ),
    ),
    "trend": ScaleWords(
        "trend",
        "Trend",
        (
            StepWords("battre", "bättre", None, None, None, "up_right", "good"),
            StepWords("oforandrat", "oförändrat", "oförändrad", None, None, "right", "neutral"),
            StepWords("samre", "sämre", None, None, None, "down_right", "bad"),
        ),
    ),
}

# What a writer types, in either gender, and what it says.
NO_STATUS: dict[str, str] = {
    "inte bedömt": "not_judged",
    "inte bedömd": "not_judged",
    "inte mätt ännu": "not_measured",
    "går inte att bedöma": "cannot_be_judged",
    "framgår inte av källan": "not_stated",
}

# What the name of a level ends in where it says by itself how such things are judged.
_NOUNS: dict[str, tuple[str, ...]] = {
    "goals": ("mål", "målområde", "målsättning", "målbild"),
    "tasks": ("uppdrag", "aktivitet", "åtgärd", "insats", "projekt", "uppgift"),
}
_WORD = re.compile(r"\w+")


def judged_as(level: str) -> str:
    """Return which scale goes with the name of a level; nothing where the name does not tell."""
    words = _WORD.findall(level.casefold())
    found = [use for use, nouns in _NOUNS.items() if any(one.endswith(nouns) for one in words)]
    return found[0] if len(found) == 1 else ""
