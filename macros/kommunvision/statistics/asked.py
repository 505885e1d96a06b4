"""What the indicators of a kommun ask for, and what stands in the way of asking."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kommunvision.model import Indicator, Kommun, Series, StatisticTable
from kommunvision.statistics.fault import fault

_KPI = re.compile(r"[NU]\d{5}")
_PLACE = re.compile(r"\d{4}|G\d{1,9}")
_TABLE = re.compile(r"[A-Za-z0-9_-]{1,40}")
_CODE = re.compile(r"\d{2}|\d{4}")
_KOMMUN_DIGITS = 4


@dataclass(frozen=True, slots=True)
class KpiAsked:
    """A key figure of Kolada for the kommun itself and for those it is compared with."""

    indicator: str
    kpi: str
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TableAsked:
    """A table of SCB with its selection."""

    indicator: str
    table: str
    codes: tuple[tuple[str, tuple[str, ...]], ...]
    """The variables and codes that the indicator names."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a publisher has answered about one kommun."""

    series: tuple[Series, ...]
    remarks: tuple[Remark, ...] = ()
    uncertain: frozenset[str] = frozenset()
    """Indicators of which the publisher no longer knows something: old values of theirs stay."""


@dataclass(frozen=True, slots=True)
class Remark:
    """Something that people should look at; ``key`` names its sentence."""

    indicator: str
    key: str
    details: tuple[tuple[str, object], ...] = ()


def remark(indicator: str, key: str, **details: object) -> Remark:
    """Make a remark with its details as keyword arguments."""
    return Remark(indicator, key, tuple(details.items()))


def code_of(kommun: Kommun) -> str:
    """Return the official code of a kommun or a region.

    Raises:
        Fault: It has none that the publishers know.
    """
    if not kommun.code or not _CODE.fullmatch(kommun.code):
        raise fault("no_code", name=kommun.name)
    return kommun.code


def in_kolada(code: str) -> str:
    """Return a code as Kolada writes it: a region has two noughts in front."""
    return code.rjust(_KOMMUN_DIGITS, "0")


def kpis(kommun: Kommun) -> tuple[KpiAsked, ...]:
    """Return what is asked of Kolada, each id looked at before it stands in an address."""
    found = []
    for indicator in _in_order(kommun):
        statistic = indicator.kolada
        if statistic is None:
            continue
        if not _KPI.fullmatch(statistic.kpi):
            raise fault("not_a_kpi", indicator=indicator.id, value=statistic.kpi)
        for place in statistic.groups:
            if not _PLACE.fullmatch(place):
                raise fault("not_a_place", indicator=indicator.id, value=place)
        own = in_kolada(code_of(kommun))
        others = tuple(dict.fromkeys(place for place in statistic.groups if place != own))
        found.append(KpiAsked(indicator.id, statistic.kpi, others))
    return tuple(found)


def tables(kommun: Kommun) -> tuple[TableAsked, ...]:
    """Return what is asked of SCB."""
    found = []
    for indicator in _in_order(kommun):
        table: StatisticTable | None = indicator.scb
        if table is None:
            continue
        if indicator.kolada is not None:
            raise fault("two_sources", indicator=indicator.id)
        if not _TABLE.fullmatch(table.table):
            raise fault("not_a_table", indicator=indicator.id, value=table.table)
        code_of(kommun)
        codes = tuple((one.variable, one.codes) for one in table.selection)
        found.append(TableAsked(indicator.id, table.table, codes))
    return tuple(found)


def _in_order(kommun: Kommun) -> list[Indicator]:
    return sorted(kommun.indicators, key=lambda indicator: indicator.id)
