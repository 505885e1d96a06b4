"""Keys for a kommun's own words, which the check of plain language goes by."""

from __future__ import annotations

from kommunvision.swedish.keys.field import Field, Kind, Record

AVOIDED = Record(
    "ett ord att undvika",
    (
        Field("ord", "word", Kind.LINE, "Ordet, eller flera ord i rad.", "brukare", required=True),
        Field(
            "skriv",
            "instead",
            Kind.LINE,
            "Det kommunen skriver i stället.",
            "den som bor hos oss",
            required=True,
        ),
    ),
    "Ett ord som kommunen inte vill ha i sina texter.",
)

PLAIN = Record(
    "klarspråk",
    (
        Field(
            "rätt_stavat",
            "correct",
            Kind.LINE,
            "Ord som är rätt stavade fast ordboken inte har dem.",
            "[lovskola, Kvarnbacken]",
            many=True,
        ),
        Field(
            "undvik",
            "avoided",
            Kind.RECORD,
            "Egna ord att undvika, utöver den gemensamma listan.",
            "[{ord: brukare, skriv: den som bor hos oss}]",
            many=True,
            of="avoided",
        ),
        Field(
            "godta",
            "accepted",
            Kind.LINE,
            "Ord på den gemensamma listan som kommunen använder ändå.",
            "[samt, implementera]",
            many=True,
        ),
    ),
    "Kommunens egna ord. De gäller när texterna granskas med kommunvision check --klarspråk.",
)
