"""The words of the commands that help whoever writes data files: layout, and entries to fill in."""

from __future__ import annotations

ENTRIES: dict[str, str] = {
    "layout_help": (
        "Ger datafiler tillbaka kommentarer, ordning och uppställning när ett formulär har skrivit "
        "om dem. Värdena i filen gäller, och resten tas från den senaste versionen i git. En fil "
        "som har kommentarer är skriven för hand och ändras inte. En fil som är ny och saknar "
        "kommentarer får den vanliga uppställningen. Utan filer gäller det alla i data/."
    ),
    "layout_example": "kommunvision format data/exempelby/mal.yml",
    "layout_files_metavar": "[FIL ...]",
    "layout_check_option": (
        "Ändrar ingenting, utan berättar vilka filer som skulle ändras. Är det någon blir "
        "slutkoden 1."
    ),
    "layout_version_option": (
        "Versionen i git som uppställningen tas från, till exempel main. Förval: den senaste, HEAD."
    ),
    "layout_version_metavar": "VERSION",
    "layout_not_data": "{path} är ingen datafil under {folder}.",
    "layout_nothing": "Alla filer har rätt uppställning.",
    "layout_changed": "{path} har fått tillbaka sin uppställning.",
    "layout_would_change": "{path} skulle få tillbaka sin uppställning.",
    "layout_do": "Ordna dem med: kommunvision format",
}
