"""Keys for what is measured: series and their values."""

from __future__ import annotations

from dataclasses import replace

from kommunvision.swedish.keys.field import Field, Kind, Record
from kommunvision.swedish.keys.shared import ITEM

# Not every one of these may be declared unstated: a value without a source has none of its own.
SOURCES = replace(ITEM[2], unstated=False)
DECISIONS = replace(ITEM[3], unstated=False)

PERIOD = Field(
    "period",
    "period",
    Kind.PERIOD,
    "Året, eller den del av ett år, som värdet gäller.",
    "2024",
    required=True,
)
NOTE = Field(
    "anmärkning", "note", Kind.PROSE, "Kommunens anmärkning till läsaren.", "Enkäten kom sent."
)

PART = Record(
    "en del av ett värde",
    (
        Field("namn", "name", Kind.LINE, "Vilka värdet gäller.", "Kommunala skolor", required=True),
        Field("värde", "value", Kind.VALUE, "Värdet för dem.", "79,2"),
        Field(
            "saknas",
            "missing",
            Kind.CHOICE,
            "Varför det inte finns något värde för dem.",
            "för få svar",
            of="missing",
        ),
    ),
    "Ett värde för några av dem som det hela gäller.",
)

REVISION = Record(
    "ett ändrat värde",
    (
        Field("värde", "value", Kind.VALUE, "Värdet som det var förut.", "80,9"),
        Field("kvinnor", "women", Kind.VALUE, "Värdet för kvinnor som det var förut.", "82,1"),
        Field("män", "men", Kind.VALUE, "Värdet för män som det var förut.", "79,7"),
        Field(
            "delar",
            "parts",
            Kind.RECORD,
            "Värden för andra delar som de var förut.",
            "[{namn: Kommunala skolor, värde: 78}]",
            many=True,
            of="part",
        ),
        Field("datum", "date", Kind.DATE, "När det ändrades.", "2025-03-14", required=True),
        Field("skäl", "reason", Kind.LINE, "Varför.", "Rättad statistik.", required=True),
    ),
    "Värden som har publicerats och sedan ändrats. Bara de som har ändrats skrivs här.",
)

MEASUREMENT = Record(
    "ett värde",
    (
        PERIOD,
        Field("värde", "value", Kind.VALUE, "Ett tal, ja, nej eller ord.", "81,5"),
        Field("kvinnor", "women", Kind.VALUE, "Värdet för kvinnor eller flickor.", "83,4"),
        Field("män", "men", Kind.VALUE, "Värdet för män eller pojkar.", "79,6"),
        Field(
            "delar",
            "parts",
            Kind.RECORD,
            "Värden för andra delar av det hela.",
            "[{namn: Kommunala skolor, värde: 79}]",
            many=True,
            of="part",
        ),
        Field(
            "saknas",
            "missing",
            Kind.CHOICE,
            "Varför det inte finns något värde.",
            "inte mätt ännu",
            of="missing",
        ),
        Field("preliminärt", "preliminary", Kind.FLAG, "ja om värdet är preliminärt.", "ja"),
        Field(
            "prognos",
            "forecast",
            Kind.FLAG,
            "ja om värdet är en bedömning av hur det kommer att bli, inte ett utfall.",
            "ja",
        ),
        Field(
            "brott",
            "break_before",
            Kind.LINE,
            "Vad som har ändrats i sättet att mäta. Tidigare värden går inte att jämföra med.",
            "Ny enkät från och med 2023.",
        ),
        Field(
            "ändrat_från",
            "revisions",
            Kind.RECORD,
            "Värdet som det var innan det ändrades.",
            "[{värde: 80, datum: 2025-03-14, skäl: Rättad statistik.}]",
            many=True,
            of="revision",
        ),
        NOTE,
        SOURCES,
    ),
    "Ett värde för en period. Saknas värdet ska det stå varför.",
)

SERIES = Record(
    "en mätserie",
    (
        Field(
            "indikator",
            "indicator",
            Kind.REFERENCE,
            "Indikatorn som värdena hör till.",
            "ind-examen",
            required=True,
            of="indicator",
        ),
        Field(
            "grupp",
            "group",
            Kind.LINE,
            "Vems värden det är, om det inte är kommunens egna.",
            "Alla kommuner",
        ),
        Field(
            "definition",
            "definition",
            Kind.LINE,
            "Vilket sätt att räkna som gäller, om indikatorn har flera.",
            "hemkommun",
        ),
        SOURCES,
        Field("utgivare", "publisher", Kind.LINE, "Vem som ger ut statistiken.", "Kolada"),
        Field("titel", "title", Kind.LINE, "Vad utgivaren kallar den.", "Invånare totalt, antal"),
        Field("enhet", "unit", Kind.LINE, "Utgivarens enhet.", "antal"),
        Field("kod", "code", Kind.LINE, "Utgivarens kod.", "N01951"),
        Field("hämtad", "fetched", Kind.DATE, "När värdena hämtades.", "2026-03-01"),
        Field(
            "värden",
            "values",
            Kind.RECORD,
            "Värdena, ett för varje period.",
            "[{period: 2024, värde: 81}]",
            many=True,
            of="measurement",
        ),
    ),
    "Värden för en indikator, för sig. Kortare serier kan stå direkt på indikatorn.",
)

MISSING: dict[str, str] = {
    "inte mätt ännu": "not_yet",
    "statistik saknas": "no_statistics",
    "mäts vartannat år": "every_other_year",
    "för få svar": "too_few",
    "mätmetod ändrad": "method_changed",
    "mäts inte längre": "not_measured",
    "mättes inte då": "not_measured_then",
    "framgår inte": "not_stated",
}
