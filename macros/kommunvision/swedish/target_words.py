"""What a target demands, in words: minst 85 procent, ska öka jämfört med året före."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from kommunvision.swedish import format as swedish
from kommunvision.swedish import periods
from kommunvision.swedish.facts import Relative, Target
from kommunvision.swedish.genders import gender_words
from kommunvision.swedish.keys.target import GENDERS
from kommunvision.swedish.quantities import (
    ANSWERS,
    amount,
    decimals_in,
    difference,
    number,
    value_words,
)
from kommunvision.swedish.quoting import quoted


@dataclass(frozen=True, slots=True)
class Demand:
    """One condition: as it stands after ``Målet är``, and alone in a cell."""

    clause: str
    alone: str


_CHANGES = {
    "increase": "ska öka",
    "decrease": "ska minska",
    "unchanged": "ska vara oförändrat",
}


def target_words(
    target: Target,
    unit: str | None = None,
    baseline: periods.Period | None = None,
    genders: str | None = None,
) -> str:
    """Return a target as a table has it; its own words where it is not told in another way."""
    demands = demanded(target, unit, baseline)
    words = swedish.listing([one.alone for one in demands]) if demands else quoted(target.text)
    if target.whom:
        words = f"{words} {for_whom(target.whom, genders)}".strip()
    if target.deadline is not None:
        words = f"{words} senast {swedish.date(target.deadline)}".strip()
    if target.every_year and target.compared != "each_year":
        words = f"{words} {every_year(target)}".strip()
    return words


def for_whom(whom: Sequence[str], genders: str | None = None) -> str:
    """Return whose values a target is for: ``för både kvinnor och män``."""
    names = [who(name, genders) for name in whom]
    both = "både " if len(names) == 2 else ""  # noqa: PLR2004 - both are two
    return f"för {both}{swedish.listing(names)}"


def who(name: str, genders: str | None = None) -> str:
    """Return the name of some within a sentence; women and men need no quotation marks."""
    return gender_words(genders)[GENDERS[name]] if name in GENDERS else quoted(name)


def demanded(
    target: Target, unit: str | None, baseline: periods.Period | None
) -> tuple[Demand, ...]:
    """Return each condition of a target in words."""
    return (*_numbers(target, unit), *_movements(target, baseline), *_others(target, unit))


def every_year(target: Target) -> str:
    """Return for which years a target is: ``varje år utom 2025``."""
    since = f" från och med {periods.about(target.period)}" if target.period else ""
    without = swedish.listing([str(year) for year in target.except_years])
    return f"varje år{since}{f' utom {without}' if without else ''}"


def by_when(deadline: swedish.Span) -> str:
    """Return a deadline as a sentence has it: ``senast den 31 december 2026``."""
    point = deadline.end or deadline.start
    word = "den " if point.day else "i " if point.month else ""
    if deadline.end is not None:
        word = ""
    return f"senast {word}{swedish.date(deadline)}"


def _same(words: str) -> Demand:
    return Demand(words, words)


def _to(subject: str, words: str) -> Demand:
    return Demand(f"att {subject} {words}", words)


def _numbers(target: Target, unit: str | None) -> Iterator[Demand]:
    for word, bound in (
        ("minst", target.at_least),
        ("högst", target.at_most),
        ("över", target.over),
        ("under", target.under),
    ):
        if bound is not None:
            yield _same(f"{word} {amount(bound, unit)}")
    yield from _interval(target.lowest, target.highest, unit)
    wanted = target.exactly
    if isinstance(wanted, bool):
        yield _to("svaret", f"ska vara {ANSWERS[wanted]}")
    elif isinstance(wanted, Decimal):
        # A source that names a number seldom says exactly, and we do not say it for it.
        yield _same(amount(wanted, unit))
    elif wanted is not None:
        yield _same(value_words(wanted, unit))
    if target.yes:
        yield _to("svaret", "ska vara ja")


def _interval(
    lowest: Decimal | None, highest: Decimal | None, unit: str | None
) -> Iterator[Demand]:
    if lowest is not None and highest is not None:
        if lowest == highest:
            yield _same(f"exakt {amount(lowest, unit)}")
        else:
            yield _same(f"mellan {number(lowest)} och {amount(highest, unit)}")
    elif lowest is not None:
        yield _same(f"minst {amount(lowest, unit)}")
    elif highest is not None:
        yield _same(f"högst {amount(highest, unit)}")


def _movements(target: Target, baseline: periods.Period | None) -> Iterator[Demand]:
    start = periods.about(baseline) if baseline else "utgångsläget"
    if target.change is not None:
        if target.compared == "each_year":
            from_what = " varje år"
        elif target.compared == "year_before":
            before = periods.a_year_before(target.period) if target.period else "året före"
            from_what = f" jämfört med {before}"
        else:
            from_what = f" jämfört med {start}" if target.compared else ""
        yield _to("värdet", f"{_CHANGES[target.change]}{from_what}")
    if target.percent is not None:
        word = "öka" if target.percent > 0 else "minska"
        share = f"{word} med {number(target.percent.copy_abs())} procent"
        moved = f"ska {share}" if target.percent else "ska vara oförändrat"
        yield _to("värdet", f"{moved} jämfört med {start}")


def _others(target: Target, unit: str | None) -> Iterator[Demand]:
    if target.rank is not None:
        among = f" av {target.rank_of}" if target.rank_of else ""
        if target.rank == 1:
            yield Demand(f"att vara bäst{among}", f"bäst{among}")
        else:
            best = f"bland de {number(Decimal(target.rank))} bästa{among}"
            yield Demand(f"en plats {best}", best)
    for relative in target.relative:
        yield _same(_relative(relative, unit))
    if target.done:
        yield _to("det", "ska vara klart")


def _relative(relative: Relative, unit: str | None) -> str:
    group, margin = quoted(relative.group), relative.margin
    if not margin:
        return f"{'högst' if relative.at_most else 'minst'} samma värde som för {group}"
    side = "över" if margin > 0 else "under"
    # At most theirs less two is two below them or more; at least theirs less two, two or fewer.
    word = "högst" if relative.at_most is (margin > 0) else "minst"
    return f"{word} {gap_words(margin.copy_abs(), unit)} {side} värdet för {group}"


def gap_words(size: Decimal, unit: str | None) -> str:
    """Return a distance with its unit: ``2 procentenheter``."""
    return difference(size, Decimal(0), unit, decimals_in(size))
