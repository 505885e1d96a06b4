"""The table of what values are meant to be: one row for each target."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kommunvision.export.tables.nodes import INDICATORS
from kommunvision.export.tables.table import Link, Plan, Table, Type, column_of, field_of
from kommunvision.export.tables.telling import Telling, number, words
from kommunvision.export.values import written
from kommunvision.model import Indicator, Target
from kommunvision.swedish.target_words import target_words

TARGETS = "malvarden"

_BEFORE = ("period", "deadline", "every_year", "except_years", "whom")
_BOUNDS = ("at_least", "at_most", "over", "under", "lowest", "highest")
_AFTER = ("yes", "done", "change", "compared", "percent", "rank", "rank_of")
_LAST = ("text", "milestone", "decisions", "sources")


@dataclass(frozen=True, slots=True)
class _Aim:
    indicator: Indicator
    place: int
    target: Target


def targets(telling: Telling) -> Table:
    """Return the targets of a kommun's indicators, in the order of its files."""
    plan: Plan[_Aim] = Plan(
        TARGETS,
        key=["indikator", "nummer"],
        links=[Link("indikator", INDICATORS, "id")],
    )
    plan.own("indicator", lambda row: row.indicator.id, required=True)
    plan.own("indicator_name", lambda row: row.indicator.name, required=True)
    plan.own("unit", lambda row: row.indicator.unit)
    plan.own("place", lambda row: row.place, Type.WHOLE, required=True)
    plan.own("in_words", lambda row: in_words(row.indicator, row.target))
    _fields(plan, telling, _BEFORE)
    _fields(plan, telling, _BOUNDS)
    exactly = field_of("target", "exactly")
    plan.add(column_of(exactly, kind=Type.NUMBER), lambda row: number(row.target.exactly))
    plan.own("exactly_words", lambda row: words(row.target.exactly))
    _fields(plan, telling, _AFTER)
    plan.own("relative", lambda row: Telling.listed(one.group for one in row.target.relative))
    _fields(plan, telling, _LAST)
    plan.own("former", _former)
    _fields(plan, telling, ("note",))
    return plan.made(_aims(telling))


def _aims(telling: Telling) -> Iterator[_Aim]:
    for indicator in telling.system.kommun.indicators:
        for place, target in enumerate(indicator.targets, start=1):
            yield _Aim(indicator, place, target)


def _fields(plan: Plan[_Aim], telling: Telling, attributes: tuple[str, ...]) -> None:
    for attribute in attributes:
        _field(plan, telling, attribute)


def _field(plan: Plan[_Aim], telling: Telling, attribute: str) -> None:
    field = field_of("target", attribute)
    plan.add(column_of(field), lambda row: telling.field(field, row.target))


def in_words(indicator: Indicator, target: Target) -> str | None:
    """Return a target as a page has it."""
    baseline = indicator.baseline.period if indicator.baseline else None
    return target_words(target, indicator.unit, baseline, indicator.genders) or None


def _former(row: _Aim) -> str | None:
    return Telling.listed(f"{one.text} ({written(one.date)})" for one in row.target.former)
