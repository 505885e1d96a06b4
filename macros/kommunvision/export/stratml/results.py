"""What has been measured, aimed at and judged, as the results of StratML, period by period."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from kommunvision.export.stratml.xml import Element, element, text
from kommunvision.export.tables.aims import in_words
from kommunvision.export.tables.judged import Judged, word
from kommunvision.export.tables.measured import Measured, measured
from kommunvision.export.tables.telling import Telling, number, words
from kommunvision.export.values import chosen
from kommunvision.model import Indicator, Outlook, Period, Target
from kommunvision.progress import NoStatus, steps
from kommunvision.progress.targets import last_day
from kommunvision.swedish.stratml import FORECAST, MISSING, PRELIMINARY, STATUS, VALUE
from kommunvision.swedish.target_words import who


@dataclass(slots=True)
class _Instance:
    """One period while it is gathered; what is told twice is written once."""

    aims: list[Target] = field(default_factory=list)
    results: list[Element] = field(default_factory=list)


def of_indicator(
    telling: Telling, indicator: Indicator, rows: Iterable[Judged]
) -> tuple[Element, ...]:
    """Return the kommun's own values, its targets and its judgements, the oldest period first."""
    found: dict[Period, _Instance] = {}
    for row in measured(telling, indicator):
        if row.group is None:
            instance = found.setdefault(row.of.period, _Instance())
            instance.aims += [one for one in row.targets if one not in instance.aims]
            if row.value is not None or row.missing is not None:
                instance.results.append(_measured(row))
    told = {id(one) for instance in found.values() for one in instance.aims}
    later = [one for one in indicator.targets if id(one) not in told]
    _judge(found, rows)
    undated = [one for one in later if one not in steps(indicator)]
    dated = [
        element("MeasurementInstance", _aim(indicator, one, None, last_day(one)))
        for one in later
        if one not in undated
    ]
    return (
        *(_instance(indicator, period, found[period]) for period in _in_order(found)),
        *dated,
        *(element("MeasurementInstance", _aim(indicator, one)) for one in undated),
    )


def of_goal(rows: Iterable[Judged]) -> tuple[Element, ...]:
    """Return the judgements of a goal, the oldest period first."""
    found: dict[Period, _Instance] = {}
    _judge(found, rows)
    return tuple(
        element("MeasurementInstance", *found[period].results) for period in _in_order(found)
    )


def _in_order(found: Iterable[Period]) -> list[Period]:
    return sorted(found, key=lambda period: period.sort_key)


def _instance(indicator: Indicator, period: Period, one: _Instance) -> Element:
    days = (period.first_day, period.last_day)
    aims = [_aim(indicator, target, *days) for target in one.aims]
    return element("MeasurementInstance", *aims, *one.results)


def _judge(found: dict[Period, _Instance], rows: Iterable[Judged]) -> None:
    for row in rows:
        found.setdefault(row.occasion.period, _Instance()).results.append(_judged(row))


def _aim(
    indicator: Indicator, target: Target, first: date | None = None, last: date | None = None
) -> Element:
    """Return a target; a single bound is its number, and the words say which way it goes."""
    bounds = (target.at_least, target.at_most, target.over, target.under, number(target.exactly))
    numbers = [one for one in bounds if one is not None]
    single = len(numbers) == 1 and target.percent is None and target.change is None
    return _result(
        "TargetResult",
        (first, last),
        amount=numbers[0] if single else None,
        told=in_words(indicator, target),
    )


def _measured(row: Measured) -> Element:
    amount, descriptor = number(row.value), None
    if row.of.forecast and row.value is not None:
        # What is only expected is no result.
        descriptor = (FORECAST, words(row.value) or f"{amount:f}")
        amount = None
    elif row.value is None and row.missing is not None:
        descriptor = (MISSING, chosen("missing", row.missing))
    elif amount is None:
        descriptor = (VALUE, words(row.value) or "")
    period = row.of.period
    return _result(
        "ActualResult",
        (period.first_day, period.last_day),
        amount=amount,
        descriptor=descriptor,
        told=_lines(
            Telling.listed(
                [
                    row.definition,
                    who(row.sex, row.indicator.genders) if row.sex else None,
                    row.part,
                    PRELIMINARY if row.of.preliminary else None,
                ]
            ),
            row.of.note if row.sex is None and row.part is None else None,
        ),
    )


def _judged(row: Judged) -> Element:
    statement, period = row.statement, row.occasion.period
    expected = row.judgement.outlook is Outlook.FORECAST
    scale = row.judgement.scale.name if row.judgement.scale else STATUS
    in_words = row.judgement.none is NoStatus.COMMENTED
    outlook = chosen("outlook", row.judgement.outlook) if expected else None
    reported = words(statement.value) if row.main else None
    return _result(
        "ActualResult",
        (period.first_day, period.last_day),
        amount=number(statement.value) if row.main and not expected else None,
        descriptor=None if in_words else (scale, word(row.judgement)),
        told=_lines(
            Telling.listed([row.occasion.name, outlook, reported]),
            statement.comment if row.main else None,
        ),
    )


def _result(
    tag: str,
    days: tuple[date | None, date | None],
    *,
    amount: Decimal | None = None,
    descriptor: tuple[str, str] | None = None,
    told: str | None = None,
) -> Element:
    first, last = days
    return element(
        tag,
        text("StartDate", first.isoformat() if first else None),
        text("EndDate", last.isoformat() if last else None),
        text("NumberOfUnits", None if amount is None else f"{amount:f}"),
        element(
            "Descriptor",
            text("DescriptorName", descriptor[0]),
            text("DescriptorValue", descriptor[1]),
        )
        if descriptor
        else None,
        text("Description", told),
    )


def _lines(*told: object) -> str | None:
    return "\n".join(str(one) for one in told if one) or None
