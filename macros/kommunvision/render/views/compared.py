"""Views of an indicator's value beside those of others."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from markupsafe import Markup

from kommunvision.model import Indicator, Measurement, Period
from kommunvision.progress.spans import named
from kommunvision.render.charts import bar
from kommunvision.render.charts.bar import Bar
from kommunvision.render.views import drawn, figures
from kommunvision.render.views.frame import Frame
from kommunvision.swedish import periods
from kommunvision.swedish.labels import label


def comparison(
    frame: Frame,
    item: Indicator,
    written: str | None = None,
    some: Iterable[str] | None = None,
) -> Markup:
    """Return the values of the kommun and of each group for a period, as bars and as words.

    Args:
        frame: The page.
        item: The indicator.
        written: The period as it is written; the newest that somebody else has too if none.
        some: The only groups to show; all if none are given.
    """
    own = frame.home.figures.own(item)
    groups = frame.home.figures.groups(item)
    if some is not None:
        groups = {name: groups[name] for name in some if name in groups}
    period = _period(own, groups, written)
    if period is None:
        return frame.render("sentence", text=label("no_comparison"), empty=True)
    bars = []
    rows = [(frame.home.kommun.name, own, True)]
    rows += [(name, values, False) for name, values in groups.items()]
    for name, values, is_own in rows:
        one = next((m for m in values if m.period == period and not m.forecast), None)
        value = one.value if one and isinstance(one.value, Decimal) else None
        text = label("no_value") if value is None else figures.figure_with_unit(item, value)
        bars.append(Bar(name, value, text, own=is_own))
    return frame.render(
        "chart",
        title=label("comparison_title", name=item.name, period=periods.named(period)),
        sentences=[label("compared_value", name=one.name, value=one.text) for one in bars],
        narrow=bar.draw(bars, drawn.NARROW),
        wide=bar.draw(bars, drawn.WIDE),
        lines=figures.source_lines(frame, item, own),
    )


def _period(
    own: tuple[Measurement, ...],
    groups: dict[str, tuple[Measurement, ...]],
    written: str | None,
) -> Period | None:
    theirs = {one.period for values in groups.values() for one in values if one.value is not None}
    shared = [one.period for one in own if one.value is not None and one.period in theirs]
    if written is None:
        return shared[-1] if shared else None
    return named(written, shared)
