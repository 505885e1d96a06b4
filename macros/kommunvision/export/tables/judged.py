"""The table of judgements: one row for each occasion, goal or indicator, and scale."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kommunvision.export.tables.nodes import OBJECTS
from kommunvision.export.tables.table import Link, Plan, Table, Type, column_of, field_of
from kommunvision.export.tables.telling import Telling, kind, number, words
from kommunvision.export.values import chosen, written
from kommunvision.model import Item, Occasion, Statement
from kommunvision.progress import Judgement
from kommunvision.swedish.tables import NO_STATUS

JUDGEMENTS = "bedomningar"

_OF_A_STATEMENT = ("comment", "analysis", "measures", "responsible", "reported", "contradiction")


@dataclass(frozen=True, slots=True)
class Judged:
    """A row: one judgement, and what it belongs to."""

    occasion: Occasion
    statement: Statement
    about: Item
    place: int
    judgement: Judgement

    @property
    def main(self) -> bool:
        """Whether it is the judgement that the rest of the statement is about."""
        return self.place == 1


def judgements(telling: Telling) -> Table:
    """Return what has been judged, the oldest occasion first."""
    plan: Plan[Judged] = Plan(
        JUDGEMENTS,
        key=["uppfoljning", "om", "nummer"],
        links=[Link("om", OBJECTS, "id")],
    )
    judging = telling.system.occasions.judging
    plan.own("occasion", lambda row: row.occasion.id, required=True)
    plan.own("occasion_name", lambda row: row.occasion.name, required=True)
    plan.add(
        column_of(field_of("occasion", "period"), required=True),
        lambda row: str(written(row.occasion.period)),
    )
    plan.own("first_day", lambda row: row.occasion.period.first_day, Type.DAY, required=True)
    plan.own("last_day", lambda row: row.occasion.period.last_day, Type.DAY, required=True)
    plan.own("about", lambda row: row.about.id, required=True)
    plan.own("object_kind", lambda row: kind(telling.system, row.about), required=True)
    plan.own("title", lambda row: row.about.called, required=True)
    plan.own("judgement", lambda row: row.place, Type.WHOLE, required=True)
    plan.own("scale", lambda row: row.judgement.scale.name if row.judgement.scale else None)
    plan.own("step", lambda row: row.judgement.step.id if row.judgement.step else None)
    plan.own("status", lambda row: word(row.judgement), required=True)
    plan.own("outlook", lambda row: chosen("outlook", row.judgement.outlook), required=True)
    plan.own(
        "trend",
        lambda row: (
            word(trend)
            if row.main and (trend := judging.trend(row.occasion, row.statement))
            else None
        ),
    )
    plan.own(
        "reported_number",
        lambda row: number(row.statement.value) if row.main else None,
        Type.NUMBER,
    )
    plan.own("reported_words", lambda row: words(row.statement.value) if row.main else None)
    for attribute in _OF_A_STATEMENT:
        _field(plan, telling, attribute)
    plan.own("corrected", _corrected, Type.FLAG, required=True)
    locked = field_of("occasion", "locked")
    plan.add(column_of(locked), lambda row: telling.field(locked, row.occasion))
    plan.own(
        "source_words",
        lambda row: telling.references(row.statement.sources or row.occasion.sources),
    )
    return plan.made(judged(telling))


def judged(telling: Telling) -> Iterator[Judged]:
    """Yield each judgement of each occasion, the oldest occasion first."""
    occasions = telling.system.occasions
    by_id = telling.system.kommun.by_id
    for occasion in occasions.all:
        for statement in occasion.statements:
            about = by_id.get(statement.about.target or "")
            if about is None:
                continue
            found = [
                occasions.judging.status(occasion, statement),
                *(
                    occasions.judging.verdict(occasion, statement, one)
                    for one in statement.verdicts
                ),
            ]
            for place, judgement in enumerate(found, start=1):
                yield Judged(occasion, statement, about, place, judgement)


def _field(plan: Plan[Judged], telling: Telling, attribute: str) -> None:
    """Add what a statement says; it stands beside the first of its judgements."""
    field = field_of("statement", attribute)
    plan.add(
        column_of(field), lambda row: telling.field(field, row.statement) if row.main else None
    )


def word(judgement: Judgement) -> str:
    """Return the word of a status; where none was set, why."""
    if judgement.step is not None:
        return judgement.step.word
    if judgement.none is not None:
        return NO_STATUS[judgement.none.value]
    return judgement.written or ""


def _corrected(row: Judged) -> bool:
    about = (one.about for one in row.occasion.corrections if one.about)
    return any(ref.target == row.about.id for ref in about)
