"""A located text becomes the value that its field's kind asks for, or a problem."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from decimal import Decimal
from typing import Any
from urllib.parse import urlsplit

from kommunvision.load.dates import ImpossibleDate, NotADate, partial_date
from kommunvision.load.meant import meant_date, meant_number
from kommunvision.load.numbers import NotABound, NotANumber, NotAPeriod, number, period, value
from kommunvision.load.tree import Scalar
from kommunvision.model import (
    Change,
    Compared,
    Compliance,
    Counted,
    DecisionKind,
    Direction,
    EntityKind,
    Genders,
    Language,
    LevelKind,
    Method,
    Missing,
    Outlook,
    PartialDate,
    Period,
    PublisherKind,
    ScaleUse,
    Shape,
    Situation,
    Standing,
    Tone,
    Value,
)
from kommunvision.origin import Origin
from kommunvision.problem import Problem, problem
from kommunvision.swedish import format as swedish
from kommunvision.swedish.keys import CHOICES, FLAG_WORDS, NOT_STATED, NOTHING_SAID, Field, Kind
from kommunvision.text.ascii import ascii_id
from kommunvision.text.guess import nearest
from kommunvision.text.host import ascii_host
from kommunvision.text.reading import is_device

ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
EMAIL = re.compile(r"[^@\s<>\"'?&:;,/\\]+@[^@\s<>\"'?&:;,/\\]+\.[^@\s<>\"'?&:;,/\\.]+")
COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
CODE = re.compile(r"[0-9]+(?:-[0-9]+)?")
WHOLE = re.compile(r"-?[0-9]{1,9}")
IN_NO_ADDRESS = frozenset(" <>\"'`{}|\\^")

# No text on a page has use for more; a longer one is a mistake or an attack.
LONGEST_ID = 80
_OWN_PAGE = "index"
LONGEST_LINE = 2_000
LONGEST_PROSE = 100_000

_ENUMS: dict[str, Callable[[str], Any]] = {
    "standing": Standing,
    "entity_kind": EntityKind,
    "publisher_kind": PublisherKind,
    "decision_kind": DecisionKind,
    "direction": Direction,
    "genders": Genders,
    "article": str,
    "level_kind": LevelKind,
    "compliance": Compliance,
    "method": Method,
    "situation": Situation,
    "missing": Missing,
    "change": Change,
    "compared": Compared,
    "tone": Tone,
    "shape": Shape,
    "scale_use": ScaleUse,
    "outlook": Outlook,
    "corrected": str,
    "counted": Counted,
    "language": Language,
}


class Unreadable(Exception):  # noqa: N818 - it carries a finding to the reader just above
    """The value is not what its field asks for; ``found`` says why."""

    def __init__(self, found: Problem) -> None:
        super().__init__(found.code)
        self.found = found


def is_id(text: str) -> bool:
    """Whether a text is written as an id is."""
    return len(text) <= LONGEST_ID and bool(ID.fullmatch(text))


def convert(field: Field, node: Scalar) -> Any:  # noqa: ANN401 - one type per kind of field
    """Read a scalar as the field's kind.

    Raises:
        Unreadable: The text is not of that kind.
    """
    return _READERS[field.kind](field, node)


# Line ends of a folded text, but for those around lines that are set in further.
_EMPTY_LINES = re.compile(r"(?<!\n)\n+(?! )")


def _fault(code: str, field: Field, node: Scalar, meant: str | None = None) -> Unreadable:
    return Unreadable(problem(code, node.origin, suggestion=meant, key=field.key, value=node.text))


def _line(field: Field, node: Scalar) -> str:
    text = node.text.strip()
    if "\n" in text:
        raise Unreadable(problem("KV114", node.origin, key=field.key))
    return text


def _prose(_field: Field, node: Scalar) -> str:
    text = node.text.strip()
    # An empty line is a new paragraph, with or without the bar that keeps lines as they are.
    return _EMPTY_LINES.sub("\n\n", text) if node.folded else text


def _id(_field: Field, node: Scalar) -> str:
    text = node.text.strip()
    if not is_id(text):
        proposal = ascii_id(text)[:LONGEST_ID].strip("-")
        raise Unreadable(problem("KV109", node.origin, suggestion=proposal or None, value=text))
    if is_device(text):
        raise Unreadable(problem("KV123", node.origin, value=text))
    if text == _OWN_PAGE:
        raise Unreadable(problem("KV131", node.origin, value=text))
    return text


def _flag(field: Field, node: Scalar) -> bool:
    value = FLAG_WORDS.get(node.text.strip().lower())
    if value is None:
        raise _fault("KV106", field, node)
    return value


def _whole(field: Field, node: Scalar) -> int:
    if not WHOLE.fullmatch(node.text.strip()):
        raise _fault("KV107", field, node)
    return int(node.text)


def _url(field: Field, node: Scalar) -> str:
    text = node.text.strip()
    try:
        parts = urlsplit(text)
        # What stands before an @ is a password, or a false name in front of the real one.
        good = parts.scheme in {"http", "https"} and "@" not in parts.netloc
        # A name that no server can have is a mistake, or meant to end up in a server's settings.
        good = good and parts.port != 0 and bool(ascii_host(parts.hostname or ""))
    except ValueError:
        good = False
    if not (good and text.isprintable()) or not IN_NO_ADDRESS.isdisjoint(text):
        raise _fault("KV110", field, node)
    return text


def _email(field: Field, node: Scalar) -> str:
    if not EMAIL.fullmatch(node.text.strip()):
        raise _fault("KV111", field, node)
    return node.text.strip()


def _colour(field: Field, node: Scalar) -> str:
    if not COLOUR.fullmatch(node.text.strip()):
        raise _fault("KV112", field, node)
    return node.text.strip()


def _code(field: Field, node: Scalar) -> str:
    if not CODE.fullmatch(node.text.strip()):
        raise _fault("KV113", field, node)
    return node.text.strip()


def _date(field: Field, node: Scalar) -> PartialDate:
    try:
        value = partial_date(node.text)
    except NotADate:
        silent = field.unstated and node.text.strip().casefold().startswith(NOTHING_SAID)
        meant = NOT_STATED if silent else meant_date(node.text)
        raise _fault("KV401", field, node, meant) from None
    except ImpossibleDate:
        raise _fault("KV402", field, node) from None
    if value.end and value.end.is_before(value.start):
        raise _fault("KV403", field, node)
    return value


def _date_or_words(field: Field, node: Scalar) -> PartialDate | str:
    try:
        return _date(field, node)
    except Unreadable as unreadable:
        if unreadable.found.code != "KV401":
            raise
        return _line(field, node)


def _choice(field: Field, node: Scalar) -> Any:  # noqa: ANN401 - one enum per table
    words = CHOICES[field.of]
    text = node.text.strip().lower()
    if text not in words:
        raise Unreadable(
            problem(
                "KV108",
                node.origin,
                suggestion=nearest(text, words),
                key=field.key,
                value=node.text,
                choices=", ".join(words),
            )
        )
    return _ENUMS[field.of](words[text])


def _number(field: Field, node: Scalar) -> Decimal:
    try:
        return number(node.text)
    except NotANumber:
        raise _fault("KV118", field, node, meant_number(node.text, signs=True)) from None


def _value(field: Field, node: Scalar) -> Value:
    try:
        return value(_line(field, node))
    except NotABound:
        raise _fault("KV120", field, node) from None
    except NotANumber:
        raise _fault("KV118", field, node, meant_number(node.text)) from None


def _period(field: Field, node: Scalar) -> Period:
    try:
        return period(node.text)
    except NotAPeriod:
        raise _fault("KV408", field, node) from None


_READERS: dict[Kind, Callable[[Field, Scalar], Any]] = {
    Kind.ID: _id,
    Kind.LINE: _line,
    Kind.PROSE: _prose,
    Kind.FLAG: _flag,
    Kind.WHOLE: _whole,
    Kind.URL: _url,
    Kind.EMAIL: _email,
    Kind.COLOUR: _colour,
    Kind.NUMBER: _number,
    Kind.VALUE: _value,
    Kind.PERIOD: _period,
    Kind.CODE: _code,
    Kind.DATE: _date,
    Kind.DATE_OR_WORDS: _date_or_words,
    Kind.CHOICE: _choice,
}


def too_long(field: Field, node: Scalar) -> Problem | None:
    """Return the problem that a text is longer than any text on a page."""
    size = len(node.text)
    if size <= LONGEST_LINE:
        return None
    limit = LONGEST_PROSE if field.kind is Kind.PROSE else LONGEST_LINE
    if size <= limit:
        return None
    shown = {"key": field.key, "size": swedish.number(size), "limit": swedish.number(limit)}
    return Problem("KV121", node.origin, shown)


def odd_characters(node: Scalar) -> Problem | None:
    """Find text in decomposed Unicode, which looks right and is found by no search."""
    if node.text.isascii() or unicodedata.is_normalized("NFC", node.text):
        return None
    for word in node.text.split():
        composed = unicodedata.normalize("NFC", word)
        if composed != word:
            return problem("KV601", _within(node, word), suggestion=composed, word=composed)
    return None


def _within(node: Scalar, word: str) -> Origin:
    """Return the place of a word in a one-line value; else that of the value."""
    offset = node.text.find(word)
    origin = node.origin
    if "\n" in node.text or not node.plain or offset < 0:
        return origin
    return Origin(origin.path, origin.line, origin.column + offset, len(word))
