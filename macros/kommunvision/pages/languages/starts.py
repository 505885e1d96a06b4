"""The first page of each language: what the kommun says in it, its vision first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kommunvision.address import Place, language_starts, languages_of, place
from kommunvision.artifact import Page
from kommunvision.chain import GoalSystem, Site
from kommunvision.model import Goal, Item, Language, version_of
from kommunvision.pages.languages.objects import description, tab
from kommunvision.pages.languages.speech import Speech
from kommunvision.pages.parts import Draft, html
from kommunvision.subject import heading_of
from kommunvision.swedish.languages import TONGUES


def pages(site: Site, system: GoalSystem) -> Iterator[Page]:
    """Yield the first page of every language that something is told in."""
    for url, language in language_starts(system.kommun):
        yield _start(site, system, url, language)


def _start(site: Site, system: GoalSystem, url: str, language: Language) -> Page:
    kommun = system.kommun
    draft = Draft(site, system, url)
    speech = Speech(system, language, draft.views, url)
    version = version_of(kommun, language)
    told = [*speech.texts(version, 2, "text-")] if version else []
    blocks = [*told, *([speech.attribution(version, None)] if version else [])]
    listed: list[Item] = []
    for key, items in _groups(system):
        found = [item for item in items if language in languages_of(item)]
        if not found:
            continue
        listed += found
        goals = [one for one in found if isinstance(one, Goal)]
        blocks.append(speech.heading(2, speech.goals(goals) if goals else speech.words(key), key))
        first = version_of(found[0], language) if key == "visions" else None
        if first:
            blocks += [*speech.texts(first, 3, "vision-"), speech.attribution(first, None)]
        blocks.append(draft.views.lines([speech.link(item) for item in found]))
    home = speech.to_swedish(place(kommun, Place.START), heading_of(kommun))
    blocks.append(html("intro", text=speech.with_words(home, "rest")))
    draft.add(speech.within(blocks))
    tongue = TONGUES[language.value]
    heading = (version.title if version else None) or tongue.own
    made = draft.page(
        heading,
        title=tab(heading, system, language),
        description=description(told, heading, system, language),
        origin=version.where.origin if version else listed[0].where.origin,
        sources=listed,
        section=url,
    )
    crumbs = (
        *made.breadcrumbs[:-1],
        replace(made.breadcrumbs[-1], title=tongue.own, lang=tongue.tag),
    )
    return replace(made, lang=tongue.tag, breadcrumbs=crumbs, toc=())


def _groups(system: GoalSystem) -> Iterator[tuple[str, Sequence[Item]]]:
    kommun = system.kommun
    yield "visions", system.visions()
    yield "goals", [goal for level in kommun.levels for goal in system.goals_on(level)]
    yield "indicators", kommun.indicators
    yield "occasions", system.occasions.all[::-1]
    yield "news", kommun.news
