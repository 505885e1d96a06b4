"""Which kommuner of a part that an earlier build has left stay as they are in its folder.

Told by the same fingerprints as in a published site, and with the same care: what is there is
looked at before it is trusted. What a kommun tells the rest of the site lies in the folder too.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from kommunvision.driver.files import Sources
from kommunvision.driver.keeping import is_still_so, keeper_of, note_place
from kommunvision.driver.kept_units import KeptUnit, Keys
from kommunvision.driver.look import left, looking
from kommunvision.driver.part import own_summary
from kommunvision.driver.settings import settings_print
from kommunvision.driver.units import Made, Unit
from kommunvision.driver.watcher import Why
from kommunvision.driver.worker import Surveyed
from kommunvision.kept import Store
from kommunvision.shelved import Keeper

_UNITS = "part"


@dataclass(slots=True)
class KeepingPart:
    """Remembers a part, kommun by kommun, from one build to the next."""

    root: Path
    target: Path
    """Folder of the part."""
    store: Store
    sources: Sources
    """The files of the site, before anything was read."""
    keeper: Keeper | None
    """What has been kept of data and content; none where all is had in memory."""
    workers: int
    kept: dict[str, KeptUnit] = field(default_factory=dict)
    """The kommuner that stay as they are."""
    why: dict[str, Why] = field(default_factory=dict)
    """Why others do not, where an earlier build is known."""
    _settings: str | None = None
    """Fingerprint of the settings before anything was read; none if it tells too little."""
    _keys: Keys | None = None

    @classmethod
    def of(
        cls, root: Path, target: Path, store: Store, at_hand: Store, workers: int
    ) -> KeepingPart:
        """Look at the files of a site, before anything is read.

        Args:
            root: Root of the site's repository.
            target: Folder of the part.
            store: What earlier builds have kept.
            at_hand: Where kommuner are while the build lasts.
            workers: How many processes may take part.
        """
        sources = Sources.of(root)
        keeper = keeper_of(root, at_hand, sources, workers)
        settings = settings_print(root) if store else None
        return cls(root, target, store, sources, keeper, workers, _settings=settings)

    def compare(self, surveyed: Surveyed, mine: Iterable[str]) -> None:
        """Find out which kommuner of the part would be made of the same, and are as they were left.

        Args:
            surveyed: The site as it was read.
            mine: The kommuner of the part.
        """
        if self.keeper is None or self._settings is None or not surveyed.ours:
            return
        self._keys = Keys(surveyed, self.keeper, self._settings, smaller=False)
        before: Mapping[str, KeptUnit] = self.store.get(self._name(_UNITS)) or {}
        same: dict[str, KeptUnit] = {}
        for slug in mine:
            if unit := before.get(slug):
                if changed := self._keys.changed(slug, unit):
                    self.why[slug] = changed
                else:
                    same[slug] = unit
        as_left = {slug: one.left for slug, one in same.items()}
        with looking(self.target, as_left, self.workers) as looked:
            now = looked(as_left)
        for slug, unit in same.items():
            look = now[slug]
            # Empty folders have no look.
            if look and own_summary(Unit(self.target / slug)):
                self.kept[slug] = replace(unit, look=look)
            else:
                self.why[slug] = Why.TOUCHED

    def remember(self, made: Mapping[str, Made]) -> None:
        """Remember the part as it lies in its folder.

        Args:
            made: What came of the kommuner that were made.
        """
        if self._keys is None:
            return
        if not is_still_so(self.root, self.sources, self._settings):
            # Somebody saved while it was built: nobody knows what has been made of which.
            self.store.drop(self._name(_UNITS))
            return
        folders = {slug: (slug,) for slug in made}
        # Where nothing is brought elsewhere, nobody will ask what is in them.
        seen = left(self.target, folders, self.workers, read=self.store.travels)
        units = {
            slug: KeptUnit(
                self._keys.key(slug),
                self._keys.answers(made[slug].asked),
                one.names,
                one.look,
                one.content,
            )
            for slug, one in seen.items()
        }
        note_place(self.store, self.target)
        self.store.put(self._name(_UNITS), {**self.kept, **units})

    def _name(self, name: str) -> str:
        return f"{self.store.place_of(self.target)}/{name}"
