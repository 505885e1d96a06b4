"""Keys for visions, nodes and indicators."""

from __future__ import annotations

from kommunvision.swedish.keys import statistics
from kommunvision.swedish.keys.field import Field, Kind, Record
from kommunvision.swedish.keys.language import VERSIONS
from kommunvision.swedish.keys.publication import PUBLICATION
from kommunvision.swedish.keys.shared import (
    ITEM,
    ORDER,
    REPLACES_HELP,
    RESPONSIBLE,
    STANDING,
    VALIDITY,
)

WORDINGS = Field(
    "lydelser",
    "wordings",
    Kind.RECORD,
    "Andra lydelser av samma sak, ordagrant, som de står i en källa.",
    "[{text: 13 000 invånare år 2030}]",
    many=True,
    of="wording",
)

SHORTENED = Field("förkortad", "shortened", Kind.FLAG, "ja om texten är kortare än i källan.", "ja")

OWN_TITLE = Field(
    "egen_rubrik",
    "own_title",
    Kind.FLAG,
    "ja om rubriken är kommunens egen, för att källan inte har någon.",
    "ja",
)

VISION = Record(
    "en vision",
    (
        *ITEM,
        *PUBLICATION,
        Field("rubrik", "title", Kind.LINE, "Visionens namn.", "Vision 2035", required=True),
        OWN_TITLE,
        Field(
            "status",
            "standing",
            Kind.CHOICE,
            "förslag, beslutad, gällande, ersatt eller upphävd.",
            "gällande",
            required=True,
            of="standing",
        ),
        Field(
            "text",
            "text",
            Kind.PROSE,
            "Visionens lydelse, ordagrant. Tom rad mellan stycken.",
            "Exempelby är hela livets kommun.",
            required=True,
            unstated=True,
        ),
        Field(
            "bild",
            "picture",
            Kind.RECORD,
            "En bild som visas med visionen.",
            "{fil: bussen.jpg, alt: En gul buss kör över bron., upphov: Kim Exempelsson}",
            of="picture",
        ),
        Field("målår", "target_year", Kind.WHOLE, "Året som visionen siktar på.", "2035"),
        VALIDITY,
        Field("syfte", "purpose", Kind.PROSE, "Vad visionen är till för.", "Den ger riktning."),
        Field(
            "beskrivning",
            "description",
            Kind.PROSE,
            "Kommunens egen inledning.",
            "Visionen i korthet.",
        ),
        Field(
            "tillkomst",
            "history",
            Kind.RECORD,
            "Hur visionen togs fram.",
            "{steg: [{när: maj 2025, rubrik: Första mötet}]}",
            of="timeline",
        ),
        Field("användning", "usage", Kind.PROSE, "Hur den ska användas.", "I alla planer."),
        Field(
            "ersätter",
            "replaces",
            Kind.REFERENCE,
            REPLACES_HELP,
            "vision-2025",
            many=True,
            of="vision",
        ),
        Field(
            "styrmodell",
            "model",
            Kind.REFERENCE,
            "Styrmodellen som visionen hör till, om kommunen har haft flera.",
            "styrmodell-2025",
            of="model",
        ),
        WORDINGS,
        SHORTENED,
        *VERSIONS,
    ),
    "Den framtid som kommunen vill nå.",
)

GOAL = Record(
    "ett mål",
    (
        *ITEM,
        *PUBLICATION,
        Field("nivå", "level", Kind.LINE, "Nivån, som id i styrmodellen.", "mal", required=True),
        Field(
            "rubrik",
            "title",
            Kind.LINE,
            "Målets rubrik som i källan. Är målet en enda mening står hela meningen här.",
            "Fler unga når gymnasieexamen",
            required=True,
        ),
        OWN_TITLE,
        Field("text", "text", Kind.PROSE, "Beslutad text, ordagrant.", "Alla ska klara skolan."),
        SHORTENED,
        Field(
            "beskrivning",
            "description",
            Kind.PROSE,
            "Kommunens egen förklaring.",
            "Det betyder att …",
        ),
        Field(
            "överordnade",
            "parents",
            Kind.REFERENCE,
            "Det som målet stödjer: visioner eller mål på högre nivå.",
            "[omrade-utbildning]",
            many=True,
            unstated=True,
            of="goal vision",
        ),
        ORDER,
        Field("nummer", "number", Kind.LINE, "Numret som står tryckt i källan.", '"2.1"'),
        Field("kategori", "category", Kind.LINE, "Kategori inom nivån, som id.", "finansiella"),
        STANDING,
        VALIDITY,
        RESPONSIBLE,
        Field(
            "teman",
            "themes",
            Kind.REFERENCE,
            "Teman som målet hör till.",
            "[klimat]",
            many=True,
            of="theme",
        ),
        Field(
            "globala_mål",
            "global_goals",
            Kind.WHOLE,
            "Nummer på globala mål som målet bidrar till, 1–17.",
            "[4, 8]",
            many=True,
        ),
        Field(
            "är_globalt_mål",
            "is_global_goal",
            Kind.WHOLE,
            "Numret, om målet självt är ett av de 17 globala målen.",
            "13",
        ),
        Field(
            "stödjer",
            "supports",
            Kind.RECORD,
            "Andra organisationers mål eller strategier som målet stödjer.",
            "[{namn: Regional utvecklingsstrategi, utgivare: Region Exempel}]",
            many=True,
            of="support",
        ),
        Field(
            "ersätter",
            "replaces",
            Kind.REFERENCE,
            REPLACES_HELP,
            "[utb-1]",
            many=True,
            of="goal",
        ),
        WORDINGS,
        Field(
            "underordnade_totalt",
            "children_total",
            Kind.WHOLE,
            "Antal under målet i källan, om inte alla är med här.",
            "12",
        ),
        *VERSIONS,
    ),
    "Något i målkedjan, på vilken nivå som helst: område, mål, nämndmål, aktivitet.",
)

SUPPORT = Record(
    "en strategi",
    (
        Field("namn", "name", Kind.LINE, "Namn.", "Agenda 2030", required=True),
        Field("utgivare", "publisher", Kind.LINE, "Vems den är.", "Region Exempel"),
        Field("adress", "url", Kind.URL, "Webbadress.", "https://exempelby.example"),
    ),
    "En annan organisations mål eller strategi.",
    plain="name",
)

INDICATOR = Record(
    "en indikator",
    (
        *ITEM,
        *PUBLICATION,
        Field("namn", "name", Kind.LINE, "Vad som mäts.", "Andel behöriga elever", required=True),
        Field("enhet", "unit", Kind.LINE, "Vad värdet mäts i.", "procent", unstated=True),
        Field("decimaler", "decimals", Kind.WHOLE, "Antal decimaler som visas.", "1"),
        Field(
            "riktning",
            "direction",
            Kind.CHOICE,
            "Vad som är bra: högre, lägre, oförändrad eller inom.",
            "högre",
            unstated=True,
            of="direction",
        ),
        Field(
            "hör_till",
            "measures",
            Kind.REFERENCE,
            "Mål och visioner som indikatorn hör till.",
            "[utb-2]",
            many=True,
            unstated=True,
            of="goal vision",
        ),
        Field("beskrivning", "description", Kind.PROSE, "Vad den visar.", "Mäts varje vår."),
        Field(
            "löfte",
            "promise",
            Kind.PROSE,
            "Det som källan lovar i ord, ordagrant, innan det finns en siffra.",
            "bland de 100 bästa kommunerna",
        ),
        Field("metod", "method", Kind.PROSE, "Hur det mäts.", "Enkät till alla elever."),
        *statistics.INDICATOR,
        STANDING,
        RESPONSIBLE,
        ORDER,
        *VERSIONS,
    ),
    "Något som mäts för att se om ett mål nås.",
)
