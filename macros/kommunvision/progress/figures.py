"""The values of each indicator, gathered from wherever they are written and put in order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from copy import copy
from dataclasses import replace
from datetime import date

from kommunvision.model import Indicator, Kommun, Measurement, Period, Revision, Scale, Series
from kommunvision.progress.breakdown import baseline_of, narrowed
from kommunvision.remembered import Remembered


class Figures:
    """The values of a checked kommun; made once, never changed.

    An indicator may be counted in several ways. Where no definition is named, the values without
    one are meant, and if there are none, those of the definition that is written first.
    """

    def __init__(self, kommun: Kommun, day: date | None = None) -> None:
        """Gather the values; with a day, those that stood on it, before later revisions."""
        self.kommun = kommun
        self.day = day
        self.whom: str | None = None
        # What each indicator has of its own, which everything that is told of it begins with.
        self._own: Remembered[tuple[Measurement, ...]] = Remembered()
        self._series: defaultdict[str, list[Series]] = defaultdict(list)
        for series in kommun.series:
            if series.indicator.target:
                self._series[series.indicator.target].append(series)

    def apart(
        self, whom: str, measurement: Measurement, indicator: Indicator
    ) -> tuple[Measurement, Indicator, Figures]:
        """Return a value, its indicator and all figures as they are for some alone."""
        found = copy(self)
        found.whom = whom
        own = self.own(indicator)
        return narrowed(measurement, whom), baseline_of(indicator, own, whom), found

    def series_of(self, indicator: Indicator) -> tuple[Series, ...]:
        """Return every series of an indicator, the kommun's own and those of groups, as written."""
        return tuple(self._series.get(indicator.id, ()))

    def definitions(self, indicator: Indicator) -> tuple[str | None, ...]:
        """Return the ways in which the kommun's own values are counted; none is the plain one."""
        own = [one.definition for one in self.series_of(indicator) if one.group is None]
        return tuple(dict.fromkeys([*([None] if indicator.values else []), *own]))

    def own(self, indicator: Indicator, definition: str | None = None) -> tuple[Measurement, ...]:
        """Return the kommun's own values in order of time, a forecast after its outcome."""
        return self._own.of(
            indicator,
            lambda: self._of(indicator, None, definition or self._main(indicator)),
            definition,
            self.whom,
        )

    def groups(
        self, indicator: Indicator, definition: str | None = None
    ) -> dict[str, tuple[Measurement, ...]]:
        """Return the values of each comparison group that are counted in the same way."""
        wanted = definition or self._main(indicator)
        names = dict.fromkeys(one.group for one in self.series_of(indicator) if one.group)
        found = {name: self._of(indicator, name, wanted) for name in names}
        return {name: values for name, values in found.items() if values}

    def measurement(
        self,
        indicator: Indicator,
        period: Period,
        *,
        forecast: bool | None = None,
        definition: str | None = None,
    ) -> Measurement | None:
        """Return what is known of a period: the outcome, and if it has no value, the forecast."""
        found = [one for one in self.own(indicator, definition) if one.period == period]
        if forecast is not None:
            found = [one for one in found if one.forecast is forecast]
        return next((one for one in found if one.value is not None), found[0] if found else None)

    def latest(
        self, indicator: Indicator, until: date | None = None, definition: str | None = None
    ) -> Measurement | None:
        """Return the newest outcome that has a value, of the periods that have ended by a day."""
        return next(
            (
                one
                for one in reversed(self.own(indicator, definition))
                if one.value is not None
                and not one.forecast
                and (until is None or one.period.last_day <= until)
            ),
            None,
        )

    def source(self, indicator: Indicator, measurement: Measurement) -> Series | None:
        """Return the series that a measurement stands in; none if it stands on the indicator."""
        return next(
            (
                series
                for series in self.series_of(indicator)
                if any(one.where is measurement.where for one in series.values)
            ),
            None,
        )

    def scale_of(self, indicator: Indicator) -> Scale | None:
        """Return the scale that an indicator's values are words of."""
        target = indicator.scale.target if indicator.scale else None
        found = self.kommun.by_id.get(target) if target else None
        return found if isinstance(found, Scale) else None

    @staticmethod
    def as_of(measurement: Measurement, day: date) -> Measurement:
        """Return a measurement as it stood on a day, before the revisions that came later.

        What a revision does not name was not changed by it. A revision of which only the month is
        known counts as made when the month began.
        """
        stood = (day.year, day.month, day.day)
        one = measurement
        for revision in reversed(measurement.revisions):
            if revision.date.start.sort_key > stood:
                one = _before(one, revision)
        return one

    def _main(self, indicator: Indicator) -> str | None:
        return next(iter(self.definitions(indicator)), None)

    def _of(
        self, indicator: Indicator, group: str | None, definition: str | None
    ) -> tuple[Measurement, ...]:
        found: list[Measurement] = []
        if group is None and definition is None:
            found.extend(indicator.values)
        for series in self.series_of(indicator):
            if (series.group, series.definition) == (group, definition):
                found.extend(series.values)
        if self.day is not None:
            found = [self.as_of(one, self.day) for one in found]
        if self.whom is not None:
            found = [narrowed(one, self.whom) for one in found]
        return _in_order(found)


def _before(one: Measurement, revision: Revision) -> Measurement:
    """Return a measurement as it stood before one revision."""
    former = {part.name: part for part in revision.parts}
    parts = tuple(former.pop(part.name, part) for part in one.parts)
    return replace(
        one,
        value=one.value if revision.value is None else revision.value,
        women=one.women if revision.women is None else revision.women,
        men=one.men if revision.men is None else revision.men,
        parts=(*parts, *former.values()),
        missing=one.missing if revision.value is None else None,
        revisions=tuple(each for each in one.revisions if each is not revision),
    )


def _in_order(measurements: Iterable[Measurement]) -> tuple[Measurement, ...]:
    return tuple(sorted(measurements, key=lambda one: (one.period.sort_key, one.forecast)))
