"""Views: the parts of a page, made from the model for one page of one kommun."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from markupsafe import Markup

from kommunvision.chain import GoalSystem, Node, Site
from kommunvision.chain.system import Link
from kommunvision.model import (
    Decision,
    Goal,
    GoverningModel,
    Indicator,
    Item,
    Kommun,
    Level,
    Occasion,
    Period,
    Quote,
    Reference,
    Standing,
    Timeline,
    Vision,
)
from kommunvision.render.environment import own_components
from kommunvision.render.views import (
    blocks,
    chains,
    drawing,
    evidence,
    indicators,
    inline,
    portal,
)
from kommunvision.render.views import facts as facts_view
from kommunvision.render.views.followed import FollowUpViews
from kommunvision.render.views.frame import Frame

__all__ = ["Views"]


class Views(FollowUpViews):
    """Every part that a page can have; the pages and the macros use the same ones.

    A method returns one block of HTML, or a fragment where it says so; nothing for nothing.
    """

    def __init__(self, site: Site, system: GoalSystem | None, here: str) -> None:
        """Make views for the page at ``here``, an address relative to the site's root."""
        super().__init__(Frame(site, system, here, own_components()))

    # Inline.

    def link(self, item: Item, system: GoalSystem | None = None, text: str | None = None) -> Markup:
        """Inline: a link to an object, of this kommun if no other is given, by its name or text."""
        return inline.link(self._frame, item, system, text)

    def reference(self, ref: Reference) -> Markup:
        """Inline: what a reference leads to, or its name, with place and remark."""
        return inline.reference(self._frame, ref)

    def responsible(self, item: Goal | Indicator, *, within: bool = False) -> Markup:
        """Inline: who is responsible, alone or within a sentence."""
        return inline.responsible(self._frame, item, within=within)

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

    def indicator(
        self,
        item: Indicator,
        heading: int = 3,
        period: Period | None = None,
        occasion: Occasion | None = None,
    ) -> Markup:
        """An indicator as a card; on its own page its promise and description alone."""
        return blocks.indicator(self._frame, item, heading, period, occasion)

    def indicator_list(self, links: Iterable[Link[Indicator] | Indicator]) -> Markup:
        """Indicators as a table with their values, or as a list where none has any."""
        return indicators.indicator_list(self._frame, links)

    def level_list(self, model: GoverningModel, heading: int | None = None) -> Markup:
        """The levels of a governing model from the top, under headings if a level is given."""
        return blocks.level_list(self._frame, model, heading)

    def level_state(self, level: Level) -> Markup:
        """How much stands on a level, that some is left out, or that it is empty and why."""
        return blocks.level_state(self._frame, level)

    def kommuner(self) -> Markup:
        """Every kommun of the site as a way in."""
        return portal.kommuner(self._frame)

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

    def source_lines(self, items: Iterable[Item]) -> list[Markup]:
        """Inline: the line that names every source of what is shown; or that none is given."""
        return evidence.source_lines(self._frame, items)
