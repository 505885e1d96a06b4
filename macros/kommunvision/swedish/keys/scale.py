"""Keys for the scales that a kommun judges with."""

from __future__ import annotations

from kommunvision.swedish.keys.field import Field, Kind, Record
from kommunvision.swedish.keys.shared import ITEM

STEP = Record(
    "ett steg på en skala",
    (
        ITEM[0],
        Field("ord", "word", Kind.LINE, "Ordet som visas.", "uppfyllt", required=True),
        Field("ord_en", "word_common", Kind.LINE, "Ordet för det som heter en.", "uppfylld"),
        Field(
            "prognos",
            "forecast",
            Kind.LINE,
            "Ordet medan det är en prognos.",
            "bedöms bli uppfyllt",
        ),
        Field(
            "prognos_en",
            "forecast_common",
            Kind.LINE,
            "Prognosens ord för det som heter en.",
            "bedöms bli uppfylld",
        ),
        Field("betydelse", "meaning", Kind.LINE, "Vad ordet betyder.", "Målvärdet är nått."),
        Field("form", "shape", Kind.CHOICE, "Märket bredvid ordet.", "bock", of="shape"),
        Field("ton", "tone", Kind.CHOICE, "Hur det är menat.", "bra", of="tone"),
        Field(
            "vid_sidan",
            "apart",
            Kind.FLAG,
            "ja om ordet varken är bättre eller sämre än de andra.",
            "ja",
        ),
    ),
    "Ett ord på en skala, med märke och ton.",
)

SCALE = Record(
    "en skala",
    (
        *ITEM,
        Field("namn", "name", Kind.LINE, "Vad skalan heter.", "Måluppfyllelse", required=True),
        Field(
            "används_för",
            "use",
            Kind.CHOICE,
            "mål, indikatorer, uppdrag, trend eller värden. Utan nyckeln är den för allt.",
            "[mål]",
            many=True,
            of="scale_use",
        ),
        Field(
            "nivåer",
            "levels",
            Kind.REFERENCE,
            "De enda nivåer som skalan är för.",
            "[mal]",
            many=True,
            of="level",
        ),
        Field(
            "steg",
            "steps",
            Kind.RECORD,
            "Orden, det bästa först.",
            "[{id: uppfyllt, ord: uppfyllt, form: bock, ton: bra}]",
            required=True,
            many=True,
            of="scale_step",
        ),
        Field(
            "regel",
            "rule",
            Kind.PROSE,
            "Hur bedömningen görs. Visas för läsaren, men sätter ingen status.",
            "Uppfyllt när 80 procent av indikatorerna är det.",
        ),
        Field("beskrivning", "description", Kind.PROSE, "Mer om skalan.", "Används sedan 2023."),
    ),
    "De ord som kommunen bedömer med.",
)

TONES = {"bra": "good", "delvis": "partly", "dåligt": "bad", "neutral": "neutral"}

SHAPES = {
    "bock": "check",
    "kryss": "cross",
    "prick": "dot",
    "ring": "ring",
    "halv": "half",
    "kvart": "quarter",
    "trekvart": "three_quarters",
    "kvadrat": "square",
    "triangel": "triangle",
    "romb": "diamond",
    "stjärna": "star",
    "streck": "dash",
    "frågetecken": "question",
    "pil upp": "up",
    "pil ned": "down",
    "pil rakt fram": "right",
    "pil snett upp": "up_right",
    "pil snett ned": "down_right",
    "glad": "smile",
    "neutral": "straight",
    "ledsen": "frown",
    "grönt ljus": "light_bottom",
    "gult ljus": "light_middle",
    "rött ljus": "light_top",
}

USES = {
    "mål": "goals",
    "indikatorer": "indicators",
    "uppdrag": "tasks",
    "trend": "trend",
    "värden": "values",
}
