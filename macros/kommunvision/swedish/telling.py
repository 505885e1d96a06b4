"""The words of the commands that only tell: what is left to report, what has changed."""

from __future__ import annotations

TELLING: dict[str, str] = {
    "due_help": (
        "Visar vilka värden och omdömen som saknas, vem som ska rapportera dem och till vilken "
        "dag. Ange kommunens mapp under data/ och uppföljningens id. Utan id visas alla som inte "
        "är låsta."
    ),
    "due_example": "kommunvision due exempelby --format ics > att-rapportera.ics",
    "due_format_option": (
        "Hur listan skrivs: text, json, eller ics för en kalender. Förval: text."
    ),
    "due_day_option": (
        "Dagen som räknas som i dag, till exempel 2026-03-16. Förval: dagens datum."
    ),
    "changes_help": (
        "Berättar vad som skiljer filerna från en äldre version i git: vad som är nytt, ändrat och "
        "borttaget, hur statusar har gått och vilka adresser som påverkas. Utan version jämförs "
        "med main, eller på main med versionen före den senaste."
    ),
    "changes_example": "kommunvision changes main --format markdown",
    "changes_format_option": (
        "Hur berättelsen skrivs: text, eller markdown för en pull request. Förval: text."
    ),
    "version_metavar": "[VERSION]",
    "comparing": "Jämför med den äldre versionen ...",
    "version_no_git": "Programmet git saknas. Utan det finns ingen äldre version att jämföra med.",
    "version_no_repository": (
        "Mappen ligger inte under git. Därför finns ingen äldre version att jämföra med."
    ),
    "version_unknown": "Git känner inte till versionen {name}.",
    "version_shallow": (
        "Här finns bara den senaste delen av historiken, och {name} är inte med. Hämta resten med: "
        "git fetch --unshallow. I GitHub Actions: fetch-depth: 0. I GitLab: GIT_DEPTH: 0."
    ),
    "version_first": "Det här är den första versionen, så det finns ingen äldre att jämföra med.",
}
