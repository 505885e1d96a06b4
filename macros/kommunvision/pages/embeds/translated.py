"""Visions and goals in other languages, and in easy Swedish, as other websites show them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from kommunvision.address import address, embedded, in_language
from kommunvision.model import Goal, Language, Version, Vision, version_of
from kommunvision.pages.embeds.embed import Desk, Embed, heading
from kommunvision.pages.languages.speech import Speech
from kommunvision.render.views import Views, names
from kommunvision.swedish.format import capital
from kommunvision.swedish.languages import TONGUES


def in_languages(desk: Desk) -> Iterator[Embed]:
    """Yield every vision and goal in each of its languages."""
    kommun = desk.system.kommun
    nodes: tuple[Vision | Goal, ...] = (*kommun.visions, *kommun.goals)
    for item in nodes:
        for language in Language:
            if version := version_of(item, language):
                yield _embed(desk, item, language, version)


def _embed(desk: Desk, item: Vision | Goal, language: Language, version: Version) -> Embed:
    kommun = desk.system.kommun
    kind = (
        names.kind(desk.system, item)
        if isinstance(item, Goal)
        else capital(names.forms(desk.system, item)[1])
    )
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
