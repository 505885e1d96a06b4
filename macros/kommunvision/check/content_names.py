"""Which pages and files there are to lead to, and on which days."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from kommunvision.address import SHARED, Place, address, global_goal, place
from kommunvision.artifact import source_path
from kommunvision.check.edited import EditedPage
from kommunvision.check.page_days import Days, days
from kommunvision.model import Kommun


class Names(Collection[str]):
    """Every file of the content, and the Markdown file behind every generated page.

    No more kommuner are asked for their pages than those that a name leads to.
    """

    def __init__(
        self,
        files: Iterable[str],
        kommuner: Iterable[Kommun] = (),
        left_out: frozenset[str] = frozenset(),
    ) -> None:
        """Take the files, the kommuner whose pages are generated, and what is left out."""
        self._left_out = left_out
        self._files = frozenset(files)
        self._kommuner = {kommun.slug: kommun for kommun in kommuner}
        shared = [*SHARED, *(global_goal(number) for number in range(1, 18))]
        for kommun in self._kommuner.values():
            # Themes have pages beside those of the kommuner.
            shared += (address(kommun, theme) for theme in kommun.themes)
        self.shared = frozenset(map(source_path, shared))
        self._generated: dict[str, frozenset[str]] = {}

    def __contains__(self, name: object) -> bool:
        """Whether there is a file."""
        if name in self._left_out:
            return False
        if name in self._files or name in self.shared:
            return True
        kommun = self._kommuner.get(str(name).partition("/")[0]) or self._kommuner.get("")
        return kommun is not None and name in self._of(kommun)

    def is_generated(self, url: str) -> bool:
        """Whether there is a page at an address without anybody's writing one."""
        name = source_path(url)
        kommun = self._kommuner.get(name.partition("/")[0]) or self._kommuner.get("")
        return name in self.shared or (kommun is not None and name in self._of(kommun))

    def __iter__(self) -> Iterator[str]:
        """Yield all of them."""
        generated = (self._of(kommun) for kommun in self._kommuner.values())
        yield from frozenset().union(self._files, self.shared, *generated) - self._left_out

    def __len__(self) -> int:
        """Return how many there are."""
        return sum(1 for _ in self)

    def _of(self, kommun: Kommun) -> frozenset[str]:
        # Asked for each time, so that whoever notes what is asked of kommuner sees it.
        items = kommun.items
        if kommun.slug not in self._generated:
            addresses = [place(kommun, where) for where in Place]
            addresses += [address(kommun, item) for item in items]
            found = (source_path(one) for one in addresses if "#" not in one)
            self._generated[kommun.slug] = frozenset(found)
        return self._generated[kommun.slug]


def timed_pages(folder: str, known: Names, edited: Iterable[EditedPage]) -> dict[str, Days]:
    """Return the days of pages, by path; not of those that leave a page of the kommun's there."""
    return {
        page.origin.path.removeprefix(f"{folder}/"): days(page.shown_from, page.shown_until)
        for page in edited
        if (page.shown_from or page.shown_until) and not known.is_generated(page.url)
    }
