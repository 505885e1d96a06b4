"""For which parts of the whole an occasion asks for a value, beside women and men."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kommunvision.collect.measured import Measured, in_short, period_name
from kommunvision.export.tables.aims import in_words
from kommunvision.model import Indicator, Measurement, Part, Target
from kommunvision.progress import Figures, applying
from kommunvision.swedish.collect import WORDS
from kommunvision.swedish.format import listing
from kommunvision.swedish.keys.target import GENDERS


@dataclass(frozen=True, slots=True)
class MeasuredPart:
    """The value of one part."""

    whole: Measured
    part: Part | None
    """What the data says already."""
    shown: Mapping[str, str]


def part_rows(figures: Figures, whole: Measured) -> Iterator[MeasuredPart]:
    """Yield the parts that a value is divided into: now, the last time, and by its targets."""
    if whole.fetched:
        return
    period = whole.period
    before = [
        one
        for one in figures.own(whole.indicator)
        if one.period.sort_key < period.sort_key and one.parts
    ]
    targets = [one for one in applying(whole.indicator, period) if one.whom]
    now = whole.measurement.parts if whole.measurement else ()
    names = [one.name for one in (*now, *(before[-1].parts if before else ()))]
    names += [name for one in targets for name in one.whom if name not in GENDERS]
    found = {one.name.casefold(): one for one in now}
    spelled: dict[str, str] = {}
    for name in names:
        spelled.setdefault(name.casefold(), name)
    for key, name in spelled.items():
        yield MeasuredPart(
            whole,
            found.get(key),
            {
                **{one: whole.shown[one] for one in _OF_THE_WHOLE},
                "part": name,
                "last": _last(whole.indicator, before, key),
                "target": _target(whole.indicator, targets, key),
            },
        )


_OF_THE_WHOLE = ("id", "name", "unit", "period", "outlook", "rule")


def _last(indicator: Indicator, before: Iterable[Measurement], key: str) -> str:
    for one in reversed(tuple(before)):
        for part in one.parts:
            if part.name.casefold() == key and part.value is not None:
                value = in_short(indicator, part.value)
                return WORDS["measured"].format(period=period_name(one.period), value=value)
    return ""


def _target(indicator: Indicator, targets: Iterable[Target], key: str) -> str:
    own = (one for one in targets if key in {name.casefold() for name in one.whom})
    return listing([words for one in own if (words := in_words(indicator, one))])
