"""Notes in the ledger which addresses a publication has added, and holds a site against it."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable
from pathlib import Path

from kommunvision.address import SHARED, Place, feed, global_goal, place
from kommunvision.check import Outline, outline
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
    outline_of: Callable[[Kommun], Outline] = outline,
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
        outline_of: Gives the outline of a kommun.
    """
    before, _ = read_ledger(root)
    now = {old for page in edited for old in (page.url, *(url for url, _ in page.former)) if old}
    perhaps = set(_SHARED)
    for kommun in kommuner:
        perhaps |= {feed(kommun), *(place(kommun, where) for where in Place)}
        now.update(outline_of(kommun).addresses)
        now.update(filter(None, [place(kommun, Place.START)]))
    now |= perhaps.intersection(made)
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
