"""Keys for what a kommun declares about its own pages: withdrawn ones, accepted warnings."""

from __future__ import annotations

from kommunvision.swedish.keys.field import Field, Kind, Record
from kommunvision.swedish.keys.shared import ITEM

WITHDRAWN = Record(
    "en borttagen sida",
    (
        Field(
            "adress",
            "address",
            Kind.LINE,
            "Sidans adress på webbplatsen, utan https och webbplatsens namn. För en källa eller "
            "ett beslut adressen med dess id: exempelby/kallor/#budget-2025.",
            "exempelby/mal/skola-1/",
            required=True,
        ),
        Field(
            "rubrik",
            "title",
            Kind.LINE,
            "Rubriken som sidan hade.",
            "Fler gymnasieplatser",
            required=True,
        ),
        Field("datum", "date", Kind.DATE, "När sidan togs bort.", "2026-03-02", required=True),
        Field(
            "skäl",
            "reason",
            Kind.PROSE,
            "Varför sidan är borttagen. Visas för den som följer en gammal länk.",
            "Målet publicerades av misstag.",
            required=True,
        ),
        Field(
            "läs_i_stället",
            "instead",
            Kind.REFERENCE,
            "Det som läsaren kan ha nytta av i stället.",
            "[utb-2]",
            many=True,
            of="vision goal level body indicator news model source decision",
        ),
        ITEM[3],
    ),
    "En sida som har varit publicerad och som inte ska finnas längre.",
)

EXCEPTION = Record(
    "ett undantag",
    (
        Field("kod", "code", Kind.LINE, "Varningens kod.", "KV303", required=True),
        Field(
            "gäller",
            "subjects",
            Kind.LINE,
            "Id på det som undantaget gäller. Utan nyckeln gäller det hela kommunen.",
            "[utb-2]",
            many=True,
        ),
        Field(
            "skäl",
            "reason",
            Kind.LINE,
            "Varför varningen inte stämmer här.",
            "Målet står för sig i källan.",
            required=True,
        ),
    ),
    "En varning som kommunen känner till och godtar, med skälet.",
)
