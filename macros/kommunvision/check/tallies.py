"""The source's own summaries add up, with themselves and with the kommun's own list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Context, Decimal

from kommunvision.check.suggest import Guesses
from kommunvision.model import (
    Count,
    Kommun,
    Occasion,
    Scale,
    ScaleUse,
    Tally,
)
from kommunvision.problem import Problem, problem
from kommunvision.progress.counted import counted
from kommunvision.progress.judgements import Judgement, NoStatus
from kommunvision.progress.occasions import Occasions
from kommunvision.progress.scales import default_scale, no_status, ranked, step_named
from kommunvision.swedish.keys import RECORDS
from kommunvision.swedish.quantities import number as number_words

_WIDE = Context(prec=40)

# The key is the word that the writer knows.
_TOTAL = next(one.key for one in RECORDS["tally"].fields if one.attribute == "total")


@dataclass(frozen=True, slots=True)
class _List:
    """What the kommun's own list says of those that a summary counts."""

    judgements: tuple[tuple[Judgement, ...], ...]
    """Of each with a statement, its status first and then its further judgements."""
    silent: int
    """How many have no statement."""

    def having(self, word: str) -> int:
        """Return how many have a status, whichever scale it stands on."""
        reason = no_status(word)
        if reason is not None:
            return sum(1 for status, *_ in self.judgements if status.none is reason)
        return sum(1 for each in self.judgements if any(_is(one, word) for one in each))

    def without(self, *reasons: NoStatus) -> int:
        """Return how many have no status for one of some reasons."""
        return sum(1 for status, *_ in self.judgements if status.none in reasons)


def _is(judged: Judgement, word: str) -> bool:
    scale, step = judged.scale, judged.step
    return scale is not None and step is not None and step_named(scale, word) is step


def tallies(kommun: Kommun) -> Iterator[Problem]:
    """Find summaries that do not add up, unless the contradiction is acknowledged."""
    occasions, guesses = Occasions(kommun), Guesses()
    for occasion in kommun.occasions:
        scales = _scales(occasions, occasion)
        for tally in occasion.tallies:
            known = [one for one in tally.counts if _on_some(one.status, scales)]
            for count in tally.counts:
                if count not in known:
                    yield _unknown(occasion, count, scales, guesses)
                if count.number is None and count.share is None:
                    yield problem("KV938", count.where.of("status"), subject=occasion.id)
            if tally.contradiction is None and len(known) == len(tally.counts):
                listed = _listed(occasions, occasion, tally)
                # A summary that is wrong in itself is not held against anything else.
                found = list(_sum(occasion, tally, listed, scales))
                yield from found or _against(occasion, tally, listed)


def _scales(occasions: Occasions, occasion: Occasion) -> list[Scale]:
    items = [occasions.kommun.by_id.get(ref.target or "") for ref in occasion.scales]
    named = [one for one in items if isinstance(one, Scale)]
    engines = [default_scale(ScaleUse.GOALS), default_scale(ScaleUse.TASKS)]
    return [*(named or occasions.kommun.scales), *engines]


def _on_some(word: str, scales: Iterable[Scale]) -> bool:
    return no_status(word) is not None or any(step_named(scale, word) for scale in scales)


def _unknown(occasion: Occasion, count: Count, scales: list[Scale], guesses: Guesses) -> Problem:
    words = list(dict.fromkeys(step.word for scale in scales for step in scale.steps))
    return problem(
        "KV911",
        count.where.of("status"),
        suggestion=guesses.nearest(count.status, words),
        subject=occasion.id,
        value=count.status,
        choices=", ".join(words),
    )


def _listed(occasions: Occasions, occasion: Occasion, tally: Tally) -> _List:
    items = list(counted(occasions, occasion, tally))
    judging = occasions.judging
    told = [one for item in items if (one := occasions.statement(occasion, item))]
    return _List(
        judgements=tuple(
            (
                judging.status(occasion, one),
                *(judging.verdict(occasion, one, verdict) for verdict in one.verdicts),
            )
            for one in told
        ),
        silent=len(items) - len(told),
    )


def _sum(
    occasion: Occasion, tally: Tally, listed: _List, scales: Iterable[Scale]
) -> Iterator[Problem]:
    """Find counts that exceed the total, or that name everything and still fall short of it."""
    if tally.total is None or not tally.counts:
        return
    numbers = [one.number for one in tally.counts if one.number is not None]
    if len(numbers) < len(tally.counts):
        return
    number = sum(numbers)
    words = [one.status for one in tally.counts]
    every_step = any(
        all(any(step_named(scale, word) is step for word in words) for step in ranked(scale))
        for scale in scales
    )
    # Those without a status are seldom counted by word, but are part of the total.
    all_judged = len(listed.judgements) == tally.total and not listed.without(*NoStatus)
    whole = every_step and (all_judged or any(no_status(word) for word in words))
    if number > tally.total or (whole and number < tally.total):
        yield problem(
            "KV917",
            tally.where.of("total"),
            subject=occasion.id,
            sum=number,
            total=tally.total,
        )


def _against(occasion: Occasion, tally: Tally, listed: _List) -> Iterator[Problem]:
    """Find counts that the list contradicts, as far as the list goes."""
    told = len(listed.judgements)
    unjudged = listed.without(*(one for one in NoStatus if one is not NoStatus.NOT_STATED))
    # What is judged in a way that the source does not tell may have any status.
    hidden = listed.without(NoStatus.NOT_STATED)
    if tally.total is not None:
        if told - unjudged > tally.total:
            yield problem(
                "KV916",
                tally.where.of("total"),
                subject=occasion.id,
                what=_TOTAL,
                number=tally.total,
                listed=told - unjudged,
            )
            return
        room = max(0, tally.total - told) + hidden
    elif listed.silent or not told:
        room = max((one.number or 0 for one in tally.counts), default=0)
    else:
        room = hidden
    for count in tally.counts:
        having = listed.having(count.status)
        number = count.number
        if number is not None and (having > number or number - having > room):
            yield problem(
                "KV916",
                count.where.of("number"),
                subject=occasion.id,
                what=count.status,
                number=number,
                listed=having,
            )
        elif count.share is not None:
            yield from _share(occasion, tally, count, listed)


def _share(occasion: Occasion, tally: Tally, count: Count, listed: _List) -> Iterator[Problem]:
    """Find a share that no number of those that are counted gives, as far as the list goes."""
    told = len(listed.judgements)
    whole = tally.total if tally.total is not None else told + listed.silent
    unjudged = listed.without(*(one for one in NoStatus if one is not NoStatus.NOT_STATED))
    if not whole or count.share is None or (not told and tally.total is None):
        return
    least = listed.having(count.status)
    most = least + max(0, whole - told) + listed.without(NoStatus.NOT_STATED)
    if count.number is not None:
        least = most = count.number
    # Some count the share of all, and some that of those that are judged.
    wholes = {whole, whole - unjudged} - {0}
    if any(
        _rounds_to(count.share, number, each)
        for each in wholes
        for number in range(least, min(most, each) + 1)
    ):
        return
    yield problem(
        "KV939",
        count.where.of("share"),
        subject=occasion.id,
        what=count.status,
        share=number_words(count.share),
        listed=least if least == most else f"{least}–{most}",
        total=whole,
    )


def _rounds_to(share: Decimal, number: int, whole: int) -> bool:
    """Tell whether so many of so many are a share, rounded as sources round."""
    exact = _WIDE.divide(Decimal(100 * number), Decimal(whole))
    return any(
        share == exact.quantize(share, rounding=way, context=_WIDE)
        for way in (ROUND_HALF_UP, ROUND_HALF_EVEN)
    )
