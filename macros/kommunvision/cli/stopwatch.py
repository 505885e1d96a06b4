"""Takes the time of a build, from outside: by stage, by kommun, and how much is left."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Mapping

from kommunvision.driver.watcher import Again, Watcher


class Stopwatch(Watcher):
    """Notes in seconds what each stage takes, and each kommun."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Take a clock; it only has to go on evenly, whatever its hands show."""
        self.stages: dict[str, float] = {}
        self.kommuner: dict[str, float] = {}
        """The finished ones, by their slugs."""
        self.kept: tuple[str, ...] = ()
        """Names of those that stay as they are."""
        self.again: Mapping[str, Again] = {}
        self.workers = 1
        self._clock = clock
        self._stage = ""
        self._since = clock()
        self._weights: Mapping[str, int] = {}
        self._begun: dict[str, float] = {}

    def stage(self, name: str) -> None:
        """Note what the stage before has taken."""
        now = self._clock()
        if self._stage:
            self.stages[self._stage] = self.stages.get(self._stage, 0) + now - self._since
        self._stage, self._since = name, now

    def took(self) -> float:
        """Return what the stage has taken so far."""
        return self._clock() - self._since

    def stop(self) -> None:
        """Note what the last stage has taken."""
        self.stage("")

    def looked(self, kept: Collection[str], again: Mapping[str, Again]) -> None:
        """Note which kommuner are built."""
        self.kept, self.again = tuple(kept), again

    def shared_out(self, weights: Mapping[str, int], workers: int) -> None:
        """Note how much work there is."""
        self._weights, self.workers = {**self._weights, **weights}, workers

    def began(self, slug: str) -> None:
        """Note when work on a kommun begins."""
        self._begun[slug] = self._clock()

    def ended(self, slug: str) -> None:
        """Note what a kommun has taken."""
        self.kommuner[slug] = self._clock() - self._begun.pop(slug)

    def left(self) -> float | None:
        """Return about how many seconds the kommuner will still take; none before one is done.

        The others are taken to go at the pace of those that are finished, and of those under way
        the time that they have had is taken off.
        """
        done = sum(self._weights[slug] for slug in self.kommuner)
        if not done:
            return None
        pace, now = sum(self.kommuner.values()) / done, self._clock()
        work = sum(
            max(0, pace * weight - (now - self._begun.get(slug, now)))
            for slug, weight in self._weights.items()
            if slug not in self.kommuner
        )
        return work / self.workers
