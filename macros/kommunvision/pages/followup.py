"""Follow-up: an overview with the scales, and a page for each occasion."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator

from markupsafe import Markup

from kommunvision.address import Place, address, place
from kommunvision.artifact import Page
from kommunvision.chain import GoalSystem, Node, Site
from kommunvision.model import (
    Correction,
    Goal,
    Indicator,
    Occasion,
    Scale,
    Tally,
    Vision,
    WithdrawnPage,
)
from kommunvision.pages import withdrawn
from kommunvision.pages.menu import title_of
from kommunvision.pages.parts import Draft, describe, empty, html, prose
from kommunvision.progress import indicators_of
from kommunvision.render.environment import phrase
from kommunvision.render.views import names
from kommunvision.swedish import format as swedish
from kommunvision.swedish import periods
from kommunvision.swedish.keys import FACTS
from kommunvision.swedish.labels import label
from kommunvision.text.ascii import ascii_id

# What is corrected at the top of the page; the other parts of an occasion have their own places.
_HEAD = FACTS["occasion"].keys() - {"overall", "tallies"}

_MANY = 4


def pages(site: Site, system: GoalSystem) -> Iterator[Page]:
    """Yield the overview and every occasion's page."""
    kommun = system.kommun
    gone = withdrawn.spots(kommun, Place.FOLLOW_UP)
    if kommun.occasions or kommun.scales or gone:
        yield _overview(site, system, gone)
    for occasion in system.occasions.all:
        yield _occasion(site, system, occasion)


def _overview(site: Site, system: GoalSystem, gone: tuple[WithdrawnPage, ...]) -> Page:
    kommun = system.kommun
    own = [key for scale in kommun.scales for key in (scale.id, *scale.former_ids)]
    own += withdrawn.anchors(gone)
    draft = Draft(site, system, place(kommun, Place.FOLLOW_UP), own)
    newest = system.occasions.all[::-1]
    lines = [
        phrase(
            "occasion_line",
            occasion=draft.views.link(one),
            counted=draft.views.counted(one),
        )
        for one in newest
    ]
    draft.add(html("intro", text=label("follow_up_intro" if lines else "no_occasions")))
    draft.section(label("occasions"), draft.views.lines(lines) if lines else Markup())
    if kommun.scales:
        intro = label("scales_intro", own=label(f"own_{kommun.kind.value}"))
        draft.section(label("scales"), html("intro", text=intro))
    for scale in kommun.scales:
        draft.subsection(
            scale.name, *_scale(draft, scale), anchor=scale.id, former=scale.former_ids
        )
    withdrawn.tell(draft, gone)
    return draft.page(
        label("part_follow_up"),
        description=describe("follow_up_description", kommun=kommun.formal_name),
        origin=(newest or kommun.scales or gone)[0].where.origin,
        sources=[*newest, *kommun.scales],
        section=draft.url,
    )


def _scale(draft: Draft, scale: Scale) -> Iterator[Markup]:
    if scale.use:
        what = swedish.listing([label(f"use_{use.value}") for use in scale.use])
        yield html("intro", text=label("scale_for", what=what))
    yield prose(scale.description)
    rows = []
    for step in scale.steps:
        told = [step.meaning] if step.meaning else []
        if step.forecast:
            told.append(label("scale_forecast", word=step.forecast))
        rows.append((draft.views.step(step), told))
    yield html("scale", rows=rows)
    if scale.rule:
        yield html("intro", text=Markup("<strong>{}</strong>").format(label("scale_rule")))
        yield prose(scale.rule)
    yield draft.views.verbatim(scale)
    yield draft.views.note(scale)


def _occasion(site: Site, system: GoalSystem, occasion: Occasion) -> Page:
    kommun = system.kommun
    draft = Draft(site, system, address(kommun, occasion))
    views = draft.views
    draft.add(html("lead", text=draft.views.counted(occasion)), *_about(occasion))
    draft.add(*_corrected(draft, occasion, _HEAD))
    draft.add(prose(occasion.description), views.overview(occasion))
    _overall(draft, occasion)
    _changes(draft, occasion)
    _judged(draft, system, occasion)
    draft.section(
        label("corrections"),
        *(block for one in occasion.corrections for block in _correction(draft, occasion, one)),
        anchor=ascii_id(label("corrections")),
    )
    draft.section(label("source_words"), views.verbatim(occasion))
    draft.section(label("facts"), views.facts(occasion), views.note(occasion))
    return draft.page(
        occasion.name,
        kicker=swedish.capital(occasion.kind or label("part_follow_up")),
        description=describe(
            "occasion_description",
            views.counted(occasion),
            name=occasion.name,
            kommun=kommun.formal_name,
        ),
        origin=occasion.where.origin,
        sources=[occasion],
        way=[(title_of(system, Place.FOLLOW_UP), place(kommun, Place.FOLLOW_UP))],
        section=place(kommun, Place.FOLLOW_UP),
    )


def _about(occasion: Occasion) -> Iterator[Markup]:
    lines = [
        label(f"occasion_period_{occasion.outlook.value}", period=periods.named(occasion.period))
    ]
    if occasion.cut_off:
        lines.append(label("occasion_cut_off", date=swedish.date(occasion.cut_off)))
    if occasion.locked:
        lines.append(label("occasion_locked", date=swedish.date(occasion.locked)))
    yield html("intro", text=" ".join(lines))


def _corrected(draft: Draft, occasion: Occasion, parts: Container[str]) -> Iterator[Markup]:
    for line in draft.views.corrected(occasion, parts):
        yield html("intro", text=line)


def _overall(draft: Draft, occasion: Occasion) -> None:
    if occasion.overall:
        words = draft.views.source_quotation(occasion, occasion.overall)
        draft.section(label("overall"), words, *_corrected(draft, occasion, {"overall"}))
    elif "overall" in occasion.not_stated:
        told = _corrected(draft, occasion, {"overall"})
        draft.section(label("overall"), empty("overall_not_stated"), *told)
    tallies = [block for tally in occasion.tallies for block in _tally(draft, occasion, tally)]
    draft.section(label("source_counts"), *tallies, *_corrected(draft, occasion, {"tallies"}))


def _tally(draft: Draft, occasion: Occasion, tally: Tally) -> Iterator[Markup]:
    if line := draft.views.tally(occasion, tally):
        yield html("intro", text=line)
    if tally.text:
        yield draft.views.source_quotation(occasion, tally.text)
    if tally.contradiction:
        yield html("intro", text=label("told_contradiction") + ":")
        yield prose(tally.contradiction)


def _changes(draft: Draft, occasion: Occasion) -> None:
    found = draft.views.changes(occasion)
    if found is None:
        return
    comparison, ways = found
    title = label("changed_since", occasion=comparison.before.name)
    if not ways:
        draft.section(title, html("intro", text=label("changed_nothing")))
        return
    intro = phrase("changed_from", occasion=draft.views.link(comparison.before))
    draft.section(title, html("intro", text=intro))
    for way, lines in ways:
        draft.subsection(label(f"way_{way.value}"), draft.views.lines(lines))


def _judged(draft: Draft, system: GoalSystem, occasion: Occasion) -> None:
    """Go through what is followed up, level by level, and then the indicators on their own."""
    covered = system.occasions.covered(occasion)
    nodes = [one for one in covered if isinstance(one, Goal | Vision)]
    measured = indicators_of(system.occasions, occasion)
    if not system.occasions.begun(occasion):
        _asked(draft, occasion, nodes, measured)
        return
    for kind in draft.views.kinds(nodes):
        on_level = [one for one in kind.items if isinstance(one, Goal | Vision)]
        cards = [_card(draft, system, occasion, one, measured) for one in on_level]
        # Of many a table gives the overview that their cards do not.
        table = draft.views.glance(occasion, on_level) if len(cards) >= _MANY else Markup()
        draft.section(kind.title, table, *cards)
    shown_above = {link.item.id for node in nodes for link in system.indicators_of(node)}
    alone = [one for one in measured if one.id not in shown_above]
    cards = [_card(draft, system, occasion, one, measured) for one in alone]
    draft.section(label("occasion_indicators"), *cards)


def _asked(
    draft: Draft, occasion: Occasion, nodes: Iterable[Node], measured: Iterable[Indicator]
) -> None:
    """List what has been asked about; that nobody has answered is told once, on top of the page."""
    views = draft.views
    for kind in views.kinds(nodes):
        draft.section(kind.title, views.lines(views.link(one) for one in kind.items))
    cards = [
        views.judged_card(one, label("indicator"), Markup(), [figures])
        for one in measured
        if (figures := views.figures_shown(occasion, one))
    ]
    draft.section(label("occasion_indicators"), *cards)


def _card(
    draft: Draft,
    system: GoalSystem,
    occasion: Occasion,
    item: Node | Indicator,
    measured: Iterable[Indicator],
) -> Markup:
    views = draft.views
    said = system.occasions.statement(occasion, item)
    status = [views.mark(item, system.occasions.judgement(occasion, item))]
    if said and (arrow := views.trend(occasion, said)):
        status.append(arrow)
    parts = [views.statement(occasion, item)]
    if isinstance(item, Indicator):
        parts.append(views.figures_shown(occasion, item))
        return views.judged_card(item, label("indicator"), Markup(" ").join(status), parts)
    own = {link.item.id for link in system.indicators_of(item)}
    parts.extend(_measured(draft, system, occasion, one) for one in measured if one.id in own)
    return views.judged_card(item, names.kind(system, item), Markup(" ").join(status), parts)


def _measured(draft: Draft, system: GoalSystem, occasion: Occasion, item: Indicator) -> Markup:
    views = draft.views
    judged = system.occasions.judgement(occasion, item)
    head = [views.link(item), *([views.mark(item, judged)] if judged else [])]
    told = [views.statement(occasion, item), views.figures_shown(occasion, item)]
    if not judged and not any(told):
        return Markup()
    blocks = [one for one in told if one]
    return html("measured", head=Markup(" ").join(head), told=Markup("\n").join(blocks))


def _correction(draft: Draft, occasion: Occasion, one: Correction) -> Iterator[Markup]:
    what = draft.views.reference(one.about) if one.about else label("correction_of_all")
    changed = label(f"corrected_{one.part}")
    line = phrase("correction", item=what, changed=changed, date=swedish.date(one.date))
    yield html("intro", text=line)
    yield prose(one.reason)
    if before := draft.views.stood_before(occasion, one):
        yield html("intro", text=label("correction_before"))
        yield html("before", words=before)
    else:
        yield html("intro", text=label("correction_none_before"))
