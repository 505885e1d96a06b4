"""A page for each object and each language that it is told in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from textwrap import shorten

from markupsafe import Markup

from kommunvision.address import Place, in_language, place, translated
from kommunvision.artifact import Page
from kommunvision.chain import GoalSystem, Site
from kommunvision.model import (
    TEXTS,
    EasyText,
    Goal,
    Indicator,
    Item,
    Language,
    Occasion,
    Vision,
    version_of,
)
from kommunvision.pages.languages.speech import Speech
from kommunvision.pages.parts import LONGEST_DESCRIPTION, Draft, html
from kommunvision.render.views import names
from kommunvision.swedish.languages import SWEDISH, TONGUES

_BETWEEN_SENTENCES = re.compile(r"(?<=[.!?])\s+")


def pages(site: Site, system: GoalSystem) -> Iterator[Page]:
    """Yield every page in another language, apart from the start pages."""
    for url, item, language, present in translated(system.kommun):
        if present:
            yield _Object(site, system, item, language, url).page()


class _Object:
    """The page of one object in one language."""

    def __init__(
        self, site: Site, system: GoalSystem, item: Item, language: Language, url: str
    ) -> None:
        self._system = system
        self._item = item
        self._language = language
        self._draft = Draft(site, system, url)
        self._speech = Speech(system, language, self._draft.views, url)

    def page(self) -> Page:
        system, item, speech = self._system, self._item, self._speech
        version = version_of(item, self._language)
        title, own = speech.title(item)
        told = [*speech.texts(version, 2, "text-")] if version else []
        blocks = [*told, *self._statements(), *self._chain(), self._more()]
        if version:
            blocks.insert(len(told), speech.attribution(version, speech.original(item)))
        self._draft.add(speech.within(blocks))
        start = in_language(system.kommun, place(system.kommun, Place.START), self._language)
        made = self._draft.page(
            title,
            title=tab(title, system, self._language),
            kicker=names.what(system, item),
            description=description(told, title, system, self._language),
            origin=version.where.origin if version else item.where.origin,
            sources=[item],
            way=[(TONGUES[self._language.value].own, start)],
        )
        return in_tongue(made, self._language, None if own else SWEDISH.tag)

    def _statements(self) -> Iterator[Markup]:
        """Yield what has been said at follow-ups, as far as it is told in the language."""
        occasions, item, speech = self._system.occasions, self._item, self._speech
        if isinstance(item, Occasion):
            by_id = self._system.kommun.by_id
            said = [(by_id.get(one.about.target or ""), one) for one in item.statements]
            pairs = [(about, item, one) for about, one in said if about]
        else:
            pairs = [(occasion, occasion, one) for occasion, one in occasions.history(item)[::-1]]
        first = True
        for shown, occasion, statement in pairs:
            version = version_of(statement, self._language)
            if version is None:
                continue
            if first:
                yield speech.heading(2, speech.words("occasions"), "uppfoljning")
            first = False
            key = f"om-{shown.id}"
            yield speech.heading(3, speech.link(shown), key)
            about = shown if shown is not occasion else item
            if judged := occasions.judgement(occasion, about):
                yield html("intro", text=speech.swedish(self._draft.views.mark(about, judged)))
            yield from speech.texts(version, 4, f"{key}-")
            yield speech.attribution(version, None)

    def _chain(self) -> Iterator[Markup]:
        """Yield what the object supports and what supports it, each in its language."""
        system, item = self._system, self._item
        above: list[Item] = []
        below: list[Item] = []
        if isinstance(item, Goal):
            above = [link.item for link in system.up(item)]
        if isinstance(item, Indicator):
            above = [link.item for link in system.measured_by(item)]
        if isinstance(item, Goal | Vision):
            below = [link.item for link in system.down(item)]
        for key, found in (("above", above), ("below", below)):
            if found:
                # What is measured by an indicator is not supported by it.
                belongs = isinstance(item, Indicator)
                words = self._speech.words("belongs" if belongs else key)
                yield self._speech.heading(2, words, key)
                yield self._draft.views.lines([self._speech.link(one) for one in found])

    def _more(self) -> Markup:
        """Return the way to all that is told in Swedish alone."""
        version = version_of(self._item, self._language)
        lacking = not isinstance(version, EasyText) and any(
            isinstance(getattr(self._item, name, None), str)
            and not (version and getattr(version, name))
            for name in TEXTS
        )
        original = self._speech.original(self._item)
        told = self._speech.with_words(original, "partly" if lacking else "more")
        return html("intro", text=told)


def description(told: Iterable[Markup], title: str, system: GoalSystem, language: Language) -> str:
    """Return one line on a page in its own language: its first sentences, or else its title."""
    words = " ".join(Markup("\n").join(told).striptags().split())
    made = ""
    for one in _BETWEEN_SENTENCES.split(words):
        if len(made) + len(one) >= LONGEST_DESCRIPTION:
            break
        made = f"{made} {one}".strip()
    if made or not words:
        name = TONGUES[language.value].own
        return made or f"{title} \N{EN DASH} {system.kommun.formal_name}, {name}."
    return shorten(words, LONGEST_DESCRIPTION, placeholder=" \N{HORIZONTAL ELLIPSIS}")


def tab(heading: str, system: GoalSystem, language: Language) -> str:
    """Return a page's title: beside its heading the language, since two may share a heading."""
    name = TONGUES[language.value].own
    told = heading if heading == name else f"{heading} ({name})"
    return f"{told} \N{EN DASH} {system.kommun.name}"


def in_tongue(made: Page, language: Language, heading_lang: str | None) -> Page:
    """Return a page as one in a language, with its heading perhaps in another."""
    tag = TONGUES[language.value].tag
    home, *way = made.breadcrumbs[::-1]
    crumbs = [replace(home, lang=heading_lang or tag)]
    crumbs += [replace(one, lang=tag) if number == 0 else one for number, one in enumerate(way)]
    return replace(
        made,
        lang=tag,
        heading_lang=heading_lang,
        breadcrumbs=tuple(crumbs[::-1]),
        toc=(),
    )
