"""The values of some of those that an indicator is about, as if they were the whole."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from kommunvision.model import Indicator, Measurement, Value
from kommunvision.swedish.keys import GENDERS


def narrowed(measurement: Measurement, whom: str) -> Measurement:
    """Return a measurement of the value for some alone, by the name that the data has for them."""
    part = next((one for one in measurement.parts if one.name == whom), None)
    value: Value | None = part.value if part else None
    if whom in GENDERS:
        value = getattr(measurement, GENDERS[whom])
    # A reason is told where it is theirs: the whole may be missing for another one.
    missing = part.missing if part else measurement.missing
    return replace(
        measurement,
        value=value,
        women=None,
        men=None,
        parts=(),
        missing=None if value is not None else missing,
        revisions=(),
    )


def names_of(values: Iterable[Measurement]) -> tuple[str, ...]:
    """Return the names that values may be told apart by, women and men first."""
    parts = (part.name for one in values for part in one.parts)
    return tuple(dict.fromkeys([*GENDERS, *parts]))


def baseline_of(indicator: Indicator, own: tuple[Measurement, ...], whom: str) -> Indicator:
    """Return an indicator whose baseline is that of some alone; none where theirs is not known."""
    start = indicator.baseline
    if start is None:
        return indicator
    then = [narrowed(one, whom).value for one in own if one.period == start.period]
    value = next((one for one in then if one is not None), None)
    known = replace(start, value=value, rank=None) if value is not None else None
    return replace(indicator, baseline=known)
