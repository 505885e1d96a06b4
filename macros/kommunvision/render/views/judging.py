"""Views of what is decided at a follow-up: statuses, statements, counts, what has changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from markupsafe import Markup, escape

from kommunvision.model import (
    Indicator,
    Item,
    Occasion,
    Outlook,
    Planned,
    ScaleStep,
    Standing,
    Statement,
)
from kommunvision.progress import Changed, Comparison, Judgement, NoStatus, Way, compare, stated
from kommunvision.render.environment import phrase
from kommunvision.render.views import corrected, inline, names, succession
from kommunvision.render.views.frame import Frame, Some, joined
from kommunvision.swedish import format as swedish
from kommunvision.swedish.labels import label
from kommunvision.swedish.quantities import value_words
from kommunvision.swedish.statements import Stated, statement_sentence, status_words
from kommunvision.text.prose import to_html

# The marks beside the words for no status.
NO_MARKS = {
    NoStatus.NOT_JUDGED: "dash",
    NoStatus.NOT_MEASURED: "dash",
    NoStatus.CANNOT_BE_JUDGED: "question",
    NoStatus.NOT_STATED: "question",
    NoStatus.COMMENTED: "dot",
    None: "dash",
}

# What has gone each way, as lines.
Ways = list[tuple[Way, list[Markup]]]

_ARROWS = frozenset({"up", "down", "right", "up_right", "down_right"})


def mark(frame: Frame, item: Item, judgement: Judgement | None, *, within: bool = False) -> Markup:
    """Return a status as a word with its mark; that nothing is stated, where nothing is."""
    article = names.forms(frame.home, item)[0]
    if judgement is None or judgement.step is None:
        none = (judgement.none or NoStatus.NOT_JUDGED) if judgement else None
        return unmarked(frame, none, article, within=within)
    word = status_word(frame, item, judgement)
    return frame.render(
        "status_mark",
        word=swedish.small(word) if within else word,
        mark=judgement.step.shape.value,
        tone=judgement.step.tone.value,
    )


def unmarked(
    frame: Frame, none: NoStatus | None, article: str = "ett", *, within: bool = False
) -> Markup:
    """Return the words for no status, or that nothing is stated, with their mark."""
    key = f"status_{none.value}{_gender(article)}" if none else "status_silent"
    word = label(key)
    if within:
        own = {None: "status_none_within", NoStatus.CANNOT_BE_JUDGED: "status_unknowable_within"}
        word = label(f"{own[none]}{_gender(article)}") if none in own else swedish.small(word)
    return frame.render("status_mark", word=word, mark=NO_MARKS[none], tone="neutral")


def step(frame: Frame, one: ScaleStep) -> Markup:
    """Return a word of a scale with its mark."""
    word = swedish.capital(one.word)
    return frame.render("status_mark", word=word, mark=one.shape.value, tone=one.tone.value)


def card(frame: Frame, item: Item, kind: str, status: Markup, parts: Iterable[Markup]) -> Markup:
    """Return something that is followed up as a card, with its status."""
    return frame.render(
        "card",
        kind=kind,
        title=inline.link(frame, item),
        heading=3,
        status=status,
        parts=[part for part in parts if part],
    )


def status_word(frame: Frame, item: Item, judgement: Judgement) -> str:
    """Return the word for a step, in the form of its noun and of the time that is meant."""
    return step_word(judgement.step, judgement.outlook, names.forms(frame.home, item)[0])


def step_word(step: ScaleStep | None, outlook: Outlook, article: str) -> str:
    """Return the word for a step beside what is called en or ett; nothing without a step."""
    if step is None:
        return ""
    said = Stated(
        occasion="",
        article=article,
        definite="",
        word=step.word,
        word_common=step.word_common,
        forecast_word=step.forecast,
        forecast_common=step.forecast_common,
        forecast=outlook is Outlook.FORECAST,
    )
    return swedish.capital(status_words(said))


def _gender(article: str) -> str:
    """Return the ending of the labels for what is called en; nothing for what is called ett."""
    return "_common" if article == "en" else ""


def trend(frame: Frame, occasion: Occasion, statement: Statement) -> Markup:
    """Return the trend as a word with an arrow; nothing if none is stated."""
    judged = frame.home.occasions.judging.trend(occasion, statement)
    if judged is None:
        return Markup()
    if judged.step is None:
        return escape(swedish.capital(judged.written or ""))
    shape = judged.step.shape.value
    return frame.render(
        "trend" if shape in _ARROWS else "status_mark",
        word=swedish.capital(judged.step.word),
        mark=shape,
        tone=judged.step.tone.value,
    )


def statement(frame: Frame, occasion: Occasion, item: Item) -> Markup:
    """Return all that an occasion says of something besides its status and trend."""
    found = frame.home.occasions.statement(occasion, item)
    if found is None:
        return Markup()
    parts = [
        {"term": label(f"told_{key}"), "words": words}
        for key, words in _parts(frame, occasion, item, found)
        if words
    ]
    if told := corrected.lines(frame, occasion, item):
        lines = frame.group(_line(frame, one) for one in told)
        parts.append({"term": label("told_corrected"), "words": lines})
    return frame.render("told", parts=parts) if parts else Markup()


def _parts(
    frame: Frame, occasion: Occasion, item: Item, found: Statement
) -> Iterator[tuple[str, Markup | None]]:
    judging = frame.home.occasions.judging
    for verdict in found.verdicts:
        judged = judging.verdict(occasion, found, verdict)
        name = judged.scale.name if judged.scale else ""
        yield "verdict", _line(frame, phrase("on_scale", mark=mark(frame, item, judged), name=name))
    if found.value is not None:
        unit = item.unit if isinstance(item, Indicator) else None
        decimals = item.decimals if isinstance(item, Indicator) else None
        yield "value", _line(frame, value_words(found.value, unit, decimals))
    for key in ("comment", "analysis", "measures"):
        words = getattr(found, key)
        yield key, to_html(words) if words else None
    if found.responsible:
        yield "responsible", _line(frame, joined(inline.references(frame, found.responsible)))
    yield "planned", _time(frame, found.planned)
    yield "actual", _time(frame, found.actual)
    if found.reported:
        yield "reported", _line(frame, swedish.capital(swedish.date(found.reported)))
    if found.contradiction:
        yield "contradiction", to_html(found.contradiction)
    if found.sources:
        yield "source", _line(frame, joined(inline.sources(frame, found.sources)))


def _line(frame: Frame, words: Markup | str) -> Markup:
    return frame.render("sentence", text=words)


def _time(frame: Frame, when: Planned | None) -> Markup | None:
    words = names.planned(when) if when else ""
    return _line(frame, swedish.capital(words)) if words else None


def sentence(frame: Frame, item: Item) -> str:
    """Return the newest status as a sentence with its occasion; nothing where none is stated.

    What several bodies have reported of the same time, each on its own, is told of all of them.
    """
    article, _, definite, _ = names.forms(frame.home, item)
    sentences = []
    for occasion, _said in frame.home.occasions.latest_beside(item):
        judged = frame.home.occasions.judgement(occasion, item)
        if judged is not None:
            told = stated(occasion, judged, article=article, definite=definite)
            sentences.append(statement_sentence(told))
    return " ".join(sentences)


def latest(frame: Frame, item: Item) -> Markup:
    """Return how things stand by the newest occasion that says something, with its name."""
    found = frame.home.occasions.latest_beside(item)
    if not found:
        return Markup()
    return frame.group([_at(frame, item, occasion, said) for occasion, said in found])


def _at(frame: Frame, item: Item, occasion: Occasion, said: Statement) -> Markup:
    head = [mark(frame, item, frame.home.occasions.judgement(occasion, item))]
    if arrow := trend(frame, occasion, said):
        head.append(arrow)
    told = by_occasion(frame, occasion, frame.home.occasions.judgement(occasion, item))
    line = frame.render("sentence", text=Markup(" ").join([*head, told]))
    return frame.group([line, statement(frame, occasion, item)])


def by_occasion(frame: Frame, occasion: Occasion, judgement: Judgement | None) -> Markup:
    """Return the occasion that a status comes from, as it stands after the status."""
    link = inline.link(frame, occasion)
    if judgement is None or judgement.none is NoStatus.COMMENTED:
        # What is only spoken of, or not at all, has neither come out nor is it expected.
        return phrase("in_occasion", occasion=link)
    # How something is judged cannot be both unknown and according to somebody.
    unstated = judgement.none is NoStatus.NOT_STATED
    key = "unstated_by_occasion" if unstated else "by_occasion"
    return phrase(key, occasion=link, when=outlook(occasion))


def outlook(occasion: Occasion) -> str:
    """Return whether an occasion tells what came out or what was expected."""
    return label(f"outlook_{occasion.outlook.value}")


def changes(
    frame: Frame,
    occasion: Occasion,
    since: Occasion | None = None,
    items: Some = None,
) -> tuple[Comparison, Ways] | None:
    """Return what has changed since an occasion, way by way.

    There is none where there is none before, and where nobody has reported anything yet.

    Args:
        frame: The page.
        occasion: The later occasion.
        since: The earlier one; the one before if none is given.
        items: The only things to tell of; everything if none are given.
    """
    occasions = frame.home.occasions
    found = compare(occasions, occasion, since) if occasions.begun(occasion) else None
    if found is None:
        return None
    some = None if items is None else {item.id for item in items}
    ways: Ways = []
    for way in Way:
        told = [one for one in found.of(way) if some is None or one.item.id in some]
        if told and way is not Way.SAME:
            ways.append((way, _changed(frame, told)))
    return found, ways


def _followers(frame: Frame, one: Changed) -> Markup | None:
    """Return what has replaced something that is followed up no more."""
    links = [link.item for link in frame.home.replaced_by(one.item)]
    decided = [item for item in links if getattr(item, "standing", None) is not Standing.PROPOSAL]
    return joined([succession.link(frame, one.item, item) for item in decided]) if decided else None


def _now(frame: Frame, one: Changed) -> Markup:
    """Return what is said now, as it stands after what was said before."""
    if one.now is not None:
        return mark(frame, one.item, one.now, within=True)
    word = label("status_silent_within")
    return frame.render("status_mark", word=word, mark=NO_MARKS[None], tone="neutral")


def _changed(frame: Frame, items: Iterable[Changed]) -> list[Markup]:
    lines = []
    for one in items:
        now = mark(frame, one.item, one.now) if one.before is None else _now(frame, one)
        parts = {"item": inline.link(frame, one.item), "now": now}
        others = _followers(frame, one) if one.way is Way.REMOVED else None
        if one.before is not None and others:
            before = mark(frame, one.item, one.before)
            lines.append(phrase("changed_replaced", **parts, before=before, others=others))
        elif one.before is None:
            lines.append(phrase("changed_to", **parts))
        else:
            lines.append(
                phrase("changed_from_to", **parts, before=mark(frame, one.item, one.before))
            )
    return lines
