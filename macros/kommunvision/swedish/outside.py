"""What a command says when the fault is neither in the data nor in the call."""

from __future__ import annotations

from typing import Final

OUTSIDE: Final[dict[str, str]] = {
    "crash": "Något gick fel i programmet: {cause}",
    "crash_report": (
        "Det beror inte på dig. Anmäl felet på {address} och bifoga det som visas med --felsök."
    ),
    "unreadable": "{path} går inte att läsa eller skriva.",
    "no_space": "Det finns ingen plats kvar på disken. Gör plats och kör kommandot igen.",
    "no_right": (
        "Du har inte rätt att läsa eller skriva {path}. Be den som sköter datorn om den rätten."
    ),
    "read_only": "{path} ligger på en disk som bara går att läsa.",
    "too_much": "En fil blev större än vad som är tillåtet här. Höj gränsen (ulimit -f).",
    "too_many_open": (
        "Programmet får inte ha så många filer öppna som det behöver. Höj gränsen (ulimit -n)."
    ),
    "no_temporary": (
        "Det finns ingen mapp för tillfälliga filer. Ange en mapp som går att skriva i med "
        "miljövariabeln TMPDIR."
    ),
    "interrupted": "Avbrutet.",
}
