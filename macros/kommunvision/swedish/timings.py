"""What is said of how far a build has come, and of where its time went."""

from __future__ import annotations

from typing import Final

TIMINGS: Final[dict[str, str]] = {
    "timings_option": (
        "Visar till sist var tiden gick: varje steg, de kommuner som tog längst tid och varför de "
        "byggdes. Med --timings=tider.csv skrivs alla tider också i en fil."
    ),
    "timings_metavar": "[FIL]",
    "not_a_csv": "{path} är inget namn på en csv-fil. Låt namnet efter --timings= sluta på .csv.",
    # While it goes on.
    "joining": "Bygger de gemensamma sidorna ...",
    "compressing": "Komprimerar filerna ...",
    "remembering": "Sparar det som nästa bygge har nytta av ...",
    "far": "{done} av {of} kommuner byggda",
    "far_read": "{done} av {of} kommuner lästa",
    "far_kept": "{kept} som förut",
    "left_seconds": "några sekunder kvar",
    "left_under_a_minute": "mindre än en minut kvar",
    "left_minute": "ungefär en minut kvar",
    "left_minutes": "ungefär {count} minuter kvar",
    "left_hours": "ungefär {count} timmar kvar",
    # Where the time went.
    "time_of_all": "Bygget tog {seconds} sekunder:",
    "time_kommuner": "Kommuner: {built} byggda, {kept} som förut",
    "time_slowest": "Kommunerna som tog längst tid, i sekunder:",
    "time_each": "Kommunerna som byggdes, i sekunder:",
    "time_at_once": "De byggdes {count} åt gången.",
    "time_written": "Alla tider står i {path}",
}

STAGES: Final[dict[str, str]] = {
    "waiting": "Vänta på ett annat bygge",
    "checking": "Läsa och kontrollera",
    "building": "Bygga kommunernas sidor",
    "joining": "Bygga de gemensamma sidorna",
    "compressing": "Komprimera filerna",
    "publishing": "Lägga ut det som har ändrats",
    "remembering": "Spara till nästa bygge",
}

KEPT: Final = "som förut"

# What made a kommun be built again.
CAUSES: Final[dict[str, str]] = {
    "NEW": "byggd från början",
    "PROGRAMS": "nya programversioner",
    "SHARED": "ändrat i gemensamma filer",
    "OWN": "ändrat i egna filer",
    "OTHERS": "ändrat i andra kommuner",
    "TOUCHED": "ändrat i den byggda webbplatsen",
}

# The file of all times.
COLUMNS: Final = ("slag", "namn", "sekunder", "orsak")
KINDS: Final = {"stage": "steg", "kommun": "kommun"}
