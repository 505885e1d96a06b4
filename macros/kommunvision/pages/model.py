"""How a kommun is governed: its governing models, with the levels in order, explained."""

from __future__ import annotations

from collections.abc import Iterator

from kommunvision.address import Place, place
from kommunvision.artifact import Page
from kommunvision.chain import GoalSystem, Site
from kommunvision.model import GoverningModel, Level
from kommunvision.pages import withdrawn
from kommunvision.pages.menu import title_of
from kommunvision.pages.parts import Draft, describe, html, prose, standing
from kommunvision.swedish.labels import label


def pages(site: Site, system: GoalSystem) -> Iterator[Page]:
    """Yield the page, where a governing model is declared."""
    kommun = system.kommun
    gone = withdrawn.spots(kommun, Place.MODEL)
    if not kommun.models and not gone:
        return
    own = [key for model in kommun.models for key in (model.id, *model.former_ids)]
    own += withdrawn.anchors(gone)
    draft = Draft(site, system, place(kommun, Place.MODEL), reserved=own)
    for model in kommun.models:
        _explain(draft, model)
    withdrawn.tell(draft, gone)
    several = "_several" if len(kommun.models) > 1 else ""
    yield draft.page(
        title_of(system, Place.MODEL),
        description=describe(f"model_description{several}", kommun=kommun.formal_name),
        origin=(kommun.models or gone)[0].where.origin,
        sources=[*kommun.models, *kommun.levels],
        section=draft.url,
    )


def _explain(draft: Draft, model: GoverningModel) -> None:
    views = draft.views
    rows = [_row(draft, model, level) for level in sorted(model.levels, key=model.rank)]
    draft.section(
        model.name,
        standing(views, model),
        prose(model.description),
        views.verbatim(model),
        html("level_table", name=model.name, anchor=f"{model.id}-table", rows=rows),
        views.facts(model),
        views.note(model),
        anchor=model.id,
        former=model.former_ids,
    )
    if model.history:
        draft.subsection(label("model_history"), views.timeline(model.history))
    if model.continuation:
        draft.subsection(label("model_continuation"), views.timeline(model.continuation))


def _row(draft: Draft, model: GoverningModel, level: Level) -> dict[str, object]:
    views = draft.views
    return {
        "rank": model.rank(level),
        "level": views.link(level),
        "description": prose(level.description),
        "decided_by": [views.reference(ref) for ref in level.decided_by],
        "decided_by_unstated": "decided_by" in level.not_stated,
        "follow_up": prose(level.follow_up),
        "follow_up_unstated": "follow_up" in level.not_stated,
    }
