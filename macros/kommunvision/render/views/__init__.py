"""Views: the parts of a page, made from the model for one page of one kommun."""

from __future__ import annotations

from collections.abc import Container, Iterable
from typing import Any

from markupsafe import Markup

from kommunvision.chain import GoalSystem, Node, Site
from kommunvision.chain.system import Link
from kommunvision.model import (
    Correction,
    Decision,
    Goal,
    GoverningModel,
    Indicator,
    Item,
    Kommun,
    Level,
    Occasion,
    Quote,
    Reference,
    ScaleStep,
    Standing,
    Statement,
    Tally,
    Target,
    Timeline,
    Vision,
)
from kommunvision.progress import Comparison, Judgement
from kommunvision.render.environment import own_components
from kommunvision.render.views import (
    blocks,
    chains,
    compared,
    corrected,
    counting,
    drawing,
    evidence,
    figures,
    inline,
    judging,
    judging_tables,
    newest,
    portal,
    tallied,
)
from kommunvision.render.views import facts as facts_view
from kommunvision.render.views.frame import Frame, Some

__all__ = ["Views"]


class Views:
    """Every part that a page can have; the pages and the macros use the same ones.

    A method returns one block of HTML, or a fragment where it says so; nothing for nothing.
    """

    def __init__(self, site: Site, system: GoalSystem | None, here: str) -> None:
        """Make views for the page at ``here``, an address relative to the site's root."""
        self._frame = Frame(site, system, here, own_components())

    # Inline.

    def link(self, item: Item, system: GoalSystem | None = None, text: str | None = None) -> Markup:
        """Inline: a link to an object, of this kommun if no other is given, by its name or text."""
        return inline.link(self._frame, item, system, text)

    def reference(self, ref: Reference) -> Markup:
        """Inline: what a reference leads to, or its name, with place and remark."""
        return inline.reference(self._frame, ref)

    def responsible(self, item: Goal | Indicator) -> Markup:
        """Inline: who is responsible."""
        return inline.responsible(self._frame, item)

    def decision(self, item: Decision) -> Markup:
        """Inline: who decided, when, and the paragraph."""
        return inline.decision(self._frame, item)

    def decision_line(self, ref: Reference) -> Markup:
        """Inline: that something is decided and by whom, or that it is only proposed."""
        return inline.decision_line(self._frame, ref)

    def missing(self, key: str) -> Markup:
        """Inline: words for what the source does not state."""
        return inline.missing(self._frame, key)

    def standing_apart(self, item: Item) -> Markup:
        """Inline: the standing of what is neither decided nor in force."""
        return inline.standing_apart(self._frame, item)

    # Chains.

    def chain(self, node: Node | None = None) -> Markup:
        """All that stands below a node, or the whole kommun's chains, as nested lists."""
        return chains.chain(self._frame, node)

    def way_up(self, node: Node) -> Markup:
        """Every way from the top down to a node."""
        return chains.way_up(self._frame, node)

    def branches(self, node: Node) -> Markup:
        """All that stands below a node as nested lists, for a page that has named the node."""
        return chains.branches(self._frame, node)

    def below(self, node: Node, *, deep: bool = False) -> Markup:
        """What stands right below a node, or all the way down, counted; or that nothing does."""
        return chains.below(self._frame, node, deep=deep)

    def goal_list(
        self,
        nodes: Iterable[Node | Link[Any]],
        above: Standing | None = None,
        *,
        kind_told: bool = False,
    ) -> Markup:
        """Nodes as a flat list of links; without what the page has told of them already."""
        return chains.goal_list(self._frame, nodes, above, kind_told=kind_told)

    def diagram(self, node: Node) -> Markup:
        """A small drawing of a node's place in the chain; nothing where it would be crowded."""
        return drawing.diagram(self._frame, node)

    def lines(self, items: Iterable[Markup]) -> Markup:
        """Finished lines as a plain list."""
        return self._frame.render("items", items=list(items))

    # Single objects.

    def vision(self, item: Vision) -> Markup:
        """A vision's wording as a quotation."""
        return blocks.vision(self._frame, item)

    def picture(self, item: Vision) -> Markup:
        """The picture that illustrates a vision."""
        return blocks.picture(self._frame, item)

    def goal(self, item: Goal, heading: int = 3) -> Markup:
        """A node as a card; on its own page its text and explanation alone, or nothing."""
        return blocks.goal(self._frame, item, heading)

    def indicator(self, item: Indicator, heading: int = 3) -> Markup:
        """An indicator as a card; on its own page its promise and description alone."""
        return blocks.indicator(self._frame, item, heading)

    def indicator_list(self, links: Iterable[Link[Indicator] | Indicator]) -> Markup:
        """Indicators as a list of links."""
        return blocks.indicator_list(self._frame, links)

    def level_list(self, model: GoverningModel, heading: int | None = None) -> Markup:
        """The levels of a governing model from the top, under headings if a level is given."""
        return blocks.level_list(self._frame, model, heading)

    def level_state(self, level: Level) -> Markup:
        """How much stands on a level, that some is left out, or that it is empty and why."""
        return blocks.level_state(self._frame, level)

    def kommuner(self) -> Markup:
        """Every kommun of the site as a way in."""
        return portal.kommuner(self._frame)

    # Follow-up.

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

    def figures(self, item: Indicator, definition: str | None = None) -> Markup:
        """Every value of an indicator as a table; nothing without values."""
        return figures.table(self._frame, item, definition)

    def target(self, item: Indicator, target: Target) -> str:
        """A target in words, as plain text."""
        return figures.words_for(item, target)

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

    def latest(self, item: Item) -> Markup:
        """How things stand by the newest occasion that says something, with its name."""
        return judging.latest(self._frame, item)

    def history(self, item: Item) -> Markup:
        """Every status that something has had; nothing for a single one."""
        return judging_tables.history(self._frame, item)

    def followup(self, occasion: Occasion, items: Iterable[Item]) -> Markup:
        """What an occasion says of goals and indicators as a table, a row each."""
        return judging_tables.followup(self._frame, occasion, items)

    def summary(self, occasion: Occasion, items: Some = None) -> Markup:
        """How many are judged and how, with the occasion's name."""
        return judging_tables.summary(self._frame, occasion, items)

    def changed(
        self, occasion: Occasion, since: Occasion | None = None, items: Some = None
    ) -> Markup:
        """What has changed since an occasion, by default since the one before, as one block."""
        return judging_tables.changed(self._frame, occasion, since, items)

    def standing_at(self, whole: Iterable[Item]) -> Markup:
        """How things of a level or a body stand by the newest occasion that speaks of them."""
        return newest.standing(self._frame, whole)

    def status(self, item: Item, occasion: Occasion | None = None) -> Markup:
        """Inline: the status of something and the occasion that it comes from."""
        return judging_tables.status(self._frame, item, occasion)

    def figure(self, item: Indicator) -> Markup:
        """An indicator's values as sentences, drawing and table."""
        return figures.figure(self._frame, item)

    def comparison(self, item: Indicator, period: str | None = None) -> Markup:
        """An indicator's value beside those of others, for a period as it is written."""
        return compared.comparison(self._frame, item, period)

    def changes(self, occasion: Occasion) -> tuple[Comparison, judging.Ways] | None:
        """What has changed since the occasion before, way by way; none for the first."""
        return judging.changes(self._frame, occasion)

    # What it all rests on.

    def facts(self, item: Item) -> Markup:
        """What is known of an object, and what its source does not state."""
        return facts_view.facts(self._frame, item)

    def wordings(self, item: Vision | Goal) -> Markup:
        """Further wordings of the same thing, each with its source."""
        return evidence.wordings(self._frame, item)

    def verbatim(self, item: Item) -> Markup:
        """The source's own words about an object."""
        return evidence.verbatim(self._frame, item)

    def quote(self, item: Quote) -> Markup:
        """What somebody is quoted for."""
        return evidence.quote(self._frame, item)

    def note(self, item: Item) -> Markup:
        """Our own remark on an object."""
        return evidence.note(self._frame, item)

    def timeline(self, item: Timeline) -> Markup:
        """How something came about or goes on."""
        return evidence.timeline(self._frame, item)

    def contact(self, kommun: Kommun) -> Markup:
        """How to reach those who answer for the content."""
        return evidence.contact(self._frame, kommun)

    def sources(self, items: Iterable[Item]) -> Markup:
        """The section that closes every page: where its content comes from."""
        return evidence.sources(self._frame, items)
