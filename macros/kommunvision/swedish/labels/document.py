"""The words of the document that a whole kommun becomes: its cover, its contents, its margins."""

from __future__ import annotations

from typing import Final

DOCUMENT: Final[dict[str, str]] = {
    "document_about": "{subject}, {kommun}",
    "document_contents": "Innehåll",
    "document_changed": "Senast ändrat {day}",
    "document_compiled": "Sammanställt {day}",
    "document_publisher": "Dokumentet ges ut av {publisher}.",
    "document_published_by": "Dokumentet ges ut av {publisher}, inte av {kommun}.",
    "document_online": "Allt i dokumentet finns också på",
    "document_fictional": (
        "Påhittad kommun. Allt i dokumentet är exempel som visar hur Kommunvision fungerar."
    ),
    "document_subject": "{heading}, med beslut och källor.",
    "document_page": "Sidan",
    "document_drawing": "Teckning av samma kedja som listan ovanför visar",
}
