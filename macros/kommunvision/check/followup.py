"""Statements name words that exist, once each, about what the occasion covers."""

from __future__ import annotations

from collections.abc import Iterator

from kommunvision.check.suggest import Guesses
from kommunvision.model import (
    Goal,
    Indicator,
    Kommun,
    Occasion,
    Scale,
    ScaleStep,
    Statement,
    Verdict,
)
from kommunvision.problem import Problem, problem
from kommunvision.progress import Occasions
from kommunvision.progress.judgements import Judgement, Judging
from kommunvision.progress.targets import end_of, start_of
from kommunvision.swedish import format as swedish
from kommunvision.swedish import periods
from kommunvision.swedish.statuses import NO_STATUS


def statements(kommun: Kommun) -> Iterator[Problem]:
    """Find words on no scale, and two statements about one thing."""
    judging, guesses = Judging(kommun), Guesses()
    for occasion in kommun.occasions:
        first: dict[str, Statement] = {}
        for one in occasion.statements:
            about = one.about.target or ""
            other = first.setdefault(about, one)
            if about and other is not one:
                place = other.where.of("about")
                yield problem(
                    "KV912",
                    one.where.of("about"),
                    related=[place],
                    subject=about,
                    value=about,
                    place=place,
                )
            yield from _words(judging, occasion, one, guesses)


def _words(
    judging: Judging, occasion: Occasion, one: Statement, guesses: Guesses
) -> Iterator[Problem]:
    if one.status is not None:
        judged = judging.status(occasion, one)
        if _on_no_scale(judged):
            # The kommun's own words come before those that everybody has.
            own = judging.kommun.scales
            scales = sorted(judging.applying(occasion, one), key=lambda scale: scale not in own)
            yield _unknown("KV911", scales, one, guesses)
    for verdict in one.verdicts:
        if isinstance(scale := _scale(judging.kommun, verdict), Scale) and _on_no_scale(
            judging.verdict(occasion, one, verdict)
        ):
            choices = [*(step.word for step in scale.steps), *_fixed()[:-1]]
            yield problem(
                "KV913",
                verdict.where.of("step"),
                suggestion=guesses.nearest(verdict.step, choices),
                subject=one.about.target,
                value=verdict.step,
                scale=scale.id,
                choices=", ".join(choices),
            )
    trend = judging.trend(occasion, one)
    if trend is not None and _on_no_scale(trend):
        yield _unknown("KV914", judging.applying_trend(occasion, one), one, guesses)


def _scale(kommun: Kommun, verdict: Verdict) -> object:
    return kommun.by_id.get(verdict.scale.target or "") if verdict.scale else None


def _on_no_scale(judged: Judgement) -> bool:
    return judged.step is None and judged.none is None


def _unknown(code: str, scales: list[Scale], one: Statement, guesses: Guesses) -> Problem:
    attribute = "trend" if code == "KV914" else "status"
    written = getattr(one, attribute)
    choices = list(dict.fromkeys(step.word for scale in scales for step in scale.steps))
    forms = [form for scale in scales for step in scale.steps for form in _forms(step)]
    # Only a status can be left unstated by its source.
    fixed = _fixed() if attribute == "status" else _fixed()[:-1]
    near = guesses.nearest(written, [*forms, *fixed])
    return problem(
        code,
        one.where.of(attribute),
        suggestion=near,
        subject=one.about.target,
        value=written,
        choices=", ".join([*choices, *fixed]),
    )


def _forms(step: ScaleStep) -> list[str]:
    forms = (step.word, step.word_common, step.forecast, step.forecast_common)
    return [form for form in forms if form]


def _fixed() -> list[str]:
    """Return the words for no status, one for each meaning."""
    return list({meaning: word for word, meaning in reversed(NO_STATUS.items())}.values())[::-1]


def covered(kommun: Kommun) -> Iterator[Problem]:
    """Find statements about something that the occasion does not cover."""
    for occasion in kommun.occasions:
        named = {ref.target for ref in occasion.covers if ref.target}
        if not named:
            continue
        for one in occasion.statements:
            item = kommun.by_id.get(one.about.target or "")
            if isinstance(item, Goal):
                inside = item.id in named or item.level in named
            elif isinstance(item, Indicator):
                inside = item.id in named or any(
                    _inside(kommun, ref.target, named) for ref in item.measures
                )
            else:
                # Visions cannot be named there.
                continue
            if not inside:
                yield problem("KV915", one.where.of("about"), subject=item.id, value=item.id)


def _inside(kommun: Kommun, target: str | None, named: set[str]) -> bool:
    item = kommun.by_id.get(target or "")
    return target in named or (isinstance(item, Goal) and item.level in named)


def idle_levels(kommun: Kommun) -> Iterator[Problem]:
    """Find levels that an occasion follows up, and where no goal is in force at its time."""
    levels = {one.level for one in kommun.goals}
    told = Occasions(kommun)
    for occasion in kommun.occasions:
        if occasion.locked is not None:
            continue
        found = {one.level for one in told.covered(occasion) if isinstance(one, Goal)}
        for number, ref in enumerate(occasion.covers):
            if ref.target in levels - found:
                yield problem(
                    "KV947",
                    occasion.where.of("covers", number),
                    subject=occasion.id,
                    value=ref.target,
                    period=_name(occasion),
                )


def times(kommun: Kommun) -> Iterator[Problem]:
    """Find cut-offs outside their period, occasions told twice, tasks done before they start."""
    first: dict[tuple[object, ...], Occasion] = {}
    for occasion in kommun.occasions:
        if occasion.cut_off is not None:
            start, end = start_of(occasion.cut_off), end_of(occasion.cut_off)
            period = occasion.period
            if (end and end < period.first_day) or (start and start > period.last_day):
                yield problem(
                    "KV923",
                    occasion.where.of("cut_off"),
                    subject=occasion.id,
                    date=swedish.date(occasion.cut_off),
                    period=_name(occasion),
                )
        key = _key(occasion)
        other = first.setdefault(key, occasion)
        if other is not occasion:
            place = other.where.origin
            yield problem(
                "KV924",
                occasion.where.of("period"),
                related=[place],
                subject=occasion.id,
                period=_name(occasion),
                other=other.id,
            )
        for one in occasion.statements:
            for planned in (one.planned, one.actual):
                if planned and planned.start and planned.end:
                    begun, done = planned.start.start, planned.end.last
                    if done.is_before(begun):
                        yield problem(
                            "KV926",
                            planned.where.of("end"),
                            subject=one.about.target,
                            begun=swedish.date(planned.start),
                            done=swedish.date(planned.end),
                        )


def _key(occasion: Occasion) -> tuple[object, ...]:
    kind = occasion.kind.casefold() if occasion.kind else None
    # Two boards may each report on the same period, and there are several forecasts of a year.
    return (
        occasion.period,
        occasion.cut_off,
        kind,
        occasion.outlook,
        frozenset(ref.target for ref in occasion.reported_by),
    )


def scales(kommun: Kommun) -> Iterator[Problem]:
    """Find scales on which two steps have a word in common."""
    for scale in kommun.scales:
        words: dict[str, ScaleStep] = {}
        for step in scale.steps:
            for form in dict.fromkeys(one.casefold() for one in (step.id, *_forms(step))):
                other = words.setdefault(form, step)
                if other is not step:
                    yield problem(
                        "KV925",
                        step.where.of("word"),
                        related=[other.where.of("word")],
                        subject=scale.id,
                        value=form,
                        scale=scale.id,
                    )
                    break


def _name(occasion: Occasion) -> str:
    return periods.named(occasion.period)
