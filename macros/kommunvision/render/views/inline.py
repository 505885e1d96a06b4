"""Views that stand within a line of text: links, remarks, decisions, sources, standing."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from markupsafe import Markup, escape

from kommunvision.address import relative, theme
from kommunvision.chain import GoalSystem
from kommunvision.model import (
    Decision,
    DecisionKind,
    Goal,
    GoverningModel,
    Indicator,
    Item,
    PartialDate,
    Reference,
    Standing,
    Theme,
    Vision,
)
from kommunvision.render.environment import Components, phrase
from kommunvision.render.views import names
from kommunvision.render.views.frame import Frame, joined
from kommunvision.swedish import format as swedish
from kommunvision.swedish.labels import label

# A page that shows very much from one document does not list every place in it.
_MOST_PLACES = 8

_TONES = {
    Standing.PROPOSAL: "draft",
    Standing.EXAMPLE: "draft",
    Standing.IN_FORCE: "valid",
    Standing.REPLACED: "past",
    Standing.REPEALED: "past",
}

_SETTLED = {None, Standing.DECIDED, Standing.IN_FORCE}


def link(
    frame: Frame, item: Item, system: GoalSystem | None = None, text: str | None = None
) -> Markup:
    """Return a link to an object, of this kommun if no other is given."""
    target = (
        theme(item.id) if isinstance(item, Theme) else frame.address_of(item, system or frame.home)
    )
    words = text or names.title(item)
    if not target.startswith(frame.here):
        return _from(frame.like_here, target, words, frame.components)
    current = target == frame.here
    return frame.render("link", address=frame.to(target), text=words, current=current)


# The same from all pages of a folder, but for the page that it leads to, or below.
@lru_cache(maxsize=2_000, typed=True)
def _from(here: str, target: str, words: str, components: Components) -> Markup:
    return components.render("link", address=relative(target, here), text=words, current=False)


def missing(frame: Frame, key: str = "not_stated", **values: object) -> Markup:
    """Return words for what the source does not state."""
    return frame.render("missing", text=label(key, **values))


def remarks(frame: Frame, ref: Reference) -> list[Markup]:
    """Return what the data says about a link itself: that it is our reading, our note on it."""
    if not ref.ours and not ref.note:
        return []
    mark = label("our_reading" if ref.ours else "our_note")
    return [frame.render("remark", mark=mark, text=ref.note)]


def reference(frame: Frame, ref: Reference) -> Markup:
    """Return a reference: a link, or a name as text, with place and remark."""
    found = frame.find(ref.target) if ref.target else None
    if found is None:
        shown = escape(ref.name or ref.target or "")
    elif isinstance(found[1], Decision):
        shown = decision(frame.within(found[0]), found[1])
    else:
        shown = link(frame, found[1], found[0], ref.name)
    if ref.place:
        shown += escape(f", {ref.place}")
    told = remarks(frame, ref)
    return Markup(" ").join([shown, *told]) if told else shown


def references(frame: Frame, refs: Iterable[Reference]) -> list[Markup]:
    """Return several references, one value each."""
    return [reference(frame, ref) for ref in refs]


def standing(frame: Frame, item: Item) -> Markup:
    """Return how far a decision has come, in the form that agrees with what the object is."""
    if not isinstance(item, Vision | Goal | GoverningModel | Indicator) or not item.standing:
        return Markup()
    article = "en"
    if isinstance(item, Vision | Goal):
        article = names.forms(frame.home, item)[0]
    word = label(f"standing_{item.standing.value}_{article}")
    return frame.render("status", text=word, tone=_TONES.get(item.standing))


def standing_apart(frame: Frame, item: Item, above: Standing | None = None) -> Markup:
    """Return the standing where a reader of a list would not assume it.

    What is decided or in force is what a list is expected to hold, and what stands under a
    proposal is expected to be proposed as well: the same word on every row says nothing.
    """
    own = getattr(item, "standing", None)
    if own is None or own is above or {own, above} <= _SETTLED:
        return Markup()
    return standing(frame, item)


def decision(frame: Frame, item: Decision) -> Markup:
    """Return who decided, when and where it is recorded, as a link to the list of decisions."""
    known: list[str] = []
    if item.body:
        found = frame.find(item.body.target) if item.body.target else None
        known.append(names.title(found[1]) if found else item.body.name or item.body.target or "")
    if item.date:
        known.append(swedish.date(item.date))
    if item.paragraph:
        known.append(label("paragraph", paragraph=item.paragraph.removeprefix("§").strip()))
    if item.record_number:
        known.append(label("record_number", number=item.record_number))
    told = ", ".join(known) or names.title(item)
    shown = Markup(" ").join([link(frame, item, text=told), *_left_out(frame, item)])
    return phrase("proposal_of", what=shown) if item.kind is DecisionKind.PROPOSAL else shown


def _left_out(frame: Frame, item: Decision) -> Iterable[Markup]:
    silent = [name for name in ("body", "date") if name in item.not_stated]
    if silent:
        yield missing(frame, "_and_".join(silent) + "_not_stated")
    elif item.date:
        yield from year_left_out(frame, item.date)


def year_left_out(frame: Frame, date: PartialDate) -> Iterable[Markup]:
    """Return the words for a date whose year the source does not give."""
    if date.start.year is None and (date.end is None or date.end.year is None):
        yield missing(frame, "year_not_stated")


def responsible(frame: Frame, item: Goal | Indicator, *, within: bool) -> Markup:
    """Return who is responsible, or that nobody is named, alone or within a sentence."""
    if item.responsible_all:
        return escape(label("everyone_within" if within else "everyone"))
    if item.responsible:
        return joined(references(frame, item.responsible))
    if "responsible" in item.not_stated:
        return missing(frame, "nobody_stated_within" if within else "not_stated")
    return missing(frame, "nobody_within" if within else "nobody")


def attribution(frame: Frame, item: Item) -> list[Markup]:
    """Return the lines that say who decided an object's words, when, and where they stand."""
    lines = [decision_line(frame, ref) for ref in item.decisions]
    if not lines and "decisions" in item.not_stated:
        lines.append(missing(frame, "decision_not_stated"))
    return [*lines, *source_lines(frame, item.sources)]


def decision_line(frame: Frame, ref: Reference) -> Markup:
    """Return a decision as a line of its own; what is only proposed says so itself."""
    found = frame.find(ref.target) if ref.target else None
    shown = reference(frame, ref)
    if found and isinstance(found[1], Decision) and found[1].kind is DecisionKind.PROPOSAL:
        return shown
    return phrase("decision_line", decision=shown)


def source_lines(frame: Frame, refs: Iterable[Reference]) -> list[Markup]:
    """Return a line that names the sources; none if there are none."""
    shown = sources(frame, refs)
    if not shown:
        return []
    key = "source_line" if len(shown) == 1 else "sources_line"
    return [phrase(key, source=joined(shown))]


def sources(frame: Frame, refs: Iterable[Reference]) -> list[Markup]:
    """Return each source once, with every place in it that is named."""
    grouped: dict[tuple[str | None, str | None], list[Reference]] = {}
    for ref in refs:
        grouped.setdefault((ref.target, ref.name), []).append(ref)
    found = []
    for (target, name), group in grouped.items():
        shown = reference(frame, Reference(target, name, place=places(group)))
        told = dict.fromkeys(mark for ref in group for mark in remarks(frame, ref))
        found.append(Markup(" ").join([shown, *told]) if told else shown)
    return found


def places(refs: Iterable[Reference]) -> str | None:
    """Return the places that references to one source name, each once; not when they are many."""
    found = list(dict.fromkeys(ref.place for ref in refs if ref.place))
    return label("many_places") if len(found) > _MOST_PLACES else "; ".join(found) or None
