"""Whose the values are: what others publish is not the kommun's to give away."""

from __future__ import annotations

from kommunvision.model import Kommun
from kommunvision.swedish.format import order


def other_publishers(kommun: Kommun) -> tuple[str, ...]:
    """Return who publishes the values that a kommun shows beside its own, in order."""
    found = {series.publisher for series in kommun.series if series.publisher}
    return tuple(sorted(found - {kommun.name, kommun.formal_name}, key=order))
