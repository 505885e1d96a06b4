"""Keys for what is measured: series, values, targets, baselines."""

from __future__ import annotations

from dataclasses import replace

from kommunvision.swedish.keys.field import Field, Kind, Record
from kommunvision.swedish.keys.shared import ITEM

# Not every one of these may be declared unstated: a value without a source has none of its own.
SOURCES = replace(ITEM[2], unstated=False)
DECISIONS = replace(ITEM[3], unstated=False)

_PERIOD = Field(
    "period",
    "period",
    Kind.PERIOD,
    "Året, eller den del av ett år, som värdet gäller.",
    "2024",
    required=True,
)
_NOTE = Field("anmärkning", "note", Kind.PROSE, "Er anmärkning till läsaren.", "Enkäten kom sent.")

PART = Record(
    "en del av ett värde",
    (
        Field("namn", "name", Kind.LINE, "Vilka värdet gäller.", "Kommunala skolor", required=True),
        Field("värde", "value", Kind.VALUE, "Värdet för dem.", "79,2", required=True),
    ),
    "Ett värde för några av dem som det hela gäller.",
)

REVISION = Record(
    "ett ändrat värde",
    (
        Field("värde", "value", Kind.VALUE, "Värdet som det var förut.", "80,9", required=True),
        Field("datum", "date", Kind.DATE, "När det ändrades.", "2025-03-14", required=True),
        Field("skäl", "reason", Kind.LINE, "Varför.", "Rättad statistik.", required=True),
    ),
    "Ett värde som har publicerats och sedan ändrats. Det står kvar för den som jämför.",
)

MEASUREMENT = Record(
    "ett värde",
    (
        _PERIOD,
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
        _NOTE,
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

BASELINE = Record(
    "ett utgångsläge",
    (
        _PERIOD,
        Field("värde", "value", Kind.VALUE, "Värdet då.", "78,2"),
        Field("plats", "rank", Kind.WHOLE, "Platsen bland andra då.", "143"),
        _NOTE,
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
        replace(_PERIOD, help="Perioden vars värde avses.", required=False),
        Field("senast", "deadline", Kind.DATE, "När det ska vara gjort.", "2026-12-31"),
        Field("varje_år", "every_year", Kind.FLAG, "ja om det gäller varje år.", "ja"),
        Field(
            "utom_år", "except_years", Kind.WHOLE, "År som det inte gäller.", "[2025]", many=True
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
        Field("bland_de_bästa", "rank", Kind.WHOLE, "Hur många de bästa är.", "100"),
        Field("av", "rank_of", Kind.LINE, "Vilka de är bland.", "Sveriges kommuner"),
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
        _NOTE,
    ),
    "Vad värdet ska bli. Står flera villkor ska alla vara uppfyllda.",
)

STATISTIC = Record(
    "statistik att hämta",
    (
        Field("nyckeltal", "kpi", Kind.LINE, "Nyckeltalet i Kolada.", "N15428", required=True),
        Field(
            "jämför_med",
            "groups",
            Kind.LINE,
            "Koder i Kolada för kommuner eller grupper att jämföra med.",
            '["0000"]',
            many=True,
        ),
    ),
    "Ett nyckeltal i Kolada, som kommunvision refresh hämtar.",
    plain="kpi",
)

TABLE = Record(
    "en tabell hos SCB",
    (
        Field("tabell", "table", Kind.LINE, "Tabellens id.", "TAB638", required=True),
        Field(
            "urval",
            "selection",
            Kind.RECORD,
            "Vilka koder som ska med för varje variabel.",
            "[{variabel: ContentsCode, koder: [BE0101N1]}]",
            required=True,
            many=True,
            of="selection",
        ),
    ),
    "En tabell i SCB:s statistikdatabas, som kommunvision refresh hämtar.",
)

SELECTION = Record(
    "ett urval",
    (
        Field("variabel", "variable", Kind.LINE, "Variabelns kod.", "Region", required=True),
        Field(
            "koder",
            "codes",
            Kind.LINE,
            "Koderna som ska med.",
            '["1884"]',
            required=True,
            many=True,
        ),
    ),
    "En variabel i en tabell hos SCB, och vad som ska hämtas av den.",
)

RELATED = Record(
    "en närliggande serie",
    (
        Field("namn", "name", Kind.LINE, "Vad den heter.", "Företagsklimat", required=True),
        Field(
            "skillnad", "difference", Kind.LINE, "Vad som skiljer.", "Mäter alla.", required=True
        ),
        Field("adress", "url", Kind.URL, "Webbadress.", "https://exempelby.example"),
    ),
    "Statistik som liknar indikatorn utan att vara samma sak.",
)

# What an indicator has besides what it says about itself.
INDICATOR: tuple[Field, ...] = (
    Field(
        "mening",
        "sentence",
        Kind.LINE,
        "Hur värdet läses i en mening. {värde} och {period} byts ut.",
        '"{period} var {värde} av eleverna behöriga."',
    ),
    Field("datakälla", "data_source", Kind.LINE, "Varifrån siffrorna kommer.", "Skolverket"),
    Field(
        "kolada",
        "kolada",
        Kind.RECORD,
        "Nyckeltal i Kolada som värdena hämtas från.",
        "N15428",
        of="statistic",
    ),
    Field(
        "scb",
        "scb",
        Kind.RECORD,
        "Tabell hos SCB som värdena hämtas från.",
        "{tabell: TAB638, urval: [{variabel: ContentsCode, koder: [BE0101N1]}]}",
        of="table",
    ),
    Field(
        "bakgrund",
        "background",
        Kind.FLAG,
        "ja om det är statistik som bakgrund, som kommunen inte har beslutat om.",
        "ja",
    ),
    Field(
        "närliggande",
        "related",
        Kind.RECORD,
        "Statistik som liknar indikatorn, och vad som skiljer.",
        "[{namn: Företagsklimat, skillnad: Mäter alla företag.}]",
        many=True,
        of="related",
    ),
    Field(
        "skala",
        "scale",
        Kind.REFERENCE,
        "Skalan som värdena är ord på, om de inte är tal.",
        "mognad",
        of="scale",
    ),
    Field(
        "utgångsläge",
        "baseline",
        Kind.RECORD,
        "Läget som arbetet började från.",
        "{period: 2020, värde: 78}",
        of="baseline",
    ),
    Field(
        "målvärden",
        "targets",
        Kind.RECORD,
        "Vad värdet ska bli, ett för varje steg på vägen.",
        "[{period: 2026, minst: 85}]",
        many=True,
        of="target",
    ),
    Field(
        "värden",
        "values",
        Kind.RECORD,
        "Uppmätta värden, ett för varje period.",
        "[{period: 2024, värde: 81}]",
        many=True,
        of="measurement",
    ),
)

CHOICES: dict[str, dict[str, str]] = {
    "missing": {
        "inte mätt ännu": "not_yet",
        "statistik saknas": "no_statistics",
        "mäts vartannat år": "every_other_year",
        "för få svar": "too_few",
        "mätmetod ändrad": "method_changed",
        "mäts inte längre": "not_measured",
        "framgår inte": "not_stated",
    },
    "change": {"öka": "increase", "minska": "decrease", "vara oförändrad": "unchanged"},
    "compared": {
        "året före": "year_before",
        "utgångsläget": "baseline",
        "varje år": "each_year",
    },
}
