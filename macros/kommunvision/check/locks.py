"""A locked occasion says for ever what it said when it was locked, but for told corrections."""

from __future__ import annotations

from collections.abc import Iterator

from kommunvision.check.corrections import WORD_OF
from kommunvision.model import Corrected, Indicator, Kommun, Lock, Occasion, Statement, Value
from kommunvision.problem import Problem, problem
from kommunvision.progress import Figures, Occasions, lock_of, locked_on
from kommunvision.progress.fingerprints import (
    CORRECTABLE,
    head_mark,
    part_of,
    statement_mark,
    undone,
    with_part,
    written,
)
from kommunvision.progress.shown import behind
from kommunvision.swedish import periods
from kommunvision.swedish.problems.objects import NOTHING, SOMETHING
from kommunvision.swedish.statuses import NO_STATUS


def locks(kommun: Kommun) -> Iterator[Problem]:
    """Find what differs from the locks."""
    occasions, figures = Occasions(kommun), Figures(kommun)
    found = []
    for occasion in kommun.occasions:
        lock = lock_of(kommun, occasion)
        if lock is None:
            if occasion.locked is not None:
                yield problem(
                    "KV927",
                    occasion.where.of("locked"),
                    subject=occasion.id,
                    command=" ".join(filter(None, [kommun.slug, occasion.id])),
                )
            continue
        found.append(lock)
        if occasion.locked is None:
            yield _taken_away(lock, occasion)
            continue
        if head_mark(kommun, occasion) != lock.head:
            yield problem("KV932", occasion.where.origin, subject=occasion.id, value=occasion.id)
        yield from _statements(occasions, occasion, lock)
        yield from _figures(figures, occasion, lock)
    for lock in kommun.locks:
        if lock not in found and lock.occasion not in kommun.unread:
            yield _taken_away(lock, None)


def _taken_away(lock: Lock, occasion: Occasion | None) -> Problem:
    origin = occasion.where.origin if occasion else lock.where.origin
    return problem("KV928", origin, subject=lock.occasion, value=lock.occasion)


def _statements(occasions: Occasions, occasion: Occasion, lock: Lock) -> Iterator[Problem]:
    stated = {one.about.target: one for one in occasion.statements if one.about.target}
    told = set()
    for about, statement in stated.items():
        item = occasions.kommun.by_id.get(about)
        ids = [about, *(item.former_ids if item else ())]
        known = next((one for one in ids if one in lock.statements), None)
        if known is None:
            before = undone(occasion, statement)
            if before.verdicts or any(part_of(before, part) is not None for part in CORRECTABLE):
                yield problem("KV931", statement.where.of("about"), subject=about, value=about)
            continue
        told.add(known)
        mark = lock.statements[known]
        if statement_mark(occasions, occasion, undone(occasion, statement)) != mark:
            part = _changed(occasions, occasion, statement, mark)
            yield problem(
                "KV929",
                statement.where.of(part.value) if part else statement.where.origin,
                subject=about,
                value=about,
                part=f'"{WORD_OF[part.value]}"' if part else SOMETHING,
            )
    for about in lock.statements:
        if about not in told:
            yield problem("KV930", occasion.where.of("statements"), subject=about, value=about)


def _changed(
    occasions: Occasions, occasion: Occasion, statement: Statement, mark: str
) -> Corrected | None:
    """Return the part that was changed, if putting back some likely text gives what was locked."""

    def fits(one: Statement) -> bool:
        return statement_mark(occasions, occasion, one) == mark

    before = undone(occasion, statement)
    for part in CORRECTABLE:
        others = tuple(one for one in CORRECTABLE if one is not part)
        if fits(undone(occasion, statement, others)):
            # The correction itself says something else than what stood.
            return part
        likely: list[tuple[str | None, frozenset[str]]] = [
            (None, frozenset()),
            (None, frozenset({"before"})),
        ]
        likely += [(word, frozenset()) for word in _words(occasions, occasion, statement, part)]
        if any(fits(with_part(before, part, *one)) for one in likely):
            return part
    return None


def _words(
    occasions: Occasions, occasion: Occasion, statement: Statement, part: Corrected
) -> Iterator[str]:
    """Yield the texts that a part with few possible texts may have been."""
    judging = occasions.judging
    if part is Corrected.STATUS:
        scales = judging.applying(occasion, statement)
        yield from NO_STATUS
    elif part is Corrected.TREND:
        scales = judging.applying_trend(occasion, statement)
    else:
        if part is Corrected.VALUE:
            yield from _values(occasions.kommun, statement)
        return
    for scale in scales:
        for step in scale.steps:
            forms = (step.id, step.word, step.word_common, step.forecast)
            yield from (form for form in forms if form)


def _values(kommun: Kommun, statement: Statement) -> Iterator[str]:
    item = kommun.by_id.get(statement.about.target or "")
    if isinstance(item, Indicator):
        for one in Figures(kommun).own(item):
            values = [*(former.value for former in one.revisions), one.value]
            yield from (written(value) for value in values if value is not None)


def _figures(figures: Figures, occasion: Occasion, lock: Lock) -> Iterator[Problem]:
    day = locked_on(occasion)
    indicators = {
        name: one for one in figures.kommun.indicators for name in (*one.former_ids, one.id)
    }
    for locked in lock.figures:
        indicator = indicators.get(locked.indicator)
        measurement = behind(figures, indicator, locked) if indicator else None
        now = figures.as_of(measurement, day) if measurement and day else measurement
        pairs = [(locked.value, now.value if now else None)]
        if now is not None and now is measurement:
            # A revision tells the value of the whole only.
            pairs += [
                (then, value)
                for then, value in ((locked.women, now.women), (locked.men, now.men))
                if then is not None
            ]
        for then, value in pairs:
            if _text(value) != then:
                when = locked.period
                yield problem(
                    "KV933",
                    measurement.where.of("value") if measurement else lock.where.origin,
                    related=[locked.where.origin],
                    subject=locked.indicator,
                    indicator=locked.indicator,
                    period=periods.name(
                        when.kind.value, when.year, when.part, when.day, when.last_year
                    ),
                    before=then,
                    now=_text(value) or NOTHING,
                    occasion=occasion.id,
                )


def _text(value: Value | None) -> str | None:
    return None if value is None else written(value)
