"""The words of ``kommunvision changes``, apart from what it tells."""

from __future__ import annotations

CHANGES: dict[str, str] = {
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
