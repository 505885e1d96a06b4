"""Reads and judges a site with the help of what the run before has kept of each kommun.

Without it everything is read and judged anew, and the outcome is the same. What a result depends
on is compared by content: the files of the kommun, what all kommuner share, the programs, and the
answers that others gave when they were asked.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

from kommunvision.address import Place, place
from kommunvision.afresh import (
    Afresh,
    Asking,
    Faced,
    PageKeeper,
    Sharing,
    read_at_once,
)
from kommunvision.check import Kept, Ledger, Outline, outline
from kommunvision.check.happened import is_ahead
from kommunvision.edition import Edition
from kommunvision.faces import Face, Found, Told
from kommunvision.folders import CONTENT
from kommunvision.kept import (
    Prints,
    Shelf,
    Store,
    fingerprint,
    of_content,
    of_tree,
)
from kommunvision.load import DATA, LEDGER
from kommunvision.model import Kommun, Term, Theme, WithdrawnPage
from kommunvision.problem import Problem, Problems
from kommunvision.publication import edited

_FACES, _SOUND = "faces", "sound"


class Keeper(Kept, PageKeeper):
    """Keeps what has been read and found, and has it at hand in the next run."""

    day: date | None = None
    """The day that is going to be asked about, so that each kommun is asked while it is here."""

    def __init__(
        self,
        root: Path,
        store: Store,
        data: Prints,
        content: Prints,
        share: Sharing | None = None,
    ) -> None:
        """Take what is known of the files of a site.

        Args:
            root: Root of the site's repository.
            store: Where things are kept.
            data: Fingerprints of its data.
            content: Those of its Markdown pages and what lies among them.
            share: Lets several processes do what takes long; else it is done here.
        """
        own = {name: told for name, told in data.of_top.items() if f"{DATA}/{name}" != LEDGER}
        super().__init__(store, content, fingerprint(*sorted(own.items())), share)
        self.programs = store.programs
        self.data = data
        self._root = root
        self._ahead: dict[str, Faced] | None = None
        """What others have read of kommuner that nobody has asked for yet."""
        self._faces: dict[str, Face] = store.get(_FACES) or {}
        self._here: dict[str, Face] = {}
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
        self.see_drafts(drafts=drafts)
        afresh = Afresh(root, self.store, (*shared_themes,), (*shared_terms,), drafts, self.day)
        if self._ahead is None:
            self._ahead = self._read_ahead(afresh) if slug else {}
        face, whole = self._faces.get(f"{slug}{self.drafts}"), None
        asked = self._asked(slug, drafts=drafts)
        problems = Problems(face.found if face else ())
        anew = face is None or face.told.source != asked.source
        if anew:
            ahead = slug in self._ahead
            whole, face, problems = self._ahead.pop(slug) if ahead else afresh.faced(asked)
        self.heard(slug)
        if face is None:
            return None, problems
        self.changed |= anew
        self._here[slug] = face
        read = partial(afresh.kept, asked)
        kommun = self.shelf.put(slug, asked.source, face.told.light, read, whole)
        self.ease()
        return kommun, problems

    def heard(self, slug: str) -> None:
        """Hear that a kommun has been read; of some it is heard twice."""

    def _asked(self, slug: str, *, drafts: bool) -> Asking:
        source = fingerprint(self.programs, self.shared, self.source(slug), drafts)
        return Asking(slug, source, f"kommuner/{slug}{self.drafts}")

    def _read_ahead(self, afresh: Afresh) -> dict[str, Faced]:
        """Read the kommuner that have changed, if they are many and somebody shares the work."""
        if self.share is None or not self.store:
            return {}
        every = (
            self._asked(one, drafts=afresh.drafts) for one in sorted(self.data.of_folder) if one
        )
        known = {slug: face.told.source for slug, face in self._faces.items()}
        changed = [one for one in every if known.get(f"{one.slug}{self.drafts}") != one.source]
        return read_at_once(afresh, changed, self.share, self.heard)

    def shown(
        self, kommun: Kommun, edition: Edition, ended: Iterable[WithdrawnPage] = ()
    ) -> Kommun:
        """Return a kommun as an edition has it, with what its editors' pages have left."""
        face, start = self._here[kommun.slug], place(kommun, Place.START)
        own = [one for one in ended if one.address.startswith(start)]
        if not (face.abridged or own):
            # Nothing of it is a draft or has days, any longer.
            self.changed |= face.shown is not None
            face.shown = None
            return kommun

        read = partial(_as_shown, self.shelf, kommun, edition, own)
        left = [(one.address, one.title, one.reason) for one in own]
        source = fingerprint(face.told.source, edition.day, edition.drafts, left)
        made = None
        if face.shown is None or face.shown.source != source:
            made = read()
            face.shown = Told.by(made, source)
            self.changed = True
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
            self.changed = True
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
            self.changed = True
        return [found for first, found in face.ahead[1] if is_ahead(first, day)]

    def pictures(self, kommun: Kommun, around: Sequence[str], judge: Callable[[], Found]) -> Found:
        """Return what is wrong with the pictures of a kommun."""
        return self._judged(kommun, "pictures", around, judge)

    def across(self, ledger: Ledger | None, judge: Callable[[], Found]) -> Found:
        """Return what the rules about several kommuner find; nothing if they have found nothing."""
        if ledger is None:
            return judge()
        outlines = [face.told.outlined for face in self._here.values()]
        shown = [face.shown and face.shown.outlined for face in self._here.values()]
        written = [(page.url, [url for url, _ in page.former]) for page in ledger.edited]
        before = self.data.of_each.get(LEDGER.partition("/")[2])
        key = fingerprint(self.programs, self.shared, before, outlines, shown, written)
        if self.store.get(f"{_SOUND}{self.drafts}") == key:
            return ()
        found = judge()
        self._sound = None if found else key
        return found

    def keep(self) -> None:
        """Keep what this run has found out, and have no more than that at hand."""
        if self.store:
            self.shelf.close()
        faces = {f"{slug}{self.drafts}": face for slug, face in self._here.items()}
        faces |= {name: face for name, face in self._faces.items() if self.is_other(name)}
        if (self.changed or self._sound) and not self._is_still_so():
            # Somebody saved while it was read: nobody knows what was found in which.
            return
        if self._sound:
            self.store.put(f"{_SOUND}{self.drafts}", self._sound)
        if self.changed or faces.keys() != self._faces.keys():
            self.store.put(_FACES, faces)
            self.keep_pages()
            for gone in self._faces.keys() - faces.keys():
                self.store.drop(f"kommuner/{gone}")

    def _is_still_so(self) -> bool:
        """Whether the files are those that were looked at before they were read."""
        content = of_tree(self._root / CONTENT, hidden=self.content.hidden)
        now = of_tree(self._root / DATA), content
        return all(
            a.of_each == b.of_each for a, b in zip(now, (self.data, self.content), strict=True)
        )


# What reads a kommun is handed to other processes, and so is made of functions that have names.


def _as_shown(
    shelf: Shelf, kommun: Kommun, edition: Edition, ended: Iterable[WithdrawnPage]
) -> Kommun:
    return edited(shelf.whole(kommun), edition, ended)
