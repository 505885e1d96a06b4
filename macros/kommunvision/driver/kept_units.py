"""Which finished kommuner of an earlier build can stay as they are, and what tells.

A kommun stays if everything that it was built from is what it was, the answers of other kommuner
among it, and if its folders in the published site are as they were left. What it was built from is
known: the questions that it asked others are noted while it is built.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from kommunvision.driver.look import Folders, Look
from kommunvision.driver.watcher import Why
from kommunvision.driver.worker import Surveyed
from kommunvision.folders import CONTENT, kommun_of
from kommunvision.kept import Asked, fingerprint
from kommunvision.kept.shelf import WHOLE
from kommunvision.shelved import Keeper
from kommunvision.written import marks

Key = tuple[str, str, str, str]
"""Fingerprints of what a kommun is built from, one for each of ``_CAUSES``."""

NO_KEY: Key = ("", "", "", "")
_CAUSES = (Why.PROGRAMS, Why.SHARED, Why.OWN, Why.OTHERS)


@dataclass(frozen=True, slots=True)
class KeptUnit:
    """What is remembered of a finished kommun."""

    key: Key
    """What it was built from, others' answers apart."""
    asked: Asked
    folders: tuple[str, ...]
    """Those of the site that its files lie in."""
    look: Look = ("", 0)
    """What its folders looked like when they had been published."""
    content: str = ""
    """What was in them then, as a fingerprint, if they may be met as copies."""

    @property
    def left(self) -> Folders:
        """Its folders as they were left."""
        return Folders(self.folders, self.look, self.content)


@dataclass(slots=True)
class KeptSite:
    """What is remembered of a published site."""

    units: dict[str, KeptUnit] = field(default_factory=dict)
    beside: frozenset[str] = frozenset()
    """Files in the folders of kommuner that belong to the whole site."""


class Keys:
    """What each kommun of a site is built from, as fingerprints."""

    def __init__(
        self, surveyed: Surveyed, keeper: Keeper, settings: str | None, *, smaller: bool
    ) -> None:
        """Look at a site that has been read.

        Args:
            surveyed: The site.
            keeper: What it was read with.
            settings: Fingerprint of its settings and of what they name.
            smaller: Whether files are compressed too.
        """
        self._keeper = keeper
        self._layout = surveyed.layout
        outcome, known = surveyed.outcome, surveyed.known
        self._site = outcome.site
        self._slugs = {kommun.slug: kommun for kommun in outcome.kommuner}
        days = known.history.told()
        # A layout of the site's own may show the days of any pages.
        self._days = _by_folder(days if self._layout else _without_pages_beside(days))
        self._folders = self._owners()
        self._beside = self._pages_beside(days)
        self._published: dict[str, str] = {}
        self.publish(outcome.published)
        outside = [page for page in outcome.edited if page.url.partition("/")[0] not in self._slugs]
        moved = [(page.url, page.title, [url for url, _ in page.former]) for page in outside]
        marked = sorted(marks(outcome.edited, known.edition.day).items())
        self._all = fingerprint(
            *(
                keeper.shared,
                settings,
                surveyed.site_url,
            ),
            *(
                known.edition.drafts,
                smaller,
                outcome.left_out,
                marked,
                moved,
                self._days.get("", ""),
            ),
            *([(one.slug, one.former_folders) for one in outcome.kommuner],),
            *(
                self._content_of_all(),
                [file.path for file in outcome.announced or ()],
            ),
        )

    def publish(self, addresses: Iterable[str]) -> None:
        """Take the addresses that have been published."""
        self._published = _by_first(addresses, self._folders)

    def _owners(self) -> dict[str, str]:
        """Return the kommun that each folder belongs to, or has belonged to."""
        every = [(one, folder) for one in self._slugs.values() for folder in one.former_folders]
        return {folder: one.slug for one, folder in every} | {slug: slug for slug in self._slugs}

    def _content_of_all(self) -> str:
        """Return the fingerprint of the content that belongs to no kommun.

        Of pages it is enough that they are there: what they say stands on none of a kommun's, but
        for those that go into the folder of one (``_pages_beside``). A layout of the site's own may
        ask how many pages there are, and what they are called; and settings may name styles and
        scripts for all pages, wherever these lie.
        """
        every = sorted(self._keeper.content.of_each) if self._layout else ()
        return fingerprint(
            every,
            *(
                f"{name} {'' if name.endswith('.md') else told}"
                for name, told in sorted(self._keeper.content.of_each.items())
                if name.endswith((".css", ".js")) or name.partition("/")[0] not in self._slugs
            ),
        )

    def _pages_beside(self, days: Mapping[str, str]) -> dict[str, list[str]]:
        """Return the pages beside the folders of kommuner that go into the folder of one.

        ``content/ale.md`` is the start page of Ale, as ``content/ale/index.md`` is.
        """
        found: defaultdict[str, list[str]] = defaultdict(list)
        for name, told in self._keeper.content.of_top.items():
            if owner := self._folders.get(name.removesuffix(".md")):
                found[owner].append(f"{name} {told} {days.get(f'{CONTENT}/{name}')}")
        return found

    def key(self, slug: str) -> Key:
        """Return the fingerprints of what a kommun is built from, others' answers apart."""
        source = self._keeper.shelf.books[slug].source
        return (
            self._keeper.programs,
            fingerprint(self._all, self._published.get("", "")),
            fingerprint(
                *(source, self._days.get(slug, ""), self._published.get(slug, "")),
                *self._beside.get(slug, ()),
            ),
            fingerprint(self._site.beside(self._slugs[slug]) if self._site else ""),
        )

    def answers(self, asked: Iterable[tuple[str, str]]) -> Asked:
        """Return what others answer now; with what was read of them belong its days."""
        return {
            (slug, what): fingerprint(told, self._days.get(slug, "") if what == WHOLE else "")
            for (slug, what), told in self._keeper.shelf.answers(asked).items()
        }

    def changed(self, slug: str, kept: KeptUnit) -> Why | None:
        """Return what a kommun would be built from that is another; none if nothing is."""
        causes = zip(_CAUSES, kept.key, self.key(slug), strict=False)
        first = next((cause for cause, before, now in causes if before != now), None)
        if first is None and self.answers(kept.asked) != kept.asked:
            return Why.OTHERS
        return first


def _without_pages_beside(days: Mapping[str, str]) -> dict[str, str]:
    """Return days without those of the pages that lie in no folder: they stand on no other page."""
    return {
        path: day
        for path, day in days.items()
        if kommun_of(path) or not (path.startswith(f"{CONTENT}/") and path.endswith(".md"))
    }


def _by_folder(days: Mapping[str, str]) -> dict[str, str]:
    """Return fingerprints of the days of files, by the kommun's folder that they lie in."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for path, day in days.items():
        found[kommun_of(path)].append(f"{path} {day}")
    return {slug: fingerprint(*sorted(lines)) for slug, lines in found.items()}


def _by_first(urls: Iterable[str], owners: Mapping[str, str]) -> dict[str, str]:
    """Return fingerprints of addresses, by the kommun that their first part belongs to."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for url in urls:
        found[owners.get(url.partition("/")[0], "")].append(url)
    return {slug: fingerprint(*sorted(lines)) for slug, lines in found.items()}
