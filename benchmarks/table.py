"""What has been measured, as tables to read and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass

from benchmarks.measured import Output
from benchmarks.rounds import Measured

_MEGA = 1_000_000


@dataclass(frozen=True, slots=True)
class Full:
    """A full build of one tool."""

    title: str
    version: str
    does: str
    took: Measured
    output: Output
    after_edit: Measured | None = None


@dataclass(frozen=True, slots=True)
class Target:
    """Something that shall be reached, and how far it is from that."""

    what: str
    at_most: str
    now: str


@dataclass(frozen=True, slots=True)
class Results:
    """Everything from one run."""

    run: Mapping[str, str]  # when, on what, how large
    pages: int  # that every tool builds
    full: Sequence[Full]  # ours first
    targets: Sequence[Target]
    more: Mapping[str, object]

    def markdown(self) -> str:
        """Return the tables."""
        ours = self.full[0]
        lines = [
            *(f"- {name}: {value}" for name, value in self.run.items()),
            "",
            *_rows(
                (
                    "full build from nothing",
                    "CPU s",
                    "wall s",
                    "CPU ms/page",
                    "peak MB",
                    "ours ÷ it, CPU",
                    "ours ÷ it, wall",
                ),
                (self._full(one, ours) for one in self.full),
            ),
            "",
            *_rows(
                (
                    "written",
                    "files",
                    "files/page",
                    "MB",
                    "MB gzip",
                    "kB/page gzip",
                    "beside the pages",
                ),
                (self._written(one) for one in self.full),
            ),
            "",
            *_rows(
                (
                    "after one edited page",
                    "CPU s",
                    "wall s",
                    "of its full build, CPU",
                    "ours ÷ it, CPU",
                    "ours ÷ it, wall",
                ),
                (_edited(one, ours) for one in self.full if one.after_edit),
            ),
            "",
            *_rows(
                ("target", "at most", "now"),
                ((one.what, one.at_most, one.now) for one in self.targets),
            ),
        ]
        return "\n".join([*lines, ""])

    def text(self) -> str:
        """Return everything, round by round, as JSON."""
        return json.dumps(asdict(self), ensure_ascii=False, indent=2) + "\n"

    def _full(self, one: Full, ours: Full) -> tuple[str, ...]:
        took = one.took
        return (
            f"{one.title} {one.version}".strip(),
            f"{took.processor:.1f}",
            f"{took.wall:.1f}",
            f"{1000 * took.processor / self.pages:.1f}",
            f"{took.memory / _MEGA:.0f}",
            *_ratios(ours.took, took),
        )

    def _written(self, one: Full) -> tuple[str, ...]:
        output = one.output
        return (
            one.title,
            f"{output.files}",
            f"{output.files / self.pages:.1f}",
            f"{output.raw / _MEGA:.1f}",
            f"{output.gzip / _MEGA:.1f}",
            f"{output.gzip / self.pages / 1000:.1f}",
            one.does,
        )


def _edited(one: Full, ours: Full) -> tuple[str, ...]:
    took, our = one.after_edit, ours.after_edit
    if took is None or our is None:
        raise ValueError(one.title)
    return (
        one.title,
        f"{took.processor:.2f}",
        f"{took.wall:.2f}",
        f"{took.processor / one.took.processor:.0%}",
        *_ratios(our, took),
    )


def _ratios(ours: Measured, its: Measured) -> tuple[str, str]:
    if ours is its:
        return "1", "1"
    processor, wall = ours.times(its)
    return f"{processor:.2f}", f"{wall:.2f}"


def _rows(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> list[str]:
    return [
        f"| {' | '.join(heads)} |",
        f"|{'---|' * len(heads)}",
        *(f"| {' | '.join(row)} |" for row in rows),
    ]
