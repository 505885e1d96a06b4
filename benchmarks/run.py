"""``make bench``: measures our build beside those of others, on one machine, in turns.

Sites are written anew below ``.cache/benchmarks``; what comes out is left in ``benchmarks/results``.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.contents import Shown, shown
from benchmarks.live import seen_after_saving, transferred_by_a_search
from benchmarks.measured import FailedError, Output, Snapshot, output
from benchmarks.others import Site
from benchmarks.ours import Ours, has_workers, run
from benchmarks.rounds import Measured, Task, in_turns
from benchmarks.table import Full, Results, Target
from benchmarks.tools import TOOLS, Peer

_WORK = Path(".cache/benchmarks").absolute()
_RESULTS = Path(__file__).with_name("results")
_BETWEEN = (10, 41, 60)  # kommuner; 41 have about 3 000 pages
_MEGA = 1_000_000


@dataclass(slots=True)
class _Run:
    """One run, from an empty folder to its results."""

    kommuner: int
    rounds: int
    peers: list[Peer]

    def results(self) -> Results:
        """Measure everything."""
        workers = has_workers()
        ours = Ours.written(_WORK / "ours", self.kommuner)
        site = shown(ours.site, ours.kommuner)
        edited = next(one for one in site.pages if one.address == ours.goal)
        others = [Site.written(one, site, _WORK / one.name, edited) for one in self.peers]
        took = self._full(ours, others, workers=workers)
        first = "ours, 1 worker" if workers else "ours"
        for one in others:
            one.see_that_it_shows(site.own(edited.kommun) + site.own(""))
        written, others_written = output(ours.site), [one.output() for one in others]
        search = transferred_by_a_search(ours.site)
        changed: list[tuple[int, int]] = []
        edits = in_turns(
            [self._after_edit(ours, changed), *(one.after_edit() for one in others)], self.rounds
        )
        again = in_turns([Task("nothing changed", ours.build(), ours.root)], self.rounds)
        checks = self._checks(ours)
        full = [
            Full("Kommunvision", "", "as the README says", took[first], written, edits["ours"]),
            *(
                Full(
                    one.peer.title,
                    one.version(),
                    one.peer.does,
                    took[one.peer.name],
                    wrote,
                    edits[one.peer.name],
                )
                for one, wrote in zip(others, others_written, strict=True)
            ),
        ]
        sizes = self._sizes()
        seen = seen_after_saving(_WORK / "served", self.rounds)
        targets = [
            *self._against(took, first),
            *_growth(sizes, self.kommuner, took[first]),
            _share(
                "full build, wall time, two workers",
                "0.6 × of one",
                took.get("ours, 2 workers"),
                took[first],
                wall=True,
            ),
            Target(
                "build after one edited goal",
                "1 % of the full build, and 1.5 s; writes only files that changed",
                f"{edits['ours'].processor / took[first].processor:.0%} of the processor time, "
                f"{edits['ours'].wall:.1f} s; {changed[0][0]} files written, {changed[0][1]} differ",
            ),
            Target("build with nothing changed", "1 s", f"{again['nothing changed'].wall:.1f} s"),
            Target(
                "`check`, nothing wrong, beside reading the YAML",
                "2.5 ×; 0.2 × when nothing changed",
                f"{checks['check'].times(checks['yaml'])[0]:.1f} × "
                f"({checks['check'].processor:.1f} s beside {checks['yaml'].processor:.1f} s); "
                f"{checks['check again'].times(checks['yaml'])[0]:.1f} × when nothing changed",
            ),
            Target(
                f"save to visible in `serve`, a kommun of {seen.pages} pages",
                "0.5 s",
                f"{seen.seconds:.2f} s",
            ),
            Target(
                "peak memory of a process",
                "200 MB",
                f"{max(one.memory for name, one in took.items() if name.startswith('ours')) / _MEGA:.0f} MB",
            ),
            Target(
                "search transfer to the first result, gzip",
                "300 kB at 30 000 pages",
                f"{search / 1000:.0f} kB at {len(site.pages)} pages",
            ),
        ]
        about = self._about(ours, site, written)
        more = {"edits": edits, "again": again, "checks": checks, "full": took}
        return Results(about, len(site.pages), full, targets, sizes, more)

    def _full(self, ours: Ours, others: list[Site], *, workers: bool) -> dict[str, Measured]:
        """Measure full builds in turns: ours, by one worker and by two, and theirs."""
        own = {"ours, 1 worker": 1, "ours, 2 workers": 2} if workers else {"ours": None}
        tasks = [
            Task(name, ours.build(many), ours.root, lambda _: ours.bare())
            for name, many in own.items()
        ]
        return in_turns([*tasks, *(one.full(one.peer.name) for one in others)], self.rounds)

    def _after_edit(self, ours: Ours, changed: list[tuple[int, int]]) -> Task:
        """Return the build after an edit; the first time it is noted what was written."""

        def before(number: int) -> None:
            if number == 1:
                changed.append(self._changed(ours))
            ours.edit(number + 1)

        return Task("ours", ours.build(), ours.root, before)

    @staticmethod
    def _changed(ours: Ours) -> tuple[int, int]:
        earlier = Snapshot.of(ours.site)
        ours.edit(1_000)
        run(ours.build(), ours.root)
        return earlier.changes(Snapshot.of(ours.site))

    def _checks(self, ours: Ours) -> dict[str, Measured]:
        return in_turns(
            [
                Task("yaml", ours.read(), ours.root),
                Task("check", ours.check(), ours.root, lambda _: ours.bare()),
                Task("check again", ours.check(), ours.root),
            ],
            self.rounds,
        )

    def _sizes(self) -> dict[str, Measured]:
        """Measure smaller Swedens too, beside Hugo where it is one of the tools."""
        tasks = []
        hugo = next((one for one in self.peers if one.name == "hugo"), None)
        workers = 1 if has_workers() else None
        for many in _BETWEEN:
            if many >= self.kommuner:
                break
            ours = Ours.written(_WORK / f"ours-{many}", many)
            tasks.append(
                Task(
                    f"ours, {many}", ours.build(workers), ours.root, lambda _, one=ours: one.bare()
                )
            )
            if hugo:
                site = shown(ours.site, ours.kommuner)
                written = Site.written(hugo, site, _WORK / f"hugo-{many}", site.pages[-1])
                tasks.append(written.full(f"hugo, {many}"))
        return in_turns(tasks, self.rounds)

    def _against(self, took: dict[str, Measured], first: str) -> list[Target]:
        goals = (
            (
                "hugo",
                "full build from nothing beside Hugo, processor and wall time",
                "0.8 ×, then 0.5 ×",
            ),
            ("material", "the same beside MkDocs with Material", "0.1 ×"),
        )
        best = "ours, 2 workers" if "ours, 2 workers" in took else first
        return [
            Target(
                what,
                at_most,
                f"{took[first].times(took[name])[0]:.2f} × and {took[best].times(took[name])[1]:.2f} ×",
            )
            for name, what, at_most in goals
            if name in took
        ]

    def _about(self, ours: Ours, site: Shown, written: Output) -> dict[str, str]:
        memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
        return {
            "Day": datetime.now(UTC).date().isoformat(),
            "Machine": f"{os.cpu_count()} cores, {memory:.0f} GiB of memory, {platform.system()} on {platform.machine()}, Python {platform.python_version()}, load {os.getloadavg()[0]:.1f} at the end",
            "Size": f"{self.kommuner} kommuner, {len(site.pages)} pages, {ours.data / _MEGA:.1f} MB of YAML",
            "Rounds": f"{self.rounds} after a warm-up; medians",
            "Ours writes besides": f"{written.pages - len(site.pages)} further files of HTML: searches, code for embedding, and embeds",
        }


def _share(
    what: str, at_most: str, mine: Measured | None, other: Measured, *, wall: bool
) -> Target:
    if mine is None:
        return Target(what, at_most, "cannot be asked for yet")
    return Target(what, at_most, f"{mine.times(other)[wall]:.2f} ×")


def _growth(sizes: dict[str, Measured], kommuner: int, all_: Measured) -> list[Target]:
    """Compare the cost of a kommun at every size with that of the smallest."""
    ours = {int(name.split()[1]): one for name, one in sizes.items() if name.startswith("ours")}
    if not ours:
        return []
    least = min(ours)
    each = ours[least].processor / least
    targets = [
        Target(
            f"cost of a kommun at {many} beside that at {least}",
            "1.1 ×",
            f"{one.processor / many / each:.2f} ×",
        )
        for many, one in [*ours.items(), (kommuner, all_)]
        if many > least
    ]
    return targets + [
        Target(
            f"full build of {many} kommuner beside Hugo, processor time",
            "1.0 ×",
            f"{one.times(sizes[f'hugo, {many}'])[0]:.2f} ×",
        )
        for many, one in ours.items()
        if f"hugo, {many}" in sizes
    ]


def _main() -> int:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--kommuner", type=int, default=290)
    asked.add_argument("--rounds", type=int, default=5)
    asked.add_argument("--peers", default=" ".join(TOOLS))
    given = asked.parse_args()
    peers = [TOOLS[name] for name in given.peers.split()]
    shutil.rmtree(_WORK, ignore_errors=True)
    try:
        results = _Run(given.kommuner, given.rounds, peers).results()
    except FailedError as failed:
        print(f"Nothing was measured, since a command failed: {failed}", file=sys.stderr)
        return 1
    _RESULTS.mkdir(exist_ok=True)
    (_RESULTS / "latest.md").write_text(results.markdown(), encoding="utf-8")
    (_RESULTS / "latest.json").write_text(results.text(), encoding="utf-8")
    print(f"\n{results.markdown()}")
    return 0


if __name__ == "__main__":
    sys.exit(_main())
