"""The documents and decisions that everything rests on, each with what rests on it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from markupsafe import Markup

from kommunvision.address import Place, place, relative
from kommunvision.artifact import Page
from kommunvision.chain import GoalSystem, Site
from kommunvision.model import Decision, Goal, Item, Kommun, Reference, Source, Vision
from kommunvision.pages import withdrawn
from kommunvision.pages.parts import Draft, describe, empty, html, prose
from kommunvision.render.views import names
from kommunvision.swedish.labels import label


def pages(site: Site, system: GoalSystem) -> Iterator[Page]:
    """Yield the page, where a source or a decision is declared."""
    kommun = system.kommun
    evidence: tuple[Source | Decision, ...] = (*kommun.sources, *kommun.decisions)
    gone = withdrawn.spots(kommun, Place.SOURCES)
    if not evidence and not gone:
        return
    own = [fragment for item in evidence for fragment in (item.id, *item.former_ids)]
    own += withdrawn.anchors(gone)
    draft = Draft(site, system, place(kommun, Place.SOURCES), reserved=own)
    resting = _resting(draft, kommun)
    _listed(draft, "documents", kommun.sources, resting)
    _listed(draft, "decisions", kommun.decisions, resting)
    withdrawn.tell(draft, gone)
    yield draft.page(
        label("sources_title"),
        description=describe("sources_description", kommun=kommun.formal_name),
        origin=(*evidence, *gone)[0].where.origin,
        sources=evidence,
        section=draft.url,
    )


def _listed(
    draft: Draft,
    key: str,
    evidence: Iterable[Source | Decision],
    resting: dict[str, dict[str, Markup]],
) -> None:
    shown = tuple(evidence)
    if shown:
        draft.section(label(key), html("intro", text=label(f"{key}_intro")))
    for item in shown:
        links = tuple(resting.get(item.id, {}).values())
        draft.subsection(
            names.title(item),
            prose(item.description),
            draft.views.verbatim(item),
            draft.views.facts(item),
            draft.views.note(item),
            html("resting", links=links) if links else empty("nothing_rests"),
            anchor=item.id,
            former=item.former_ids,
        )


def _resting(draft: Draft, kommun: Kommun) -> dict[str, dict[str, Markup]]:
    """Return links to what rests on each source and decision, in the order of the files."""
    found: defaultdict[str, dict[str, Markup]] = defaultdict(dict)
    start = relative(place(kommun, Place.START), draft.url)
    for ref in kommun.origins:
        found[ref.target or ""][""] = html("link", url=start, text=kommun.formal_name)
    for item in kommun.items:
        for ref in _references(item):
            found[ref.target or ""][item.id] = draft.views.link(item)
    return found


def _references(item: Item) -> Iterator[Reference]:
    yield from item.sources
    yield from item.decisions
    if isinstance(item, Vision | Goal):
        for wording in item.wordings:
            yield from wording.sources
