"""Numbers, answers and words as sentences and tables have them, and how many decimals they need."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Context, Decimal, localcontext
from functools import lru_cache

from babel.numbers import format_decimal

from kommunvision.swedish.bounds import Bound
from kommunvision.swedish.format import LOCALE
from kommunvision.swedish.quoting import quoted
from kommunvision.swedish.units import unit

Value = Decimal | bool | str | Bound

ANSWERS = {True: "ja", False: "nej"}

_BARE = re.compile(r"[−\d,\s]+")

# A number has at most fifteen digits on each side of the comma; a product of two has sixty.
_EXACT = Context(prec=80, rounding=ROUND_HALF_UP)


def decimals_in(value: Decimal) -> int:
    """Return how many decimals a number is written with."""
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def rounded(value: Decimal, decimals: int) -> Decimal:
    """Return a number with so many decimals; a half goes away from zero, and zero has no sign."""
    found = value.quantize(Decimal(1).scaleb(-decimals), context=_EXACT)
    return found or found.copy_abs()


def number(value: Decimal, decimals: int | None = None) -> str:
    """Write a number with a decimal comma, hard spaces and a true minus: ``−13 000,5``.

    Without a number of decimals it gets those that it is written with.
    """
    return _written(value, decimals_in(value) if decimals is None else decimals)


# The same values stand in sentences, in drawings and in tables.
@lru_cache(maxsize=20_000)
def _written(value: Decimal, shown: int) -> str:
    pattern = f"#,##0.{'0' * shown}" if shown else "#,##0"
    with localcontext(_EXACT):
        text = format_decimal(rounded(value, shown), format=pattern, locale=LOCALE)
    return text.replace("-", "−")


def amount(value: Decimal, unit_name: str | None, decimals: int | None = None) -> str:
    """Write a number with its unit: ``81,5 procent``, ``1 krona``, ``plats 143``."""
    text, forms = number(value, decimals), unit(unit_name)
    word = forms.one if text in {"1", "−1"} else forms.many
    if forms.rank:
        return f"{word} {text}"
    return f"{text} {word}" if word else text


def value_words(value: Value, unit_name: str | None, decimals: int | None = None) -> str:
    """Return a value of any kind as a sentence has it."""
    if isinstance(value, bool):
        return ANSWERS[value]
    if isinstance(value, Decimal):
        return amount(value, unit_name, decimals_for(value, decimals))
    if isinstance(value, Bound):
        return f"{value.words} {amount(value.number, unit_name)}"
    return quoted(value)


def is_bare(words: str) -> bool:
    """Tell whether a value in words is a number and nothing else."""
    return _BARE.fullmatch(words) is not None


def bare(value: Decimal | Bound, decimals: int | None = None) -> str:
    """Write a number, or the bound that is told in its place, without a unit."""
    if isinstance(value, Bound):
        return f"{value.words} {number(value.number)}"
    return number(value, decimals)


def difference(value: Decimal, other: Decimal, unit_name: str | None, decimals: int) -> str:
    """Write how far two numbers lie from each other: ``3,5 procentenheter``, ``1 krona``."""
    forms = unit(unit_name)
    text = distance(value, other, decimals)
    word = forms.gap_one if text == "1" else forms.gap_many
    return f"{text} {word}" if word else text


def distance(value: Decimal, other: Decimal, decimals: int) -> str:
    """Write the distance between two numbers without a unit; a whole one gets no decimals."""
    apart = _EXACT.abs(_EXACT.subtract(value, other))
    return number(apart, 0 if apart == apart.to_integral_value() else decimals)


def decimals_for(value: Decimal, least: int | None) -> int:
    """Return with how many decimals a number is shown, so that it is not 0 unless it is 0."""
    shown = decimals_in(value) if least is None else least
    while value and not rounded(value, shown):
        shown += 1
    return shown


def fitting(value: Decimal, other: Decimal, least: int, *, as_written: bool = False) -> int:
    """Return the fewest decimals with which two numbers and their difference agree as shown.

    A reader who subtracts the one shown number from the other shall find the difference that we
    tell, and a difference shall not vanish. ``as_written`` says that the other one is shown with
    the decimals that it has.
    """
    apart = _EXACT.subtract(value, other)
    last = max(decimals_in(value), decimals_in(other))
    for decimals in range(least, last):
        theirs = other if as_written else rounded(other, decimals)
        shown = _EXACT.subtract(rounded(value, decimals), theirs)
        told = rounded(apart, decimals)
        if shown == told and bool(told) is bool(apart):
            return decimals
    return max(least, last)
