"""Keys for the bodies of a kommun."""

from __future__ import annotations

from kommunvision.swedish.keys.field import Field, Kind, Record
from kommunvision.swedish.keys.shared import ITEM

BODY = Record(
    "ett organ",
    (
        *ITEM,
        Field("namn", "name", Kind.LINE, "Organets namn.", "Barnnämnden", required=True),
        Field(
            "slag",
            "kind",
            Kind.LINE,
            "Vad det är: fullmäktige, styrelse, nämnd, utskott, beredning, bolag, förvaltning …",
            "nämnd",
            required=True,
        ),
        Field("förkortning", "short", Kind.LINE, "Kortform som dokumenten använder.", "BN"),
        Field(
            "del_av",
            "part_of",
            Kind.REFERENCE,
            "Organet som det hör till.",
            "kf",
            unstated=True,
            of="body",
        ),
        Field("beskrivning", "description", Kind.PROSE, "Vad organet gör.", "Ansvarar för skolan."),
        Field("webbplats", "url", Kind.URL, "Organets sida.", "https://exempelby.example/bn"),
    ),
    "Ett organ: fullmäktige, styrelse, nämnd, utskott, beredning, bolag eller förvaltning.",
)
