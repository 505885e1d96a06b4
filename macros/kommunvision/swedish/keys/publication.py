"""Keys that say whether, and on which days, readers see a thing."""

from __future__ import annotations

from kommunvision.swedish.keys.field import Field, Kind

PUBLICATION: tuple[Field, ...] = (
    Field(
        "utkast",
        "draft",
        Kind.FLAG,
        "ja om det inte är färdigt. Det syns i förhandsvisningen men publiceras inte.",
        "ja",
    ),
    Field(
        "visas_från",
        "shown_from",
        Kind.DATE,
        "Första dagen som det visas på webbplatsen.",
        "2026-12-15",
    ),
    Field(
        "visas_till",
        "shown_until",
        Kind.DATE,
        "Sista dagen som det visas. Därefter står där att sidan är borttagen.",
        "2027-01-31",
    ),
)
