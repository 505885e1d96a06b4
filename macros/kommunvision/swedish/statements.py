"""What was stated at a follow-up, in a sentence, with the status in the form for en or ett."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kommunvision.swedish import format as swedish
from kommunvision.swedish.quoting import one_line, quoted

NO_STATUS = {
    "not_judged": ("inte bedömt", "inte bedömd"),
    "not_measured": ("inte mätt ännu", "inte mätt ännu"),
    "cannot_be_judged": ("går inte att bedöma", "går inte att bedöma"),
    "not_stated": (
        "bedömt, men bedömningen framgår inte av källan",
        "bedömd, men bedömningen framgår inte av källan",
    ),
    "commented": ("kommenterat", "kommenterad"),
}
"""What is said where no status was set, beside what is called ett and en."""

# Words of status that are forms of a verb or an adjective, beside ett and en.
_FORMS = {
    "uppfyllt": "uppfylld",
    "uppnått": "uppnådd",
    "nått": "nådd",
    "klart": "klar",
    "färdigt": "färdig",
    "genomfört": "genomförd",
    "avslutat": "avslutad",
    "påbörjat": "påbörjad",
    "försenat": "försenad",
    "avbrutet": "avbruten",
    "pausat": "pausad",
    "planerat": "planerad",
    "stoppat": "stoppad",
    "inställt": "inställd",
    "bedömt": "bedömd",
    "mätt": "mätt",
}

# What may stand before them.
_BEFORE = {
    "",
    "inte",
    "ej",
    "delvis",
    "helt",
    "nästan",
    "till stor del",
    "till viss del",
    "i stort sett",
}

_NEGATIONS = {"inte", "ej"}

# What makes an expectation of them.
_EXPECTED = re.compile(r"^(?:bedöms|väntas|beräknas) (?:inte )?bli\b *")

# A status that begins with one of these is a whole predicate.
_VERBS = {"är", "pågår", "bedöms", "väntas", "beräknas", "kan", "kommer", "blir", "går", "ska"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """A status as it was decided, and the thing that it is about."""

    occasion: str
    """Name of the occasion: ``Delårsrapport augusti 2024``."""
    article: str
    """``en`` or ``ett``."""
    definite: str
    """The thing in its definite form: ``målet``."""
    word: str | None = None
    word_common: str | None = None
    forecast_word: str | None = None
    forecast_common: str | None = None
    forecast: bool = False
    none: str | None = None
    """Why no status was set."""


def status_words(stated: Stated) -> str:
    """Return the status alone, as it stands beside its mark: ``uppfylld``, ``inte bedömd``."""
    if stated.word is None:
        return _none(stated)
    if stated.forecast and stated.forecast_word:
        if stated.article == "en" and stated.forecast_common:
            return one_line(stated.forecast_common)
        return _bent(stated.forecast_word, stated.article)
    if stated.article == "en":
        return one_line(stated.word_common or _bent(stated.word, "en"))
    return one_line(stated.word)


def is_predicate(words: str) -> bool:
    """Tell whether a status is a whole predicate, as ``pågår`` is and ``uppfyllt`` is not."""
    return words.split(" ", 1)[0].casefold() in _VERBS


def statement_sentence(stated: Stated) -> str:
    """Return what an occasion states: ``Årsredovisning 2024: Målet är uppfyllt``, with its stop."""
    thing = swedish.capital(one_line(stated.definite))
    occasion = one_line(stated.occasion).rstrip(".: ")
    return f"{occasion}: {_said(stated, thing)}."


def _said(stated: Stated, thing: str) -> str:
    words = status_words(stated)
    if stated.word is None:
        verb = "" if stated.none == "cannot_be_judged" else "är "
        return f"{thing} {verb}{words}"
    if is_predicate(words):
        return f"{thing} {words[:1].lower()}{words[1:]}"
    if not _is_form(words, stated.article):
        of = f"{'Prognosen' if stated.forecast else 'Statusen'} för {thing[:1].lower()}{thing[1:]}"
        return f"{of} är {quoted(words)}"
    plain = f"{words[:1].lower()}{words[1:]}"
    if not stated.forecast:
        return f"{thing} är {plain}"
    negation, _, rest = plain.partition(" ")
    if negation in _NEGATIONS:
        return f"{thing} bedöms {negation} bli {rest}"
    return f"{thing} bedöms bli {plain}"


def _none(stated: Stated) -> str:
    neuter, common = NO_STATUS[stated.none or "not_judged"]
    return common if stated.article == "en" else neuter


def _bent(words: str, article: str) -> str:
    """Return a status with its last word beside en, where that word is known."""
    written = one_line(words)
    before, space, last = written.rpartition(" ")
    common = _FORMS.get(last.casefold())
    # In "målet nått" the form belongs to a noun of its own, and stays.
    fits = article == "en" and _EXPECTED.sub("", before.casefold()) in _BEFORE
    return f"{before}{space}{common}" if fits and common else written


def _is_form(words: str, article: str) -> bool:
    before, _, last = words.casefold().rpartition(" ")
    known = _FORMS.values() if article == "en" else _FORMS
    return before in _BEFORE and last in known
