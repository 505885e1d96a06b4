"""Which pages are new, and what has become of the addresses that there were."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from kommunvision.address import fragments, names_of_today, once, own_pages
from kommunvision.artifact import page_address
from kommunvision.model import Kommun, WithdrawnPage
from kommunvision.versions.model import Addresses

_PAGE = ".md"


def of_kommun(
    before: Kommun | None,
    now: Kommun | None,
    content_before: Mapping[str, str],
    content_now: Mapping[str, str],
    moved: Mapping[str, str],
) -> Addresses:
    """Return what differs among the addresses of a kommun.

    Args:
        before: The kommun as it was.
        now: The kommun as it is.
        content_before: The files of its own pages as they were, with a digest each.
        content_now: The files of its own pages as they are.
        moved: Old addresses of editors' own pages, and those that they lead to now.
    """
    led, lead = _leading(before), _leading(now)
    if now is not None:
        # A folder that has got another name has all of its addresses by the former as well.
        moved = {**moved, **{old: url for url in _pages(content_now) for old in once(now, url)}}
        lead |= {old: there for url, there in lead.items() for old in once(now, url)}
    written = of_content(content_before, content_now, moved)
    withdrawn = {page.address: page for page in now.withdrawn} if now else {}
    gone = before.withdrawn if before else ()
    unseen, unread = (one.unread if one else frozenset() for one in (before, now))
    here = _pages(content_now)
    # A page that some old address leads to has only moved.
    known = {there for url, there in lead.items() if url in led}
    kept = {*lead, *withdrawn, *here, *moved}
    lost = [url for url in led if url not in kept and _key(url) not in unread]
    places, stay = ([url for url, _ in fragments(one)] if one else [] for one in (before, now))
    if now is not None:
        stay += [old for url in (*stay, *withdrawn) for old in once(now, url)]
        kept |= {old for url in withdrawn for old in once(now, url)}
        lost += [url for url in places if url not in {*stay, *kept} and _key(url) not in unread]
    of_today = names_of_today([now] if now else [])
    return replace(
        written,
        new=(
            *(
                url
                for url, own in lead.items()
                if own == url and url not in led and own not in known and _key(url) not in unseen
            ),
            *(url for url in written.new if url not in led),
        ),
        moved=(
            *(
                (url, lead[url])
                for url, own in led.items()
                if own == url and lead.get(url, url) != url
            ),
            *written.moved,
        ),
        withdrawn=newly_withdrawn(
            (replace(one, address=of_today(one.address)) for one in gone),
            now.withdrawn if now else (),
        ),
        lost=(*lost, *(url for url in written.lost if url not in kept)),
    )


def newly_withdrawn(
    before: Iterable[WithdrawnPage], now: Iterable[WithdrawnPage]
) -> tuple[WithdrawnPage, ...]:
    """Return the pages that are withdrawn now and were not before."""
    known = {one.address for one in before}
    return tuple(one for one in now if one.address not in known)


def without(addresses: Addresses, withdrawn: Iterable[WithdrawnPage]) -> Addresses:
    """Return what differs, where nothing is lost that has been withdrawn with all below it."""
    gone = tuple(one.address for one in withdrawn)
    return replace(addresses, lost=tuple(one for one in addresses.lost if not one.startswith(gone)))


def of_content(
    before: Mapping[str, str], now: Mapping[str, str], moved: Mapping[str, str]
) -> Addresses:
    """Return what differs among editors' own pages and the files beside them."""
    old, new = _pages(before), _pages(now)
    # A page that an old one leads to has only moved.
    led = {there for url, there in moved.items() if url in old and url not in new}
    files = [
        path
        for path in dict.fromkeys([*now, *before])
        if not path.endswith(_PAGE) and before.get(path) != now.get(path)
    ]
    return Addresses(
        new=tuple(url for url in new if url not in old and url not in led),
        moved=tuple((url, moved[url]) for url in old if url not in new and url in moved),
        lost=tuple(url for url in old if url not in new and url not in moved),
        edited=tuple(url for url, digest in new.items() if old.get(url, digest) != digest),
        files=tuple(files),
    )


def _leading(kommun: Kommun | None) -> dict[str, str]:
    """Return every address of an object's page, with the one where that page stands."""
    if kommun is None:
        return {}
    present: dict[int, str] = {}
    found: dict[str, str] = {}
    for url, item, own in own_pages(kommun):
        if own:
            present[id(item)] = url
        found.setdefault(url, present[id(item)])
    return found


def _pages(content: Mapping[str, str]) -> dict[str, str]:
    return {page_address(path): digest for path, digest in content.items() if path.endswith(_PAGE)}


def _key(url: str) -> str:
    return url.rstrip("/").replace("#", "").rpartition("/")[2]


def within(content: Mapping[str, str], slug: str, others: Iterable[str]) -> dict[str, str]:
    """Return the files of a kommun's own pages; of a site with one kommun, all of them."""
    if slug:
        return {path: one for path, one in content.items() if path.startswith(f"{slug}/")}
    known = tuple(f"{one}/" for one in others if one)
    return {path: one for path, one in content.items() if not path.startswith(known or ("//",))}
