"""Whose statistics a value is fetched from, so that nobody is asked to report it."""

from __future__ import annotations

from kommunvision.model import Indicator, Measurement, Series
from kommunvision.progress.figures import Figures


def series_of(figures: Figures, indicator: Indicator, one: Measurement | None) -> Series | None:
    """Return where a value stands; a new one belongs where the latest one of its kind stands.

    Args:
        figures: The values of the kommun.
        indicator: What is measured.
        one: The value that is there already, if one is.
    """
    latest = one or next(iter(reversed(tuple(figures.own(indicator)))), None)
    return figures.source(indicator, latest) if latest else None


def fetched_from(indicator: Indicator, series: Series | None) -> str:
    """Return whose statistics a value is fetched from; nothing if people report it.

    Args:
        indicator: What is measured.
        series: Where the value stands or belongs; none if that is on the indicator.
    """
    if not (indicator.kolada or indicator.scb):
        return ""
    usual = "Kolada" if indicator.kolada else "SCB"
    if series is not None and series.fetched:
        return series.publisher or usual
    return usual if series is None and not indicator.values else ""
