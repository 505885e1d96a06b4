"""What of a published site an earlier build has left as this one would make it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from kommunvision.checking import published_under
from kommunvision.driver.files import Sources
from kommunvision.driver.kept_units import NO_KEY, KeptSite, KeptUnit, Keys
from kommunvision.driver.look import (
    Folders,
    Looking,
    content_outside,
    left,
    look_outside,
)
from kommunvision.driver.order import Order
from kommunvision.driver.publish import Published, Staying
from kommunvision.driver.report import BuildReport
from kommunvision.driver.settings import settings_print
from kommunvision.driver.unchanged import Remembered, around
from kommunvision.driver.watcher import Why
from kommunvision.driver.worker import Asked, Surveyed
from kommunvision.driver.workers import sharing
from kommunvision.kept import Store
from kommunvision.load import read_ledger
from kommunvision.render.compiled import COMPILED
from kommunvision.server import ENDINGS
from kommunvision.shelved import Keeper
from kommunvision.summary import Summary, read_summary

_TEMPLATES = "templates"


@dataclass(slots=True)
class Keeping:
    """Remembers a published site, kommun by kommun, from one build to the next."""

    order: Order
    store: Store
    at_hand: Store
    """Where kommuner are while the build lasts: there too, or aside where nothing is kept."""
    looking: Looking
    """Looks at folders that an earlier build has left."""
    sources: Sources | None = None
    """The files of the site, if they have been looked at."""
    kept: dict[str, KeptUnit] = field(default_factory=dict)
    """The kommuner that stay as they are."""
    why: dict[str, Why] = field(default_factory=dict)
    """Why others do not, where an earlier build is known."""
    _told: dict[str, Summary] = field(default_factory=dict)
    _before: KeptSite = field(default_factory=KeptSite)
    _now: KeptSite | None = None
    _surveyed: Surveyed | None = None
    _keys: Keys | None = None
    _made: list[Summary] = field(default_factory=list)
    """What the kommuner tell that have been built."""
    _around: str | None = None
    """What the site rests on beside its files, before anything was read."""
    _settings: str | None = None
    """Fingerprint of the settings before anything was read."""
    _keeper: Keeper | None = None

    @property
    def root(self) -> Path:
        """Root of the site's repository."""
        return self.order.root

    @property
    def target(self) -> Path:
        """Folder of the published site."""
        return self.order.target

    @property
    def workers(self) -> int:
        """How many processes may look at it at once."""
        return self.order.workers

    def _seen(self) -> Sources:
        self.sources = self.sources or Sources.of(self.root)
        return self.sources

    def keeper(self) -> Keeper | None:
        """Return what has been kept of data and content; none where all is had in memory."""
        if self._keeper is None and self.at_hand:
            seen = self._seen()
            self._settings = settings_print(self.root)
            if self.store and self._settings is not None:
                self._around = around(self.order, self.store.programs, self._settings)
            self._keeper = keeper_of(self.root, self.at_hand, seen, self.workers)
        return self._keeper

    def see(self, surveyed: Surveyed) -> None:
        """Look at a site that has been read; what unknown programs make of it is not known."""
        if self.store:
            self._before = self.store.get(self._name("units")) or self._before
        if self.store and surveyed.ours and (compiled := self.store.get(_TEMPLATES)):
            COMPILED.take(compiled)
        if self.store and surveyed.ours and self._around is not None:
            self._surveyed = surveyed

    def compare(self, surveyed: Surveyed) -> None:
        """Find out which kommuner of a site that has been seen would be built from the same."""
        keeper = surveyed.known.keeper
        if keeper is None or self._surveyed is None:
            return
        self._keys = Keys(surveyed, keeper, self._settings, smaller=self.order.smaller)
        for slug in (one.slug for one in surveyed.outcome.kommuner):
            unit = self._before.units.get(slug)
            if unit is None:
                continue
            if changed := self._keys.changed(slug, unit):
                self.why[slug] = changed
            elif summary := self.store.get(self._name(f"summaries/{slug}")):
                self.kept[slug] = unit
                self._told[slug] = read_summary(summary)
            else:
                self.why[slug] = Why.TOUCHED

    def touched(self) -> list[str]:
        """Return the kommuner that do not stay after all: somebody has changed their files."""
        now, touched = self.looking(_as_left(self.kept)), []
        for slug, unit in [*self.kept.items()]:
            if look := now[slug]:
                self.kept[slug] = replace(unit, look=look)
            else:
                touched.append(slug)
                self.why[slug] = Why.TOUCHED
                del self.kept[slug], self._told[slug]
        return touched

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
            self._made.append(summary)

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
        surveyed, published = self._surveyed, report.published
        if surveyed is None or self._around is None or published is None:
            return
        self._take_in_the_ledger()
        if not is_still_so(self.root, self._seen(), self._settings):
            # Somebody saved while it was built: nobody knows what has been made of which.
            self.store.drop(self._name("units"))
            self.store.drop(self._name("whole"))
            return
        if compiled := COMPILED.told():
            self.store.put(_TEMPLATES, compiled)
        units = self._units_as_published()
        folders = {slug: (unit.folders, unit.look) for slug, unit in units.items()}
        every = [one for names, _ in folders.values() for one in names]
        outside = look_outside(self.target, every)
        read: dict[str, str] = {}
        if self.store.travels:
            read = {slug: unit.content for slug, unit in units.items()}
            read[""] = content_outside(self.target, every)
        told = replace(report, published=Published(0, 0, published.written + published.untouched))
        source = self._seen().fingerprint(self._around)
        whole = Remembered(source, folders, outside, read, told)
        self.store.put(self._name("whole"), whole)
        self._forget_others(units)

    def _units_as_published(self) -> dict[str, KeptUnit]:
        """Remember each kommun, if they are built one by one, and return them."""
        now = self._now
        if now is None or self._keys is None:
            self.store.drop(self._name("units"))
            return {}
        touched = {name.partition("/")[0] for name in now.beside | self._before.beside}
        new = {
            slug: unit
            for slug, unit in now.units.items()
            if slug not in self.kept or touched & {*unit.folders}
        }
        # Where nothing is brought elsewhere, nobody will ask what is in them.
        seen = left(self.target, _folders(new), self.workers, read=self.store.travels)
        for slug, unit in now.units.items():
            one = seen.get(slug, unit.left)
            key = self._keys.key(slug)
            now.units[slug] = replace(unit, key=key, look=one.look, content=one.content)
        # Whoever is ended in between leaves none beside what another build has told.
        self.store.drop(self._name("units"))
        for summary in self._made:
            self.store.put(self._name(f"summaries/{summary.slug}"), summary.text())
        self.store.put(self._name("folders"), _as_left(now.units))
        self.store.put(self._name("units"), now)
        return now.units

    def _take_in_the_ledger(self) -> None:
        """Go by the ledger as it is now: the addresses that are new in it have just been made.

        What has been made would be the same with them, for they only say what else stays.
        """
        keeper, surveyed = self._keeper, self._surveyed
        if keeper and surveyed and keeper.see_the_ledger():
            self.sources = replace(self._seen(), data=keeper.data)
            if self._keys:
                addresses, _ = read_ledger(self.root)
                self._keys.publish(published_under(addresses, surveyed.outcome.kommuner))

    def _forget_others(self, units: Iterable[str]) -> None:
        """Forget kommuner that are gone, and sites whose folders are."""
        for slug in self._before.units.keys() - {*units}:
            self.store.drop(self._name(f"summaries/{slug}"))
            self.store.drop(self._name(f"glimpses/{slug}"))
        note_place(self.store, self.target)

    def _name(self, name: str) -> str:
        return f"{self.store.place_of(self.target)}/{name}"


def keeper_of(root: Path, store: Store, sources: Sources, workers: int) -> Keeper | None:
    """Return what has been kept of data and content; none where all is had in memory.

    Args:
        root: Root of the site's repository.
        store: Where it is kept.
        sources: The files of the site.
        workers: How many processes may read what has changed.
    """
    if not store:
        return None
    return Keeper(root, store, sources.data, sources.content, sharing(workers))


def is_still_so(root: Path, sources: Sources, settings: str | None) -> bool:
    """Whether a site's files and settings are what they were before it was read."""
    same = Sources.of(root).fingerprint() == sources.fingerprint()
    return same and settings_print(root) == settings


def note_place(store: Store, target: Path) -> None:
    """Note which folder a place in the store is about, and forget those whose folders are gone."""
    store.put(f"{store.place_of(target)}/target", os.fsencode(target))
    for name in store.folders("sites"):
        place = store.get(f"sites/{name}/target")
        if place is None or not Path(os.fsdecode(place)).is_dir():
            store.drop_folder(f"sites/{name}")


def _as_left(units: Mapping[str, KeptUnit]) -> dict[str, Folders]:
    """Return the folders of kommuner as they were left, as a build looks at them first thing."""
    return {slug: one.left for slug, one in units.items()}


def _folders(units: Mapping[str, KeptUnit]) -> dict[str, tuple[str, ...]]:
    return {slug: unit.folders for slug, unit in units.items()}
