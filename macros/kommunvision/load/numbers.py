"""Numbers, periods and values as people write them: 81,5, 13 000, andra tertialet 2024."""

from __future__ import annotations

import re
from decimal import Decimal

from kommunvision.load.dates import ImpossibleDate, NotADate, partial_date
from kommunvision.model import Period, PeriodKind, Value
from kommunvision.swedish import bounds, periods
from kommunvision.swedish.bounds import Bound
from kommunvision.swedish.keys import FLAG_WORDS

# A space may be hard or narrow; the sign may be the true minus, a hyphen or a plus.
NUMBER = re.compile(
    r"(?P<sign>[-+−–]?)(?P<whole>[0-9]{1,3}(?:[\s\u00a0\u202f][0-9]{3})+|[0-9]+)"
    r"(?:[.,](?P<part>[0-9]+))?"
)

# 13.000 may be thirteen thousand or thirteen.
AMBIGUOUS = re.compile(r"[-+−–]?[0-9]{1,3}(?:\.[0-9]{3})+")

# What YAML takes for a key of its own after a decimal comma within braces.
REST_OF_NUMBER = re.compile(r"\d+\s*%?")

# A text that begins so is meant as a number, and is not quietly taken for words.
LIKE_A_NUMBER = re.compile(r"[-+−–<>≥≤~=\s]*\d")

_LONGEST = 15


class NotANumber(ValueError):  # noqa: N818 - the name says what the text is
    """The text is no number that we understand."""


class NotABound(ValueError):  # noqa: N818 - the name says what the text is
    """The text is no bound that we understand."""


class NotAPeriod(ValueError):  # noqa: N818 - the name says what the text is
    """The text is no period that we understand."""


def number(text: str) -> Decimal:
    """Read a number with a comma or a point before its decimals.

    Raises:
        NotANumber: The text is no number, has another sign in it, or could be read in two ways.
    """
    written = text.strip()
    found = NUMBER.fullmatch(written)
    if found is None or AMBIGUOUS.fullmatch(written):
        raise NotANumber(text)
    digits = "".join(found["whole"].split())
    if len(digits) > _LONGEST or len(found["part"] or "") > _LONGEST:
        raise NotANumber(text)
    sign = "-" if found["sign"] in {"-", "−", "–"} else ""
    return Decimal(f"{sign}{digits}.{found['part']}" if found["part"] else f"{sign}{digits}")


def value(text: str) -> Value:
    """Read a number or a bound of one, yes or no, or words.

    Raises:
        NotANumber: The text looks like a number but is none.
        NotABound: The text begins as a bound, and no number alone follows.
    """
    written = text.strip()
    flag = FLAG_WORDS.get(written.lower())
    if flag is not None:
        return flag
    if (parts := bounds.split(written)) is not None:
        try:
            return Bound(parts[0], number(parts[1]))
        except NotANumber:
            raise NotABound(text) from None
    if LIKE_A_NUMBER.match(written):
        return number(written)
    return written


def period(text: str) -> Period:
    """Read a period of any kind.

    Raises:
        NotAPeriod: The text is no period, or there is no such day.
    """
    if (found := periods.read(text)) is not None:
        kind, year, part, day, last_year = found
        return Period(PeriodKind(kind), year, part, day, last_year)
    try:
        date = partial_date(text)
    except (NotADate, ImpossibleDate):
        raise NotAPeriod(text) from None
    point, end = date.start, date.end
    if point.year is None or point.month is None:
        raise NotAPeriod(text)
    if end is not None:
        # Several months: whole ones, of one year, in order.
        whole = point.day is None and end.day is None and end.year == point.year
        if not whole or end.month is None or end.month <= point.month:
            raise NotAPeriod(text)
        return Period(PeriodKind.MONTHS, point.year, point.month, end.month)
    if point.day is None:
        return Period(PeriodKind.MONTH, point.year, point.month)
    return Period(PeriodKind.DAY, point.year, point.month, point.day)
