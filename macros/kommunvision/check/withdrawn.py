"""What no kommun of a site has had and is gone for good, and folders that have been renamed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kommunvision.address import (
    SHARED,
    Place,
    global_goal,
    is_plain,
    place,
)
from kommunvision.check.edited import EditedPage
from kommunvision.check.outline import Outlines
from kommunvision.model import Kommun, WithdrawnPage
from kommunvision.origin import Origin
from kommunvision.problem import Problem, problem

_FOLDER = "data"
_FILE = "borttagna.yml"


def file_for(kommuner: Iterable[Kommun], url: str) -> str:
    """Return the file in which it is written that what stood at an address is gone."""
    return f"{_owner(kommuner, url) or _FOLDER}/{_FILE}"


def _owner(kommuner: Iterable[Kommun], url: str) -> str | None:
    """Return the folder with the data of the kommun that an address belongs to."""
    return next(
        (one.folder for one in kommuner if not one.slug or url.startswith(f"{one.slug}/")), None
    )


def shared(
    kommuner: Iterable[Kommun],
    outline_of: Outlines,
    withdrawn: Iterable[WithdrawnPage],
    edited: Iterable[EditedPage] = (),
) -> Iterator[Problem]:
    """Find withdrawn pages of no kommun whose address is none, or still leads somewhere."""
    together = tuple(kommuner)
    outlines = {kommun.slug: outline_of(kommun) for kommun in together}
    taken = {page.url: page.where for one in outlines.values() for page in one.pages}
    taken |= {place(kommun, Place.START): kommun.where.origin for kommun in together}
    taken |= {url: Origin(_FOLDER) for url in (*SHARED, *map(global_goal, range(1, 18)))}
    for page in edited:
        taken |= {page.url: page.origin, **dict(page.former)}
    for gone in withdrawn:
        url, origin = gone.address, gone.where.of("address")
        other = taken.setdefault(url, origin)
        home = _owner(together, url)
        if not is_plain(url):
            yield problem("KV818", origin, address=url)
        elif other is not origin:
            yield problem("KV811", origin, related=[other], address=url, place=other)
        elif home:
            yield problem("KV819", origin, address=url, folder=home)
        for attribute in ("instead", "decisions"):
            for index, ref in enumerate(getattr(gone, attribute)):
                slug, _, key = (ref.target or "").rpartition("/")
                found = outlines.get(slug) if slug else None
                if ref.target and (found is None or key not in found.record_of):
                    yield problem("KV820", gone.where.of(attribute, index), value=ref.target)


def former_folders(kommuner: Iterable[Kommun]) -> Iterator[Problem]:
    """Find former names of folders that a folder has, or that two kommuner claim."""
    together = tuple(kommuner)
    used = {kommun.slug: kommun.where.origin for kommun in together if kommun.slug}
    for kommun in together:
        for index, folder in enumerate(kommun.former_folders):
            origin = kommun.where.of("former_folders", index)
            other = used.setdefault(folder, origin)
            if other is not origin:
                yield problem("KV821", origin, related=[other], folder=folder, place=other)
