"""What the data states rests on a decision and a source, or the data says that it cannot."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from kommunvision.check.walk import links, who
from kommunvision.model import DecisionKind, Goal, Indicator, Item, Kommun, Standing, Vision
from kommunvision.problem import Problem, problem
from kommunvision.swedish.keys import RECORDS
from kommunvision.swedish.problems.evidence import some

_DECIDED = {Standing.DECIDED, Standing.IN_FORCE}


def decisions(kommun: Kommun) -> Iterator[Problem]:
    """Find decisions that pass over in silence who decided, or when."""
    keys = {field.attribute: field.key for field in RECORDS["decision"].fields}
    for decision in kommun.decisions:
        for attribute, value in (("body", decision.body), ("date", decision.date)):
            # One that is written and cannot be read is a fault of its own.
            if value is None and (attribute,) not in decision.where.fields:
                yield problem(
                    "KV510",
                    decision.where.origin,
                    subject=decision.id,
                    id=decision.id,
                    key=keys[attribute],
                )


def grounds(kommun: Kommun) -> Iterator[Problem]:
    """Find visions, goals and indicators without a source, and those that want a decision."""
    items: tuple[Vision | Goal | Indicator, ...] = (
        *kommun.visions,
        *kommun.goals,
        *kommun.indicators,
    )
    for item in items:
        if ("sources",) not in item.where.fields:
            yield _missing("KV512", kommun, item)
        if _is_decided(kommun, item) and ("decisions",) not in item.where.fields:
            yield _missing("KV511", kommun, item)


def _is_decided(kommun: Kommun, item: Vision | Goal | Indicator) -> bool:
    """Whether somebody decides it: a vision always, a goal if its level says who."""
    if isinstance(item, Indicator) or item.standing is Standing.EXAMPLE:
        return False
    level = kommun.level_of(item)
    return level is None or bool(level.decided_by)


def only_proposed(kommun: Kommun) -> Iterator[Problem]:
    """Find proposals that visions and goals rest on alone that are said to be decided."""
    proposals = {one.id for one in kommun.decisions if one.kind is DecisionKind.PROPOSAL}
    resting: defaultdict[str | None, list[Vision | Goal]] = defaultdict(list)
    items: tuple[Vision | Goal, ...] = (*kommun.visions, *kommun.goals)
    for item in items:
        named = [one.target for one in item.decisions]
        if item.standing in _DECIDED and named and proposals.issuperset(named):
            resting[named[0]].append(item)
    for decision in kommun.decisions:
        # A whole document is often entered with one decision, and told of once.
        if found := resting.get(decision.id):
            yield problem(
                "KV519",
                decision.where.of("kind"),
                related=[found[0].where.of("standing")],
                subject=decision.id,
                decision=decision.id,
                items=some([one.id for one in found]),
            )


def unused(kommun: Kommun) -> Iterator[Problem]:
    """Find sources and decisions that nothing refers to.

    A proposal has had its time when the decision is there, and its place on the page stays.
    """
    used = {link.reference.target for link in links(kommun)}
    decided = (one for one in kommun.decisions if one.kind is DecisionKind.DECISION)
    for item in (*kommun.sources, *decided):
        if item.id not in used:
            yield _missing("KV513", kommun, item)


def _missing(code: str, kommun: Kommun, item: Item) -> Problem:
    return problem(code, item.where.origin, subject=item.id, who=who(kommun, item))
