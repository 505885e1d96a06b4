"""What the build shall reach, and where it is; each figure a ratio within one run where it can be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from benchmarks.live import Seen
from benchmarks.rounds import Measured
from benchmarks.table import Target

ONE, TWO = "ours, 1 worker", "ours, 2 workers"
_MEGA = 1_000_000


@dataclass(frozen=True, slots=True)
class Taken:
    """All that was measured of us, and of others beside us.

    Attributes:
        full: Full builds by tool; ours by ONE and, where it can be shared out, by TWO.
        edit: Our build after one edited goal.
        changed: How many files that build wrote, and how many of them are others than before.
        again: Our build with nothing changed.
        check: Our check of everything, the same once more, and the reading of the same files.
        sizes: Full builds of smaller Swedens, ours and Hugo's, by tool and number of kommuner.
        pages: How many pages each of these has, by number of kommuner.
        seen: How soon a change is seen in ``serve``.
        search: Bytes that come over until the first result of a search.
        heaviest: Bytes that come over for the heaviest page.
        twice: Share of all bytes of the site that stand in another file too.
    """

    full: Mapping[str, Measured]
    edit: Measured
    changed: tuple[int, int]
    again: Measured
    check: tuple[Measured, Measured, Measured]
    sizes: Mapping[tuple[str, int], Measured]
    pages: Mapping[int, int]
    seen: Seen
    search: int
    heaviest: int
    twice: float


def targets(taken: Taken) -> list[Target]:
    """Return every target of the build, and where it is now."""
    return [
        *_beside_others(taken),
        *_growing(taken),
        _by_two(taken),
        *_after_a_change(taken),
        *_besides(taken),
    ]


def _beside_others(taken: Taken) -> Iterator[Target]:
    best = taken.full.get(TWO, taken.full[ONE])
    for name, what, at_most in (
        ("hugo", "full build beside Hugo, processor and wall time", "0.8 ×, then 0.5 ×"),
        ("material", "full build beside MkDocs with Material", "0.1 ×"),
    ):
        if name in taken.full:
            processor, _ = taken.full[ONE].times(taken.full[name])
            _, wall = best.times(taken.full[name])
            yield Target(what, at_most, f"{processor:.2f} × and {wall:.2f} ×")


def _growing(taken: Taken) -> Iterator[Target]:
    sizes = sorted(many for name, many in taken.sizes if name == "ours")
    for many in sizes[1:]:
        least = sizes[0]
        times, _ = taken.sizes["ours", many].times(taken.sizes["ours", least])
        each = times * taken.pages[least] / taken.pages[many]
        yield Target(f"cost of a page at {many} kommuner beside {least}", "1.1 ×", f"{each:.2f} ×")
    for many in sizes:
        if ("hugo", many) in taken.sizes:
            times, _ = taken.sizes["ours", many].times(taken.sizes["hugo", many])
            what = f"full build of {taken.pages[many]} pages beside Hugo, processor time"
            yield Target(what, "1.0 × at 3 000 pages", f"{times:.2f} ×")


def _by_two(taken: Taken) -> Target:
    now = "not measured"
    if TWO in taken.full:
        now = f"{taken.full[TWO].times(taken.full[ONE])[1]:.2f} ×"
    return Target("full build, wall time, two workers", "0.6 × of one", now)


def _after_a_change(taken: Taken) -> Iterator[Target]:
    wrote, differ = taken.changed
    share = taken.edit.processor / taken.full[ONE].processor
    yield Target(
        "build after one edited goal",
        "1 % of the full build, and 1.5 s; writes only files that changed",
        f"{share:.0%} of its processor time, {taken.edit.wall:.1f} s; "
        f"{wrote} files written, {differ} of them changed",
    )
    yield Target("build with nothing changed", "1 s", f"{taken.again.wall:.1f} s")
    check, once_more, read = taken.check
    yield Target(
        "`check`, nothing wrong, beside reading the YAML",
        "2.5 ×; 0.2 × when nothing changed",
        f"{check.times(read)[0]:.1f} × ({check.processor:.1f} s beside {read.processor:.1f} s); "
        f"{once_more.times(read)[0]:.1f} × when nothing changed",
    )
    what = f"save to visible in `serve`, a kommun of {taken.seen.pages} pages"
    yield Target(what, "0.5 s", f"{taken.seen.seconds:.2f} s")


def _besides(taken: Taken) -> Iterator[Target]:
    memory = max(one.memory for name, one in taken.full.items() if name in {ONE, TWO})
    yield Target("peak memory of a process", "200 MB", f"{memory / _MEGA:.0f} MB")
    yield Target(
        "search, transferred to the first result, gzip",
        "300 kB at 30 000 pages",
        f"{taken.search / 1000:.0f} kB at {taken.pages[max(taken.pages)]} pages",
    )
    yield Target(
        "a page with its styles and scripts, gzip",
        "20 kB, and nothing stored twice",
        f"{taken.heaviest / 1000:.1f} kB at most; {taken.twice:.2%} of all bytes stand in two files",
    )
