"""Reads and judges a site with the help of what the run before has kept of each kommun.

Without it everything is read and judged anew, and the outcome is the same. What a result depends
on is compared by content: the files of the kommun, what all kommuner share, the programs, and the
answers that others gave when they were asked.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

from kommunvision.address import Place, place
from kommunvision.check import Kept, Ledger, Outline, found_in, outline
from kommunvision.check.content import KeptPages
from kommunvision.check.happened import is_ahead, not_yet
from kommunvision.edition import Edition
from kommunvision.faces import Face, Found, Told
from kommunvision.folders import CONTENT
from kommunvision.kept import (
    Asked,
    Prints,
    Shelf,
    Store,
    fingerprint,
    of_content,
    of_tree,
)
from kommunvision.load import DATA, LEDGER, load_kommun
from kommunvision.load.pictures import measured
from kommunvision.model import Kommun, Term, Theme, WithdrawnPage
from kommunvision.problem import Problem, Problems
from kommunvision.publication import edited, is_abridged

_FACES, _PAGES, _SOUND = "faces", "pages", "sound"
_WITH_DRAFTS = "+"

_Read = tuple[Kommun | None, Problems]


class Keeper(Kept, KeptPages):
    """Keeps what has been read and found, and has it at hand in the next run."""

    shelf: Shelf
    day: date | None = None
    """The day that is going to be asked about, so that each kommun is asked while it is here."""

    def __init__(self, root: Path, store: Store, data: Prints, content: Prints) -> None:
        """Take what is known of the files of a site.

        Args:
            root: Root of the site's repository.
            store: Where things are kept.
            data: Fingerprints of its data.
            content: Those of its Markdown pages and what lies among them.
        """
        self.store = store
        self.shelf = Shelf()
        self.programs = store.programs
        self.data, self.content = data, content
        self._root = root
        own = {name: told for name, told in self.data.of_top.items() if f"{DATA}/{name}" != LEDGER}
        self.shared = fingerprint(*sorted(own.items()))
        """Of the data files that all kommuner share."""
        self._faces: dict[str, Face] = store.get(_FACES) or {}
        self._drafts = ""
        self._here: dict[str, Face] = {}
        self._pages: dict[str, tuple[str, Asked, Found]] = store.get(_PAGES) or {}
        self._pages_here: dict[str, tuple[str, Asked, Found]] = {}
        self._changed = False
        self._sound: str | None = None
        """What rules about several kommuner have looked at in this run and found no fault in."""

    def see_the_ledger(self) -> bool:
        """Look at the ledger again; return whether it has changed since."""
        name, ledger = LEDGER.partition("/")[2], self._root / LEDGER
        if not ledger.is_file() or self.data.of_each.get(name) == (now := of_content(ledger)):
            return False
        self.data = replace(self.data, of_each={**self.data.of_each, name: now})
        return True

    def source(self, slug: str) -> str:
        """Return the fingerprint of a kommun's own files, data and pages."""
        if not slug:
            # Its files lie in any folder; those in none are shared with itself.
            folders = {name: told for name, told in self.data.of_folder.items() if name}
            return fingerprint(sorted(folders.items()), sorted(self.content.of_folder.items()))
        return fingerprint(self.data.of_folder.get(slug, ""), self.content.of_folder.get(slug, ""))

    def read(
        self,
        root: Path,
        folder: str,
        shared_themes: Iterable[Theme] = (),
        shared_terms: Iterable[Term] = (),
        *,
        drafts: bool = False,
    ) -> tuple[Kommun | None, Problems]:
        """Return a kommun with the problems of its files, as ``load_kommun`` does, but measured."""
        slug = folder.partition("/")[2]
        source = fingerprint(self.programs, self.shared, self.source(slug), drafts)
        # A site that is shown with its drafts is kept beside the one without.
        self._drafts = _WITH_DRAFTS if drafts else ""
        name = f"kommuner/{slug}{self._drafts}"

        shared = (*shared_themes,), (*shared_terms,)
        anew = partial(_measured, root, partial(load_kommun, root, folder, *shared, drafts=drafts))
        face, whole = self._faces.get(f"{slug}{self._drafts}"), None
        if face is None or face.told.source != source:
            whole, problems = anew()
            if whole is None:
                return None, problems
            # The rules are asked while it is here, so that it need not be read again for them.
            told, own = Told.by(whole, source), tuple(found_in(whole))
            face = Face(told, is_abridged(whole), (*problems,), own)
            if self.day:
                face.ahead = self.day, tuple(not_yet(whole, self.day))
            self.store.put(name, (source, whole))
            self._changed = True
        self._here[slug] = face
        read = partial(_kept_or_anew, self.store, name, source, anew)
        kommun = self.shelf.put(slug, source, face.told.light, read, whole)
        self.ease()
        return kommun, Problems(face.found)

    def ease(self) -> None:
        """Let go of what has been read, if that is much, between one piece of work and another."""
        # Where nothing can be kept, all of it would have to be read from its files again.
        if self.store and self.shelf.is_full:
            self.shelf.close()

    def shown(
        self, kommun: Kommun, edition: Edition, ended: Iterable[WithdrawnPage] = ()
    ) -> Kommun:
        """Return a kommun as an edition has it, with what its editors' pages have left."""
        face, start = self._here[kommun.slug], place(kommun, Place.START)
        own = [one for one in ended if one.address.startswith(start)]
        if not (face.abridged or own):
            # Nothing of it is a draft or has days, any longer.
            self._changed |= face.shown is not None
            face.shown = None
            return kommun

        read = partial(_as_shown, self.shelf, kommun, edition, own)
        left = [(one.address, one.title, one.reason) for one in own]
        source = fingerprint(face.told.source, edition.day, edition.drafts, left)
        made = None
        if face.shown is None or face.shown.source != source:
            made = read()
            face.shown = Told.by(made, source)
            self._changed = True
        shown = self.shelf.put(kommun.slug, source, face.shown.light, read, made)
        self.ease()
        return shown

    def outline(self, kommun: Kommun) -> Outline:
        """Return the outline of a kommun, or of one as an edition has it."""
        face = self._here[kommun.slug]
        for told in (face.told, face.shown):
            if told and told.source == self.shelf.source(kommun):
                found: Outline = pickle.loads(told.outline)  # noqa: S301 - by this class
                return found
        return outline(self.shelf.whole(kommun))

    def found_in(self, kommun: Kommun) -> Found:
        """Return what the rules find in a kommun, exceptions or not."""
        return self._here[kommun.slug].own

    def _judged(
        self, kommun: Kommun, rules: str, given: object, judge: Callable[[], Found]
    ) -> Found:
        """Return what rules find in a kommun; they look at it and at what they are given alone."""
        face, told = self._here[kommun.slug], fingerprint(given)
        kept = face.judged.get(rules)
        if kept is None or kept[0] != told:
            kept = face.judged[rules] = told, tuple(judge())
            self._changed = True
        return kept[1]

    def of(self, kommun: Kommun, found: Found, judge: Callable[[Found], Found]) -> Found:
        """Return what is wrong with a kommun, with what was found before."""
        return self._judged(kommun, "own", found, lambda: judge(found))

    def not_yet(
        self,
        kommun: Kommun,
        day: date,
        judge: Callable[[date], Iterable[tuple[date, Problem]]],
    ) -> Found:
        """Return what is said to have happened, and lies after a day."""
        face = self._here[kommun.slug]
        if face.ahead is None or day < face.ahead[0]:
            face.ahead = day, tuple(judge(day))
            self._changed = True
        return [found for first, found in face.ahead[1] if is_ahead(first, day)]

    def pictures(self, kommun: Kommun, judge: Callable[[], Found]) -> Found:
        """Return what is wrong with the pictures of a kommun."""
        return self._judged(kommun, "pictures", "", judge)

    def page(self, name: str, around: str, judge: Callable[[], Found]) -> Found:
        """Return what is wrong with a file of the content.

        Args:
            name: The file, relative to the folder of the content.
            around: Fingerprint of what else there is.
            judge: Looks at it.
        """
        key = fingerprint(self.content.of_each.get(name), around, self.shared)
        kept = self._pages.get(f"{name}{self._drafts}")
        if kept is None or kept[0] != key or not self.shelf.still(kept[1]):
            with self.shelf.noting() as asked:
                found = tuple(judge())
            kept = key, self.shelf.answers(asked), found
            self._changed = True
            self.ease()
        self._pages_here[f"{name}{self._drafts}"] = kept
        return kept[2]

    def across(self, ledger: Ledger | None, judge: Callable[[], Found]) -> Found:
        """Return what the rules about several kommuner find; nothing if they have found nothing."""
        if ledger is None:
            return judge()
        outlines = [face.told.outlined for face in self._here.values()]
        shown = [face.shown and face.shown.outlined for face in self._here.values()]
        written = [(page.url, [url for url, _ in page.former]) for page in ledger.edited]
        before = self.data.of_each.get(LEDGER.partition("/")[2])
        key = fingerprint(self.programs, self.shared, before, outlines, shown, written)
        if self.store.get(f"{_SOUND}{self._drafts}") == key:
            return ()
        found = judge()
        self._sound = None if found else key
        return found

    def keep(self) -> None:
        """Keep what this run has found out, and have no more than that at hand."""
        if self.store:
            self.shelf.close()
        faces = {f"{slug}{self._drafts}": face for slug, face in self._here.items()}
        faces |= {name: face for name, face in self._faces.items() if self._is_other(name)}
        if (self._changed or self._sound) and not self._is_still_so():
            # Somebody saved while it was read: nobody knows what was found in which.
            return
        if self._sound:
            self.store.put(f"{_SOUND}{self._drafts}", self._sound)
        if self._changed or faces.keys() != self._faces.keys():
            others = {name: one for name, one in self._pages.items() if self._is_other(name)}
            self.store.put(_FACES, faces)
            self.store.put(_PAGES, {**others, **self._pages_here})
            for gone in self._faces.keys() - faces.keys():
                self.store.drop(f"kommuner/{gone}")

    def _is_still_so(self) -> bool:
        """Whether the files are those that were looked at before they were read."""
        now = of_tree(self._root / DATA), of_tree(self._root / CONTENT)
        return all(
            a.of_each == b.of_each for a, b in zip(now, (self.data, self.content), strict=True)
        )

    def _is_other(self, name: str) -> bool:
        """Whether something is kept for sites with drafts, and this has none, or the reverse."""
        return name.endswith(_WITH_DRAFTS) != bool(self._drafts)


# What reads a kommun is handed to other processes, and so is made of functions that have names.


def _measured(root: Path, load: Callable[[], _Read]) -> _Read:
    kommun, found = load()
    return kommun and measured(kommun, root, CONTENT), found


def _kept_or_anew(store: Store, name: str, source: str, anew: Callable[[], _Read]) -> Kommun:
    kept = store.get(name)
    found: Kommun | None = kept[1] if kept and kept[0] == source else anew()[0]
    if found is None:
        raise FileNotFoundError(name)
    return found


def _as_shown(
    shelf: Shelf, kommun: Kommun, edition: Edition, ended: Iterable[WithdrawnPage]
) -> Kommun:
    return edited(shelf.whole(kommun), edition, ended)
