"""SCB's statistical database, PxWeb version 2: tables with a selection, as JSON-stat 2."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from urllib.parse import quote

from kommunvision.load.numbers import NotAPeriod
from kommunvision.load.numbers import period as read_period
from kommunvision.model import Measurement, Missing, Period, Reference, Series
from kommunvision.origin import Origin, Where
from kommunvision.statistics.answer import Part
from kommunvision.statistics.asked import Fetched, TableAsked
from kommunvision.statistics.client import Client
from kommunvision.statistics.fault import fault
from kommunvision.statistics.jsonstat import Dataset, read

_GENDER = "kon"
_MEN, _WOMEN = "1", "2"
_ALL = "*"
_MONTH = re.compile(r"(\d{4})M(\d{2})")

# The values of one region: by period, and by which gender.
_Table = dict[Period, dict[str, Decimal | None]]
_Selection = dict[str, tuple[str, ...]]


async def fetch(client: Client, own: str, asked: Sequence[TableAsked]) -> Fetched:
    """Fetch the tables that a kommun asks for; all of it or nothing.

    Raises:
        Fault: Some part of it could not be had.
    """
    series: list[Series] = []
    shapes: dict[str, Dataset] = {}
    for one in asked:
        if one.table not in shapes:
            answer = await client.json(f"tables/{quote(one.table)}/metadata", {"lang": "sv"})
            shapes[one.table] = read(client.service.name, answer, values=False)
        shape = shapes[one.table]
        selection = _selection(one, shape, own)
        data = await _data(client, one, selection)
        tables = _tables(client, one, data, own)
        gender = shape.dimension(_GENDER)
        split = gender is not None and set(selection.get(gender.code, ())) == {_MEN, _WOMEN}
        if gender is not None and gender.eliminable and split:
            # Both genders together are asked for, never added up: that would be our own figure.
            del selection[gender.code]
            whole = await _data(client, one, selection)
            for region, table in _tables(client, one, whole, own).items():
                for period, cells in table.items():
                    tables.setdefault(region, {}).setdefault(period, {}).update(cells)
        series += _series(one, data, tables, own)
    return Fetched(tuple(series))


def _selection(one: TableAsked, shape: Dataset, own: str) -> _Selection:
    """Return the codes of each variable; the kommun itself and every period go without saying."""
    selection: _Selection = {}
    for variable, codes in one.codes:
        dimension = shape.dimension(variable)
        if dimension is None:
            known = ", ".join(each.code for each in shape.dimensions)
            raise fault(
                "no_variable", indicator=one.indicator, value=variable, known=known, table=one.table
            )
        selection[dimension.code] = codes
    if shape.region:
        selection.setdefault(shape.region, (own,))
    if shape.time:
        selection.setdefault(shape.time, (_ALL,))
    return selection


async def _data(client: Client, one: TableAsked, selection: _Selection) -> Dataset:
    query = {"lang": "sv", "outputFormat": "json-stat2"}
    query |= {f"valueCodes[{name}]": ",".join(codes) for name, codes in selection.items()}
    answer = await client.json(f"tables/{quote(one.table)}/data", query)
    return read(client.service.name, answer)


def _tables(client: Client, one: TableAsked, data: Dataset, own: str) -> dict[str, _Table]:
    time, gender = data.dimension(data.time), data.dimension(_GENDER)
    if time is None:
        client.fail("wrong", part="role.time")
    for dimension in data.dimensions:
        free = dimension.code in {data.time, data.region, gender.code if gender else None}
        if len(dimension.codes) > 1 and not free:
            raise fault("several", indicator=one.indicator, variable=dimension.code)
    found: dict[str, _Table] = {}
    for codes, value in data.cells():
        region = codes[data.region] if data.region else own
        who = codes[gender.code] if gender else ""
        # A single gender that is asked for is all that the indicator is about.
        alone = gender is not None and len(gender.codes) == 1
        period = _period(client, codes[time.code])
        key = who if who in {_MEN, _WOMEN} and not alone else ""
        found.setdefault(region, {}).setdefault(period, {})[key] = value
    return found


def _period(client: Client, code: str) -> Period:
    month = _MONTH.fullmatch(code)
    try:
        return read_period(f"{month[1]}-{month[2]}" if month else code)
    except NotAPeriod:
        raise Part(client.service.name, {}, "answer").wrong(f"Tid {code[:20]}") from None


def _series(one: TableAsked, data: Dataset, tables: dict[str, _Table], own: str) -> list[Series]:
    metric = next((each for each in data.dimensions if each.units), None)
    what = metric.codes[0] if metric and len(metric.codes) == 1 else ""
    title = metric.labels.get(what, data.label) if metric else data.label
    unit = metric.units.get(what) if metric else None
    region = data.dimension(data.region)
    where = Where(Origin(""))
    return [
        Series(
            indicator=Reference(target=one.indicator),
            group=None if place == own else region.labels.get(place, place) if region else place,
            publisher="SCB",
            title=title,
            unit=unit,
            code=one.table,
            values=tuple(
                _measurement(period, tables[place][period], where)
                for period in sorted(tables[place], key=lambda each: each.sort_key)
            ),
            where=where,
        )
        for place in tables
    ]


def _measurement(period: Period, cells: dict[str, Decimal | None], where: Where) -> Measurement:
    value = cells.get("")
    return Measurement(
        period=period,
        value=value,
        women=cells.get(_WOMEN),
        men=cells.get(_MEN),
        missing=Missing.NO_STATISTICS if value is None else None,
        where=where,
    )
