"""The part of the views that shows what is measured."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from kommunvision.chain.system import Link
from kommunvision.model import Indicator, Target
from kommunvision.render.views import compared, figures, figures_table, indicators
from kommunvision.render.views.frame import Frame


class Measured:
    """Views of indicators; a base of those of everything."""

    _frame: Frame

    def indicator_list(self, links: Iterable[Link[Indicator] | Indicator]) -> Markup:
        """Indicators as a list of links."""
        return indicators.indicator_list(self._frame, links)

    def answer(self, item: Indicator) -> Markup:
        """What the newest value of an indicator says in sentences."""
        return figures.answer(self._frame, item)

    def background(self, item: Indicator) -> Markup:
        """That the kommun has not decided on an indicator; nothing where it has."""
        return figures.background(self._frame, item)

    def chart(self, item: Indicator) -> Markup:
        """The values of an indicator as a drawing; nothing where there is nothing to draw."""
        return figures.chart(self._frame, item)

    def answer_in_short(self, item: Indicator, longest: int) -> str:
        """The first sentences of an indicator, as plain text of at most so many signs."""
        return figures.in_short(self._frame, item, longest)

    def figures(self, item: Indicator, definition: str | None = None) -> Markup:
        """Every value of an indicator as a table; nothing without values."""
        return figures_table.table(self._frame, item, definition)

    def target(self, item: Indicator, target: Target) -> str:
        """A target in words, as plain text."""
        return figures.words_for(item, target)

    def figure(self, item: Indicator) -> Markup:
        """An indicator's values as sentences, drawing and table."""
        return figures_table.figure(self._frame, item)

    def comparison(self, item: Indicator, period: str | None = None) -> Markup:
        """An indicator's value beside those of others, for a period as it is written."""
        return compared.comparison(self._frame, item, period)
