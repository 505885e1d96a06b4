"""The table of what has been measured: one row for each indicator, period and breakdown."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TypeAlias

from kommunvision.export.tables.aims import in_words
from kommunvision.export.tables.nodes import INDICATORS
from kommunvision.export.tables.table import Cell, Link, Plan, Table, Type, column_of, field_of
from kommunvision.export.tables.telling import Telling, number, words
from kommunvision.export.values import chosen, written
from kommunvision.model import (
    Indicator,
    Measurement,
    Missing,
    Reference,
    Revision,
    Series,
    Target,
    Value,
)
from kommunvision.progress import applying, periods_of
from kommunvision.swedish.keys.target import GENDERS

VALUES = "varden"

# What is measured, by definition and group, with the series that it stands in.
_Found: TypeAlias = defaultdict[
    tuple[str | None, str | None], list[tuple[Measurement, Series | None]]
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """A row: one value, and what it belongs to."""

    indicator: Indicator
    definition: str | None
    group: str | None
    series: Series | None
    """None for values that stand on the indicator."""
    of: Measurement
    value: Value | None
    missing: Missing | None
    sex: str | None = None
    part: str | None = None

    @property
    def revisions(self) -> tuple[tuple[Value, Revision], ...]:
        """Former values of the row and how each was changed, the newest last."""
        if not self.of.revisions:
            return ()
        each = ((_value(one, self.sex, self.part), one) for one in self.of.revisions)
        return tuple((former, one) for former, one in each if former is not None)

    @property
    def targets(self) -> tuple[Target, ...]:
        """What the value is meant to be; others have no targets of the kommun's.

        Beside the whole stand also those that are for some, who may have no row.
        """
        if self.group is not None:
            return ()
        own = self.sex or self.part
        every = applying(self.indicator, self.of.period)
        return tuple(one for one in every if own is None or own in one.whom)

    @property
    def sources(self) -> Iterable[Reference]:
        """Where the value comes from; what says nothing of that rests on the indicator's."""
        of_series = self.series.sources if self.series else ()
        return (*self.of.sources, *of_series) or self.indicator.sources


def values(telling: Telling, indicators: Iterable[Indicator]) -> Table:
    """Return every value of some indicators."""
    each = [telling.once(_rows, one) for one in indicators]
    return telling.once(_plan).of(tuple(row for rows in each for row in rows))


def _rows(telling: Telling, indicator: Indicator) -> tuple[tuple[Cell, ...], ...]:
    return telling.once(_plan).rows(measured(telling, indicator))


def _plan(telling: Telling) -> Plan[Measured]:
    plan: Plan[Measured] = Plan(
        VALUES,
        key=["indikator", "definition", "grupp", "period", "prognos", "kon", "del"],
        links=[Link("indikator", INDICATORS, "id")],
    )
    plan.own("indicator", lambda row: row.indicator.id, required=True)
    plan.own("indicator_name", lambda row: row.indicator.name, required=True)
    plan.own("unit", lambda row: row.indicator.unit)
    plan.add(
        column_of(field_of("measurement", "period"), required=True),
        lambda row: str(written(row.of.period)),
    )
    plan.own("first_day", lambda row: row.of.period.first_day, Type.DAY, required=True)
    plan.own("last_day", lambda row: row.of.period.last_day, Type.DAY, required=True)
    plan.own("group", lambda row: row.group)
    plan.add(column_of(field_of("series", "definition")), lambda row: row.definition)
    plan.own("sex", lambda row: row.sex)
    plan.own("part", lambda row: row.part)
    plan.own("number", lambda row: number(row.value), Type.NUMBER)
    plan.own("words", lambda row: words(row.value))
    plan.add(
        column_of(field_of("measurement", "missing")),
        lambda row: chosen("missing", row.missing) if row.missing else None,
    )
    for attribute in ("preliminary", "forecast"):
        _of_measurement(plan, telling, attribute, required=True)
    _of_measurement(plan, telling, "break_before")
    _revised(plan)
    _of_measurement(plan, telling, "note")
    plan.own("aim", _aim)
    for attribute in ("publisher", "title", "code", "fetched"):
        _of_series(plan, telling, attribute)
    plan.own("source_words", lambda row: telling.references(row.sources))
    return plan


def measured(telling: Telling, indicator: Indicator) -> tuple[Measured, ...]:
    """Return every value of an indicator in order of time, the kommun's own before those of others.

    Values that are counted in different ways follow one upon the other. A period that has a target
    and no value of the kommun's has a row for the target.
    """
    return telling.once(_measured, indicator)


def _measured(telling: Telling, indicator: Indicator) -> tuple[Measured, ...]:
    return tuple(_told(telling, indicator))


def _told(telling: Telling, indicator: Indicator) -> Iterator[Measured]:
    found: _Found = defaultdict(list)
    if indicator.values:
        found[None, None] += [(one, None) for one in indicator.values]
    for series in telling.system.figures.series_of(indicator):
        found[series.definition, series.group] += [(one, series) for one in series.values]
    main = next(iter(telling.system.figures.definitions(indicator)), None)
    found[main, None] += [(one, None) for one in _awaited(indicator, main, found)]
    ways = [*dict.fromkeys(definition for definition, _ in found)]
    for key in sorted(found, key=lambda key: (ways.index(key[0]), key[1] is not None)):
        definition, group = key
        for one, source in sorted(
            found[key], key=lambda pair: (pair[0].period.sort_key, pair[0].forecast)
        ):
            whole = Measured(
                indicator=indicator,
                definition=definition,
                group=group,
                series=source,
                of=one,
                value=one.value,
                missing=one.missing,
            )
            yield whole
            yield from _parts(whole)


def _awaited(indicator: Indicator, main: str | None, found: _Found) -> Iterator[Measurement]:
    """Yield each period that has a target and nothing else, as a measurement that says nothing."""
    own = {one.period for one, _ in found[main, None]}
    others = {one.period for key in found if key[0] == main for one, _ in found[key]}
    kinds = {one.kind for one in own} | {one.period.kind for one in indicator.targets if one.period}
    wanted = {period for kind in kinds for period in periods_of(indicator, kind)}
    for period in (wanted | others) - own:
        if applying(indicator, period):
            yield Measurement(period=period, where=indicator.where)


def _aim(row: Measured) -> str | None:
    return Telling.listed(dict.fromkeys(in_words(row.indicator, one) for one in row.targets))


def _value(of: Measurement | Revision, sex: str | None, part: str | None) -> Value | None:
    """Return the value of the whole, of women, of men, or of a part by its name."""
    if part is not None:
        return next((one.value for one in of.parts if one.name == part), None)
    found: Value | None = getattr(of, GENDERS[sex] if sex else "value")
    return found


def _parts(whole: Measured) -> Iterator[Measured]:
    """Yield the values of those parts that there are."""
    for sex in GENDERS:
        if (value := _value(whole.of, sex, None)) is not None:
            yield replace(whole, value=value, missing=None, sex=sex)
    for part in whole.of.parts:
        missing = None if part.value is not None else part.missing or whole.missing
        yield replace(whole, value=part.value, missing=missing, part=part.name)


def _of_measurement(
    plan: Plan[Measured], telling: Telling, attribute: str, *, required: bool = False
) -> None:
    field = field_of("measurement", attribute)
    plan.add(column_of(field, required=required), lambda row: telling.field(field, row.of))


def _of_series(plan: Plan[Measured], telling: Telling, attribute: str) -> None:
    field = field_of("series", attribute)
    plan.add(column_of(field), lambda row: telling.field(field, row.series))


def _revised(plan: Plan[Measured]) -> None:
    """Add the newest revision; those before it, of which there are seldom any, stand in words."""

    def newest(row: Measured) -> tuple[Value, Revision] | None:
        return row.revisions[-1] if row.revisions else None

    plan.own(
        "revised_number",
        lambda row: number(one[0]) if (one := newest(row)) else None,
        Type.NUMBER,
    )
    plan.own("revised_words", lambda row: words(one[0]) if (one := newest(row)) else None)
    plan.own(
        "revised_date", lambda row: str(written(one[1].date)) if (one := newest(row)) else None
    )
    plan.own("revised_reason", lambda row: one[1].reason if (one := newest(row)) else None)
    plan.own(
        "revised_before",
        lambda row: Telling.listed(_revision(*one) for one in row.revisions[:-1]),
    )


def _revision(value: Value, one: Revision) -> str:
    told = f"{value:f}" if isinstance(value, Decimal) else words(value)
    return f"{told} ({written(one.date)}: {one.reason})"
