"""Keys for news."""

from __future__ import annotations

from kommunvision.swedish.keys.field import Field, Kind, Record
from kommunvision.swedish.keys.language import VERSIONS
from kommunvision.swedish.keys.publication import PUBLICATION
from kommunvision.swedish.keys.shared import ITEM

NEWS = Record(
    "en nyhet",
    (
        *ITEM,
        *PUBLICATION,
        Field("rubrik", "title", Kind.LINE, "Rubrik.", "Visionen är antagen", required=True),
        Field("datum", "date", Kind.DATE, "När det hände.", "2025-12-15", unstated=True),
        Field("text", "text", Kind.PROSE, "Texten.", "Fullmäktige antog visionen."),
        Field(
            "citat",
            "quotes",
            Kind.RECORD,
            "Citat med namn och roll.",
            "[{text: Nu kör vi., vem: Kim Exempelsson}]",
            many=True,
            of="quote",
        ),
        Field("adress", "url", Kind.URL, "Webbadress.", "https://exempelby.example"),
        *VERSIONS,
    ),
    "En kort, daterad nyhet.",
)
