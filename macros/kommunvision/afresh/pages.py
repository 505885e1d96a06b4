"""What has been found in files of the content, from one run to the next.

A page may ask of any kommun, so what it has asked is kept with what was found in it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from kommunvision.afresh.sharing import PAYS, Sharing
from kommunvision.check.content import KeptPages
from kommunvision.faces import Found
from kommunvision.kept import Asked, Prints, Shelf, Store, fingerprint

_PAGES = "pages"
_WITH_DRAFTS = "+"

_KeptPage = tuple[str, Asked, Found]


class PageKeeper(KeptPages):
    """Keeps what has been found in pages, and looks at many that have changed at once."""

    def __init__(self, store: Store, content: Prints, shared: str, share: Sharing | None) -> None:
        """Take what is known of the files of the content.

        Args:
            store: Where things are kept.
            content: Fingerprints of the files.
            shared: That of the data files that all kommuner share.
            share: Lets several processes do what takes long; else it is done here.
        """
        self.store = store
        self.shelf = Shelf()
        self.content = content
        self.shared = shared
        self.share = share
        self.drafts = ""
        """What the names end in of what is found in a site with its drafts."""
        self.changed = False
        """Whether there is something new to be kept."""
        self._pages: dict[str, _KeptPage] = store.get(_PAGES) or {}
        self._pages_here: dict[str, _KeptPage] = {}

    def see_drafts(self, *, drafts: bool) -> None:
        """Learn whether the site is shown with its drafts: that is kept beside the one without."""
        self.drafts = _WITH_DRAFTS if drafts else ""

    def ease(self) -> None:
        """Let go of what has been read, if that is much, between one piece of work and another."""
        # Where nothing can be kept, all of it would have to be read from its files again.
        if self.store and self.shelf.is_full:
            self.shelf.close()

    def ahead(self, around: str, judges: Mapping[str, Callable[[], Found]]) -> None:
        """Look at the files that have changed, if they are many and somebody shares the work."""
        left = {name: one for name, one in judges.items() if not self._known(name, around)}
        found = _judge_at_once(self.shelf, left, self.share) if self.share and self.store else {}
        for name, (asked, told) in found.items():
            self._pages[f"{name}{self.drafts}"] = self._key(name, around), asked, told
        self.changed |= bool(found)

    def page(self, name: str, around: str, judge: Callable[[], Found]) -> Found:
        """Return what is wrong with a file of the content."""
        kept = self._known(name, around)
        if kept is None:
            kept = self._key(name, around), *_judged(self.shelf, judge)
            self.changed = True
            self.ease()
        self._pages_here[f"{name}{self.drafts}"] = kept
        return kept[2]

    def _key(self, name: str, around: str) -> str:
        return fingerprint(self.content.of_each.get(name), around, self.shared)

    def _known(self, name: str, around: str) -> _KeptPage | None:
        kept = self._pages.get(f"{name}{self.drafts}")
        same = kept and kept[0] == self._key(name, around) and self.shelf.still(kept[1])
        return kept if same else None

    def keep_pages(self) -> None:
        """Keep what has been found, and no more of it."""
        others = {name: one for name, one in self._pages.items() if self.is_other(name)}
        self.store.put(_PAGES, {**others, **self._pages_here})

    def is_other(self, name: str) -> bool:
        """Whether something is kept for sites with drafts, and this has none, or the reverse."""
        return name.endswith(_WITH_DRAFTS) != bool(self.drafts)


def _judge_at_once(
    shelf: Shelf, judges: Mapping[str, Callable[[], Found]], share: Sharing
) -> dict[str, tuple[Asked, Found]]:
    """Judge files in several processes; none is judged if they are too few.

    Args:
        shelf: The kommuner that they may ask.
        judges: Looks at each of them, by its name.
        share: Shares out the work.
    """
    if len(judges) < PAYS:
        return {}
    return dict(share(partial(_judged_one, shelf, judges), [*judges], lambda _: None))


def _judged_one(
    shelf: Shelf, judges: Mapping[str, Callable[[], Found]], name: str
) -> tuple[Asked, Found]:
    if shelf.is_full:
        shelf.close()
    return _judged(shelf, judges[name])


def _judged(shelf: Shelf, judge: Callable[[], Found]) -> tuple[Asked, Found]:
    """Return what is found in something, and what was answered about kommuner for it."""
    with shelf.noting() as asked:
        found = tuple(judge())
    return shelf.answers(asked), found
