"""A correction stands on a locked occasion, about something that is stated, and changes it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from kommunvision.model import Corrected, Correction, Kommun, Statement, Value
from kommunvision.problem import Problem, problem
from kommunvision.progress.fingerprints import part_of, same, value_of
from kommunvision.swedish.keys import CHOICES

WORD_OF = {value: word for word, value in CHOICES["corrected"].items()}


def corrections(kommun: Kommun) -> Iterator[Problem]:
    """Find corrections that correct nothing."""
    for occasion in kommun.occasions:
        stated = {one.about.target: one for one in occasion.statements}
        chains: defaultdict[tuple[str, Corrected], list[Correction]] = defaultdict(list)
        for one in sorted(occasion.corrections, key=lambda one: one.date.sort_key):
            about = one.about.target or ""
            statement = stated.get(about)
            locked = occasion.locked
            if locked is None or one.date.last.is_before(locked.start):
                yield problem("KV920", one.where.of("date"), subject=about, value=about)
            elif statement is None:
                yield problem("KV921", one.where.of("about"), subject=about, value=about)
            else:
                chains[about, one.part].append(one)
        for (about, part), chain in chains.items():
            yield from _idle(stated[about], part, chain)


def _idle(statement: Statement, part: Corrected, chain: list[Correction]) -> Iterator[Problem]:
    """Find a correction after which the same stands as before it."""
    stands = (part_of(statement, part), part.value in statement.not_stated)
    for one in reversed(chain):
        before: Value | None = one.before
        if one.before and part is Corrected.VALUE:
            before = value_of(one.before)
        stood = (before, "before" in one.not_stated)
        if same(stood[0], stands[0]) and stood[1] is stands[1]:
            yield problem(
                "KV922",
                one.where.of("before"),
                subject=one.about.target,
                value=one.about.target,
                part=WORD_OF[part.value],
            )
        stands = stood
