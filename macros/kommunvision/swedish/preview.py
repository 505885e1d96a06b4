"""What commands say of drafts and of the day of a build."""

from __future__ import annotations

from typing import Final

PREVIEW: Final[dict[str, str]] = {
    "build_day_option": (
        "Gör webbplatsen som den ska se ut en annan dag, till exempel 2026-12-15. Annars gäller "
        "dagens datum."
    ),
    "check_drafts_option": "Kontrollerar utkasten också.",
    "public_option": "Visar webbplatsen som läsarna ser den, utan utkast.",
    "not_a_day_setting": (
        'mkdocs.yml: "dag: {value}" är ingen dag. Skriv år, månad och dag, till exempel 2026-12-15.'
    ),
}
