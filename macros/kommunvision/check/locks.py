"""A locked occasion says for ever what it said when it was locked, but for told corrections."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kommunvision.check.corrections import WORD_OF
from kommunvision.model import Kommun, Lock, LockedFigure, Measurement, Occasion, Value
from kommunvision.origin import Where
from kommunvision.problem import Problem, problem
from kommunvision.progress import Figures, Occasions, lock_of, locked_on
from kommunvision.progress.fingerprints import (
    corrections_of,
    head_marks,
    head_undone,
    statement_marks,
    written,
)
from kommunvision.progress.shown import behind
from kommunvision.swedish import periods
from kommunvision.swedish.keys import LOCK_FIGURE_KEYS
from kommunvision.swedish.problems.locks import correction, revision
from kommunvision.swedish.problems.objects import NOTHING


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
        marks = head_marks(kommun, head_undone(occasion))
        yield from _changed("KV932", occasion, None, occasion.where, (lock.head, marks))
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
        marks = statement_marks(occasions, occasion, statement)
        if known is None:
            if marks:
                yield problem("KV931", statement.where.of("about"), subject=about, value=about)
            continue
        told.add(known)
        pair = (lock.statements[known], marks)
        yield from _changed("KV929", occasion, about, statement.where, pair)
    for about in lock.statements:
        if about not in told:
            yield problem("KV930", occasion.where.of("statements"), subject=about, value=about)


def _changed(
    code: str,
    occasion: Occasion,
    about: str | None,
    where: Where,
    marks: tuple[Mapping[str, str], Mapping[str, str]],
) -> Iterator[Problem]:
    """Find each thing that is another than when it was locked, by its fingerprint."""
    locked, now = marks
    name = about or occasion.id
    for part in WORD_OF:
        if locked.get(part) == now.get(part):
            continue
        told = corrections_of(occasion, about, part)
        if told:
            # Something else stood there than the earliest correction says.
            place = told[0].where.of("before")
            yield problem("KV936", place, subject=name, value=name, part=WORD_OF[part])
            continue
        yield problem(
            code,
            where.of(part),
            subject=name,
            value=name,
            part=WORD_OF[part],
            correction=correction(WORD_OF[part], about, stood=part in locked),
        )


def _figures(figures: Figures, occasion: Occasion, lock: Lock) -> Iterator[Problem]:
    day = locked_on(occasion)
    indicators = {
        name: one for one in figures.kommun.indicators for name in (*one.former_ids, one.id)
    }
    for locked in lock.figures:
        indicator = indicators.get(locked.indicator)
        measurement = behind(figures, indicator, locked) if indicator else None
        now = figures.as_of(measurement, day) if measurement and day else measurement
        for keys, then, value in _pairs(locked, now):
            if _text(value) != then:
                when = locked.period
                name = periods.named(when)
                key, *whose = keys
                key_word = LOCK_FIGURE_KEYS[key]
                whom = whose or ([key_word] if key != "value" else [])
                yield problem(
                    "KV933",
                    measurement.where.of(key) if measurement else lock.where.origin,
                    related=[locked.where.origin],
                    subject=locked.indicator,
                    indicator=locked.indicator,
                    period=", ".join([name, *whom]),
                    before=then,
                    now=_text(value) or NOTHING,
                    occasion=occasion.id,
                    revision=revision(key_word, then, *whose),
                )


def _pairs(
    locked: LockedFigure, now: Measurement | None
) -> Iterator[tuple[tuple[str, ...], str, Value | None]]:
    """Yield each locked number with what stands there now, and whose it is."""
    yield ("value",), locked.value, now.value if now else None
    for key, then in (("women", locked.women), ("men", locked.men)):
        if then is not None and now is not None:
            yield (key,), then, getattr(now, key)
    for name, then in locked.parts.items():
        if now is not None:
            value = next((one.value for one in now.parts if one.name == name), None)
            yield ("parts", name), then, value


def _text(value: Value | None) -> str | None:
    return None if value is None else written(value)
