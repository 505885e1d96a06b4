"""The indicators of a kommun: an overview, and a page for each."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from kommunvision.address import Place, address, place
from kommunvision.artifact import Page
from kommunvision.chain import GoalSystem, Site
from kommunvision.model import Indicator
from kommunvision.pages.menu import title_of
from kommunvision.pages.parts import Draft, describe, empty, standing
from kommunvision.swedish.labels import label


def pages(site: Site, system: GoalSystem) -> Iterator[Page]:
    """Yield the overview and every indicator's page."""
    if system.kommun.indicators:
        yield _overview(site, system)
    for indicator in system.kommun.indicators:
        yield _indicator(site, system, indicator)


def _overview(site: Site, system: GoalSystem) -> Page:
    kommun = system.kommun
    draft = Draft(site, system, place(kommun, Place.INDICATORS))
    draft.add(empty("no_values"))
    draft.add(*(draft.views.indicator(indicator, 2) for indicator in kommun.indicators))
    return draft.page(
        label("part_indicators"),
        description=describe("indicators_description", kommun=kommun.formal_name),
        origin=kommun.indicators[0].where.origin,
        sources=kommun.indicators,
        section=draft.url,
    )


def _indicator(site: Site, system: GoalSystem, indicator: Indicator) -> Page:
    kommun = system.kommun
    draft = Draft(site, system, address(kommun, indicator))
    views = draft.views
    draft.add(standing(views, indicator), views.indicator(indicator), empty("no_values"))
    draft.section(label("measures"), _measured(draft, system, indicator))
    draft.section(label("source_words"), views.verbatim(indicator))
    draft.section(label("facts"), views.facts(indicator), views.note(indicator))
    return draft.page(
        indicator.name,
        kicker=label("indicator"),
        description=describe(
            "indicator_description", name=indicator.name, kommun=kommun.formal_name
        ),
        origin=indicator.where.origin,
        sources=[indicator],
        way=[(title_of(system, Place.INDICATORS), place(kommun, Place.INDICATORS))],
        section=place(kommun, Place.INDICATORS),
    )


def _measured(draft: Draft, system: GoalSystem, indicator: Indicator) -> Markup:
    """Return what an indicator belongs to, or that this is not known."""
    if measured := system.measured_by(indicator):
        return draft.views.goal_list(measured)
    silent = "measures" in indicator.not_stated
    return empty("measures_not_stated" if silent else "measures_nothing")
