"""Tells where the time of a build went: a table for people, a file for programs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal
from pathlib import Path

import click

from kommunvision.cli.stopwatch import Stopwatch
from kommunvision.cli.timings_option import ON_SCREEN
from kommunvision.driver.watcher import Why
from kommunvision.export.tables.csv_text import csv_bytes
from kommunvision.export.tables.table import Column, Table, Type
from kommunvision.swedish.cli import say
from kommunvision.swedish.format import number
from kommunvision.swedish.quantities import number as decimal
from kommunvision.swedish.timings import CAUSES, COLUMNS, KEPT, KINDS, STAGES
from kommunvision.writing import write_whole

_SLOWEST = 10
_BETWEEN = "  "


def tell_timings(watch: Stopwatch, file: Path) -> None:
    """Print the times of a build, and write them to the file if there is one."""
    click.echo("\n" + "\n".join(_lines(watch)))
    if file != ON_SCREEN:
        columns = tuple(Column(heading, Type.TEXT, "") for heading in COLUMNS)
        write_whole(file, csv_bytes(Table("", columns, tuple(_rows(watch)))))
        click.echo(say("time_written", path=file))


def _lines(watch: Stopwatch) -> Iterator[str]:
    yield say("time_of_all", seconds=_seconds(sum(watch.stages.values())))
    yield from _aligned((STAGES[name], _seconds(took), "") for name, took in watch.stages.items())
    if not (watch.again or watch.kept):
        return
    yield ""
    yield say("time_kommuner", built=number(len(watch.again)), kept=number(len(watch.kept)))
    counted = Counter(one.why for one in watch.again.values())
    yield from _aligned((CAUSES[why.name], number(counted[why]), "") for why in Why if counted[why])
    if not watch.kommuner:
        return
    yield ""
    yield say("time_slowest" if len(watch.kommuner) > _SLOWEST else "time_each")
    yield from _aligned(
        (name, _seconds(took), CAUSES[why.name]) for name, took, why in _slowest(watch)[:_SLOWEST]
    )
    if watch.workers > 1:
        yield say("time_at_once", count=number(watch.workers))


def _slowest(watch: Stopwatch) -> list[tuple[str, float, Why]]:
    """Return the kommuner that were built, what took longest first."""
    order = sorted(watch.kommuner, key=lambda slug: (-watch.kommuner[slug], slug))
    return [(watch.again[slug].name, watch.kommuner[slug], watch.again[slug].why) for slug in order]


def _aligned(rows: Iterable[tuple[str, str, str]]) -> Iterator[str]:
    """Yield rows of a name, a number and a remark, so that each line makes sense read aloud."""
    every = list(rows)
    names = max((len(name) for name, _, _ in every), default=0)
    numbers = max((len(figure) for _, figure, _ in every), default=0)
    for name, figure, remark in every:
        cells = (name.ljust(names), figure.rjust(numbers), remark)
        yield (_BETWEEN + _BETWEEN.join(cells)).rstrip()


def _rows(watch: Stopwatch) -> Iterator[tuple[str | Decimal | None, ...]]:
    for name, took in watch.stages.items():
        yield KINDS["stage"], STAGES[name], _exact(took), None
    for name, took, why in _slowest(watch):
        yield KINDS["kommun"], name, _exact(took), CAUSES[why.name]
    for name in watch.kept:
        yield KINDS["kommun"], name, None, KEPT


def _seconds(took: float) -> str:
    return decimal(Decimal(took), 1)


def _exact(took: float) -> Decimal:
    return round(Decimal(took), 3)
