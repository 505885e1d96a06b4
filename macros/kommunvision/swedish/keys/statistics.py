"""Keys of an indicator about its values: where they come from and how they read."""

from __future__ import annotations

from kommunvision.swedish.keys.field import Field, Kind, Record

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

# What stands between braces in the sentence of an indicator.
SENTENCE_PLACES = {"value": "värde", "period": "period"}

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
        "könen",
        "genders",
        Kind.CHOICE,
        "Vad sidorna kallar dem som värdena under kvinnor och män gäller.",
        "flickor och pojkar",
        of="genders",
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
