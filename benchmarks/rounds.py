"""Measures several commands in turns, A B C A B C, and says what is typical of each."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from benchmarks.measured import Cost, cost


@dataclass(frozen=True, slots=True)
class Task:
    """A command that is measured, and what is done first without being measured."""

    name: str
    command: Sequence[str]
    folder: Path
    before: Callable[[int], None] = lambda _: None
    environment: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Measured:
    """What one command took, round by round."""

    rounds: tuple[Cost, ...]

    @property
    def processor(self) -> float:
        """Seconds of processor time, the median."""
        return median(one.processor for one in self.rounds)

    @property
    def wall(self) -> float:
        """Seconds from start to end, the median."""
        return median(one.wall for one in self.rounds)

    @property
    def memory(self) -> int:
        """Bytes of the largest process in any round."""
        return max(one.memory for one in self.rounds)

    def times(self, other: Measured) -> tuple[float, float]:
        """Return how many times another's processor and wall time it took.

        It is the median of the rounds' own ratios: what slows a machine for a while slows both.
        """
        pairs = list(zip(self.rounds, other.rounds, strict=True))
        return (
            median(mine.processor / theirs.processor for mine, theirs in pairs),
            median(mine.wall / theirs.wall for mine, theirs in pairs),
        )


def _say(text: str) -> None:
    print(text, flush=True)


def in_turns(
    tasks: Sequence[Task], rounds: int, say: Callable[[str], None] = _say
) -> dict[str, Measured]:
    """Measure every task so many times, after a round that is not counted."""
    taken: dict[str, list[Cost]] = {one.name: [] for one in tasks}
    for number in range(rounds + 1):
        for one in tasks:
            one.before(number)
            took = cost(one.command, one.folder, dict(one.environment))
            counted = f"round {number} of {rounds}" if number else "warm-up"
            say(f"{one.name}, {counted}: {took.processor:.2f} s, {took.wall:.2f} s on the wall")
            if number:
                taken[one.name].append(took)
    return {name: Measured(tuple(costs)) for name, costs in taken.items()}
