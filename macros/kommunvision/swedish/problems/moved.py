"""KV8xx: what is gone and belongs to no kommun, and folders that have been renamed."""

from __future__ import annotations

from kommunvision.swedish.problems.entry import FOLDER, ProblemText, Severity

_SHARED = "data/borttagna.yml"

_GONE = (
    "borttagna:\n"
    "  - adress: {address}\n"
    "    rubrik: {title}\n"
    "    datum: 2026-03-02\n"
    "    skäl: {reason}\n"
)

_THEME = {"title": "Digitalisering", "reason": "Temat används inte längre."}
_GOAL = {"title": "Fler gymnasieplatser", "reason": "Målet publicerades av misstag."}

_KOMMUN = (
    "kommun:\n  namn: Exempelby\n  formellt_namn: Exempelby kommun\n  påhittad: ja\n"
    "  tidigare_mapp: {folder}\n"
)

TEXTS: dict[str, ProblemText] = {
    "KV818": ProblemText(
        severity=Severity.ERROR,
        title="Borttagen sida som inte är en adress på webbplatsen",
        message='"{address}" under borttagna är ingen adress på webbplatsen.',
        remedy="Skriv adressen utan https och webbplatsens namn, och med ett snedstreck sist.",
        explanation=(
            "I filen data/borttagna.yml står det som har tagits bort utan att höra till någon "
            "kommun: teman, gemensamma sidor och hela kommuner. Adressen skrivs som i "
            "data/adresser.yml, till exempel tema/digitalisering/. Allt som har publicerats under "
            "adressen räknas med."
        ),
        bad={_SHARED: _GONE.format(address="/tema/digitalisering", **_THEME)},
        good={_SHARED: _GONE.format(address="tema/digitalisering/", **_THEME)},
    ),
    "KV819": ProblemText(
        severity=Severity.ERROR,
        title="Borttagen sida i fel fil",
        message='Sidan "{address}" hör till en kommun, men står som borttagen i en gemensam fil.',
        remedy="Flytta den till en fil i mappen {folder}.",
        explanation=(
            "Det som en kommun tar bort skriver den i sin egen mapp. Då får också det som andra "
            "webbplatser har bäddat in veta att sidan är borttagen."
        ),
        bad={_SHARED: _GONE.format(address="exempelby/mal/skola-1/", **_GOAL)},
        good={
            f"{FOLDER}/borttagna.yml": _GONE.format(address="exempelby/mal/skola-1/", **_GOAL),
        },
    ),
    "KV820": ProblemText(
        severity=Severity.ERROR,
        title="Länk från en borttagen sida som inte leder någonstans",
        message='Den borttagna sidan hänvisar till "{value}", som inte finns.',
        remedy="Skriv kommunens mapp och id med ett snedstreck emellan, som exempelby/utb-1.",
        explanation=(
            "En fil direkt i mappen data hör inte till någon kommun. Därför måste det stå vilken "
            "kommuns mål, vision eller beslut som menas."
        ),
        bad={
            _SHARED: _GONE.format(address="tema/digitalisering/", **_THEME)
            + "    läs_i_stället: [budget]\n"
        },
        good={
            _SHARED: _GONE.format(address="tema/digitalisering/", **_THEME)
            + "    läs_i_stället: [exempelby/budget]\n"
        },
    ),
    "KV821": ProblemText(
        severity=Severity.ERROR,
        title="Tidigare mapp som används",
        message='Mappen "{folder}" står som tidigare_mapp, men den används på {place}.',
        remedy="Ta bort namnet under tidigare_mapp, eller byt namn på mappen som använder det.",
        explanation=(
            "Ett tidigare namn leder alla gamla adresser till mappen som heter något nytt. Det går "
            "inte om en kommun har namnet nu, eller om två kommuner säger att de har haft det."
        ),
        bad={f"{FOLDER}/kommun.yml": _KOMMUN.format(folder="exempelby")},
        good={f"{FOLDER}/kommun.yml": _KOMMUN.format(folder="gamla-exempelby")},
    ),
}
