"""Notes in the ledger which addresses a publication has added, and holds a site against it."""

from __future__ import annotations

from collections.abc import Container, Iterable
from pathlib import Path

from kommunvision.address import (
    SHARED,
    Place,
    feed,
    fragments,
    global_goal,
    language_starts,
    own_pages,
    place,
    translated,
)
from kommunvision.check.edited import EditedPage
from kommunvision.load import LEDGER, ledger_text, read_ledger
from kommunvision.model import Kommun
from kommunvision.swedish.global_goals import GLOBAL_GOALS
from kommunvision.writing import write_whole

# Pages that are made of no object of their own, and come when there is something to show.
_SHARED = frozenset((*SHARED, *map(global_goal, GLOBAL_GOALS))) - {""}


def record(
    root: Path,
    kommuner: Iterable[Kommun],
    edited: Iterable[EditedPage] = (),
    made: Iterable[str] = (),
) -> int:
    """Add every address to the ledger that others may have linked to; return how many were new.

    Those are the pages of objects in each of their languages, their places on pages that they
    share, the overviews, the start page and the feed of each kommun, the first page of each of its
    languages, and the pages that editors have written.

    Nothing is ever taken away here: that an address ends is a decision, made by hand. A ledger
    without news is not touched.

    Args:
        root: Root of the site's repository.
        kommuner: The kommuner that have been published.
        edited: The pages that editors have written.
        made: Addresses of the pages and files that the engine has made.
    """
    before, _ = read_ledger(root)
    now = {old for page in edited for old in (page.url, *(url for url, _ in page.former)) if old}
    there = frozenset(made)
    now |= _SHARED & there
    for kommun in kommuner:
        now |= {feed(kommun), *(place(kommun, where) for where in Place)} & there
        now.update(address for address, _, _ in own_pages(kommun))
        now.update(address for address, _ in fragments(kommun))
        now.update(address for address, *_ in translated(kommun))
        now.update(address for address, _ in language_starts(kommun))
        now.update(filter(None, [place(kommun, Place.START)]))
    new = now - before.keys()
    if new:
        text = ledger_text({*before, *now})
        write_whole(root / LEDGER, text)
    return len(new)


def lacking(root: Path, files: Container[str]) -> tuple[str, ...]:
    """Return the addresses of the ledger that a site does not have.

    Args:
        root: Root of the site's repository.
        files: Path of every file of the site.
    """
    pages = (address.partition("#")[0] for address in read_ledger(root)[0])
    return tuple(
        page for page in pages if (f"{page}index.html" if page.endswith("/") else page) not in files
    )
