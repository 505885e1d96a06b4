"""The indicators of a kommun: an overview, and a page for each."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from kommunvision.address import Place, address, place
from kommunvision.artifact import Page
from kommunvision.chain import GoalSystem, Site
from kommunvision.model import Indicator
from kommunvision.pages.menu import title_of
from kommunvision.pages.parts import LONGEST_DESCRIPTION, Draft, describe, empty, html, standing
from kommunvision.swedish import format as swedish
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
    draft.add(draft.views.indicator_list(kommun.indicators))
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
    draft.add(standing(views, indicator), views.background(indicator), views.answer(indicator))
    draft.add(views.chart(indicator), views.indicator(indicator))
    draft.section(label("targets"), _targets(draft, indicator))
    draft.section(label("latest"), views.latest(indicator), views.history(indicator))
    definitions = system.figures.definitions(indicator) or (None,)
    draft.section(label("all_values"), *(views.figures(indicator, one) for one in definitions))
    draft.section(label("related"), _related(indicator))
    draft.section(label("measures"), _measured(draft, system, indicator))
    draft.section(label("source_words"), views.verbatim(indicator))
    draft.section(label("facts"), views.facts(indicator), views.note(indicator))
    return draft.page(
        indicator.name,
        kicker=label("indicator"),
        description=views.answer_in_short(indicator, LONGEST_DESCRIPTION),
        answers=True,
        origin=indicator.where.origin,
        sources=[indicator],
        way=[(title_of(system, Place.INDICATORS), place(kommun, Place.INDICATORS))],
        section=place(kommun, Place.INDICATORS),
    )


def _targets(draft: Draft, indicator: Indicator) -> Markup:
    """Return what the value is meant to be, step by step, and what it was meant to be before."""
    lines = []
    for one in indicator.targets:
        words = draft.views.target(indicator, one)
        marks = [label("milestone")] if one.milestone else []
        told, note = draft.views.told_of(indicator, one)
        decided = [draft.views.decision_line(ref) for ref in one.decisions]
        lines.append((words, marks, [*decided, *told], note))
        for former in one.former:
            key = "former_target_reason" if former.reason else "former_target"
            date = swedish.date(former.date)
            text = label(key, text=former.text, date=date, reason=former.reason)
            lines.append((text, [], [], Markup()))
    return html("targets", lines=lines) if lines else Markup()


def _related(indicator: Indicator) -> Markup:
    """Return statistics that resemble the indicator, and what differs."""
    found = [(one.name, one.difference, one.url) for one in indicator.related]
    return html("related", items=found) if found else Markup()


def _measured(draft: Draft, system: GoalSystem, indicator: Indicator) -> Markup:
    """Return what an indicator belongs to, or that this is not known."""
    if measured := system.measured_by(indicator):
        return draft.views.goal_list(measured)
    silent = "measures" in indicator.not_stated
    return empty("measures_not_stated" if silent else "measures_nothing")
