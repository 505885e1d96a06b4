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

from benchmarks.aside import set_aside
from benchmarks.contents import Shown, shown
from benchmarks.live import seen_after_saving, transferred_by_a_search
from benchmarks.measured import FailedError, Output, Snapshot, output
from benchmarks.others import Site
from benchmarks.ours import ASIDE, KEPT, Ours, has_workers, run
from benchmarks.rounds import Measured, Task, in_turns
from benchmarks.table import Full, Results
from benchmarks.targets import ONE, TWO, Taken, targets
from benchmarks.tools import TOOLS, Peer
from benchmarks.weight import heaviest

_WORK = Path(".cache/benchmarks").absolute()
_EARLIER = _WORK.with_name("benchmarks-earlier")
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
        ours = Ours.written(_WORK / "ours", self.kommuner)
        site = shown(ours.site, ours.kommuner)
        edited = next(one for one in site.pages if one.address == ours.goal)
        others = [Site.written(one, site, _WORK / one.name, edited) for one in self.peers]
        full = self._full(ours, others)
        for one in others:
            one.see_that_it_shows(site.own(edited.kommun) + site.own(""))
        wrote = {"": output(ours.site), **{one.peer.name: one.output() for one in others}}
        search = transferred_by_a_search(ours.site)
        changed: list[tuple[int, int]] = []
        edits = in_turns(
            [self._after_edit(ours, changed), *(one.after_edit() for one in others)], self.rounds
        )
        again = in_turns([Task("nothing changed", ours.build(), ours.root)], self.rounds)
        checks = self._checks(ours)
        sizes, pages = self._sizes(ours, len(site.pages))
        taken = Taken(
            full=full,
            edit=edits["ours"],
            changed=changed[0],
            again=again["nothing changed"],
            check=(checks["check"], checks["check again"], checks["yaml"]),
            sizes=sizes,
            pages=pages,
            seen=seen_after_saving(_WORK / "served", self.rounds),
            search=search,
            heaviest=heaviest(ours.site, [one.address for one in site.pages]),
            twice=wrote[""].twice / wrote[""].raw,
        )
        rows = [
            Full(
                "Kommunvision",
                "",
                "charts, embeds, open data, search, sitemap",
                full[ONE],
                wrote[""],
                edits["ours"],
            )
        ]
        if TWO in full:
            rows.append(Full("Kommunvision, two workers", "", "the same", full[TWO], wrote[""]))
        for one in others:
            name, title, does = one.peer.name, one.peer.title, one.peer.does
            rows.append(Full(title, one.version(), does, full[name], wrote[name], edits[name]))
        about = self._about(ours, site, wrote[""])
        more = {"edits": edits, "again": again, "checks": checks, "sizes": list(sizes.items())}
        return Results(about, len(site.pages), rows, targets(taken), more)

    def _full(self, ours: Ours, others: list[Site]) -> dict[str, Measured]:
        """Measure full builds in turns: ours, by one worker and by two, and theirs."""
        own = {ONE: 1, TWO: 2} if has_workers() else {ONE: None}
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

    def _sizes(
        self, whole: Ours, pages_of_whole: int
    ) -> tuple[dict[tuple[str, int], Measured], dict[int, int]]:
        """Measure smaller Swedens beside the whole, and beside Hugo where it is one of the tools."""
        pages = {self.kommuner: pages_of_whole}
        tasks: dict[tuple[str, int], Task] = {}
        hugo = next((one for one in self.peers if one.name == "hugo"), None)
        for many in (one for one in _BETWEEN if one < self.kommuner):
            ours = Ours.written(_WORK / f"ours-{many}", many)
            site = shown(ours.site, ours.kommuner)
            pages[many] = len(site.pages)
            tasks["ours", many] = self._from_nothing(ours, many)
            if hugo:
                written = Site.written(hugo, site, _WORK / f"hugo-{many}", site.pages[-1])
                tasks["hugo", many] = written.full(f"hugo, {many} kommuner")
        if tasks:
            tasks["ours", self.kommuner] = self._from_nothing(whole, self.kommuner)
        measured = in_turns(list(tasks.values()), self.rounds)
        return {key: measured[task.name] for key, task in tasks.items()}, pages

    @staticmethod
    def _from_nothing(ours: Ours, many: int) -> Task:
        command = ours.build(1 if has_workers() else None)
        return Task(f"ours, {many} kommuner", command, ours.root, lambda _: ours.bare())

    def _about(self, ours: Ours, site: Shown, written: Output) -> dict[str, str]:
        memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
        return {
            "Day": datetime.now(UTC).date().isoformat(),
            "Machine": f"{os.cpu_count()} cores, {memory:.0f} GiB of memory, {platform.system()} on {platform.machine()}, Python {platform.python_version()}, load {os.getloadavg()[0]:.1f} at the end",
            "Size": f"{self.kommuner} kommuner, {len(site.pages)} pages, {ours.data / _MEGA:.1f} MB of YAML",
            "Rounds": f"{self.rounds} after a warm-up; medians",
            "Ours writes besides": f"{written.pages - len(site.pages)} further files of HTML: searches, code for embedding, and embeds",
        }


def _main() -> int:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--kommuner", type=int, default=290)
    asked.add_argument("--rounds", type=int, default=5)
    asked.add_argument("--peers", default=" ".join(TOOLS))
    given = asked.parse_args()
    peers = [TOOLS[name] for name in given.peers.split()]
    set_aside(_WORK, _EARLIER)
    # What our builds keep for the next one lies with the rest, and can be thrown away with it.
    os.environ[KEPT] = str(_WORK / "kept")
    # Programs are measured as they are installed, compiled once, whatever is usual where this runs.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    try:
        results = _Run(given.kommuner, given.rounds, peers).results()
    except FailedError as failed:
        print(f"Nothing was measured, since a command failed: {failed}", file=sys.stderr)
        return 1
    else:
        _RESULTS.mkdir(exist_ok=True)
        (_RESULTS / "latest.md").write_text(results.markdown(), encoding="utf-8")
        (_RESULTS / "latest.json").write_text(results.text(), encoding="utf-8")
        print(f"\n{results.markdown()}", flush=True)
        return 0
    finally:
        # It takes a while, so what was measured is told first.
        for folder in (_EARLIER, _WORK / ASIDE):
            shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(_main())
