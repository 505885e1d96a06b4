"""KV78x: drafts, and what is shown for a time only."""

from __future__ import annotations

from kommunvision.swedish.problems.entry import ProblemText, Severity, data, page

_TWO = """
    mål:
      - id: utb-1
        nivå: omrade
        rubrik: Utbildning{above}
      - id: utb-2
        nivå: mal
        rubrik: Fler unga når gymnasieexamen
        överordnade: [utb-1]{below}
"""


def _two(above: str = "", below: str = "") -> str:
    """Return two goals, each with more keys."""
    more = [f"\n        {key}" if key else "" for key in (above, below)]
    return _TWO.format(above=more[0], below=more[1])


_NEWS = """
    aktuellt:
      - id: oppet-hus
        rubrik: Öppet hus
        datum: 2026-12-01
        visas_från: {first}
        visas_till: {last}
"""

TEXTS: dict[str, ProblemText] = {
    "KV780": ProblemText(
        severity=Severity.ERROR,
        title="Hänvisning till ett utkast",
        message='{who} hänvisar till "{value}", som är ett utkast och inte publiceras.',
        remedy='Ta bort "utkast: ja" från "{value}", eller gör även detta till ett utkast.',
        explanation=(
            "Det som publiceras kan inte leda till något som läsaren inte får se. Gör båda till "
            "utkast tills de är färdiga, eller publicera båda."
        ),
        bad=data(_two(above="utkast: ja")),
        good=data(_two(above="utkast: ja", below="utkast: ja")),
    ),
    "KV781": ProblemText(
        severity=Severity.ERROR,
        title="Hänvisning till något som visas kortare tid",
        message='{who} hänvisar till "{value}", som inte visas lika länge.',
        remedy='Ge båda samma "visas_från" och "visas_till", eller ta bort hänvisningen.',
        explanation=(
            "Den dag då det ena inte visas skulle hänvisningen leda ingenstans. Det som hänvisar "
            "måste därför börja visas samma dag eller senare, och sluta visas samma dag eller "
            "tidigare."
        ),
        bad=data(_two(above="visas_till: 2026-12-31")),
        good=data(_two(above="visas_till: 2026-12-31", below="visas_till: 2026-12-31")),
    ),
    "KV782": ProblemText(
        severity=Severity.ERROR,
        title="Publicerad sida som har blivit utkast",
        message='Sidan "{address}" är publicerad, så "{id}" kan inte bli ett utkast.',
        remedy='Ta bort "utkast: ja". Ska sidan bort skriver du adressen under "borttagna".',
        explanation=(
            "Andra webbplatser och sökmotorer länkar till sidan, och ett utkast publiceras inte. "
            "En sida som bara ska visas en tid får i stället visas_till."
        ),
        bad={
            **data(_two(below="utkast: ja")),
            "data/adresser.yml": "adresser:\n- exempelby/mal/utb-2/\n",
        },
        good={**data(_two()), "data/adresser.yml": "adresser:\n- exempelby/mal/utb-2/\n"},
    ),
    "KV790": ProblemText(
        severity=Severity.ERROR,
        title="Publicerad sida som ska visas först senare",
        message='Sidan "{address}" är publicerad, men "visas_från" säger {date}.',
        remedy='Ta bort "visas_från".',
        explanation=(
            "Andra webbplatser och sökmotorer länkar till sidan, och fram till den dagen skulle de "
            "länkarna inte leda någonstans. Ska något nytt visas från en viss dag får det en egen "
            "sida."
        ),
        bad={
            **page("---\nvisas_från: 2126-12-01\n---\n\n# Vår plan\n", "plan.md"),
            **data(_two()),
            "data/adresser.yml": "adresser:\n- exempelby/plan/\n",
        },
        good={
            **page("# Vår plan\n", "plan.md"),
            **data(_two()),
            "data/adresser.yml": "adresser:\n- exempelby/plan/\n",
        },
    ),
    "KV783": ProblemText(
        severity=Severity.ERROR,
        title="Slutar visas innan det börjar",
        message="{who} slutar visas innan det börjar visas.",
        remedy='Kontrollera "visas_från" och "visas_till".',
        explanation="Första dagen får inte ligga efter den sista.",
        bad=data(_NEWS.format(first="2026-12-15", last="2026-12-01"), "aktuellt.yml"),
        good=data(_NEWS.format(first="2026-12-01", last="2026-12-15"), "aktuellt.yml"),
    ),
    "KV784": ProblemText(
        severity=Severity.ERROR,
        title="Makro som nämner ett utkast",
        message='Makrot "{macro}" nämner "{word}", som är ett utkast och inte publiceras.',
        remedy='Ta bort "utkast: ja" från "{word}", eller gör sidan till ett utkast.',
        explanation=(
            "Sidan publiceras, men inte det som makrot ska visa. Skriv utkast: ja mellan strecken "
            "överst på sidan, så publiceras inte sidan heller."
        ),
        bad={**data(_two(below="utkast: ja")), **page('# Om\n\n{{ mål("utb-2") }}\n')},
        good={**data(_two()), **page('# Om\n\n{{ mål("utb-2") }}\n')},
    ),
    "KV785": ProblemText(
        severity=Severity.ERROR,
        title="Makro som nämner något som visas en tid",
        message='Makrot "{macro}" nämner "{word}", som bara visas en tid.',
        remedy='Ta bort makrot, eller ge sidan samma "visas_från" och "visas_till" som "{word}".',
        explanation=(
            "Den dag då det inte visas skulle makrot inte ha något att visa. Sidan själv visas "
            "längre, eller hela tiden."
        ),
        bad={
            **data(_two(below="visas_till: 2026-12-31")),
            **page('# Om\n\n{{ mål("utb-2") }}\n'),
        },
        good={**data(_two()), **page('# Om\n\n{{ mål("utb-2") }}\n')},
    ),
    "KV787": ProblemText(
        severity=Severity.ERROR,
        title="Länk till en sida som är ett utkast",
        message='Länken "{word}" leder till en sida som är ett utkast och inte publiceras.',
        remedy='Ta bort länken, eller ta bort "utkast: ja" överst på sidan som den leder till.',
        explanation="Läsaren skulle komma till en sida som inte finns.",
        bad={
            **data(_two()),
            **page("# Om\n\nLäs [mer](mer.md).\n"),
            **page("---\nutkast: ja\n---\n\n# Mer\n", "mer.md"),
        },
        good={
            **data(_two()),
            **page("# Om\n\nLäs [mer](mer.md).\n"),
            **page("# Mer\n", "mer.md"),
        },
    ),
    "KV788": ProblemText(
        severity=Severity.ERROR,
        title="Dag överst på sidan som inte går att läsa",
        message='"{key}: {word}" är ingen dag.',
        remedy="Skriv hela dagen med siffror, som 2026-12-15.",
        explanation=(
            "Överst på en egen sida skrivs den första och den sista dagen med år, månad och dag. "
            "Annars går det inte att veta när sidan ska visas."
        ),
        bad={**data(_two()), **page("---\nvisas_till: i jul\n---\n\n# Om\n")},
        good={**data(_two()), **page("---\nvisas_till: 2026-12-24\n---\n\n# Om\n")},
    ),
    "KV789": ProblemText(
        severity=Severity.ERROR,
        title="Länk till en sida som visas kortare tid",
        message='Länken "{word}" leder till en sida som bara visas en tid.',
        remedy='Ta bort länken, eller ge båda sidorna samma "visas_från" och "visas_till".',
        explanation=(
            "Den dag då sidan inte visas skulle läsaren inte få det som länken lovar. Sidan som "
            "länkar måste börja visas samma dag eller senare, och sluta visas samma dag eller "
            "tidigare."
        ),
        bad={
            **data(_two()),
            **page("# Om\n\nLäs [mer](mer.md).\n"),
            **page("---\nvisas_till: 2026-12-24\n---\n\n# Mer\n", "mer.md"),
        },
        good={
            **data(_two()),
            **page("---\nvisas_till: 2026-12-24\n---\n\n# Om\n\nLäs [mer](mer.md).\n"),
            **page("---\nvisas_till: 2026-12-24\n---\n\n# Mer\n", "mer.md"),
        },
    ),
    "KV791": ProblemText(
        severity=Severity.ERROR,
        title="Länk till en fil som inte publiceras",
        message='Länken "{word}" leder till en fil som inte publiceras.',
        remedy='Ta bort länken, eller ändra "exclude_docs" i mkdocs.yml så att filen kommer med.',
        explanation=(
            'Filen finns, men "exclude_docs" eller "draft_docs" i mkdocs.yml säger att den inte '
            "ska publiceras. Den som följer länken kommer till en sida som saknas, och en bild "
            "syns inte. Mappen templates direkt under content publiceras inte om inte mkdocs.yml "
            "säger det."
        ),
        bad={
            "mkdocs.yml": 'exclude_docs: "arbete/"\n',
            **page("# Om\n\nLäs [mer](arbete/mer.md).\n"),
            **page("# Mer\n", "arbete/mer.md"),
        },
        good={
            "mkdocs.yml": 'exclude_docs: "arbete/"\n',
            **page("# Om\n\nLäs [mer](mer.md).\n"),
            **page("# Mer\n", "mer.md"),
        },
    ),
    "KV786": ProblemText(
        severity=Severity.ERROR,
        title="Dag utan år",
        message='"{value}" säger inte vilket år.',
        remedy="Skriv hela dagen, som 2026-12-15.",
        explanation="Utan år går det inte att veta när något ska börja eller sluta visas.",
        bad=data(_NEWS.format(first="december", last="2026-12-15"), "aktuellt.yml"),
        good=data(_NEWS.format(first="2026-12-01", last="2026-12-15"), "aktuellt.yml"),
    ),
}
