"""Values and targets are whole: each has a figure or a reason, a period of its own, a condition."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from string import Formatter

from kommunvision.check.suggest import Guesses
from kommunvision.model import (
    Baseline,
    Bound,
    Compared,
    Indicator,
    Kommun,
    Measurement,
    Part,
    Scale,
    Target,
    Value,
)
from kommunvision.origin import Where
from kommunvision.problem import Problem, problem
from kommunvision.progress.below import counts, is_below
from kommunvision.progress.breakdown import names_of
from kommunvision.progress.fingerprints import written
from kommunvision.swedish import periods
from kommunvision.swedish.absent import stands_for_nothing
from kommunvision.swedish.genders import OTHERS, gender_words
from kommunvision.swedish.keys import GENDERS, SENTENCE_PLACES
from kommunvision.swedish.problems.genders import WHOM_REMEDIES

# What makes a target a target; an interval has two ends, and words alone are the source's own.
_CONDITIONS = (
    *("at_least", "at_most", "over", "under", "exactly", "lowest", "highest", "yes", "done"),
    *("change", "percent", "rank", "relative", "text"),
)

# Where a figure can stand, whole or in part.
_TOLD = ("value", "women", "men", "parts")


def figures(kommun: Kommun) -> Iterator[Problem]:
    """Find values without a figure and without a reason, or with both."""
    for indicator, values in _lists(kommun):
        for one in values:
            # A value that cannot be read is a fault of its own, and no missing one.
            told = any((name,) in one.where.fields for name in _TOLD)
            places = [(told, one.where, "period")]
            places += [(("value",) in part.where.fields, part.where, "name") for part in one.parts]
            for told, where, head in places:
                if told is (("missing",) in where.fields):
                    code, place = ("KV902", "missing") if told else ("KV901", head)
                    yield problem(code, where.of(place), subject=indicator, period=_name(one))
            for former in one.revisions:
                if not any((name,) in former.where.fields for name in _TOLD):
                    yield problem(
                        "KV937", former.where.of("date"), subject=indicator, period=_name(one)
                    )


def once_each(kommun: Kommun) -> Iterator[Problem]:
    """Find periods that have two values of the same indicator, group and definition."""
    seen: dict[tuple[object, ...], Measurement] = {}
    for indicator in kommun.indicators:
        for one in indicator.values:
            seen[indicator.id, None, None, one.period, one.forecast] = one
        yield from _twice(indicator.id, indicator.values)
    for series in kommun.series:
        name = series.indicator.target or ""
        yield from _twice(name, series.values)
        for one in series.values:
            key = (name, series.group, series.definition, one.period, one.forecast)
            other = seen.setdefault(key, one)
            if other is not one:
                yield _again(name, one, other)


def below_nought(kommun: Kommun) -> Iterator[Problem]:
    """Find counts of things that are less than none."""
    counting = {one.id: one for one in kommun.indicators if counts(one)}
    for indicator, values in _lists(kommun):
        if indicator not in counting:
            continue
        for one in values:
            for value, where, name in _places(one):
                if is_below(value):
                    yield problem(
                        "KV948",
                        where.of(name),
                        subject=indicator,
                        value=written(value),
                        name=counting[indicator].name,
                    )


def no_values(kommun: Kommun) -> Iterator[Problem]:
    """Find words that say that there is no value, where the value stands."""
    # A step of a scale may be called so.
    scaled = {one.id for one in kommun.indicators if one.scale}
    for indicator, values in _lists(kommun):
        for one in () if indicator in scaled else values:
            for value, where, name in _places(one):
                if stands_for_nothing(value):
                    yield problem("KV949", where.of(name), subject=indicator, value=str(value))


def parts_once_each(kommun: Kommun) -> Iterator[Problem]:
    """Find parts of a value that go by the same name: only one of them could be shown."""
    for indicator, values in _lists(kommun):
        for one in values:
            for parts in (one.parts, *(former.parts for former in one.revisions)):
                first: dict[str, Part] = {}
                for part in parts:
                    other = first.setdefault(part.name.casefold(), part)
                    if other is not part:
                        yield _same_part(indicator, one, part, other)


def _same_part(indicator: str, one: Measurement, part: Part, other: Part) -> Problem:
    place = other.where.of("name")
    return problem(
        "KV941",
        part.where.of("name"),
        related=[place],
        subject=indicator,
        name=part.name,
        period=_name(one),
        place=place,
    )


def _twice(indicator: str, values: Iterable[Measurement]) -> Iterator[Problem]:
    first: dict[tuple[object, ...], Measurement] = {}
    for one in values:
        other = first.setdefault((one.period, one.forecast), one)
        if other is not one:
            yield _again(indicator, one, other)


def _places(one: Measurement) -> Iterator[tuple[Value, Where, str]]:
    """Return each figure of a value with the place where it stands."""
    for name in ("value", "women", "men"):
        if (value := getattr(one, name)) is not None:
            yield value, one.where, name
    yield from ((part.value, part.where, "value") for part in one.parts if part.value is not None)


def _again(indicator: str, one: Measurement, other: Measurement) -> Problem:
    place = other.where.of("period")
    return problem(
        "KV903",
        one.where.of("period"),
        related=[place],
        subject=indicator,
        period=_name(one),
        place=place,
    )


def alike(kommun: Kommun) -> Iterator[Problem]:
    """Find values of another kind than the first of the same indicator, and words off its scale."""
    guesses = Guesses()
    for indicator in kommun.indicators:
        scale = kommun.by_id.get(indicator.scale.target or "") if indicator.scale else None
        words = _words(scale) if isinstance(scale, Scale) else {}
        kind: type | None = str if words else None
        for one in [m for name, values in _lists(kommun) if name == indicator.id for m in values]:
            for attribute in ("value", "women", "men"):
                value: Value | None = getattr(one, attribute)
                if value is None or (not words and stands_for_nothing(value)):
                    continue
                # A bound is told in place of a number.
                own = Decimal if isinstance(value, Bound) else type(value)
                kind = kind or own
                origin = one.where.of(attribute)
                if own is not kind:
                    yield problem("KV908", origin, subject=indicator.id, value=written(value))
                elif words and str(value).casefold() not in words:
                    near = guesses.nearest(str(value), words.values())
                    yield problem(
                        "KV909",
                        origin,
                        suggestion=near,
                        subject=indicator.id,
                        value=str(value),
                        choices=", ".join(dict.fromkeys(words.values())),
                    )


def targets(kommun: Kommun) -> Iterator[Problem]:
    """Find targets without a condition, with half an interval, or without what they lean on."""
    for indicator in kommun.indicators:
        groups = {
            series.group
            for series in kommun.series
            if series.indicator.target == indicator.id and series.group
        }
        for target in indicator.targets:
            yield from _target(indicator, target)
            yield from _whom(kommun, indicator, target)
            for one in target.relative:
                if one.group not in groups:
                    yield problem(
                        "KV907",
                        one.where.of("group"),
                        suggestion=Guesses().nearest(one.group, sorted(groups)),
                        subject=indicator.id,
                        value=one.group,
                    )


def _target(indicator: Indicator, target: Target) -> Iterator[Problem]:
    origin = target.where.origin
    bound = isinstance(target.exactly, Bound)
    if bound or not any(_says(target, name) for name in _CONDITIONS):
        yield problem("KV904", origin, subject=indicator.id)
    low, high = target.lowest, target.highest
    half = _says(target, "lowest") is not _says(target, "highest")
    if half or (low is not None and high is not None and low > high):
        yield problem("KV905", origin, subject=indicator.id)
    leans = target.percent is not None or target.compared is Compared.BASELINE
    base = indicator.baseline
    if leans and not (_says(base, "value") if base else _says(indicator, "baseline")):
        yield problem("KV910", origin, subject=indicator.id, indicator=indicator.id)


def _says(holder: Target | Baseline | Indicator, name: str) -> bool:
    """Whether something has a value, or one that cannot be read, which is a fault of its own."""
    value = getattr(holder, name)
    if value is None or value == ():
        return (name,) in holder.where.fields
    # Nought is a condition: compared with == it would be taken for no.
    return value is not False


def _whom(kommun: Kommun, indicator: Indicator, target: Target) -> Iterator[Problem]:
    if not target.whom:
        return
    lists = [values for name, values in _lists(kommun) if name == indicator.id]
    names = names_of(one for values in lists for one in values)
    called = gender_words(indicator.genders)
    choices = [called[GENDERS[name]] if name in GENDERS else name for name in names]
    for place, name in enumerate(target.whom):
        if name not in names:
            _, choice = OTHERS.get(name.lower(), ("", ""))
            remedy = WHOM_REMEDIES["genders" if choice and indicator.genders is None else "names"]
            yield problem(
                "KV935",
                target.where.of("whom", place),
                suggestion=Guesses().nearest(name, choices),
                subject=indicator.id,
                value=name,
                remedy=remedy.format(choices=", ".join(choices), choice=choice),
            )


def sentences(kommun: Kommun) -> Iterator[Problem]:
    """Find sentences that have no place for the value, or places for something else."""
    for indicator in kommun.indicators:
        text = indicator.sentence
        if text is None:
            continue
        origin = indicator.where.of("sentence")
        try:
            places = [name for _, name, form, how in Formatter().parse(text) if name is not None]
            plain = not any(form or how for _, name, form, how in Formatter().parse(text) if name)
        except ValueError:
            places, plain = [], False
        if not plain or SENTENCE_PLACES["value"] not in places or len(places) != len(set(places)):
            yield problem("KV906", origin, subject=indicator.id, value=text)
        elif odd := [name for name in places if name not in SENTENCE_PLACES.values()]:
            near = Guesses().nearest(odd[0], SENTENCE_PLACES.values())
            yield problem("KV906", origin, suggestion=near, subject=indicator.id, value=odd[0])


def _lists(kommun: Kommun) -> Iterator[tuple[str, tuple[Measurement, ...]]]:
    """Yield every list of values with the id of its indicator."""
    for indicator in kommun.indicators:
        yield indicator.id, indicator.values
    for series in kommun.series:
        yield series.indicator.target or "", series.values


def _words(scale: Scale) -> dict[str, str]:
    """Return the words that a value may be on a scale, by their folded form."""
    return {
        form.casefold(): step.word
        for step in scale.steps
        for form in (step.id, step.word, step.word_common)
        if form
    }


def _name(one: Measurement) -> str:
    return periods.named(one.period)
