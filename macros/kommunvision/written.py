"""The pages that editors have written, as an edition has them: drafts and days decide."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kommunvision.address import SHARED, is_theme
from kommunvision.check.edited import EditedPage
from kommunvision.edition import Edition
from kommunvision.model import Kommun, WithdrawnPage
from kommunvision.origin import Where
from kommunvision.publication import is_over, is_shown, why_unshown, withdrawn


@dataclass(frozen=True, slots=True)
class WrittenPages:
    """What becomes of editors' pages."""

    shown: tuple[EditedPage, ...]
    """Those that readers see."""
    left_out: tuple[EditedPage, ...]
    """Those that they do not see."""
    ended: tuple[WithdrawnPage, ...]
    """What stands at the addresses of those whose last day is past."""

    def published(self) -> tuple[EditedPage, ...]:
        """Return the pages whose addresses lead somewhere."""
        urls = {one.address for one in self.ended}
        return (*self.shown, *(page for page in self.left_out if page.url in urls))

    def of_none(self, kommuner: Iterable[Kommun]) -> tuple[WithdrawnPage, ...]:
        """Return what is left of pages that belong to no kommun, and stood in no page's place."""
        slugs = {kommun.slug for kommun in kommuner}
        return tuple(
            one
            for one in self.ended
            if slugs.isdisjoint({"", one.address.partition("/")[0]})
            and one.address not in SHARED
            and not is_theme(one.address)
        )


def written_pages(pages: Iterable[EditedPage], edition: Edition) -> WrittenPages:
    """Part pages into those that an edition has and those that it leaves out.

    A preview has all of them.
    """
    each, day = tuple(pages), edition.day
    if edition.drafts:
        return WrittenPages(each, (), ())
    shown = tuple(page for page in each if not page.draft and is_shown(page, day))
    over = [page for page in each if not page.draft and is_over(page, day)]
    return WrittenPages(
        shown,
        tuple(page for page in each if page not in shown),
        tuple(
            withdrawn(page, url, Where(page.origin))
            for page in over
            for url in (page.url, *(former for former, _ in page.former))
        ),
    )


def marks(pages: Iterable[EditedPage], day: date | None) -> dict[str, str]:
    """Return why readers do not see the pages of a preview, by address."""
    found = ((page.url, why_unshown(page, day)) for page in pages)
    return {url: why for url, why in found if why}
