"""Keys for pictures: what illustrates a vision, and the kommun's logotype."""

from __future__ import annotations

from kommunvision.swedish.keys.field import Field, Kind, Record

PICTURE = Record(
    "en bild",
    (
        Field(
            "fil",
            "file",
            Kind.LINE,
            "Filens namn. Bilden ligger i kommunens mapp under content.",
            "bussen.jpg",
            required=True,
        ),
        Field(
            "alt",
            "alt",
            Kind.LINE,
            "Vad bilden visar, för den som inte ser den. Skriv dekorativ om den inte säger något "
            "som texten inte säger.",
            "En gul buss kör över bron.",
            required=True,
            word=("dekorativ", "decorative"),
        ),
        Field(
            "upphov",
            "credit",
            Kind.LINE,
            "Vem som har tagit eller ritat bilden. Namnet visas under den.",
            "Kim Exempelsson",
            required=True,
        ),
    ),
    "En bild som visas med visionen.",
)

LOGOTYPE = Record(
    "en logotyp",
    (
        Field("fil", "file", Kind.LINE, "Filens namn.", "logotyp.svg", required=True),
        Field("alt", "alt", Kind.LINE, "Alternativtext.", "Exempelby kommuns vapen", required=True),
    ),
    "Kommunens logotyp.",
)
