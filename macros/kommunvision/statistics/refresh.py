"""The order of a refresh: what is asked for, fetched, laid beside the old, and written."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from kommunvision.load import Loaded, load_site
from kommunvision.model import Indicator, Kommun
from kommunvision.problem import Problem
from kommunvision.statistics import kolada, scb
from kommunvision.statistics.asked import Fetched, code_of, kpis, tables
from kommunvision.statistics.client import Client, Limits, Service
from kommunvision.statistics.fault import Fault
from kommunvision.statistics.merge import Merged, merge, with_doubles
from kommunvision.statistics.write import document, put
from kommunvision.swedish.problems import PROBLEMS, Severity
from kommunvision.swedish.statistics import FOLDER


@dataclass(frozen=True, slots=True)
class Refreshed:
    """What became of one source of one kommun."""

    kommun: str
    """Its name."""
    source: str
    path: str
    """The file that holds what is fetched, relative to the root."""
    series: tuple[Merged, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    """The indicators of the kommun."""
    fault: Fault | None = None
    """Why nothing was fetched; nothing is then changed either."""
    written: bool = False
    """Whether the file is another than before, or would be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Errand:
    """How a refresh is done."""

    services: tuple[Service, Service]
    """Kolada and SCB."""
    day: date
    """The day that is written as the day of the fetch."""
    agent: str
    """How we present ourselves to the services."""
    limits: Limits = field(default_factory=Limits)
    dry: bool = False
    """Whether to change nothing and only tell."""


_Asked = Callable[[Kommun], Sequence[Any]]
_Fetch = Callable[[Client, str, Sequence[Any]], Coroutine[Any, Any, Fetched]]

# What is asked of each service and how, in the order of the services.
_WAYS: tuple[tuple[_Asked, _Fetch], ...] = ((kpis, kolada.fetch), (tables, scb.fetch))


def refresh(
    root: Path, errand: Errand, only: Iterable[str] | None = None
) -> tuple[tuple[Refreshed, ...], tuple[Problem, ...]]:
    """Fetch what the indicators of a site name, and write it into the data.

    Args:
        root: Root of the site's repository.
        errand: How it is done.
        only: Slugs of the kommuner to refresh; all when none is given.

    Returns:
        What became of each source of each kommun, and the errors of the data. Where there are
        errors in a kommun nothing of it is fetched: nobody knows what it asks for.
    """
    run = _Run(root, errand, load_site(root, only))
    return asyncio.run(run.all()), run.errors


class _Run:
    """One refresh."""

    def __init__(self, root: Path, errand: Errand, loaded: Loaded) -> None:
        self._root = root
        self._errand = errand
        self._kommuner = loaded.kommuner
        self._until = 0.0
        self.errors = tuple(
            one for one in loaded.problems if PROBLEMS[one.code].severity is Severity.ERROR
        )

    async def all(self) -> tuple[Refreshed, ...]:
        """Refresh every kommun without errors, one source after the other."""
        limits = self._errand.limits
        self._until = asyncio.get_running_loop().time() + limits.total
        sound = [kommun for kommun in self._kommuner if not self._has_errors(kommun)]
        found: list[Refreshed] = []
        for service, (asked, fetch) in zip(self._errand.services, _WAYS, strict=True):
            async with Client(service, limits, self._errand.agent) as client:
                found += await self._source(client, sound, asked, fetch)
        return tuple(sorted(found, key=lambda one: one.path))

    async def _source(
        self, client: Client, kommuner: Iterable[Kommun], asked: _Asked, fetch: _Fetch
    ) -> list[Refreshed]:
        """Refresh what comes from one service, as long as it is within reach."""
        found = []
        down: Fault | None = None
        for kommun in kommuner:
            source = client.service.name
            path = f"{kommun.folder}/{FOLDER}/{source.lower()}.yml"
            old = [one for one in kommun.series if one.where.origin.path == path]
            outcome = Refreshed(kommun.name, source, path, indicators=kommun.indicators)
            try:
                wanted = asked(kommun)
                if not wanted and not old:
                    continue
                if wanted and down is not None:
                    raise down
                fetched = await self._fetched(client, kommun, wanted, fetch)
                merged = with_doubles(merge(old, fetched, self._errand.day), kommun, path)
                written = self._write(path, source, old, merged)
                found.append(replace(outcome, series=merged, written=written))
            except Fault as fault:
                found.append(replace(outcome, fault=fault))
                down = fault if fault.temporary else down
        return found

    async def _fetched(
        self, client: Client, kommun: Kommun, wanted: Sequence[Any], fetch: _Fetch
    ) -> Fetched:
        if not wanted:
            return Fetched(())
        try:
            async with asyncio.timeout_at(self._until):
                return await fetch(client, code_of(kommun), wanted)
        except TimeoutError:
            client.fail("out_of_time", temporary=True, seconds=self._errand.limits.total)

    def _has_errors(self, kommun: Kommun) -> bool:
        return any(one.origin.path.startswith(f"{kommun.folder}/") for one in self.errors)

    def _write(
        self, path: str, source: str, old: Sequence[object], merged: Iterable[Merged]
    ) -> bool:
        """Write the file if it says anything else than before; return whether it does."""
        series = [one.series for one in merged if one.series is not None]
        if series == old:
            return False
        if not self._errand.dry:
            put(self._root, path, document(series, source, path) if series else None)
        return True
