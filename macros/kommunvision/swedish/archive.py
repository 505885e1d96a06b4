"""The words of an archive copy: its first page, and what stands in place of a search."""

from __future__ import annotations

from typing import Final

# The folders of an archive copy, as those who open it see them.
SITE, SOURCES, DOCUMENTS = "webbplats", "kallfiler", "dokument"

WORDS: Final[dict[str, str]] = {
    "title": "Arkivkopia: {name}",
    "title_many": "Arkivkopia av visioner och mål",
    "kommuner": "Den omfattar {names}.",
    "lead": "Det här är en kopia av en webbplats. Den går att läsa utan server och utan internet.",
    "changed": "Uppgifterna ändrades senast {day}.",
    "dated": "Kopian är daterad {day}.",
    "open": "Läs webbplatsen",
    "open_occasion": "Läs uppföljningen {name}",
    "contents": "Det här finns i kopian",
    "has_site": "Webbplatsens sidor, i mappen {folder}",
    "has_data": "Uppgifterna som öppna data (JSON och CSV): {name}",
    "has_sources": ("Filerna som webbplatsen är gjord av (YAML och Markdown), i mappen {folder}"),
    "has_document": "Allt om {name} som ett dokument (pdf)",
    "has_paper": "Uppföljningen som ett dokument (pdf)",
    "checksums": "Är kopian oförändrad?",
    "checksums_how": (
        "Kopian följer BagIt (RFC 8493). Varje fils kontrollsumma står i manifest-sha256.txt. "
        "Kontrollera dem i den här mappen med sha256sum -c manifest-sha256.txt eller med ett "
        "program för BagIt."
    ),
    "links": "Länkar till sidor som inte finns i kopian leder till webbplatsen på internet.",
    "no_search": (
        "Sökningen fungerar inte i en arkivkopia. Leta i registret, eller sök på sidan med Ctrl+F."
    ),
}
