"""A kommun that a site no longer has: every address that it had says so, and why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from kommunvision.address import Place
from kommunvision.chain import Site
from kommunvision.model import Kommun, WithdrawnPage

# By these a folder of a kommun is told from one with editors' pages.
_PARTS = tuple(where.value for where in Place if where.value)


def dissolved(
    site: Site, withdrawn: Iterable[WithdrawnPage]
) -> tuple[tuple[Kommun, ...], tuple[WithdrawnPage, ...]]:
    """Part what has been withdrawn into whole kommuner and other pages.

    What is withdrawn takes with it all that has been published below it. A kommun is given back as
    one that has nothing but withdrawn pages, so that its embeds are told to be gone as well.
    """
    kommuner: list[Kommun] = []
    pages: list[WithdrawnPage] = []
    for one in withdrawn:
        if one.timed:
            # Its own day has come, and not that of what stands below it.
            pages.append(one)
            continue
        below = {url for url in site.published if url.startswith(one.address)}
        inside = {url.removeprefix(one.address) for url in below}
        if one.address.count("/") == 1 and any(url.startswith(_PARTS) for url in inside):
            kommuner.append(_kommun(one, below))
        else:
            pages.extend(_each(one, below))
    return tuple(kommuner), tuple(pages)


def _kommun(one: WithdrawnPage, below: Iterable[str]) -> Kommun:
    slug = one.address.removesuffix("/")
    every = {*below, *(f"{one.address}{part}" for part in _PARTS)}
    return Kommun(
        slug=slug,
        folder=f"data/{slug}",
        name=one.title,
        formal_name=one.title,
        withdrawn=_each(one, every),
        where=one.where,
    )


def _each(one: WithdrawnPage, below: Iterable[str]) -> tuple[WithdrawnPage, ...]:
    return tuple(replace(one, address=url) for url in sorted({one.address, *below}))


def gone_addresses(kommuner: Iterable[Kommun], shared: Iterable[WithdrawnPage]) -> tuple[str, ...]:
    """Return where withdrawn pages are; what stood on a page with others leaves that in place."""
    each = [one for kommun in kommuner for one in kommun.withdrawn]
    return tuple(one.address for one in (*each, *shared) if "#" not in one.address)
