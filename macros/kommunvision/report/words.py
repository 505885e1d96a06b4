"""A problem in words: what every form of report has in common."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from kommunvision.origin import Origin
from kommunvision.problem import Problem, Problems
from kommunvision.swedish.problems import PROBLEMS, SUGGESTION, Severity

# Control, format, surrogate and private characters and line separators: text may hold them, a
# terminal may act on them, and nobody sees them.
_UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}

_HARD = "\u00a0"
_SEEN = "<U+00A0>"

# A value of this length is no word any more; a circle of goals may be long and is worth seeing.
_LONGEST = 400


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem with its words."""

    code: str
    severity: Severity
    title: str
    message: str
    remedy: str
    origin: Origin
    related: tuple[Origin, ...]


def findings(problems: Iterable[Problem]) -> tuple[Finding, ...]:
    """Put problems in words, each once, sorted by file, line and column."""
    return tuple(finding(problem) for problem in Problems(problems))


def severity(problem: Problem) -> Severity:
    """Return how grave a problem is."""
    return PROBLEMS[problem.code].severity


def counts(problems: Iterable[Problem]) -> Counter[Severity]:
    """Return how many problems there are of each severity."""
    return Counter(severity(problem) for problem in Problems(problems))


def visible(text: str) -> str:
    """Return a text with each unseen character as its number: ``<U+001B>``."""
    # Nearly every text is printable, and one look at the whole is quick.
    if text.isprintable():
        return text
    return "".join(map(visible_character, text))


@cache
def visible_character(character: str) -> str:
    """Return a character, or its number if it cannot be seen."""
    if unicodedata.category(character) in _UNSEEN:
        return f"<U+{ord(character):04X}>"
    return character


def _ends(text: str) -> str:
    """Return a text whose first and last hard spaces can be seen; it looks right without them."""
    inner = text.strip(_HARD)
    if len(inner) == len(text):
        return text
    before, _, after = text.partition(inner)
    return f"{_SEEN * len(before)}{inner}{_SEEN * len(after)}"


def _short(text: str) -> str:
    """Return a text, or its beginning and end: a message is read, whatever was written."""
    if len(text) <= _LONGEST:
        return text
    return f"{text[: _LONGEST // 2]} … {text[-_LONGEST // 4 :]}"


def finding(problem: Problem) -> Finding:
    """Put a problem in words."""
    text = PROBLEMS[problem.code]
    details = {name: visible(_ends(_short(value))) for name, value in problem.details.items()}
    message = text.message.format_map(details)
    remedy = text.remedy.format_map(details)
    # A suggestion that looks like what was written (a letter in two parts) helps nobody.
    if problem.suggestion and f'"{problem.suggestion}"' not in message:
        remedy = SUGGESTION.format(suggestion=visible(problem.suggestion))
    return Finding(
        problem.code,
        text.severity,
        text.title,
        message,
        remedy,
        problem.origin,
        problem.related,
    )
