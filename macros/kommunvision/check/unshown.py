"""Why readers no longer see what has been published and is still there."""

from __future__ import annotations

from collections.abc import Iterable

from kommunvision.address import Place, own_pages, place
from kommunvision.address import address as address_of
from kommunvision.check.edited import EditedPage
from kommunvision.model import Kommun, PartialDate
from kommunvision.origin import Origin
from kommunvision.problem import Problem, problem
from kommunvision.swedish import format as swedish


def why(
    address: str, published: Origin, kommuner: Iterable[Kommun], pages: Iterable[EditedPage]
) -> Problem | None:
    """Return the problem that something published has become a draft, or is to be shown later.

    Args:
        address: A published address at which readers find nothing.
        published: Its line in the ledger.
        kommuner: The kommuner, with what readers are not to see.
        pages: The pages of editors that readers are not to see.
    """
    for page in pages:
        if address in {page.url, *(url for url, _ in page.former)}:
            # One that has had other addresses too is one fault all the same.
            if page.draft:
                file, there = page.origin.path, [published]
                return problem("KV782", page.origin, related=there, address=page.url, id=file)
            return _later(page.url, page.origin, published, page.shown_from)
    for kommun in kommuner:
        if not address.startswith(place(kommun, Place.START)):
            continue
        key = address.rstrip("/").rpartition("/")[2].rpartition("#")[2]
        if key in kommun.drafts:
            return problem("KV782", published, address=address, id=key)
        for url, item, _ in own_pages(kommun):
            if url == address:
                origin, own = item.where.of("shown_from"), address_of(kommun, item)
                return _later(own, origin, published, item.shown_from, item.id)
    return None


def _later(
    address: str,
    origin: Origin,
    published: Origin,
    first: PartialDate | None,
    subject: str | None = None,
) -> Problem | None:
    if first is None:
        return None
    return problem(
        "KV790",
        origin,
        related=[published],
        subject=subject,
        address=address,
        date=swedish.date(first),
    )
