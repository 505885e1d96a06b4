"""Things in other languages, and in easy Swedish, as other websites show them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from kommunvision.address import Place, address, embedded, in_language
from kommunvision.model import (
    Goal,
    Indicator,
    Language,
    Occasion,
    Version,
    Vision,
    version_of,
)
from kommunvision.pages.embeds.embed import Desk, Embed, heading
from kommunvision.pages.languages.speech import Speech
from kommunvision.render.views import Views, names
from kommunvision.swedish.languages import TONGUES

Told = Vision | Goal | Indicator | Occasion
PLACES = (Place.VISIONS, Place.GOALS, Place.INDICATORS, Place.FOLLOW_UP)
"""What can be embedded in other languages, and where its pages are in Swedish."""


def in_languages(desk: Desk) -> Iterator[Embed]:
    """Yield everything that can be embedded in Swedish in each of its own languages too."""
    kommun = desk.system.kommun
    items: tuple[Told, ...] = (
        *kommun.visions,
        *kommun.goals,
        *kommun.indicators,
        *desk.system.occasions.all,
    )
    for item in items:
        for language in Language:
            if version := version_of(item, language):
                yield _embed(desk, item, language, version)


def _embed(desk: Desk, item: Told, language: Language, version: Version) -> Embed:
    kommun = desk.system.kommun
    kind = names.what(desk.system, item)
    page = in_language(kommun, address(kommun, item), language)
    url, *former = (
        embedded(kommun, in_language(kommun, address(kommun, item, key), language))
        for key in (item.id, *item.former_ids)
    )

    def blocks(views: Views) -> Iterable[Markup]:
        speech = Speech(desk.system, language, views, url)
        yield heading(speech.within_line(speech.link(item)), kind)
        texts = speech.texts(version, 3, "")
        yield speech.within([*texts, speech.attribution(version, speech.original(item))])

    title, _ = Speech(desk.system, language, Views(desk.site, desk.system, url), url).title(item)
    return desk.at(
        url,
        *former,
        page=page,
        name=f"{kind}, {TONGUES[language.value].own}",
        title=title,
        blocks=blocks,
        sources=[item],
    )
