"""Keys for corrections of locked occasions, and what can be corrected."""

from __future__ import annotations

from dataclasses import replace

from kommunvision.swedish.keys.field import Field, Kind, Record
from kommunvision.swedish.keys.followup import OCCASION, STATEMENT
from kommunvision.swedish.keys.measure import DECISIONS

CORRECTION = Record(
    "en rättelse",
    (
        replace(
            STATEMENT.fields[0],
            required=False,
            help="Målet, uppdraget eller indikatorn vars omdöme rättas. Utan nyckeln rättas det "
            "som gäller hela uppföljningen.",
        ),
        Field(
            "vad",
            "part",
            Kind.CHOICE,
            "Nyckeln som är ändrad.",
            "status",
            required=True,
            of="corrected",
        ),
        Field(
            "före",
            "before",
            Kind.FORMER,
            "Vad som stod förut, skrivet som under den nyckeln. Stod inget där utelämnas före.",
            "uppfyllt",
            unstated=True,
        ),
        Field("datum", "date", Kind.DATE, "När det rättades.", "2024-11-04", required=True),
        Field("skäl", "reason", Kind.PROSE, "Varför.", "Fel siffra i underlaget.", required=True),
        DECISIONS,
    ),
    "En ändring efter det att uppföljningen har låsts. Läsaren får veta den.",
)

_LOCKED_OF_STATEMENT = (
    *("status", "verdicts", "trend", "outlook", "value", "comment", "analysis", "measures"),
    *("responsible", "reported", "planned", "actual"),
)
_LOCKED_OF_OCCASION = (
    *("name", "kind", "period", "cut_off", "outlook", "locked", "reported_by", "covers"),
    *("overall", "tallies", "scales", "sources", "decisions", "verbatim", "description"),
)

# Everything that a locked occasion says, by record and attribute: what a correction may be about.
FACTS: dict[str, dict[str, Field]] = {
    name: {one.attribute: one for one in record.fields if one.attribute in attributes}
    for name, record, attributes in (
        ("statement", STATEMENT, _LOCKED_OF_STATEMENT),
        ("occasion", OCCASION, _LOCKED_OF_OCCASION),
    )
}

CORRECTED = {field.key: name for facts in FACTS.values() for name, field in facts.items()}


def former(part: str, *, of_statement: bool) -> Field | None:
    """Return how the former value of an attribute is read; none where a lock does not hold it."""
    field = FACTS["statement" if of_statement else "occasion"].get(part)
    return replace(field, attribute="before", required=False) if field else None
