"""What of a published site an earlier build has left as this one would make it."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from kommunvision.driver.kept_units import NO_KEY, KeptSite, KeptUnit, Keys, look_outside, looks
from kommunvision.driver.publish import Published, Staying, is_unfinished
from kommunvision.driver.report import BuildReport
from kommunvision.driver.source import settings_print
from kommunvision.driver.watcher import Why
from kommunvision.driver.worker import Asked, Surveyed, Wish
from kommunvision.history import state
from kommunvision.kept import Store, fingerprint
from kommunvision.load import DATA, read_ledger
from kommunvision.pipeline import CONTENT, published_under
from kommunvision.publication import build_day
from kommunvision.server import ENDINGS
from kommunvision.shelved import Keeper
from kommunvision.summary import Summary, read_summary


@dataclass(slots=True)
class Keeping:
    """Remembers a published site, kommun by kommun, from one build to the next."""

    root: Path
    target: Path
    """Folder of the published site."""
    store: Store
    wish: Wish
    smaller: bool
    """Whether files are compressed too."""
    workers: int = 1
    """How many processes may look at it at once."""
    kept: dict[str, KeptUnit] = field(default_factory=dict)
    """The kommuner that stay as they are."""
    why: dict[str, Why] = field(default_factory=dict)
    """Why others do not, where an earlier build is known."""
    _told: dict[str, Summary] = field(default_factory=dict)
    _before: KeptSite = field(default_factory=KeptSite)
    _now: KeptSite | None = None
    _surveyed: Surveyed | None = None
    _keys: Keys | None = None
    _source: str = ""
    _keeper: Keeper | None = None

    def unchanged(self) -> BuildReport | None:
        """Return what the build came to that has left the site as this one would, if one has."""
        self._before = self.store.get(self._name("site")) or KeptSite()
        keeper = self.keeper()
        if keeper is None:
            return None
        before = self._before
        self._source = self._source_of(keeper, before.layout)
        if before.report is None or before.source != self._source or is_unfinished(self.target):
            return None
        every = [folder for unit in before.units.values() for folder in unit.folders]
        same = look_outside(self.target, every) == before.outside
        now = looks(self.target, before.units, self.workers) if same else {}
        if not same or any(now[slug] != unit.look for slug, unit in before.units.items()):
            return None
        return before.report

    def keeper(self) -> Keeper | None:
        """Return what has been kept of data and content; none where nothing can be kept."""
        if self._keeper is None and self.store:
            self._keeper = Keeper(self.root, self.store, content=CONTENT)
        return self._keeper

    def look_at(self, surveyed: Surveyed) -> None:
        """Find out which kommuner stay as they are."""
        keeper = surveyed.known.keeper
        if keeper is None:
            return
        self._surveyed = surveyed
        if settings_print(self.root, surveyed.layout) is None:
            return
        self._source = self._source_of(keeper, surveyed.layout)
        self._keys = Keys(surveyed, keeper, smaller=self.smaller)
        same = {}
        for slug in (one.slug for one in surveyed.outcome.kommuner):
            unit = self._before.units.get(slug)
            if unit is None:
                continue
            if changed := self._keys.changed(slug, unit):
                self.why[slug] = changed
            else:
                same[slug] = unit
        seen = looks(self.target, same, self.workers)
        for slug, unit in same.items():
            summary = self.store.get(self._name(f"summaries/{slug}"))
            if summary and seen[slug] == unit.look:
                self.kept[slug], self._told[slug] = unit, read_summary(summary)
            else:
                self.why[slug] = Why.TOUCHED

    def told(self) -> list[tuple[None, Summary]]:
        """Return what the kommuner that stay tell the rest of the site."""
        return [(None, summary) for summary in self._told.values()]

    def note(self, made: Iterable[tuple[Summary, Asked]], beside: frozenset[str]) -> None:
        """Note what has been made, and which files in folders of kommuner belong to all of them."""
        if self._keys is None:
            return
        every = frozenset(f"{name}{ending}" for name in beside for ending in ("", *ENDINGS))
        self._now = KeptSite(dict(self.kept), every)
        for summary, asked in made:
            answers = self._keys.answers(asked)
            self._now.units[summary.slug] = KeptUnit(NO_KEY, answers, summary.folders)
            self.store.put(self._name(f"summaries/{summary.slug}"), summary.text())

    def staying(self) -> Staying:
        """Return what a publication is to leave alone."""
        folders = frozenset(folder for unit in self.kept.values() for folder in unit.folders)
        beside = {
            name
            for name in self._before.beside
            if name.partition("/")[0] in folders and (self.target / name).is_file()
        }
        files = sum(unit.look[1] for unit in self.kept.values()) - len(beside)
        return Staying(folders, files, frozenset(beside))

    def remember(self, report: BuildReport) -> None:
        """Remember what has been published."""
        now, surveyed = self._now, self._surveyed
        if now is None or self._keys is None or surveyed is None or report.published is None:
            return
        self._take_in_the_ledger()
        touched = {name.partition("/")[0] for name in now.beside | self._before.beside}
        new = {
            slug: unit
            for slug, unit in now.units.items()
            if slug not in self.kept or touched & {*unit.folders}
        }
        seen = looks(self.target, new, self.workers)
        for slug, unit in now.units.items():
            found = seen.get(slug, unit.look)
            now.units[slug] = replace(unit, key=self._keys.key(slug), look=found)
        every = [folder for unit in now.units.values() for folder in unit.folders]
        now.source, now.layout = self._source, surveyed.layout
        now.outside = look_outside(self.target, every)
        count = report.published.written + report.published.untouched
        now.report = replace(report, published=Published(0, 0, count))
        self.store.put(self._name("target"), os.fsencode(self.target))
        self.store.put(self._name("site"), now)
        self._forget_others(now.units)

    def _take_in_the_ledger(self) -> None:
        """Go by the ledger as it is now: the addresses that are new in it have just been made.

        What has been made would be the same with them, for they only say what else stays.
        """
        keeper, keys, surveyed = self._keeper, self._keys, self._surveyed
        if keeper and keys and surveyed and keeper.see_the_ledger():
            addresses, _ = read_ledger(self.root)
            keys.publish(published_under(addresses, surveyed.outcome.kommuner))
            self._source = self._source_of(keeper, surveyed.layout)

    def _source_of(self, keeper: Keeper, layout: str | None) -> str:
        """Return the fingerprint of all that the site is built from."""
        return fingerprint(
            *(keeper.programs, settings_print(self.root, layout), self.wish, self.smaller),
            *(build_day(os.environ), state(self.root, DATA, CONTENT)),
            *(sorted(tree.of_each.items()) for tree in (keeper.data, keeper.content)),
        )

    def _forget_others(self, units: Iterable[str]) -> None:
        """Forget kommuner that are gone, and sites whose folders are."""
        for slug in self._before.units.keys() - {*units}:
            self.store.drop(self._name(f"summaries/{slug}"))
        for name in self.store.folders("sites"):
            place = self.store.get(f"sites/{name}/target")
            if place is None or not Path(os.fsdecode(place)).is_dir():
                self.store.drop_folder(f"sites/{name}")

    def _name(self, name: str) -> str:
        return f"sites/{fingerprint(self.target)[:16]}/{name}"
