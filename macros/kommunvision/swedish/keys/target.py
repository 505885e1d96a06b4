"""Keys for what a value is meant to be: targets, baselines."""

from __future__ import annotations

from dataclasses import replace

from kommunvision.swedish.keys.field import Field, Kind, Record
from kommunvision.swedish.keys.measure import DECISIONS, NOTE, PERIOD, SOURCES

BASELINE = Record(
    "ett utgångsläge",
    (
        PERIOD,
        Field("värde", "value", Kind.VALUE, "Värdet då.", "78,2"),
        Field("plats", "rank", Kind.WHOLE, "Platsen bland andra då.", "143"),
        NOTE,
        SOURCES,
    ),
    "Läget som arbetet började från.",
)

RELATIVE = Record(
    "en jämförelse",
    (
        Field(
            "grupp",
            "group",
            Kind.LINE,
            "Vems värde det jämförs med, som det heter i mätserien.",
            "Alla kommuner",
            required=True,
        ),
        Field(
            "skillnad",
            "margin",
            Kind.NUMBER,
            "Hur mycket över gruppens värde det ska vara. Minus om det får vara under.",
            "2",
        ),
        Field("högst", "at_most", Kind.FLAG, "ja om värdet ska vara högst så stort.", "ja"),
    ),
    "Ett målvärde som räknas från andras värde.",
    plain="group",
)

FORMER_TARGET = Record(
    "ett tidigare målvärde",
    (
        Field(
            "text", "text", Kind.LINE, "Målvärdet som det var.", "minst 80 procent", required=True
        ),
        Field("datum", "date", Kind.DATE, "När det ändrades.", "2024-11-18", required=True),
        Field("skäl", "reason", Kind.LINE, "Varför det ändrades.", "Nytt beslut i budgeten."),
        DECISIONS,
    ),
    "Ett målvärde som har ändrats. Det står kvar för den som jämför.",
)

TARGET = Record(
    "ett målvärde",
    (
        replace(PERIOD, help="Perioden som målvärdet gäller.", required=False),
        Field("senast", "deadline", Kind.DATE, "När det ska vara gjort.", "2026-12-31"),
        Field("varje_år", "every_year", Kind.FLAG, "ja om det gäller varje år.", "ja"),
        Field(
            "utom_år", "except_years", Kind.WHOLE, "År som det inte gäller.", "[2025]", many=True
        ),
        Field(
            "för",
            "whom",
            Kind.LINE,
            "kvinnor, män eller namnet på en del. Säger könen flickor och pojkar går det också att "
            "skriva så. Står flera ska värdet nås för var och en.",
            "[kvinnor, män]",
            many=True,
        ),
        Field("minst", "at_least", Kind.NUMBER, "Värdet ska vara minst så stort.", "85"),
        Field("högst", "at_most", Kind.NUMBER, "Värdet ska vara högst så stort.", "20"),
        Field("över", "over", Kind.NUMBER, "Värdet ska vara större än så.", "50"),
        Field("under", "under", Kind.NUMBER, "Värdet ska vara mindre än så.", "10"),
        Field("exakt", "exactly", Kind.VALUE, "Värdet ska vara precis så.", "100"),
        Field(
            "från", "lowest", Kind.NUMBER, "Nedre gräns i ett intervall. Gränsen räknas in.", "2"
        ),
        Field(
            "till", "highest", Kind.NUMBER, "Övre gräns i ett intervall. Gränsen räknas in.", "4"
        ),
        Field("ja", "yes", Kind.FLAG, "ja om svaret ska vara ja.", "ja"),
        Field("klart", "done", Kind.FLAG, "ja om något ska vara gjort.", "ja"),
        Field(
            "ska", "change", Kind.CHOICE, "öka, minska eller vara oförändrad.", "öka", of="change"
        ),
        Field(
            "jämfört_med",
            "compared",
            Kind.CHOICE,
            "Vad förändringen räknas från.",
            "året före",
            unstated=True,
            of="compared",
        ),
        Field(
            "procent",
            "percent",
            Kind.NUMBER,
            "Förändring i procent från utgångsläget. Minus för en minskning.",
            "-50",
        ),
        Field(
            "bland_de_bästa",
            "rank",
            Kind.WHOLE,
            "Hur många de bästa ska vara: 100 betyder bland de 100 bästa.",
            "100",
        ),
        Field("av", "rank_of", Kind.LINE, "Vilka som jämförs.", "Sveriges kommuner"),
        Field(
            "mot_grupp",
            "relative",
            Kind.RECORD,
            "Andras värde, som det egna ska nå eller överträffa.",
            "[{grupp: Alla kommuner}]",
            many=True,
            of="relative",
        ),
        Field("text", "text", Kind.LINE, "Målvärdet ordagrant som i källan.", "Ska öka."),
        Field("delmål", "milestone", Kind.FLAG, "ja om det är ett steg på vägen.", "ja"),
        DECISIONS,
        SOURCES,
        Field(
            "tidigare",
            "former",
            Kind.RECORD,
            "Vad målvärdet var innan det ändrades.",
            "[{text: minst 80 procent, datum: 2024-11-18}]",
            many=True,
            of="former_target",
        ),
        NOTE,
    ),
    "Vad värdet ska bli. Står flera villkor ska alla vara uppfyllda.",
)

# The parts that a value has keys of their own for; any other part goes by its own name.
GENDERS = {"kvinnor": "women", "män": "men"}

CHANGES = {"öka": "increase", "minska": "decrease", "vara oförändrad": "unchanged"}

COMPARED = {"året före": "year_before", "utgångsläget": "baseline", "varje år": "each_year"}
