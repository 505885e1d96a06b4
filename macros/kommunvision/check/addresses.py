"""One address, one page: former ids collide with nothing, kommuner and themes stay apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kommunvision.address import (
    Place,
    fragments,
    is_own_page,
    is_plain,
    is_spot,
    own_pages,
    place,
    translated,
)
from kommunvision.check.walk import who
from kommunvision.model import Kommun, Theme
from kommunvision.origin import Origin
from kommunvision.problem import Problem, problem

# Stands for the id in an address that a message shows.
_EXAMPLE_ID = "id"


def former_ids(kommun: Kommun) -> Iterator[Problem]:
    """Find former ids that are in use, or that two objects claim."""
    first: dict[str, Origin] = {}
    for item in kommun.items:
        for index, former in enumerate(item.former_ids):
            origin = item.where.of("former_ids", index)
            user = kommun.by_id.get(former)
            before = first.setdefault(former, origin)
            code, other = None, origin
            if former == item.id:
                code = "KV803"
            elif user is not None:
                code, other = "KV801", user.where.of("id")
            elif before is not origin:
                code, other = "KV802", before
            if code:
                yield problem(
                    code,
                    origin,
                    related=[other] if other is not origin else [],
                    subject=item.id,
                    who=who(kommun, item),
                    value=former,
                    place=other,
                )


def withdrawn(kommun: Kommun) -> Iterator[Problem]:
    """Find withdrawn pages whose address is none of this kommun's, or still leads somewhere."""
    if not kommun.withdrawn:
        return
    taken = {url: item.where.of("id") for url, item, _ in own_pages(kommun)}
    taken |= {url: item.where.of("id") for url, item in fragments(kommun)}
    taken |= {url: item.where.of("id") for url, item, *_ in translated(kommun)}
    for page in kommun.withdrawn:
        origin = page.where.of("address")
        other = taken.setdefault(page.address, origin)
        if other is not origin:
            yield problem("KV811", origin, related=[other], address=page.address, place=other)
        elif not any(fits(kommun, page.address) for fits in (is_own_page, is_spot, _is_editors)):
            example = _meant(kommun, page.address)
            yield problem("KV810", origin, address=page.address, example=example)


def _is_editors(kommun: Kommun, url: str) -> bool:
    """Tell whether an address may be that of a page that editors have written."""
    home = place(kommun, Place.START)
    fixed = {place(kommun, where) for where in Place}
    known = any(url.startswith(one) for one in fixed - {home})
    return url.startswith(home) and is_plain(url) and url not in fixed and not known


def _meant(kommun: Kommun, written: str) -> str:
    """Return the address that somebody has written in another form, or else one to learn from."""
    home = place(kommun, Place.START)
    meant = home + "/".join([*filter(None, written.split("/"))][-2:]) + "/"
    return meant if is_own_page(kommun, meant) else f"{place(kommun, Place.GOALS)}{_EXAMPLE_ID}/"


def shared_themes(kommuner: Iterable[Kommun]) -> Iterator[Problem]:
    """Find themes that have one id and so one page, but different names."""
    first: dict[str, Theme] = {}
    for kommun in kommuner:
        for theme in kommun.themes:
            other = first.setdefault(theme.id, theme)
            if other.name != theme.name and other.where.origin != theme.where.origin:
                named = other.where.of("name")
                yield problem(
                    "KV804",
                    theme.where.of("name"),
                    related=[named],
                    subject=theme.id,
                    id=theme.id,
                    value=theme.name,
                    other=other.name,
                    place=named,
                )


def one_folder_each(kommuner: Iterable[Kommun]) -> Iterator[Problem]:
    """Find two folders with the same kommunkod."""
    first: dict[str, Kommun] = {}
    for kommun in kommuner:
        if kommun.code is None or kommun.fictional:
            continue
        other = first.setdefault(kommun.code, kommun)
        if other is not kommun:
            used = other.where.of("code")
            yield problem(
                "KV805",
                kommun.where.of("code"),
                related=[used],
                value=kommun.code,
                name=other.formal_name,
                place=used,
            )
