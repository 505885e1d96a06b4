"""Keys for texts that are easy to read, and for translations."""

from __future__ import annotations

from dataclasses import replace

from kommunvision.swedish.keys.field import Field, Kind, Record
from kommunvision.swedish.keys.publication import PUBLICATION
from kommunvision.swedish.keys.shared import ITEM

_SOURCES = replace(ITEM[2], help="Källan som texten är hämtad ur.", unstated=False)
_DECISIONS = replace(
    ITEM[3], help="Beslutet om just den här texten, om den är beslutad.", unstated=False
)
_DRAFT = next(field for field in PUBLICATION if field.attribute == "draft")

EASY = Record(
    "en lättläst text",
    (
        Field(
            "rubrik",
            "title",
            Kind.LINE,
            "Rubriken på lätt svenska. Utan nyckeln används den vanliga rubriken.",
            "Fler ska klara skolan",
        ),
        Field(
            "text",
            "text",
            Kind.PROSE,
            "Det viktigaste, med korta meningar och vanliga ord.",
            "Kommunen vill att fler unga ska klara skolan.",
            required=True,
        ),
        Field("skriven_av", "by", Kind.LINE, "Vem som har skrivit den.", "Exempelby kommun"),
        _SOURCES,
        _DECISIONS,
        _DRAFT,
    ),
    "Samma sak på svenska som är lätt att läsa.",
    plain="text",
)

TRANSLATION = Record(
    "en översättning",
    (
        Field(
            "språk",
            "language",
            Kind.CHOICE,
            "engelska, finska, jiddisch, meänkieli, romani chib, arli, kale, kelderash, lovari, "
            "resanderomani, nordsamiska, lulesamiska, sydsamiska, umesamiska eller pitesamiska.",
            "engelska",
            required=True,
            of="language",
        ),
        Field("rubrik", "title", Kind.LINE, "Rubriken eller namnet.", "More readers"),
        Field("text", "text", Kind.PROSE, "Texten.", "Everyone can finish school."),
        Field("löfte", "promise", Kind.PROSE, "Indikatorns löfte.", "among the best"),
        Field(
            "samlat_omdöme", "overall", Kind.PROSE, "Uppföljningens omdöme.", "The goals are met."
        ),
        Field("kommentar", "comment", Kind.PROSE, "Omdömets kommentar.", "More pupils pass."),
        Field("analys", "analysis", Kind.PROSE, "Omdömets analys.", "Summer school has helped."),
        Field("åtgärder", "measures", Kind.PROSE, "Omdömets åtgärder.", "More summer schools."),
        Field(
            "beskrivning",
            "description",
            Kind.PROSE,
            "Kommunens egen förklaring.",
            "This means that …",
        ),
        Field("syfte", "purpose", Kind.PROSE, "Visionens syfte.", "It gives direction."),
        Field("användning", "usage", Kind.PROSE, "Hur visionen används.", "In every plan."),
        Field("metod", "method", Kind.PROSE, "Hur indikatorn mäts.", "A survey every year."),
        Field("översatt_av", "by", Kind.LINE, "Vem som har översatt.", "Exempelby kommun"),
        _SOURCES,
        _DECISIONS,
        _DRAFT,
    ),
    "Texterna på ett annat språk. Samma nycklar som på svenska, men bara för de texter som är "
    "översatta.",
)

VERSIONS: tuple[Field, ...] = (
    Field(
        "lättläst",
        "easy",
        Kind.RECORD,
        "Samma sak på lätt svenska: bara texten, eller text med rubrik och vem som skrev.",
        "Kommunen vill att fler unga ska klara skolan.",
        of="easy",
    ),
    Field(
        "översättningar",
        "translations",
        Kind.RECORD,
        "Texterna på engelska och på de nationella minoritetsspråken.",
        "[{språk: engelska, rubrik: More readers, översatt_av: Exempelby kommun}]",
        many=True,
        of="translation",
    ),
)
