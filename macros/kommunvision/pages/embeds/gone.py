"""What stands where something embedded has been withdrawn: that it is gone, and what there is."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from kommunvision.address import Place, embedded, place, told_in_swedish
from kommunvision.model import WithdrawnPage
from kommunvision.pages.embeds.embed import Desk, Embed, heading
from kommunvision.pages.embeds.shown import PARTS
from kommunvision.pages.embeds.translated import PLACES
from kommunvision.pages.emptied import told
from kommunvision.pages.parts import html
from kommunvision.render.views import Views
from kommunvision.swedish.format import date
from kommunvision.swedish.labels import label


def gone(desk: Desk) -> Iterator[Embed]:
    """Yield an embed for every address of one that was shown of a page now withdrawn or empty."""
    kommun = desk.system.kommun
    for one in kommun.withdrawn:
        for url in _addresses(desk, one):
            yield _sentence(desk, one, url)
    chain = place(kommun, Place.CHAIN)
    if chain in desk.site.published and not (kommun.visions or kommun.goals):
        yield desk.at(
            embedded(kommun, chain),
            page=chain,
            name=label("part_chain"),
            title=label("whole_chain"),
            blocks=lambda _: [
                heading(label("whole_chain"), kommun.formal_name),
                html("intro", text=told(Place.CHAIN)),
            ],
        )


def _addresses(desk: Desk, one: WithdrawnPage) -> Iterator[str]:
    kommun = desk.system.kommun
    swedish = told_in_swedish(kommun, one.address) or ""
    if swedish.startswith(tuple(place(kommun, where) for where in PLACES)):
        yield embedded(kommun, one.address)
    for where, parts in PARTS.items():
        if one.address.startswith(place(kommun, where)):
            for part in parts:
                yield embedded(kommun, f"{one.address}{part}")
            if where in {Place.VISIONS, Place.GOALS}:
                key = one.address.removeprefix(place(kommun, where))
                yield embedded(kommun, f"{place(kommun, Place.CHAIN)}{key}")


def _sentence(desk: Desk, one: WithdrawnPage, url: str) -> Embed:
    def blocks(views: Views) -> Iterator[Markup]:
        yield heading(one.title, label("withdrawn_kicker"))
        yield html("intro", text=label("embed_gone", date=date(one.date)))
        if one.instead:
            yield html("intro", text=label("withdrawn_instead") + ":")
            yield views.lines([views.reference(ref) for ref in one.instead])

    return desk.at(
        url,
        page=one.address,
        name=label("withdrawn_kicker"),
        title=one.title,
        blocks=blocks,
    )
