"""How many are judged, level by level, in one sentence with the kommun's own names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kommunvision.swedish import format as swedish
from kommunvision.swedish.quoting import one_line

_OF = "\N{NO-BREAK SPACE}av\N{NO-BREAK SPACE}"
_ENDINGS = {"en": "bedömd", "ett": "bedömt", "many": "bedömda"}
_IN_WORDS = {"en": "kommenterad", "ett": "kommenterat", "many": "kommenterade"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """Those of one kind that are followed up, and how many of them are judged."""

    article: str
    """``en`` or ``ett``."""
    singular: str
    plural: str
    judged: int
    total: int
    model: str | None = None
    """The governing model, where another has a level of the same name."""


def judged_sentence(kinds: Sequence[Judged], *, in_words: bool = False) -> str:
    """Return ``12 av 15 mål och 2 av 3 uppdrag är bedömda.``; nothing where there is nothing.

    Args:
        kinds: Those of each kind.
        in_words: Whether they are spoken of without any status, and those are counted.
    """
    if not kinds:
        return ""
    ending = (_IN_WORDS if in_words else _ENDINGS)[_form(kinds)]
    return f"{swedish.listing([_part(kind) for kind in kinds])} är {ending}."


def of_whole(number: int, total: int, singular: str, plural: str) -> str:
    """Return ``2 av 3 uppdrag``, of which a line never parts the numbers."""
    noun = one_line(singular if total == 1 else plural)
    numbers = _OF.join((swedish.number(number), swedish.number(total)))
    return f"{numbers} {noun}"


def _part(kind: Judged) -> str:
    told = of_whole(kind.judged, kind.total, kind.singular, kind.plural)
    return f"{told} ({one_line(kind.model)})" if kind.model else told


def _form(kinds: Sequence[Judged]) -> str:
    only = kinds[0] if len(kinds) == 1 else None
    # One of three is as single as one of one: "1 av 3 mål är bedömt".
    single = only is not None and (only.judged == 1 or only.total == 1)
    return only.article if only and single else "many"
