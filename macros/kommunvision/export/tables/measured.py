"""The table of what has been measured: one row for each indicator, period and breakdown."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kommunvision.export.tables.nodes import INDICATORS
from kommunvision.export.tables.table import Link, Plan, Table, Type, column_of, field_of
from kommunvision.export.tables.telling import Telling, number, words
from kommunvision.export.values import chosen, written
from kommunvision.model import Indicator, Measurement, Missing, Reference, Revision, Series, Value
from kommunvision.progress import applying
from kommunvision.swedish.tables import SEXES
from kommunvision.swedish.target_words import target_words

VALUES = "varden"


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """A row: one value, and what it belongs to."""

    indicator: Indicator
    series: Series | None
    """None for values that stand on the indicator."""
    of: Measurement
    value: Value | None
    missing: Missing | None
    sex: str | None = None
    part: str | None = None

    @property
    def revisions(self) -> tuple[Revision, ...]:
        """Former values; only those of the whole are known."""
        return () if self.sex or self.part is not None else self.of.revisions

    @property
    def sources(self) -> Iterable[Reference]:
        """Where the value comes from; what says nothing of that rests on the indicator's."""
        of_series = self.series.sources if self.series else ()
        return (*self.of.sources, *of_series) or self.indicator.sources


def values(telling: Telling, indicators: Iterable[Indicator]) -> Table:
    """Return every value of some indicators."""
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
    plan.own("group", lambda row: row.series.group if row.series else None)
    plan.add(
        column_of(field_of("series", "definition")),
        lambda row: row.series.definition if row.series else None,
    )
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
    plan.own("aim", lambda row: aim(row.indicator, row.of))
    for attribute in ("publisher", "code", "fetched"):
        _of_series(plan, telling, attribute)
    plan.own("source_words", lambda row: telling.references(row.sources))
    return plan.made(row for one in indicators for row in measured(telling, one))


def measured(telling: Telling, indicator: Indicator) -> Iterator[Measured]:
    """Yield every value of an indicator in order of time, the kommun's own before those of others.

    Values that are counted in different ways follow one upon the other.
    """
    found: defaultdict[tuple[str | None, str | None], list[tuple[Measurement, Series | None]]]
    found = defaultdict(list)
    if indicator.values:
        found[None, None] += [(one, None) for one in indicator.values]
    for series in telling.system.figures.series_of(indicator):
        found[series.definition, series.group] += [(one, series) for one in series.values]
    ways = dict.fromkeys(definition for definition, _ in found)
    for key in sorted(found, key=lambda key: ([*ways].index(key[0]), key[1] is not None)):
        for one, source in sorted(
            found[key], key=lambda pair: (pair[0].period.sort_key, pair[0].forecast)
        ):
            yield from _parts(indicator, one, source)


def aim(indicator: Indicator, one: Measurement) -> str | None:
    """Return in words what a value is meant to be."""
    baseline = indicator.baseline.period if indicator.baseline else None
    told = (
        target_words(each, indicator.unit, baseline) for each in applying(indicator, one.period)
    )
    return Telling.listed(each for each in told if each)


def _parts(indicator: Indicator, one: Measurement, series: Series | None) -> Iterator[Measured]:
    """Yield a value of the whole, then those of its parts that there are."""

    def row(
        value: Value | None,
        missing: Missing | None = None,
        *,
        sex: str | None = None,
        part: str | None = None,
    ) -> Measured:
        return Measured(
            indicator=indicator,
            series=series,
            of=one,
            value=value,
            missing=missing,
            sex=sex,
            part=part,
        )

    yield row(one.value, one.missing)
    for attribute, sex in SEXES.items():
        if (value := getattr(one, attribute)) is not None:
            yield row(value, sex=sex)
    for part in one.parts:
        missing = None if part.value is not None else part.missing or one.missing
        yield row(part.value, missing, part=part.name)


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

    def newest(row: Measured) -> Revision | None:
        return row.revisions[-1] if row.revisions else None

    plan.own(
        "revised_number",
        lambda row: number(one.value) if (one := newest(row)) else None,
        Type.NUMBER,
    )
    plan.own("revised_words", lambda row: words(one.value) if (one := newest(row)) else None)
    plan.own("revised_date", lambda row: str(written(one.date)) if (one := newest(row)) else None)
    plan.own("revised_reason", lambda row: one.reason if (one := newest(row)) else None)
    plan.own(
        "revised_before", lambda row: Telling.listed(_revision(one) for one in row.revisions[:-1])
    )


def _revision(one: Revision) -> str:
    value = words(one.value) or f"{number(one.value):f}"
    return f"{value} ({written(one.date)}: {one.reason})"
