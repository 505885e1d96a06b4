"""The views of follow-up, for one page of one kommun: values, statuses, occasions."""

from __future__ import annotations

from collections.abc import Container, Iterable

from markupsafe import Markup

from kommunvision.model import (
    Body,
    Correction,
    Indicator,
    Item,
    Occasion,
    ScaleStep,
    Statement,
    Tally,
    Target,
)
from kommunvision.progress import Comparison, Judgement
from kommunvision.render.views import (
    compared,
    corrected,
    counting,
    evidence,
    figures,
    figures_table,
    judging,
    judging_tables,
    newest,
    tallied,
)
from kommunvision.render.views.frame import Frame, Some


class FollowUpViews:
    """What pages and macros show of follow-up; as in ``Views``, of which it is a part."""

    def __init__(self, frame: Frame) -> None:
        self._frame = frame

    def answer(self, item: Indicator) -> Markup:
        """What the newest value of an indicator says in sentences."""
        return figures.answer(self._frame, item)

    def figures_shown(self, occasion: Occasion, item: Indicator) -> Markup:
        """The figures that an occasion shows of an indicator; nothing if it shows none."""
        return figures.shown_at(self._frame, occasion, item)

    def background(self, item: Indicator) -> Markup:
        """That the kommun has not decided on an indicator; nothing where it has."""
        return figures.background(self._frame, item)

    def chart(self, item: Indicator) -> Markup:
        """The values of an indicator as a drawing; nothing where there is nothing to draw."""
        return figures.chart(self._frame, item)

    def figure_sources(self, item: Indicator) -> list[Markup]:
        """Inline: where the values of an indicator come from, and when they were fetched."""
        return figures.source_lines(self._frame, item, self._frame.home.figures.own(item))

    def answer_in_short(self, item: Indicator, longest: int) -> str:
        """The first sentences of an indicator, as plain text of at most so many signs."""
        return figures.in_short(self._frame, item, longest)

    def figures(self, item: Indicator, definition: str | None = None) -> Markup:
        """Every value of an indicator as a table; nothing without values."""
        return figures_table.table(self._frame, item, definition)

    def target(self, item: Indicator, target: Target) -> str:
        """A target in words, after the period that it is for, as plain text."""
        return figures.dated_words_for(item, target)

    def told_of(self, item: Indicator, target: Target) -> tuple[list[Markup], Markup]:
        """Inline: what the source says of a target, and which it is; and our own remark."""
        return figures.told_of(self._frame, item, target)

    def step(self, step: ScaleStep) -> Markup:
        """Inline: a word of a scale with its mark."""
        return judging.step(self._frame, step)

    def overview(self, occasion: Occasion, items: Some = None) -> Markup:
        """How many have each status at an occasion, drawn and listed; nothing if none has."""
        return counting.overview(self._frame, occasion, items)

    def counted(self, occasion: Occasion, items: Some = None) -> str:
        """How many of those that an occasion follows up are judged, as plain text."""
        return counting.counted(self._frame, occasion, items)

    def kinds(self, items: Iterable[Item]) -> list[counting.Kind]:
        """Things by their levels, from the top; indicators last."""
        return counting.kinds(self._frame, items)

    def judged_card(self, item: Item, kind: str, status: Markup, parts: Iterable[Markup]) -> Markup:
        """Something that is followed up as a card, with its status."""
        return judging.card(self._frame, item, kind, status, parts)

    def source_quotation(self, item: Item, words: str) -> Markup:
        """Words of the source of an object as a quotation, with where they come from."""
        return evidence.source_quotation(self._frame, item, words)

    def mark(self, item: Item, judgement: Judgement | None) -> Markup:
        """Inline: a status as a word with its mark."""
        return judging.mark(self._frame, item, judgement)

    def trend(self, occasion: Occasion, statement: Statement) -> Markup:
        """Inline: a trend as a word with an arrow; nothing if none is stated."""
        return judging.trend(self._frame, occasion, statement)

    def statement(self, occasion: Occasion, item: Item) -> Markup:
        """All that an occasion says of something besides status and trend."""
        return judging.statement(self._frame, occasion, item)

    def corrected(self, occasion: Occasion, parts: Container[str]) -> list[Markup]:
        """Inline: a line for each correction of these parts of the occasion itself."""
        return corrected.lines(self._frame, occasion, None, parts)

    def stood_before(self, occasion: Occasion, correction: Correction) -> Markup:
        """What stood before a correction; nothing where nothing stood."""
        return corrected.before(self._frame, occasion, correction)

    def tally(self, occasion: Occasion, tally: Tally) -> Markup:
        """Inline: the source's own summary in numbers; where it has words, only of what it is."""
        return tallied.tally_line(self._frame, occasion, tally)

    def stated(self, item: Item) -> str:
        """The newest status as a sentence that names its occasion; nothing if none is stated."""
        return judging.sentence(self._frame, item)

    def latest(self, item: Item) -> Markup:
        """How things stand by the newest occasion that says something, with its name."""
        return judging.latest(self._frame, item)

    def history(self, item: Item) -> Markup:
        """Every status that something has had; nothing for a single one."""
        return judging_tables.history(self._frame, item)

    def followup(self, occasion: Occasion, items: Iterable[Item]) -> Markup:
        """What an occasion says of goals and indicators as a table, a row each."""
        return judging_tables.followup(self._frame, occasion, items)

    def glance(self, occasion: Occasion, items: Iterable[Item]) -> Markup:
        """The same tables without comments, for a page that has them below."""
        return judging_tables.followup(self._frame, occasion, items, comments=False)

    def summary(self, occasion: Occasion, items: Some = None) -> Markup:
        """How many are judged and how, with the occasion's name."""
        return judging_tables.summary(self._frame, occasion, items)

    def changed(
        self, occasion: Occasion, since: Occasion | None = None, items: Some = None
    ) -> Markup:
        """What has changed since an occasion, by default since the one before, as one block."""
        return judging_tables.changed(self._frame, occasion, since, items)

    def standing_at(self, whole: Iterable[Item], body: Body | None = None) -> Markup:
        """How things of a level or a body stand by the newest occasion that speaks of them."""
        return newest.standing(self._frame, whole, body)

    def status(
        self, item: Item, occasion: Occasion | None = None, *, within: bool = False
    ) -> Markup:
        """Inline: the status of something and the occasion, alone or within a sentence."""
        return judging_tables.status(self._frame, item, occasion, within=within)

    def figure(self, item: Indicator) -> Markup:
        """An indicator's values as sentences, drawing and table."""
        return figures_table.figure(self._frame, item)

    def comparison(
        self, item: Indicator, period: str | None = None, some: Iterable[str] | None = None
    ) -> Markup:
        """An indicator's value beside those of others, for a period as it is written."""
        return compared.comparison(self._frame, item, period, some)

    def changes(self, occasion: Occasion) -> tuple[Comparison, judging.Ways] | None:
        """What has changed since the occasion before, way by way; none for the first."""
        return judging.changes(self._frame, occasion)
