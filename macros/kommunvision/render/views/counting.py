"""How many have which status, level by level: in a sentence, as bars, as lists."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from kommunvision.model import Goal, Indicator, Item, Occasion
from kommunvision.progress import Counts, NoStatus
from kommunvision.render.charts import overview as bar_of_shares
from kommunvision.render.charts.overview import Share
from kommunvision.render.views import drawn, names
from kommunvision.render.views.frame import Frame, Some
from kommunvision.render.views.judging import NO_MARKS, step_word, unmarked
from kommunvision.swedish import format as swedish
from kommunvision.swedish.judged import Judged, judged_sentence
from kommunvision.swedish.labels import label

# Of fewer a list says as much as a drawing does, in less room.
_FEWEST_DRAWN = 4


@dataclass(frozen=True, slots=True)
class Kind:
    """Those of one level, or the indicators."""

    key: str
    """Id of the level; of the first one, where several go by the same name."""
    forms: names.Forms
    model: str | None
    """The governing model, where another has a level of the same name."""
    items: tuple[Item, ...]

    @property
    def title(self) -> str:
        """The name of the many, as a heading has it."""
        plural = swedish.capital(self.forms[3])
        return label("level_in_model", level=plural, model=self.model) if self.model else plural


def kinds(frame: Frame, items: Iterable[Item]) -> list[Kind]:
    """Return things by their levels, from the top, in the writer's own order; indicators last.

    Levels of one governing model that go by the same name are one kind.
    """
    system = frame.home
    order = {level.id: place for place, level in enumerate(system.kommun.levels)}
    found: dict[tuple[names.Forms, str | None], list[Item]] = {}
    places: dict[tuple[names.Forms, str | None], tuple[int, str]] = {}
    for item in items:
        level = names.level_of(system, item)
        group = (names.forms(system, item), system.model_of(level).name if level else None)
        if level is None:
            last = isinstance(item, Indicator)
            place = (len(order), "indikatorer") if last else (-1, "visioner")
        else:
            place = (order[level.id], level.id)
        found.setdefault(group, []).append(item)
        places[group] = min(place, places.get(group, place))
    shared = Counter(forms for forms, _ in found)
    for of_kind in found.values():
        of_kind.sort(key=lambda one: system.order(one) if isinstance(one, Goal) else (0, 0))
    return [
        Kind(places[forms, model][1], forms, model if shared[forms] > 1 else None, tuple(of_kind))
        for (forms, model), of_kind in sorted(found.items(), key=lambda pair: places[pair[0]])
    ]


def counted(frame: Frame, occasion: Occasion, items: Some = None) -> str:
    """Return how many of those that an occasion follows up are judged, or of these of them."""
    occasions = frame.home.occasions
    found = kinds(frame, occasions.counted(occasion) if items is None else items)
    if not found:
        return label("counts_none")
    if not occasions.begun(occasion):
        return label("counts_not_begun")
    in_words = occasions.judging.in_words(occasion)
    told = [
        _judged(kind, occasions.counts(occasion, kind.items), in_words=in_words) for kind in found
    ]
    return judged_sentence(told, in_words=in_words)


def _judged(kind: Kind, counts: Counts, *, in_words: bool) -> Judged:
    article, singular, _, plural = kind.forms
    return Judged(
        article=article,
        singular=singular,
        plural=plural,
        judged=counts.none.get(NoStatus.COMMENTED, 0) if in_words else counts.judged,
        total=counts.total,
        model=kind.model,
    )


def overview(frame: Frame, occasion: Occasion, items: Some = None) -> Markup:
    """Return how many have each status, drawn and listed; nothing where nothing is judged."""
    occasions = frame.home.occasions
    found = kinds(frame, occasions.counted(occasion) if items is None else items)
    if not found or not occasions.begun(occasion):
        return Markup()
    return frame.render(
        "overview",
        title=label(
            "overview_title_in_words" if occasions.judging.in_words(occasion) else "overview_title",
            name=occasion.name,
        ),
        groups=[
            {"title": kind.title if len(found) > 1 else None, **_shares(frame, occasion, kind)}
            for kind in found
        ],
    )


def _shares(frame: Frame, occasion: Occasion, kind: Kind) -> dict[str, object]:
    """Return the bars and the list of one kind: every step in use, and all without a step."""
    counts = frame.home.occasions.counts(occasion, kind.items)
    article = kind.forms[0]
    bars = [Share(one.number, one.step.shape.value, one.step.tone.value) for one in counts.steps]
    told: dict[Markup, int] = {}
    for one, share in zip(counts.steps, bars, strict=True):
        word = step_word(one.step, one.outlook, article)
        mark = frame.render("status_mark", word=word, mark=share.shape, tone=share.tone)
        # A word that has no other form for what is expected stands once for both.
        told[mark] = told.get(mark, 0) + one.number
    for none, number in [*counts.none.items(), *([(None, counts.silent)] if counts.silent else [])]:
        bars.append(Share(number, NO_MARKS[none], "neutral"))
        told[unmarked(frame, none, article)] = number
    drawn_too = counts.total >= _FEWEST_DRAWN
    return {
        "narrow": bar_of_shares.draw(bars, drawn.NARROW) if drawn_too else None,
        "wide": bar_of_shares.draw(bars, drawn.WIDE) if drawn_too else None,
        "items": [
            {"status": mark, "number": swedish.number(number)} for mark, number in told.items()
        ],
    }
