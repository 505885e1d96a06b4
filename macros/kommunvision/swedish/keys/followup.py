"""Keys for follow-up: occasions, what is stated at each, corrections."""

from __future__ import annotations

from dataclasses import replace

from kommunvision.swedish.keys.field import Field, Kind, Record
from kommunvision.swedish.keys.language import VERSIONS
from kommunvision.swedish.keys.measure import SOURCES
from kommunvision.swedish.keys.publication import PUBLICATION
from kommunvision.swedish.keys.shared import ITEM, RESPONSIBLE

_ABOUT = Field(
    "om",
    "about",
    Kind.REFERENCE,
    "Målet, uppdraget eller indikatorn.",
    "utb-2",
    required=True,
    of="goal indicator vision",
)

_CONTRADICTION = Field(
    "motsägelse",
    "contradiction",
    Kind.PROSE,
    "En motsägelse i källan som kommunen känner till. Läsaren får veta den.",
    "Tabellen säger fyra, texten säger fem.",
)

VERDICT = Record(
    "en bedömning",
    (
        Field("status", "step", Kind.LINE, "Ordet på skalan.", "uppfyllt", required=True),
        Field("skala", "scale", Kind.REFERENCE, "Skalan.", "mognad", required=True, of="scale"),
    ),
    "En bedömning på ytterligare en skala.",
)

PLANNED = Record(
    "en tid",
    (
        Field("start", "start", Kind.DATE, "När det börjar.", "2024-01-01"),
        Field("klart", "end", Kind.DATE, "När det är klart.", "2025-06-30"),
    ),
    "När något börjar och blir klart.",
)

STATEMENT = Record(
    "ett omdöme",
    (
        _ABOUT,
        Field(
            "status",
            "status",
            Kind.LINE,
            "Ordet på skalan, eller: inte bedömt, inte mätt ännu, går inte att bedöma.",
            "uppfyllt",
            unstated=True,
        ),
        Field(
            "fler_bedömningar",
            "verdicts",
            Kind.RECORD,
            "Bedömningar på andra skalor.",
            "[{skala: mognad, status: på väg}]",
            many=True,
            of="verdict",
        ),
        Field(
            "trend", "trend", Kind.LINE, "bättre, oförändrat, sämre eller kommunens ord.", "bättre"
        ),
        Field(
            "utfall_eller_prognos",
            "outlook",
            Kind.CHOICE,
            "Om det skiljer sig från uppföljningens.",
            "prognos",
            of="outlook",
        ),
        Field(
            "värde",
            "value",
            Kind.VALUE,
            "Värdet som rapporterades i uppföljningen.",
            "81,5",
        ),
        Field("kommentar", "comment", Kind.PROSE, "Kommentaren, ordagrant.", "Fler klarar sig."),
        Field("analys", "analysis", Kind.PROSE, "Analysen, ordagrant.", "Lovskolan har hjälpt."),
        Field("åtgärder", "measures", Kind.PROSE, "Vad som ska göras.", "Fler lovskolor."),
        replace(RESPONSIBLE, unstated=False, word=None),
        Field("rapporterat", "reported", Kind.DATE, "När det rapporterades.", "2024-09-20"),
        Field(
            "planerat", "planned", Kind.RECORD, "Planerad tid.", "{klart: 2025-06-30}", of="planned"
        ),
        Field(
            "verkligt", "actual", Kind.RECORD, "Verklig tid.", "{start: 2024-03-01}", of="planned"
        ),
        _CONTRADICTION,
        SOURCES,
        *VERSIONS,
    ),
    "Vad som sägs om ett mål, ett uppdrag eller en indikator i en uppföljning.",
)

COUNT = Record(
    "ett antal",
    (
        Field("status", "status", Kind.LINE, "Ordet på skalan.", "uppfyllt", required=True),
        Field("antal", "number", Kind.WHOLE, "Hur många.", "5"),
        Field(
            "procent",
            "share",
            Kind.NUMBER,
            "Hur stor del av alla, med källans decimaler.",
            "62,5",
        ),
    ),
    "Hur många, eller hur stor del av alla, som har fått en status.",
)

TALLY = Record(
    "en sammanräkning",
    (
        Field(
            "antal",
            "counts",
            Kind.RECORD,
            "Hur många som har fått varje status, enligt källan.",
            "[{status: uppfyllt, antal: 5}]",
            many=True,
            of="count",
        ),
        Field("totalt", "total", Kind.WHOLE, "Hur många som räknas.", "8"),
        Field(
            "räknar",
            "of",
            Kind.CHOICE,
            "Om det är mål eller indikatorer. Utan nyckeln räknas mål.",
            "indikatorer",
            of="counted",
        ),
        Field("nivå", "level", Kind.REFERENCE, "Nivån som räknas.", "mal", of="level"),
        Field("kategori", "category", Kind.LINE, "Kategorin som räknas.", "finansiella"),
        Field(
            "inom",
            "within",
            Kind.REFERENCE,
            "Området, målet eller temat som de räknade hör till, eller organet som ansvarar.",
            "trygghet",
            of="goal vision theme body",
        ),
        Field("text", "text", Kind.PROSE, "Källans egna ord.", "5 av 8 mål är uppfyllda."),
        _CONTRADICTION,
    ),
    "Källans egen sammanräkning.",
)

OCCASION = Record(
    "ett uppföljningstillfälle",
    (
        *ITEM,
        *PUBLICATION,
        Field("namn", "name", Kind.LINE, "Vad det heter.", "Årsredovisning 2024", required=True),
        Field("slag", "kind", Kind.LINE, "Vad det är.", "årsredovisning"),
        Field("period", "period", Kind.PERIOD, "Perioden som följs upp.", "2024", required=True),
        Field(
            "till_och_med", "cut_off", Kind.DATE, "Sista dag som siffrorna gäller.", "2024-08-31"
        ),
        Field(
            "utfall_eller_prognos",
            "outlook",
            Kind.CHOICE,
            "utfall för det som blev, prognos för det som väntas. Utan nyckeln gäller utfall.",
            "prognos",
            of="outlook",
        ),
        Field(
            "rapporteras_av",
            "reported_by",
            Kind.REFERENCE,
            "Vilka som rapporterar.",
            "[ks, bun]",
            many=True,
            of="body",
        ),
        Field("senast", "due", Kind.DATE, "När allt ska vara rapporterat.", "2024-09-30"),
        Field(
            "omfattar",
            "covers",
            Kind.REFERENCE,
            "Nivåer, mål och indikatorer som följs upp. Utan nyckeln: alla mål som gäller under "
            "perioden.",
            "[mal]",
            many=True,
            of="level goal indicator",
        ),
        Field(
            "samlat_omdöme",
            "overall",
            Kind.PROSE,
            "Det samlade omdömet, ordagrant.",
            "Resultatet är delvis förenligt med målen.",
            unstated=True,
        ),
        Field(
            "sammanräkning",
            "tallies",
            Kind.RECORD,
            "Källans egen räkning av hur många som är uppfyllda.",
            "[{antal: [{status: uppfyllt, antal: 5}], totalt: 8}]",
            many=True,
            of="tally",
        ),
        Field(
            "omdömen",
            "statements",
            Kind.RECORD,
            "Vad som sägs om varje mål, uppdrag och indikator.",
            "[{om: utb-2, status: uppfyllt}]",
            many=True,
            of="statement",
        ),
        Field(
            "skalor",
            "scales",
            Kind.REFERENCE,
            "Skalorna som används, om kommunen har flera för samma sak.",
            "[maluppfyllelse]",
            many=True,
            of="scale",
        ),
        Field(
            "låst",
            "locked",
            Kind.DATE,
            "Från och med den dagen får inget ändras utan en rättelse.",
            "2024-10-21",
        ),
        Field(
            "rättelser",
            "corrections",
            Kind.RECORD,
            "Det som har ändrats efter det att uppföljningen låstes.",
            "[{om: utb-2, vad: status, före: uppfyllt, datum: 2024-11-04, skäl: Fel siffra.}]",
            many=True,
            of="correction",
        ),
        Field(
            "beskrivning", "description", Kind.PROSE, "Kommunens egen inledning.", "Så gick det."
        ),
        *VERSIONS,
    ),
    "En uppföljning, till exempel en delårsrapport eller en årsredovisning.",
)

COUNTED = {"mål": "goals", "indikatorer": "indicators"}

OUTLOOKS = {"utfall": "outcome", "prognos": "forecast"}
