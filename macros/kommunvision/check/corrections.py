"""A correction stands on a locked occasion, about something that is stated, and changes it."""

from __future__ import annotations

from collections.abc import Iterator

from kommunvision.model import Correction, Kommun, Occasion, Statement
from kommunvision.problem import Problem, problem
from kommunvision.progress.fingerprints import as_before, corrections_of, fact
from kommunvision.swedish.keys import CHOICES, FACTS

WORD_OF = {attribute: key for key, attribute in CHOICES["corrected"].items()}


def corrections(kommun: Kommun) -> Iterator[Problem]:
    """Find corrections that correct nothing."""
    for occasion in kommun.occasions:
        stated = {one.about.target: one for one in occasion.statements}
        chains: dict[tuple[str | None, str], Statement | Occasion] = {}
        for one in occasion.corrections:
            about = one.about.target if one.about else None
            name = about or occasion.id
            said = stated.get(about) if one.about else occasion
            facts = FACTS["statement" if one.about else "occasion"]
            locked = occasion.locked
            if locked is None or one.date.last.is_before(locked.start):
                yield problem("KV920", one.where.of("date"), subject=name, value=name)
            elif said is None:
                yield problem("KV921", one.where.of("about"), subject=name, value=name)
            elif one.part not in facts:
                yield problem(
                    "KV940",
                    one.where.of("part"),
                    subject=name,
                    value=name,
                    part=WORD_OF[one.part],
                    choices=", ".join(field.key for field in facts.values()),
                )
            else:
                chains[about, one.part] = said
        for (about, part), said in chains.items():
            yield from _idle(kommun, said, corrections_of(occasion, about, part))


def _idle(kommun: Kommun, said: Statement | Occasion, chain: list[Correction]) -> Iterator[Problem]:
    """Find a correction after which the same stands as before it."""
    for one in reversed(chain):
        before: Statement | Occasion
        if isinstance(said, Statement):
            name, before = said.about.target, as_before(said, one)
        else:
            name, before = said.id, as_before(said, one)
        if fact(kommun, before, one.part) == fact(kommun, said, one.part):
            yield problem(
                "KV922", one.where.of("before"), subject=name, value=name, part=WORD_OF[one.part]
            )
        said = before
