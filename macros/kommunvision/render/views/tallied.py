"""Views of the source's own summaries: how many of those that it counts have which status."""

from __future__ import annotations

from markupsafe import Markup, escape

from kommunvision.model import Count, Counted, Level, Occasion, Outlook, Scale, Tally
from kommunvision.progress.scales import step_named
from kommunvision.render.environment import phrase
from kommunvision.render.views import inline
from kommunvision.render.views.frame import Frame
from kommunvision.swedish import format as swedish
from kommunvision.swedish.labels import label
from kommunvision.swedish.quantities import amount


def tally_line(frame: Frame, occasion: Occasion, tally: Tally) -> Markup:
    """Return a summary as one line, with what it is a summary of where that is not everything.

    Of one that the source gives in words, only what it is a summary of is told.
    """
    scope = _scope(frame, tally)
    if tally.text:
        return phrase("source_count_scope", what=scope) if scope else Markup()
    told = escape(
        " ".join(
            label("source_count", number=_number(one), status=_word(frame, occasion, one))
            for one in tally.counts
        )
    )
    if tally.total is not None:
        told = phrase("source_count_of", counts=told, total=tally.total)
    return phrase("source_count_for", what=scope, counts=told) if scope else told


def _word(frame: Frame, occasion: Occasion, one: Count) -> str:
    """Return the word of a status as the source has it; in place of a step's id, the step's."""
    named = [frame.home.kommun.by_id.get(ref.target or "") for ref in occasion.scales]
    scales = [each for each in named if isinstance(each, Scale)] or frame.home.kommun.scales
    steps = (step_named(scale, one.status) for scale in scales)
    step = next((each for each in steps if each), None)
    if step is None or step.id != one.status.casefold():
        return swedish.capital(one.status)
    forecast = step.forecast if occasion.outlook is Outlook.FORECAST else None
    return swedish.capital(forecast or step.word)


def _scope(frame: Frame, tally: Tally) -> Markup:
    """Return what a summary is a summary of; nothing where it is everything.

    The source's own words seldom leave out what they count, but often where.
    """
    parts = [inline.reference(frame, tally.within)] if tally.within else []
    if tally.text:
        return Markup(", ").join(parts)
    found = frame.home.kommun.by_id.get((tally.level and tally.level.target) or "")
    if tally.category is not None:
        parts.append(escape(swedish.capital(_category(frame, tally.category))))
    elif isinstance(found, Level):
        parts.append(escape(swedish.capital(found.plural)))
    if tally.of is Counted.INDICATORS:
        parts.append(escape(swedish.capital(label("indicator_plural"))))
    return Markup(", ").join(parts)


def _category(frame: Frame, written: str) -> str:
    named = (one for level in frame.home.kommun.levels for one in level.categories)
    return next((one.name for one in named if one.id == written), written)


def _number(one: Count) -> str:
    share = None if one.share is None else amount(one.share, label("per_cent"))
    if one.number is None:
        return share or ""
    return label("source_count_share", number=one.number, share=share) if share else str(one.number)
