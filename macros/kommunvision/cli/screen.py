"""Shows on a terminal how far a command has come; a pipe or a log hears nothing of it."""

from __future__ import annotations

import os
import shutil
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from types import TracebackType
from typing import Any, Self

import click

from kommunvision.cli.common import progress
from kommunvision.cli.stopwatch import Stopwatch
from kommunvision.swedish.cli import say
from kommunvision.swedish.format import number

# The bar is there for the eye, and gives way to the words where there is no room for both.
_BAR = 12
_ROOM_FOR_A_BAR = 80

# Who waits shorter than this for the kommuner to be read, in seconds, is told nothing of it.
_SOON = 1

# How much longer it must take than was said before more is said again.
_MUCH = 1.25

_FEW, _UNDER_A_MINUTE, _MINUTE, _HOURS = 10, 45, 90, 90 * 60


class Screen(Stopwatch):
    """Says which stage goes on, and rewrites one line as kommuner are finished.

    The line is drawn by click. How long is left is our own reckoning: click's goes by the clock on
    the wall, and does not know of kommuner that are under way in other processes.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Begin with an empty screen."""
        super().__init__(clock)
        self._lines = ExitStack()
        self._bar: Any = None
        self._total = 0
        self._said: float | None = None
        self._read = 0, 0

    def __enter__(self) -> Self:
        """Begin to show."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Leave the screen as others expect it, also after a fault."""
        self._lines.close()
        self.stop()

    def stage(self, name: str) -> None:
        """Say what goes on now, and once if it is asked to twice."""
        self._finish()
        if name and name != self._stage:
            progress(name)
        super().stage(name)

    def shared_out(self, weights: Mapping[str, int], workers: int) -> None:
        """Begin the line."""
        super().shared_out(weights, workers)
        self._total += len(weights)
        self._draw(sum(weights.values()), self._far)

    def read(self, done: int, of: int) -> None:
        """Tell how many kommuner have been read, where that takes long."""
        self._read = done, of
        if self._bar is not None:
            self._bar.update(1)
        elif self.took() >= _SOON:
            self._draw(of, lambda: say("far_read", done=number(self._read[0]), of=number(of)), done)

    def _draw(self, length: int, words: Callable[[], str], done: int = 0) -> None:
        """Draw the line, if there is a terminal to draw it on."""
        if not sys.stderr.isatty() or "CI" in os.environ:
            return
        wide = shutil.get_terminal_size().columns >= _ROOM_FOR_A_BAR
        bar: Any = click.progressbar(
            length=length,
            file=sys.stderr,
            width=_BAR,
            bar_template="[%(bar)s]  %(info)s" if wide else "%(info)s",
            show_eta=False,
            show_percent=False,
            item_show_func=lambda _: words()[: shutil.get_terminal_size().columns - 1],
        )
        bar.update(done)
        self._bar = self._lines.enter_context(bar)

    def ended(self, slug: str) -> None:
        """Rewrite the line."""
        super().ended(slug)
        if self._bar is not None:
            self._bar.update(self._weights[slug])
        if len(self.kommuner) == self._total:
            self._finish()

    def _finish(self) -> None:
        """Let what is said next begin a line of its own."""
        self._lines.close()
        self._bar = None

    def _far(self) -> str:
        """Return how far the build has come, in words."""
        words = [say("far", done=number(len(self.kommuner)), of=number(self._total))]
        if self.kept:
            words.append(say("far_kept", kept=number(len(self.kept))))
        left = self.left()
        if left is not None and len(self.kommuner) < self._total:
            # It may become less at any time; a little more would only make the line waver.
            if self._said is None or not self._said < left < self._said * _MUCH:
                self._said = left
            words.append(time_left(self._said))
        return ", ".join(words)


def time_left(seconds: float) -> str:
    """Return about how long is left, in words."""
    if seconds < _FEW:
        return say("left_seconds")
    if seconds < _UNDER_A_MINUTE:
        return say("left_under_a_minute")
    if seconds < _MINUTE:
        return say("left_minute")
    if seconds < _HOURS:
        return say("left_minutes", count=round(seconds / 60))
    return say("left_hours", count=round(seconds / 3600))
