"""What has been published goes on leading somewhere: pages, places on pages, whole kommuner."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping

from kommunvision.address import (
    SHARED,
    Place,
    feed,
    global_goal,
    is_own_page,
    is_plain,
    is_theme,
    names_of_today,
    place,
    told_in_swedish,
)
from kommunvision.check.edited import EditedPage
from kommunvision.check.outline import Outlines
from kommunvision.check.suggest import Guesses
from kommunvision.check.withdrawn import file_for
from kommunvision.model import Kommun, WithdrawnPage
from kommunvision.origin import Origin
from kommunvision.problem import Problem, problem
from kommunvision.swedish.format import number


def kept(  # noqa: PLR0913 - each is another side of the site
    kommuner: Iterable[Kommun],
    outline_of: Outlines,
    published: Mapping[str, Origin],
    *,
    edited: Iterable[EditedPage] = (),
    withdrawn: Iterable[WithdrawnPage] = (),
    why: Callable[[str, Origin], Problem | None] = lambda *_: None,
) -> Iterator[Problem]:
    """Find published addresses that would no longer lead anywhere.

    Overviews are none of them: one that has been published stays, though it has nothing to show.

    Args:
        kommuner: All kommuner of the site.
        outline_of: Gives the outline of each.
        published: What the ledger holds, with the line of each address.
        edited: The pages that editors have written.
        withdrawn: What no kommun of the site has had, and what stood below it.
        why: Tells of what there is at an address and readers are not to see.
    """
    together, written = tuple(kommuner), tuple(edited)
    outlines = [outline_of(kommun) for kommun in together]
    now = {url for one in outlines for url in one.addresses}
    now.update(page.url for one in outlines for page in one.withdrawn)
    now.update(place(kommun, where) for kommun in together for where in Place)
    now.update(map(feed, together))
    now.update((*SHARED, *map(global_goal, range(1, 18))))
    now.update(url for page in written for url in (page.url, *(old for old, _ in page.former)))
    unread = {key for kommun in together for key in kommun.unread}
    gone = tuple(page.address for page in withdrawn if is_plain(page.address))
    today = names_of_today(together)
    known = {today(url): origin for url, origin in published.items()}
    guesses = Guesses()
    lost = {
        # An address from before the folder was renamed may have led on in other ways as well.
        today(url): origin
        for url, origin in published.items()
        if now.isdisjoint((url, today(url))) and not url.startswith(gone)
    }
    pages = (page for one in outlines for page in one.pages) if lost else ()
    new = {page.url: page for page in pages if page.present and page.url not in known}
    whole = dict(_whole(together, lost))
    for slug, (origin, count) in whole.items():
        yield problem("KV815", origin, slug=slug, number=number(count))
    for address, origin in lost.items():
        if address.partition("/")[0] in whole:
            continue
        folder, _, key = address.rstrip("/").replace("#", "").rpartition("/")
        if key in unread:
            continue
        if unshown := why(address, origin):
            yield unshown
            continue
        file = file_for(together, address)
        swedish = [there for one in together if (there := told_in_swedish(one, address))]
        if swedish:
            # An id that is gone has been told of already, where it stood in Swedish.
            if not lost.keys() & swedish:
                yield problem("KV764", origin, address=address, other=swedish[0])
        elif "#" in address:
            yield problem("KV814", origin, address=address, id=key, file=file)
        elif not is_theme(address) and not any(is_own_page(one, address) for one in together):
            yield problem("KV813", origin, address=address, file=file)
        else:
            beside = {page.id: page for page in new.values() if _folder(page.url) == folder}
            # With one newcomer beside it there is little doubt; with several the likest is meant.
            meant = next(iter(beside)) if len(beside) == 1 else guesses.nearest(key, beside)
            page = beside.get(meant or "")
            yield problem(
                "KV806",
                page.where if page else origin,
                related=[origin] if page else [],
                subject=page.id if page else None,
                address=address,
                id=key,
                file=file,
            )


def _whole(
    kommuner: tuple[Kommun, ...], lost: Mapping[str, Origin]
) -> Iterator[tuple[str, tuple[Origin, int]]]:
    """Yield the kommuner whose start pages are among what is lost, and so all of their pages."""
    below: defaultdict[str, list[str]] = defaultdict(list)
    for url in lost:
        slug, _, inside = url.partition("/")
        below[slug].append(inside)
    known = {kommun.slug for kommun in kommuner}
    fixed = tuple(where.value for where in Place if where.value)
    for slug, urls in below.items():
        start = lost.get(f"{slug}/")
        # A folder of editors' pages has a start page too, but no pages of objects.
        if slug not in known and start and any(url.startswith(fixed) for url in urls):
            yield slug, (start, len(urls))


def _folder(address: str) -> str:
    return address.rstrip("/").rpartition("/")[0]


def former_addresses(
    kommuner: Iterable[Kommun], outline_of: Outlines, edited: Iterable[EditedPage]
) -> Iterator[Problem]:
    """Find former addresses of editors' pages that are none, or that something else has."""
    together, written = tuple(kommuner), tuple(edited)
    outlines = [outline_of(kommun) for kommun in together]
    taken = {page.url: page.where for one in outlines for page in one.pages}
    taken |= {page.url: page.where for one in outlines for page in one.translated}
    taken |= {place(kommun, where): kommun.where.origin for kommun in together for where in Place}
    own = {page.url: page.origin for page in written}
    for gone in (page for one in outlines for page in one.withdrawn):
        origin = taken[gone.url] = gone.where
        if gone.url in own:
            there = own[gone.url]
            yield problem("KV811", origin, related=[there], address=gone.url, place=there.path)
    taken |= own
    for page in written:
        for url, origin in page.former:
            if not is_plain(url):
                yield problem("KV816", origin, address=url)
                continue
            other = taken.setdefault(url, origin)
            if other is not origin:
                yield problem("KV817", origin, related=[other], address=url, place=other)
