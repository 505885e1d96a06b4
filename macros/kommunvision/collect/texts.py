"""What stands in a cell becomes what a data file has, or a problem that names the cell."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal

from kommunvision.collect.asked import Asked, as_written
from kommunvision.collect.choices import Choices
from kommunvision.collect.columns import Column, Fill
from kommunvision.collect.grid import Cell
from kommunvision.collect.meant import day_meant, is_error_value, word_meant
from kommunvision.collect.measured import Measured, ValueKind
from kommunvision.collect.sources import lines, unknown
from kommunvision.load.dates import ImpossibleDate, NotADate, partial_date
from kommunvision.load.numbers import NotABound, NotANumber, value
from kommunvision.model import Bound
from kommunvision.origin import Origin
from kommunvision.problem import Problem, problem
from kommunvision.swedish.answer_faults import VALUE_REMEDIES
from kommunvision.swedish.collect import NOTHING
from kommunvision.swedish.quantities import ANSWERS, decimals_in
from kommunvision.swedish.workbook import cell_fault
from kommunvision.text.decode import PRIVATE, UNSEEN
from kommunvision.text.doubled import doubled
from kommunvision.text.guess import nearest

# Ways to write a day that data files do not have.
_SLASHED = re.compile(r"(?:den )?(\d{1,2})/(\d{1,2})[ -](\d{4})")
_POINTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_RUN_TOGETHER = re.compile(r"(20\d\d)(\d\d)(\d\d)")
# What comes along from Word and from web pages, and says nothing but where a line ends.
_LINE_ENDS = re.compile("[\x0b\x0c\x85\u2028\u2029]")
_WITHOUT_ROOM = re.compile("[\u200b\u2060\ufeff]")
_BULLET = re.compile("^[ \\t]*[\u2022\u2023\u25aa\u25cf\u25e6\xb7][ \\t\xa0]+")
# Numbers that are none: of two, with signs that mean several things, or made a day.
_RANGE = re.compile(r"\d[\d\s.,]*(?:[-–—]|till)\s*\d[\d\s.,]*")
_NUMERIC = re.compile(r"[-+−]?\d[\d\s.,]*")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_MIDNIGHT = re.compile(r"[ T]00:00(:00)?$")

_MOST_PERCENT = 100


class Refused(Exception):  # noqa: N818 - it carries a finding to the function just above
    """A cell cannot be taken."""

    def __init__(self, found: Problem) -> None:
        super().__init__(found.code)
        self.found = found


@dataclass(frozen=True, slots=True)
class Answer:
    """What a cell says."""

    text: str
    """As a data file has it; empty where nothing is said."""
    none: bool = False
    """Whether it says in so many words that there is nothing, as with a dash."""
    no: bool = False
    """Whether it is the answer no, which data files leave out."""


def answer(row: Asked, column: Column, cell: Cell) -> Answer:
    """Return what a cell says.

    Raises:
        Refused: It cannot be read, or may not stand there.
    """
    text = _plain(row, column, cell)
    if not text or text.casefold() in NOTHING:
        return Answer("", none=bool(text))
    match column.fill:
        case Fill.WORD:
            word = _word(row.choices[column.name], column, text, cell.origin)
            no = column.name == "preliminary" and word == ANSWERS[False]
            return Answer("" if no else word, no=no)
        case Fill.DATE:
            return Answer(_date(text, cell.origin))
        case Fill.VALUE if row.measured is not None:
            return Answer(
                _value(row.measured, row.choices.get(column.name), column, text, cell.origin)
            )
        case Fill.SOURCES:
            return Answer(_sources(row, column, text, cell.origin))
    return Answer(text)


def same(row: Asked, column: Column, one: str, other: str) -> bool:
    """Tell whether two texts of a data file say the same in a column."""
    return _meant(row, column, one) == _meant(row, column, other)


def shown(row: Asked, column: Column, text: str) -> str:
    """Return a text of a data file as its cell has it: a word as the list has it."""
    choices = row.choices.get(column.name)
    if not choices or column.fill is Fill.SOURCES:
        return text
    return next((one.word for one in choices.words if _is(one.word, one.forms, text)), text)


def doubts(row: Asked, column: Column, text: str, origin: Origin) -> list[Problem]:
    """Return what is odd about an answer that can be taken all the same."""
    measured = row.measured
    if measured is None or measured.kind is not ValueKind.NUMBER or column.fill is not Fill.VALUE:
        return []
    told = value(text) if text else None
    number = told.number if isinstance(told, Bound) else told
    if not isinstance(number, Decimal):
        return []
    if measured.counts and number < 0:
        return [
            problem("KV948", origin, subject=row.item.id, value=text, name=measured.indicator.name)
        ]
    title = row.told.rstrip(".")
    if measured.share and not 0 <= number <= _MOST_PERCENT:
        return [problem("KV966", origin, subject=row.item.id, value=text, title=title)]
    if isinstance(told, Decimal) and number and measured.is_far_off(abs(number)):
        last = measured.shown["last"]
        return [problem("KV969", origin, subject=row.item.id, value=text, title=title, last=last)]
    return []


def _plain(row: Asked, column: Column, cell: Cell) -> str:
    if cell.percent and row.measured and row.measured.percent and column.fill is Fill.VALUE:
        return cell.percent
    if cell.cause:
        raise Refused(Problem("KV944", cell.origin, cell_fault(cell.cause)))
    written = _WITHOUT_ROOM.sub("", _LINE_ENDS.sub("\n", cell.text))
    if wrong := doubled(written):
        raise Refused(Problem(wrong.code, cell.origin, wrong.details))
    if unseen := UNSEEN.search(written) or PRIVATE.search(written):
        raise Refused(problem("KV008", cell.origin, character=f"U+{ord(unseen[0]):04X}"))
    # Some computers write letters with rings and dots as two characters.
    text = unicodedata.normalize("NFC", written).strip()
    if is_error_value(text):
        raise Refused(Problem("KV944", cell.origin, cell_fault("error")))
    if column.fill in {Fill.TEXT, Fill.SOURCES}:
        return "\n".join(_BULLET.sub("- ", line).rstrip() for line in text.split("\n"))
    return " ".join(text.split())


def _word(choices: Choices, column: Column, text: str, origin: Origin) -> str:
    found = choices.read(text)
    if len(found) == 1:
        return found[0]
    words = [one.word for one in choices.words]
    near = word_meant(text, words) if not found else None
    raise Refused(
        problem(
            "KV960",
            origin,
            suggestion=near,
            value=text,
            heading=column.heading.text,
            choices=", ".join(found or words),
        )
    )


def _sources(row: Asked, column: Column, text: str, origin: Origin) -> str:
    """Return the sources of a cell, one a line."""
    known = [one.word for one in row.choices[column.name].words]
    if strange := unknown(text, row.now.get(column.name, ""), known):
        near = nearest(strange, known)
        raise Refused(problem("KV967", origin, suggestion=near, value=strange))
    return "\n".join(lines(text))


def _date(text: str, origin: Origin) -> str:
    written = _MIDNIGHT.sub("", text)
    for form, order in ((_SLASHED, (3, 2, 1)), (_POINTED, (3, 2, 1)), (_RUN_TOGETHER, (1, 2, 3))):
        if found := form.fullmatch(written):
            written = "-".join(found[place].zfill(2) for place in order)
    written = re.sub(r"^den (?=\d)", "", written, flags=re.IGNORECASE)
    try:
        told = partial_date(written)
    except (NotADate, ImpossibleDate):
        meant = day_meant(written)
        raise Refused(problem("KV963", origin, suggestion=meant, value=text)) from None
    if told.end and told.end.is_before(told.start):
        raise Refused(problem("KV963", origin, value=text))
    return written


def _value(
    measured: Measured, choices: Choices | None, column: Column, text: str, origin: Origin
) -> str:
    if choices:
        return _word(choices, column, text, origin)
    if measured.kind is ValueKind.WORDS:
        return text
    # The unit is known; per cent is the one that people write all the same.
    bare = text.removesuffix("%").rstrip() if measured.percent else text
    try:
        told = value(bare)
    except (NotANumber, NotABound):
        told = None
    number = isinstance(told, Decimal | Bound)
    if told is None or (measured.kind is ValueKind.NUMBER and not number):
        rule = measured.shown["rule"]
        remedy = VALUE_REMEDIES[_slip(bare)]
        raise Refused(problem("KV961", origin, value=text, rule=rule, remedy=remedy))
    if isinstance(told, Decimal) and measured.decimals is not None:
        has = decimals_in(told)
        if has > measured.decimals and told == round(told, measured.decimals):
            # Noughts that a program has put there to show the number.
            told = round(told, measured.decimals)
        elif has > measured.decimals:
            rule, remedy = measured.shown["rule"], _rounding(measured, told)
            shown_as = f"{told:f}".replace(".", ",")
            raise Refused(
                problem("KV962", origin, value=shown_as, has=has, rule=rule, remedy=remedy)
            )
    return as_written(told)


def _slip(text: str) -> str:
    """Return what is wrong with a value that is no number, as a key of the table of remedies."""
    if not re.search(r"\d", text):
        return "nothing"
    if _DAY.fullmatch(text):
        return "day"
    if _RANGE.fullmatch(text):
        return "range"
    return "thousands" if _NUMERIC.fullmatch(text) else "words"


def _rounding(measured: Measured, number: Decimal) -> str:
    """Return what to do about too many decimals: a share may be told as a part of one."""
    if measured.percent and 0 < number < 1:
        percent = f"{(number * 100).normalize():f}".replace(".", ",")
        return VALUE_REMEDIES["fraction"].format(percent=percent)
    return VALUE_REMEDIES["round"]


def _meant(row: Asked, column: Column, text: str) -> object:
    """Return what a text says, so that two ways to write the same are equal."""
    if column.name in row.choices:
        is_word = column.fill is not Fill.SOURCES
        return shown(row, column, text).casefold() if is_word else lines(text)
    if column.fill is Fill.DATE and text:
        try:
            return partial_date(text)
        except (NotADate, ImpossibleDate):
            return text
    if column.fill is Fill.VALUE and text:
        try:
            return value(text)
        except (NotANumber, NotABound):
            return text
    return "\n".join(line.rstrip() for line in text.strip().split("\n"))


def _is(word: str, forms: tuple[str, ...], text: str) -> bool:
    folded = " ".join(text.casefold().split())
    return folded in {" ".join(one.casefold().split()) for one in (word, *forms)}
