"""Kolada's interface, version 3: key figures with their titles, for kommuner and groups."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from kommunvision.model import Measurement, Missing, Period, PeriodKind, Reference, Series
from kommunvision.origin import Origin, Where
from kommunvision.statistics.answer import Part
from kommunvision.statistics.asked import Fetched, KpiAsked, Remark, in_kolada, remark
from kommunvision.statistics.client import Client
from kommunvision.swedish.statistics import retired, unit_of

# The longest list that a part of an address may be.
_BATCH = 25

_TOTAL, _WOMEN, _MEN = "T", "K", "M"
_PRIVATE = "private"


class _Cell(NamedTuple):
    value: Decimal | None
    status: str


# Values of one key figure and place: by year and gender.
_Table = dict[int, dict[str, _Cell]]


async def fetch(client: Client, code: str, asked: Sequence[KpiAsked]) -> Fetched:
    """Fetch what a kommun asks for; all of it or nothing.

    Raises:
        Fault: Some part of it could not be had.
    """
    own = in_kolada(code)
    titles = await _titles(client, "kpi", {one.kpi for one in asked})
    others = {place for one in asked for place in one.others}
    groups = {place for place in others if place.startswith("G")}
    places = await _titles(client, "municipality", others - groups)
    places |= await _titles(client, "municipality_groups", groups)
    known = [one for one in asked if one.kpi in titles]
    tables = await _tables(client, own, known)
    names = _distinct(places)
    series: list[Series] = []
    remarks: list[Remark] = []
    uncertain = set()
    for one in asked:
        if one.kpi not in titles:
            remarks.append(remark(one.indicator, "kpi_gone", kpi=one.kpi))
            uncertain.add(one.indicator)
            continue
        title = titles[one.kpi]
        if year := retired(title):
            remarks.append(
                remark(one.indicator, "kpi_retired", kpi=one.kpi, title=title, year=year)
            )
        series.append(_series(one, None, title, tables.get((one.kpi, own), {})))
        for place in one.others:
            if place not in names:
                remarks.append(remark(one.indicator, "place_gone", place=place))
                uncertain.add(one.indicator)
                continue
            series.append(_series(one, names[place], title, tables.get((one.kpi, place), {})))
    return Fetched(tuple(series), tuple(remarks), frozenset(uncertain))


async def _titles(client: Client, kind: str, ids: Iterable[str]) -> dict[str, str]:
    """Return the title of each id that there is."""
    found = {}
    for some in _batches(ids):
        for part in await _pages(client, f"{kind}/{','.join(some)}"):
            if (name := part.text("id")) in some:
                found[name] = part.text("title")
    return found


async def _tables(
    client: Client, own: str, asked: Iterable[KpiAsked]
) -> dict[tuple[str, str], _Table]:
    """Return the values of every key figure and place; those with the same places share calls."""
    wanted: dict[str, set[str]] = {}
    for one in asked:
        wanted.setdefault(one.kpi, {own}).update(one.others)
    sharing: dict[tuple[str, ...], list[str]] = {}
    for kpi in sorted(wanted):
        sharing.setdefault(tuple(sorted(wanted[kpi])), []).append(kpi)
    found: dict[tuple[str, str], _Table] = {}
    for places, kpis in sharing.items():
        for some in _batches(kpis):
            for there in _batches(places):
                address = f"data/kpi/{','.join(some)}/municipality/{','.join(there)}"
                for row in await _pages(client, address):
                    key = (row.text("kpi"), row.text("municipality"))
                    if key[0] in some and key[1] in there:
                        _enter(found.setdefault(key, {}), row)
    return found


def _enter(table: _Table, row: Part) -> None:
    year = row.year("period")
    for part in row.objects("values"):
        if part.flag("isdeleted"):
            continue
        status = part.values.get("status") or ""
        if not isinstance(status, str):
            raise part.wrong("status")
        cell = _Cell(part.number("value"), status)
        cells = table.setdefault(year, {})
        # The same place, year and gender with two values: neither can be believed.
        if cells.setdefault(part.text("gender"), cell) != cell:
            raise part.wrong("gender")


async def _pages(client: Client, address: str) -> list[Part]:
    """Return the objects of all pages of an answer."""
    found: list[Part] = []
    seen: set[str] = set()
    following: object = address
    while following:
        if not isinstance(following, str):
            client.fail("wrong", part="next_url")
        if following in seen or len(seen) == client.limits.pages:
            client.fail("endless")
        seen.add(following)
        page = Part(client.service.name, await client.json(following), "answer")
        found += page.objects("values")
        following = page.values.get("next_url")
    return found


def _series(one: KpiAsked, group: str | None, title: str, table: _Table) -> Series:
    where = Where(Origin(""))
    return Series(
        indicator=Reference(target=one.indicator),
        group=group,
        publisher="Kolada",
        title=title,
        unit=unit_of(title),
        code=one.kpi,
        values=tuple(_measurement(year, table[year], where) for year in sorted(table)),
        where=where,
    )


def _measurement(year: int, cells: dict[str, _Cell], where: Where) -> Measurement:
    nothing = _Cell(None, "")
    total = cells.get(_TOTAL, nothing)
    private = total.status.lower() == _PRIVATE
    missing = Missing.TOO_FEW if private else Missing.NO_STATISTICS
    return Measurement(
        period=Period(PeriodKind.YEAR, year),
        value=total.value,
        women=cells.get(_WOMEN, nothing).value,
        men=cells.get(_MEN, nothing).value,
        missing=missing if total.value is None else None,
        where=where,
    )


def _distinct(places: dict[str, str]) -> dict[str, str]:
    """Return titles that differ: two groups of one name have their ids behind."""
    titles = list(places.values())
    return {
        place: title if titles.count(title) == 1 else f"{title} ({place})"
        for place, title in places.items()
    }


def _batches(ids: Iterable[str]) -> Iterator[tuple[str, ...]]:
    ordered = sorted(ids)
    for start in range(0, len(ordered), _BATCH):
        yield tuple(ordered[start : start + _BATCH])
