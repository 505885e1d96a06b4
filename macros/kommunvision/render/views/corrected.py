"""Views of corrections: what was changed in a locked occasion, when, and what stood before."""

from __future__ import annotations

from collections.abc import Container
from decimal import Decimal

from markupsafe import Markup, escape

from kommunvision.model import (
    Bound,
    Correction,
    Indicator,
    Item,
    Occasion,
    Outlook,
    PartialDate,
    Period,
    Planned,
    Reference,
    Tally,
    Verdict,
)
from kommunvision.progress.fingerprints import as_before, corrections_of
from kommunvision.render.environment import phrase
from kommunvision.render.views import inline, names
from kommunvision.render.views.frame import Frame, joined
from kommunvision.render.views.tallied import tally_line
from kommunvision.swedish import format as swedish
from kommunvision.swedish import periods
from kommunvision.swedish.keys import FACTS, Kind
from kommunvision.swedish.labels import label
from kommunvision.swedish.quantities import value_words
from kommunvision.text.ascii import ascii_id
from kommunvision.text.prose import to_html


def lines(
    frame: Frame, occasion: Occasion, item: Item | None = None, parts: Container[str] | None = None
) -> list[Markup]:
    """Return a line for each correction of a statement, or of the occasion itself.

    What stood before is told here where it is short, else below the list of corrections alone.
    """
    found = []
    for one in corrections_of(occasion, item.id if item else None):
        if parts is not None and one.part not in parts:
            continue
        changed = swedish.capital(label(f"corrected_{one.part}"))
        told = [phrase("correction_here", changed=changed, date=swedish.date(one.date))]
        if one.before is not None and not _is_prose(one):
            stood = _words(frame, occasion, one).rstrip(".")
            told.append(phrase("correction_stood", before=stood))
        told.append(phrase("correction_reason", list=_list(frame, occasion)))
        found.append(Markup(" ").join(told))
    return found


def _list(frame: Frame, occasion: Occasion) -> Markup:
    """Return a link to the list of an occasion's corrections, where each has its reason."""
    place = frame.to(frame.address_of(occasion, frame.home))
    fragment = ascii_id(label("corrections"))
    return frame.render(
        "link", address=f"{place}#{fragment}", text=label("corrections_inline"), current=False
    )


def before(frame: Frame, occasion: Occasion, one: Correction) -> Markup:
    """Return what stood before a correction as a block; nothing where nothing stood."""
    words = _words(frame, occasion, one)
    return words if _is_prose(one) or not words else frame.render("sentence", text=words)


def _is_prose(one: Correction) -> bool:
    facts = FACTS["statement" if one.about else "occasion"]
    return facts[one.part].kind is Kind.PROSE


def _words(frame: Frame, occasion: Occasion, one: Correction) -> Markup:
    """Return what stood before a correction, in the words of a reader; nothing for nothing."""
    if "before" in one.not_stated:
        return escape(label("not_stated"))
    if _is_prose(one) and isinstance(one.before, str):
        return to_html(one.before)
    if isinstance(one.before, tuple):
        return _several(frame, occasion, one.before)
    return escape(_text(frame, occasion, one))


def _text(frame: Frame, occasion: Occasion, one: Correction) -> str:
    item = frame.home.kommun.by_id.get(one.about.target or "") if one.about else None
    match one.before:
        case None:
            text = ""
        case Outlook() as outlook:
            text = label(f"outlook_{outlook.value}")
        case Period() as period:
            text = periods.named(period)
        case PartialDate() as date:
            text = swedish.date(date)
        case Planned() as planned:
            text = names.planned(planned)
        case str() as written if one.part in {"status", "trend"}:
            text = _word(frame, occasion, one, written)
        case Decimal() | bool() | Bound() as value:
            kind = item if isinstance(item, Indicator) else None
            text = value_words(value, kind.unit if kind else None, kind.decimals if kind else None)
        case other:
            text = str(other)
    return text


def _several(frame: Frame, occasion: Occasion, stood: tuple[object, ...]) -> Markup:
    # Of many summaries only those that are no longer there are of interest.
    gone = [one for one in stood if isinstance(one, Tally) and one not in occasion.tallies]
    if gone:
        lines = (escape(one.text) if one.text else tally_line(frame, occasion, one) for one in gone)
        return Markup(" ").join(lines)
    told: list[Markup] = []
    for one in stood:
        if isinstance(one, Reference):
            told.append(inline.reference(frame, one))
        elif isinstance(one, Verdict):
            name = inline.reference(frame, one.scale) if one.scale else ""
            told.append(phrase("on_scale", mark=one.step, name=name))
    return joined(told)


def _word(frame: Frame, occasion: Occasion, one: Correction, written: str) -> str:
    """Return a status or a trend as it was written; in place of a step's id, the step's word."""
    judging = frame.home.occasions.judging
    about = one.about.target if one.about else None
    said = next((each for each in occasion.statements if each.about.target == about), None)
    if said is None:
        return written
    judge = judging.status if one.part == "status" else judging.trend
    judged = judge(occasion, as_before(said, one))
    step = judged.step if judged else None
    return step.word if step and step.id == written.casefold() else written
