"""What is new about vision and goals: a list, newest first, and a page for each item."""

from __future__ import annotations

from collections.abc import Iterator

from kommunvision.address import Place, address, place
from kommunvision.artifact import Page
from kommunvision.chain import GoalSystem, Site
from kommunvision.model import Kommun, NewsItem, PartialDate
from kommunvision.pages.menu import title_of
from kommunvision.pages.parts import Draft, describe, html, prose
from kommunvision.subject import words_of
from kommunvision.swedish.format import capital, date
from kommunvision.swedish.labels import label
from kommunvision.swedish.quoting import stopped


def pages(site: Site, system: GoalSystem) -> Iterator[Page]:
    """Yield the list and every item's page."""
    if system.kommun.news:
        yield _overview(site, system)
    for item in system.kommun.news:
        yield _item(site, system, item)


def newest_first(kommun: Kommun) -> tuple[NewsItem, ...]:
    """Return the items, newest first; those of which no year is known stand last, as written."""
    dated = [
        (item.date.sort_key, item) for item in kommun.news if item.date and _has_year(item.date)
    ]
    dated.sort(key=lambda pair: pair[0], reverse=True)
    known = [item for _, item in dated]
    return (*known, *(item for item in kommun.news if item not in known))


def _has_year(when: PartialDate) -> bool:
    return bool(when.start.year or (when.end and when.end.year))


def _overview(site: Site, system: GoalSystem) -> Page:
    kommun = system.kommun
    draft = Draft(site, system, place(kommun, Place.NEWS))
    draft.add(
        html(
            "news",
            items=[(draft.views.link(item), _date(item)) for item in newest_first(kommun)],
        )
    )
    return draft.page(
        label("part_news"),
        description=describe(
            "news_description", kommun=kommun.formal_name, subject=words_of(kommun)
        ),
        origin=kommun.news[0].where.origin,
        sources=kommun.news,
        section=draft.url,
    )


def _item(site: Site, system: GoalSystem, item: NewsItem) -> Page:
    kommun = system.kommun
    draft = Draft(site, system, address(kommun, item))
    views = draft.views
    draft.add(prose(item.text))
    draft.section(label("quoted"), *(views.quote(quote) for quote in item.quotes))
    draft.section(label("source_words"), views.verbatim(item))
    draft.section(label("facts"), views.facts(item), views.note(item))
    overview = place(kommun, Place.NEWS)
    return draft.page(
        item.title,
        kicker=_date(item) or label("part_news"),
        description=describe(
            "news_item_description",
            kommun=kommun.formal_name,
            title=stopped(item.title),
            date=date(item.date) if item.date else label("undated"),
        ),
        origin=item.where.origin,
        sources=[item],
        way=[(title_of(system, Place.NEWS), overview)],
        section=overview,
    )


def _date(item: NewsItem) -> str | None:
    if item.date:
        return capital(date(item.date))
    return label("news_undated") if "date" in item.not_stated else None
