"""Units of measurement as Swedish says them: 1 krona, 2 kronor, 3,5 procentenheter."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Unit:
    """The forms of one unit; empty ones for a number that stands alone."""

    one: str
    many: str
    gap_one: str
    gap_many: str
    counted: bool = False
    """Whether there can be more and fewer of it, and not only a higher or lower value."""
    rank: bool = False
    """Whether it says that the number is a place among others, and so stands before it."""


def unit(name: str | None) -> Unit:
    """Return the forms of a unit; one that is not in the tables is left as it is written."""
    written = " ".join((name or "").split())
    return _UNITS.get(written.casefold()) or Unit(written, written, written, written)


def counts_things(name: str) -> bool:
    """Tell whether a unit says that things are counted."""
    words = (name or "").casefold().split()
    return words[:1] == ["antal"] or unit(name).counted


def is_rank(name: str) -> bool:
    """Tell whether a unit says that a number is a place among others."""
    return unit(name).rank


_PERCENT = Unit("procent", "procent", "procentenhet", "procentenheter")
_PER_MILLE = Unit("promille", "promille", "promilleenhet", "promilleenheter")
_ALONE = Unit("", "", "", "")

_UNITS: dict[str, Unit] = {
    **dict.fromkeys(("procent", "%", "andel (%)", "andel i procent", "andel, procent"), _PERCENT),
    **dict.fromkeys(("promille", "‰"), _PER_MILLE),
    **dict.fromkeys(("index", "indexvärde", "betyg", "kvot", "medelvärde", "genomsnitt"), _ALONE),
    "antal": Unit("", "", "", "", counted=True),
    **dict.fromkeys(
        ("plats", "placering", "rang", "rankning", "ranking"),
        Unit("plats", "plats", "plats", "platser", rank=True),
    ),
}

# What can be counted, one and several.
_COUNTED = """
person personer
elev elever
invånare invånare
barn barn
bostad bostäder
lägenhet lägenheter
plats platser
företag företag
besök besök
besökare besökare
deltagare deltagare
ärende ärenden
olycka olyckor
träff träffar
gång gånger
fall fall
skada skador
medarbetare medarbetare
anställd anställda
årsarbetare årsarbetare
hushåll hushåll
"""

# What is more or less, and not counted; time passes, early or late.
_MEASURED = """
krona kronor
euro euro
ton ton
kilo kilo
gram gram
meter meter
kilometer kilometer
kvadratmeter kvadratmeter
hektar hektar
liter liter
poäng poäng
grad grader
dag dagar
vecka veckor
månad månader
timme timmar
minut minuter
sekund sekunder
procentenhet procentenheter
enhet enheter
år år
"""

# Two words, of which the first one is bent.
_LARGE = (
    ("miljon kronor", "miljoner kronor"),
    ("miljard kronor", "miljarder kronor"),
)


def _bent() -> dict[str, Unit]:
    counted = [line.split() for line in _COUNTED.strip().splitlines()]
    measured = [line.split() for line in _MEASURED.strip().splitlines()]
    found = {many: Unit(one, many, one, many, counted=True) for one, many in counted}
    for one, many in (*measured, *_LARGE):
        found[many] = Unit(one, many, one, many)
    return found


_UNITS.update(_bent())

# Within a name they say that a number is the difference between two, and may be below nought.
_DIFFERENCES = (
    *("förändring", "ändring", "ökning", "minskning", "skillnad", "differens"),
    *("netto", "saldo", "balans", "överskott", "underskott", "tillväxt", "avvikelse"),
    *("jämfört", "minus", "befolkningsutveckling"),
)


def is_difference(name: str) -> bool:
    """Tell whether the name of what is measured says that it is a difference."""
    return any(word in name.casefold() for word in _DIFFERENCES)
