"""Keys for the word list: words that the pages explain to their readers."""

from __future__ import annotations

from dataclasses import replace

from kommunvision.swedish.keys.field import Field, Kind, Record
from kommunvision.swedish.keys.shared import ITEM

TERM = Record(
    "ett ord",
    (
        Field(
            "ord",
            "word",
            Kind.LINE,
            "Ordet i sin vanligaste form, eller flera ord som hör ihop.",
            "nämndmål",
            required=True,
        ),
        Field(
            "böjningar",
            "forms",
            Kind.LINE,
            "Ordets andra former, så att det känns igen i texter. Genitiv med s känns igen ändå.",
            "[nämndmålet, nämndmålen]",
            many=True,
        ),
        Field(
            "förklaring",
            "explanation",
            Kind.PROSE,
            "Vad ordet betyder, med en eller två korta meningar.",
            "Ett mål som en nämnd har beslutat.",
            required=True,
        ),
        replace(ITEM[2], help="Källan som förklaringen är hämtad ur.", unstated=False),
    ),
    "Ett ord som förklaras för läsaren.",
)
