"""Declared exceptions silence warnings and advice, never errors, and are themselves checked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kommunvision.check.suggest import Guesses
from kommunvision.model import DeclaredException, Kommun
from kommunvision.problem import Problem, problem
from kommunvision.swedish.problems import HINTS, PROBLEMS, Severity


def apply(kommun: Kommun, found: Iterable[Problem]) -> Iterator[Problem]:
    """Yield the problems that no exception covers, and those of the exceptions themselves."""
    guesses = Guesses()
    sound = []
    for exception in kommun.exceptions:
        wrong_code = list(_code(exception))
        yield from wrong_code
        yield from _subjects(kommun, exception, guesses)
        if not wrong_code:
            sound.append(exception)
    silenced: dict[int, set[str | None]] = {place: set() for place in range(len(sound))}
    for one in found:
        covering = [place for place, exception in enumerate(sound) if _covers(exception, one)]
        for place in covering:
            silenced[place].add(one.subject)
        if not covering:
            yield one
    for place, exception in enumerate(sound):
        # Hints are given when somebody asks for them, so nobody knows here.
        if exception.code not in HINTS:
            yield from _unused(kommun, exception, silenced[place])


def _covers(exception: DeclaredException, found: Problem) -> bool:
    return exception.code == found.code and (
        not exception.subjects or found.subject in exception.subjects
    )


def _code(exception: DeclaredException) -> Iterator[Problem]:
    origin = exception.where.of("code")
    text = PROBLEMS.get(exception.code)
    if text is None:
        # Codes are too like one another for a guess; only their case is mended.
        code = exception.code.upper()
        meant = code if code in PROBLEMS else None
        yield problem("KV504", origin, suggestion=meant, value=exception.code)
    elif text.severity is Severity.ERROR:
        yield problem("KV506", origin, value=exception.code)


def _subjects(kommun: Kommun, exception: DeclaredException, guesses: Guesses) -> Iterator[Problem]:
    for place, subject in enumerate(exception.subjects):
        if subject not in kommun.by_id:
            yield problem(
                "KV505",
                exception.where.of("subjects", place),
                suggestion=guesses.item_id(subject, kommun.items),
                value=subject,
            )


def _unused(
    kommun: Kommun, exception: DeclaredException, used: set[str | None]
) -> Iterator[Problem]:
    if not used:
        yield problem("KV503", exception.where.origin, value=exception.code)
        return
    for place, subject in enumerate(exception.subjects):
        if subject in kommun.by_id and subject not in used:
            yield problem("KV503", exception.where.of("subjects", place), value=exception.code)
