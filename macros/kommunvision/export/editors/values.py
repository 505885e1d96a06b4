"""What a single value may look like in a data file, as an editor's YAML reads it.

The loader takes every value for text. An editor guesses: ``2024`` is a number to it. So a value
may be of several types, and only what is text has a pattern. The patterns are the loader's own.
What they let through is judged by the check; what they stop, the loader stops too. Three words are
the exception, ``true``, ``false`` and ``null`` without quotation marks: to the loader they are
text, and here they are mistakes.
"""

from __future__ import annotations

from typing import Any

from kommunvision.export.editors.portable import in_any_case, portable
from kommunvision.load.dates import POINTS, YEARS
from kommunvision.load.numbers import AMBIGUOUS, LIKE_A_NUMBER, NUMBER
from kommunvision.load.values import CODE, COLOUR, EMAIL, ID, IN_NO_ADDRESS, LONGEST_ID, WHOLE
from kommunvision.swedish.bounds import SIDES
from kommunvision.swedish.editors import asked
from kommunvision.swedish.keys import CHOICES, FLAG_WORDS, NOT_STATED, RECORDS, Field, Kind
from kommunvision.swedish.periods import FORMS

_WORDS = ("string", "number")
_DIGITS = ("string", "integer")

_LINE = r"\S(?:[^\n]*\S)?"
_NUMBER = rf"(?!{portable(AMBIGUOUS)}\s*$){portable(NUMBER)}"
_BOUND = rf"{portable(SIDES)}\s*{_NUMBER}"
_MEANT_AS_NUMBER = rf"{portable(LIKE_A_NUMBER)}|{portable(SIDES)}\s*[-+−–]?[0-9]"
_POINT = portable(*POINTS)
_DATE = rf"(?:(?:{_POINT}|[0-9]{{1,2}})\s*[–-]\s*)?{_POINT}|{portable(YEARS)}"
_IN_ADDRESS = "".join(rf"\{sign}" if sign in r"{}|\^" else sign for sign in sorted(IN_NO_ADDRESS))

# Types and pattern of each kind of value.
_LOOKS: dict[Kind, tuple[tuple[str, ...], str]] = {
    Kind.ID: (_WORDS, rf"(?=[a-z0-9-]{{1,{LONGEST_ID}}}\s*$){portable(ID)}"),
    Kind.LINE: (_WORDS, _LINE),
    Kind.PROSE: (_WORDS, r"\S(?:[\s\S]*\S)?"),
    Kind.FLAG: (("string",), in_any_case(*FLAG_WORDS)),
    Kind.WHOLE: (_DIGITS, portable(WHOLE)),
    Kind.URL: (
        ("string",),
        rf"[Hh][Tt][Tt][Pp][Ss]?://[^@/?#\s{_IN_ADDRESS}]+(?:[/?#][^\s{_IN_ADDRESS}]*)?",
    ),
    Kind.EMAIL: (("string",), portable(EMAIL)),
    Kind.COLOUR: (("string",), portable(COLOUR)),
    Kind.NUMBER: (("string", "number"), _NUMBER),
    Kind.VALUE: (_WORDS, rf"(?:{_NUMBER}|{_BOUND}|(?!{_MEANT_AS_NUMBER}){_LINE})"),
    Kind.PERIOD: (_DIGITS, rf"(?:{portable(*FORMS)}|{_DATE})"),
    Kind.CODE: (_DIGITS, portable(CODE)),
    Kind.DATE: (_DIGITS, rf"(?:{_DATE})"),
    Kind.DATE_OR_WORDS: (_WORDS, _LINE),
}


def look(field: Field) -> tuple[tuple[str, ...], str]:
    """Return the types that a single value may have, and the pattern of one that is text.

    An object that may be written short is a value too, of the key that it is short for.
    """
    if field.record:
        fields = RECORDS[field.record].fields
        plain = next((one for one in fields if one.key == RECORDS[field.record].plain_key), None)
        types, pattern = look(plain) if plain else ((), "")
        return (*types, "object"), pattern
    if field.kind is Kind.CHOICE:
        return ("string",), in_any_case(*CHOICES[field.of])
    return _LOOKS[field.kind]


def shape(field: Field, *, whole: bool) -> dict[str, Any]:
    """Return what may stand under a key, but for what stands within an object.

    Args:
        field: The row of the key table.
        whole: Whether it is all that stands there, and not one of several in a list.
    """
    types, pattern = look(field)
    words = [NOT_STATED] if field.unstated and whole else []
    words += [field.word[0]] if field.word and whole else []
    if words and "string" not in types:
        types = (*types, "string")
    if field.many and whole:
        # The list comes first: it is what an editor begins when the key is chosen.
        types = ("array", *types)
    told: dict[str, Any] = {"type": list(types) if len(types) > 1 else types[0]}
    if "string" in types:
        either = [*([pattern] if pattern else []), *([in_any_case(*words)] if words else [])]
        told["pattern"] = rf"^\s*(?:{'|'.join(either)})\s*$"
    return {**told, "errorMessage": asked(field)}
